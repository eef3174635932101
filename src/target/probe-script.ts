/**
 * What the interpreter is asked, as the text of a Python program that prints one line of JSON behind `PROBE_MARK`.
 *
 * It runs as `python -c`, without `-I`: pip itself sees PYTHONPATH and the user's site-packages, so the probe must. The current
 * folder is taken off `sys.path` before anything is imported, as `python -m pip` does. Only `sys`, `os`, `site` and `sysconfig` are
 * imported on the common path, since each further module costs milliseconds: even JSON is written by hand.
 * The syntax is Python 2's as well, so that an old interpreter can say which one it is.
 *
 * Before Python 3.10 pip asks distutils for its own scheme. Importing that costs 50 ms, so it is asked only where it may answer
 * differently: on interpreters that distributors patched, and where a file configures it.
 *
 * Where the expressions come from: pip's `locations/_sysconfig.py` (schemes), `packaging.markers` (environment),
 * `packaging.tags` with `_manylinux`, `_musllinux` (facts; each named in standards/interpreter-facts.ts).
 */
export const PROBE_MARK = '<<parallel-pip-probe>>'

/** Stands for the base folder in the layouts that the probe answers. */
export const BASE_PLACEHOLDER = '@BASE@'

const WRITE_JSON = `
def dump(value):
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, dict):
        return '{' + ','.join([dump(str(k)) + ':' + dump(value[k]) for k in value]) + '}'
    if isinstance(value, (list, tuple)):
        return '[' + ','.join([dump(v) for v in value]) + ']'
    out = []
    for char in value:
        code = ord(char)
        if code > 0xffff:
            code -= 0x10000
            out.append('\\\\u%04x\\\\u%04x' % (0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff)))
        elif char in '"\\\\' or code < 0x20 or code > 0x7e:
            out.append('\\\\u%04x' % code)
        else:
            out.append(char)
    return '"' + ''.join(out) + '"'
`

const SCHEMES = `
in_venv = sys.prefix != sys.base_prefix
schemes = sysconfig.get_scheme_names()
preferred = getattr(sysconfig, 'get_preferred_scheme', None)
framework = bool(sysconfig.get_config_var('PYTHONFRAMEWORK'))
home_keys = ['installed_base', 'base', 'installed_platbase', 'platbase', 'prefix', 'exec_prefix']
if sysconfig.get_config_var('userbase') is not None:
    home_keys.append('userbase')

def infer_prefix():
    if preferred:
        return preferred('prefix')
    if 'osx_framework_library' in schemes and not in_venv and framework:
        return 'osx_framework_library'
    for name in (sys.implementation.name + '_' + os.name, sys.implementation.name, os.name + '_prefix', os.name):
        if name in schemes:
            return name
    return 'posix_prefix'

def infer_user():
    if preferred:
        return preferred('user')
    name = 'osx_framework_user' if framework and not in_venv else os.name + '_user'
    if name in schemes:
        return name
    return 'posix_user' if 'posix_user' in schemes else None

def infer_home():
    if preferred:
        return preferred('home')
    return os.name + '_home' if os.name + '_home' in schemes else 'posix_home'

def layout(name, base=None, site_headers=None):
    values = dict((key, base) for key in home_keys) if base else {}
    paths = sysconfig.get_paths(scheme=name, vars=values)
    if site_headers:
        paths['include'] = os.path.join(site_headers, 'include', 'site', 'python%d.%d' % sys.version_info[:2])
    return {'purelib': paths['purelib'], 'platlib': paths['platlib'], 'headers': paths['include'],
            'scripts': paths['scripts'], 'data': paths['data']}

def distutils_layout():
    import warnings
    warnings.simplefilter('ignore')
    from distutils.dist import Distribution
    dist = Distribution({'name': 'x'})
    try:
        dist.parse_config_files()
    except UnicodeDecodeError:
        pass
    command = dist.get_command_obj('install', create=True)
    command.finalize_options()
    found = dict((key, getattr(command, 'install_' + key)) for key in ('purelib', 'platlib', 'headers', 'scripts', 'data'))
    if 'install_lib' in dist.get_option_dict('install'):
        found['purelib'] = found['platlib'] = command.install_lib
    if in_venv:
        found['headers'] = os.path.join(sys.prefix, 'include', 'site', 'python%d.%d' % sys.version_info[:2])
    else:
        found['headers'] = os.path.dirname(found['headers'])
    return found

def trust_sysconfig():
    if in_venv or sys.version_info >= (3, 10):
        return True
    import site
    own = [os.path.expanduser('~/.pydistutils.cfg'), 'setup.cfg']
    first = site.getsitepackages()[:1] if hasattr(site, 'getsitepackages') else []
    return first == [sysconfig.get_path('purelib')] and not any(os.path.exists(file) for file in own)

def own_layout():
    if not getattr(sysconfig, '_PIP_USE_SYSCONFIG', trust_sysconfig()):
        try:
            return distutils_layout()
        except ImportError:
            pass
    return layout(infer_prefix(), None, sys.prefix if in_venv else None)

def base_layouts():
    base = '@BASE@'
    site = base if in_venv else None
    prefix = infer_prefix()
    prefix = 'posix_prefix' if prefix in ('posix_local', 'osx_framework_library') else prefix
    own_venv = 'venv' if 'venv' in schemes else prefix
    user = infer_user()
    return {'prefix': layout(prefix, base, site), 'home': layout(infer_home(), base, site), 'venv': layout(own_venv, base, base),
            'user': layout(user, None, (sysconfig.get_config_var('userbase') or sys.prefix) if in_venv else None) if user else None}
`

const PLATFORM = `
def is_plain():
    return os.name == 'posix' and sys.platform.startswith('linux') and not hasattr(sys, 'getandroidapilevel')

def full_version(info):
    text = '%d.%d.%d' % (info.major, info.minor, info.micro)
    return text if info.releaselevel == 'final' else text + info.releaselevel[0] + str(info.serial)

def python_names():
    known = {'cpython': 'CPython', 'pypy': 'PyPy'}.get(sys.implementation.name)
    if known and '|' not in sys.version:
        version = sys.version.split()[0]
        return known, version if version.count('.') > 1 else version + '.0'
    import platform
    return platform.python_implementation(), platform.python_version()

def markers():
    if is_plain():
        uname = os.uname()
        system, release, version, machine = uname[0], uname[2], uname[3], uname[4]
    else:
        import platform
        system, release, version, machine = platform.system(), platform.release(), platform.version(), platform.machine()
    implementation, python = python_names()
    return {'implementation_name': sys.implementation.name, 'implementation_version': full_version(sys.implementation.version),
            'os_name': os.name, 'platform_machine': machine, 'platform_release': release, 'platform_system': system,
            'platform_version': version, 'python_full_version': python, 'platform_python_implementation': implementation,
            'python_version': '.'.join(python.split('.')[:2]), 'sys_platform': sys.platform}

def elf_header():
    try:
        with open(sys.executable, 'rb') as file:
            head = bytearray(file.read(52))
    except (OSError, TypeError, ValueError):
        return None
    if len(head) < 52 or bytes(head[:4]) != b'\\x7fELF':
        return None
    order = 'little' if head[5] == 1 else 'big'
    flags = 36 if head[4] == 1 else 48
    return {'class': head[4], 'data': head[5], 'machine': int.from_bytes(head[18:20], order), 'flags': int.from_bytes(head[flags:flags + 4], order)}

def elf_interpreter():
    import struct
    with open(sys.executable, 'rb') as file:
        head = file.read(64)
        wide = bytearray(head)[4] == 2
        order = '<' if bytearray(head)[5] == 1 else '>'
        offset = struct.unpack(order + ('Q' if wide else 'I'), head[32:40] if wide else head[28:32])[0]
        size, count = struct.unpack(order + 'HH', head[54:58] if wide else head[42:46])
        for index in range(count):
            file.seek(offset + size * index)
            entry = file.read(size)
            if struct.unpack(order + 'I', entry[:4])[0] != 3:
                continue
            start, length = struct.unpack(order + ('QQ' if wide else 'II'), entry[8:16] + entry[32:40] if wide else entry[4:8] + entry[16:20])
            file.seek(start)
            return file.read(length).rstrip(b'\\0').decode()

def libc():
    if not sys.platform.startswith('linux'):
        return None
    try:
        name, version = os.confstr('CS_GNU_LIBC_VERSION').rsplit()
        return {'name': 'glibc', 'version': version}
    except (AttributeError, OSError, ValueError):
        pass
    try:
        import ctypes
        version = ctypes.CDLL(None).gnu_get_libc_version
        version.restype = ctypes.c_char_p
        return {'name': 'glibc', 'version': version().decode('ascii')}
    except (ImportError, OSError, AttributeError):
        pass
    try:
        loader = elf_interpreter()
        if loader is None or 'musl' not in loader:
            return None
        import subprocess
        lines = subprocess.Popen([loader], stderr=subprocess.PIPE).communicate()[1].decode('ascii', 'replace').split('\\n')
        lines = [line.strip() for line in lines if line.strip()]
        if len(lines) > 1 and lines[0].startswith('musl') and lines[1].startswith('Version '):
            return {'name': 'musl', 'version': lines[1][len('Version '):]}
    except Exception:
        pass
    return None

def refused_manylinux(libc):
    if not libc or libc['name'] != 'glibc':
        return []
    try:
        import _manylinux
    except ImportError:
        return []
    legacy = {(2, 5): 'manylinux1_compatible', (2, 12): 'manylinux2010_compatible', (2, 17): 'manylinux2014_compatible'}
    arch = sysconfig.get_platform().replace('-', '_').split('_', 1)[1]
    arch = 'i686' if arch == 'x86_64' and sys.maxsize < 2 ** 32 else arch
    top = tuple(int(''.join(c for c in part if c.isdigit()) or 0) for part in libc['version'].split('.')[:2])
    refused = []
    for minor in range(top[1], -1, -1):
        answer = None
        if hasattr(_manylinux, 'manylinux_compatible'):
            answer = _manylinux.manylinux_compatible(top[0], minor, arch)
        elif (top[0], minor) in legacy:
            answer = getattr(_manylinux, legacy[(top[0], minor)], None)
        if answer is not None and not answer:
            refused.append('manylinux_%d_%d_%s' % (top[0], minor, arch))
    return refused

def apple():
    if sys.platform == 'ios':
        import platform
        return platform.ios_ver().release, getattr(sys.implementation, '_multiarch', None)
    if sys.platform != 'darwin':
        return None, None
    import platform
    version, _, machine = platform.mac_ver()
    if version.split('.')[:2] == ['10', '16']:
        import subprocess
        command = [sys.executable, '-sS', '-c', 'import platform; print(platform.mac_ver()[0])']
        version = subprocess.Popen(command, env={'SYSTEM_VERSION_COMPAT': '0'}, stdout=subprocess.PIPE).communicate()[0].decode().strip()
    return version, machine

def android_level():
    if not hasattr(sys, 'getandroidapilevel'):
        return None
    import platform
    return platform.android_ver().api_level if hasattr(platform, 'android_ver') else sys.getandroidapilevel()

def facts(environment):
    var = sysconfig.get_config_var
    debug = var('Py_DEBUG')
    if debug is None:
        import importlib.machinery
        debug = hasattr(sys, 'gettotalrefcount') or '_d.pyd' in importlib.machinery.EXTENSION_SUFFIXES
    wide = var('Py_UNICODE_SIZE')
    version, machine = apple()
    found = libc()
    return {'implementation': sys.implementation.name, 'versionMajor': sys.version_info[0], 'versionMinor': sys.version_info[1],
            'versionNodot': var('py_version_nodot'), 'extensionSuffix': var('EXT_SUFFIX') or '', 'debug': bool(debug),
            'freeThreaded': bool(var('Py_GIL_DISABLED')), 'pymalloc': var('WITH_PYMALLOC') is None or bool(var('WITH_PYMALLOC')),
            'wideUnicode': wide == 4 or (wide is None and sys.maxunicode == 0x10ffff), 'pointerBits': 64 if sys.maxsize > 2 ** 32 else 32,
            'system': environment['platform_system'], 'platform': sysconfig.get_platform(), 'libc': found, 'executable': elf_header(),
            'manylinuxRefused': refused_manylinux(found), 'appleVersion': version, 'appleMachine': machine,
            'androidApiLevel': android_level(), 'emscriptenVersion': var('PYEMSCRIPTEN_PLATFORM_VERSION')}
`

const SITE = `
def site_facts():
    import site
    user = None
    try:
        user = site.getusersitepackages()
    except AttributeError:
        user = getattr(site, 'USER_SITE', None)
    return {'enabled': bool(getattr(site, 'ENABLE_USER_SITE', False)), 'folder': user,
            'siteFolders': list(site.getsitepackages()) if hasattr(site, 'getsitepackages') else []}
`

const ANSWER = `
def answer():
    environment = markers()
    return {'python': sys.executable, 'version': '%d.%d.%d' % sys.version_info[:3], 'implementation': sys.implementation.name,
            'prefix': sys.prefix, 'basePrefix': sys.base_prefix, 'path': [p for p in sys.path if p], 'environment': environment,
            'facts': facts(environment), 'scheme': own_layout(), 'layouts': base_layouts(), 'user': site_facts(),
            'stdlib': sysconfig.get_path('stdlib'), 'wheelFolder': sysconfig.get_config_var('WHEEL_PKG_DIR')}
`

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}

export const PROBE_SCRIPT = `
import sys
if sys.path[:1] == ['']:
    del sys.path[0]
${WRITE_JSON}
if sys.version_info < (3, 8):
    result = {'tooOld': '%d.%d.%d' % tuple(sys.version_info[:3]), 'python': sys.executable}
else:
    import os
    import sysconfig
${[SCHEMES, PLATFORM, SITE, ANSWER].map(indent).join('')}
    result = answer()
sys.stdout.write('\\n${PROBE_MARK}' + dump(result) + '\\n')
sys.stdout.flush()
`
