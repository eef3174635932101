/**
 * The program that calls one hook of a build backend: `python hook.py CONTROL`, in the source tree. CONTROL is a folder with
 * `input.json` (`HookInput` of hooks.ts); the answer goes to `output.json` there, so that a backend may print what it likes.
 * A hook that raises ends the process with its traceback.
 *
 * `then` is a second hook, for when the first asks for nothing. PEP 517 has each hook in a fresh process, so that what one
 * changes does not reach the next; what both import is the same, and takes longer than most hooks. So the first runs in a child
 * forked off when the backend has been imported, and the second in the process itself, which nothing has changed; the child ends
 * without what the import left to be done at exit, such as removing a temporary folder. Only where
 * forking is sound: on Linux, without threads; elsewhere the second is left to a process of its own. A file `started` in its
 * control folder tells that it was called.
 *
 * `lasting` is what `sys.executable` is to say in place of an environment that goes when the run ends: an editable may write it down
 * (a kernel of Jupyter does). Processes that are started by it find the build's packages through PYTHONPATH, as in pip's builds.
 *
 * The backend is loaded as PEP 517 says: the source tree is not on `sys.path` (the legacy backend of setuptools puts it there
 * itself), and a backend with `backend-path` comes from those folders and nowhere else. Python 3.8 and later.
 */
export const HOOK_SCRIPT = `
import importlib, importlib.machinery, json, os, sys

control = sys.argv[1]
with open(os.path.join(control, 'input.json'), encoding='utf-8') as file:
    asked = json.load(file)

here = os.path.realpath(os.path.dirname(os.path.abspath(__file__)))
sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry) != here]


if asked['lasting']:
    sys.executable = asked['lasting']['python']
    os.environ['PYTHONPATH'] = os.pathsep.join(asked['lasting']['importable'])

is_forked = False


def answer(kind, **facts):
    facts['kind'] = kind
    with open(os.path.join(control, 'output.json'), 'w', encoding='utf-8') as file:
        json.dump(facts, file)
    sys.stdout.flush()
    sys.stderr.flush()
    if is_forked:
        os._exit(0)
    sys.exit(0)


class InTreeFinder:
    """Finds the backend in its backend-path, before any other finder, so that nothing installed can stand in for it."""

    def __init__(self, folders, top):
        self.folders = folders
        self.top = top

    def find_spec(self, name, path=None, target=None):
        if '.' in name:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path=self.folders)
        if spec is None and name == self.top:
            raise ModuleNotFoundError('No module named %r in backend-path %s' % (name, asked['backendPath']), name=name)
        return spec

    def find_distributions(self, context=None):
        from importlib.metadata import DistributionFinder, MetadataPathFinder
        name = context.name if context else None
        return MetadataPathFinder.find_distributions(DistributionFinder.Context(name=name, path=self.folders))


def load_backend():
    module, _, inside = asked['backend'].partition(':')
    if asked['backendPath']:
        root = os.path.realpath(os.getcwd())
        folders = [os.path.realpath(os.path.join(root, folder)) for folder in asked['backendPath']]
        for folder in folders:
            if folder != root and not folder.startswith(root + os.sep):
                answer('no-backend', message='its backend-path %r leaves the source tree' % folder)
        sys.meta_path.insert(0, InTreeFinder(folders, module.partition('.')[0]))
    try:
        backend = importlib.import_module(module)
    except ImportError as error:
        import traceback
        traceback.print_exc()
        answer('no-backend', message='%s: %s' % (type(error).__name__, error))
    for part in inside.split('.') if inside else []:
        try:
            backend = getattr(backend, part)
        except AttributeError as error:
            answer('no-backend', message=str(error))
    return backend


def call_hook(backend):
    needed = asked['needs']
    if needed and not hasattr(backend, needed):
        answer('no-hook', hook=needed)
    hook = getattr(backend, asked['hook'], None)
    if hook is None:
        answer('no-hook', hook=asked['hook'])
    answer('returned', value=hook(*asked['arguments']))


def may_fork():
    try:
        return sys.platform == 'linux' and len(os.listdir('/proc/self/task')) == 1
    except OSError:
        return False


def end_as(status):
    if os.WIFSIGNALED(status):
        os.kill(os.getpid(), os.WTERMSIG(status))
    os._exit(os.WEXITSTATUS(status))


def asks_for_nothing():
    try:
        with open(os.path.join(control, 'output.json'), encoding='utf-8') as file:
            first = json.load(file)
    except FileNotFoundError:
        return False
    return first['kind'] == 'no-hook' and first['hook'] == asked['hook'] or first['kind'] == 'returned' and first['value'] == []


backend = load_backend()
following = asked['then']
if following and may_fork():
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        if status != 0 or not asks_for_nothing():
            end_as(status)
        asked, control = following, following['control']
        open(os.path.join(control, 'started'), 'w').close()
    is_forked = child == 0
call_hook(backend)
`.trimStart()
