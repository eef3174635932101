/**
 * Creates a virtual environment with the interpreter's own `venv` module, at one path for use at another: a Python program that
 * takes both as arguments and prints one line of JSON when it fails. pip is left out.
 *
 * Everything that names the path goes through two methods of `EnvBuilder`: `replace_variables` (activation scripts) gets a context
 * that names the destination, so that its quoting fits; `create_configuration` (`pyvenv.cfg`) is corrected afterwards.
 */
export const VENV_SCRIPT = `
import json, os, sys

def fail(kind, error):
    sys.stdout.write('\\n' + json.dumps({'kind': kind, 'errno': getattr(error, 'errno', None), 'message': str(error)}) + '\\n')
    sys.exit(1)

try:
    import types, venv
except ImportError as error:
    fail('no-venv', error)

staging, destination = sys.argv[1:]

class Builder(venv.EnvBuilder):
    def at_destination(self, context):
        moved = types.SimpleNamespace(**vars(context))
        moved.env_dir = destination
        moved.env_name = os.path.basename(destination)
        moved.prompt = context.prompt.replace(context.env_name, moved.env_name)
        moved.env_exe = os.path.join(destination, os.path.relpath(context.env_exe, context.env_dir))
        return moved

    def replace_variables(self, text, context):
        return super().replace_variables(text, self.at_destination(context))

    def create_configuration(self, context):
        super().create_configuration(context)
        with open(context.cfg_path, encoding='utf-8') as file:
            text = file.read()
        with open(context.cfg_path, 'w', encoding='utf-8') as file:
            file.write(text.replace(context.env_dir, destination))

options = {'symlinks': os.name != 'nt', 'with_pip': False}
if sys.version_info >= (3, 13):
    options['scm_ignore_files'] = frozenset(['git'])
try:
    Builder(**options).create(staging)
except OSError as error:
    fail('os', error)
except ValueError as error:
    fail('value', error)
`
