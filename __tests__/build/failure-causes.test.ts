import { expect, test } from '@jest/globals'
import { likelyHelp } from '../../src/build/failure-causes.ts'

test.each([
  ["error: command 'gcc' failed: No such file or directory", /compiler gcc is missing.*build-essential/],
  ["unable to execute 'x86_64-linux-gnu-gcc': No such file or directory", /compiler x86_64-linux-gnu-gcc is missing/],
  ['error: Microsoft Visual C++ 14.0 or greater is required. Get it with "Microsoft C++ Build Tools"', /Build Tools for Visual Studio/],
  ['src/x.c:1:10: fatal error: Python.h: No such file or directory', /Python\.h is missing.*python3-dev/],
  ["src/x.c:1:10: fatal error: 'Python.h' file not found", /python3-dev/],
  ['c/_cffi_backend.c:15:10: fatal error: ffi.h: No such file or directory', /libffi-dev/],
  ['x.c:3:10: fatal error: openssl/ssl.h: No such file or directory', /libssl-dev/],
  ['x.c:3:10: fatal error: obscure/thing.h: No such file or directory', /install the system package that has obscure\/thing\.h/],
  ['Error: pg_config executable not found.', /libpq-dev.*psycopg2-binary/],
  ["error: can't find Rust compiler", /Rust compiler is missing/],
  ['Cargo, the Rust package manager, is not installed or is not on PATH.', /Rust compiler is missing/],
  ['/usr/bin/ld: cannot find -lxmlsec1: No such file or directory', /library xmlsec1 is missing/],
  ['../meson.build:98:13: ERROR: Dependency "geos" not found (tried pkg-config and cmake)', /geos is missing: install libgeos-dev/],
  ['../meson.build:107:11: ERROR: Dependency "dbus-1" not found (tried pkg-config and cmake)', /dbus-1 is missing: install libdbus-1-dev/],
  ['meson.build:1:1: ERROR: Dependency "obscure" not found, tried pkgconfig', /library obscure is missing.*development files/],
  ["Package 'libobscure', required by 'virtual:world', not found", /library libobscure is missing/],
  ["No package 'obscure-2.0' found", /library obscure-2\.0 is missing/],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'dot'", /dot is missing: install graphviz/],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'obscure-tool'", /program obscure-tool, which is not there/],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'requirements.txt'", /file requirements\.txt is missing/],
  ['proj executable not found. Please set the PROJ_DIR variable.', /proj is missing: install proj-bin/],
  ["ModuleNotFoundError: No module named 'numpy'", /needs numpy to be built and does not say so.*--no-build-isolation/],
  ["ModuleNotFoundError: No module named 'pkg_resources'", /--build-constraint.*setuptools<81/],
  ["ModuleNotFoundError: No module named 'distutils'", /no longer has/],
  ["AttributeError: module 'pkgutil' has no attribute 'ImpImporter'", /too old for this Python/],
  ['LookupError: setuptools-scm was unable to detect version for /x.', /SETUPTOOLS_SCM_PRETEND_VERSION/],
  ['gcc: fatal error: Killed signal terminated program cc1plus', /memory ran out.*--jobs 1/],
  ['OSError: [Errno 28] No space left on device', /disk is full/],
])('%s', (output, help) => {
  expect(likelyHelp(`running build_ext\n${output}\n`)).toMatch(help)
})

test('says nothing where nothing known shows', () => {
  expect(likelyHelp('RuntimeError: broken by design')).toBeUndefined()
})
