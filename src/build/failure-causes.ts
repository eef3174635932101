/** What commonly makes builds fail, and what commonly helps. The first that fits the output, from its end, is told. */
interface Cause {
  readonly pattern: RegExp
  readonly help: (match: RegExpExecArray) => string
}

/** Packages that carry a header or program, by Debian's and Fedora's names. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/^Python\.h$/, 'python3-dev (Debian, Ubuntu), python3-devel (Fedora), or a Python with its headers'],
  [/^(ffi|ffitarget)\.h$/, 'libffi-dev, or libffi-devel'],
  [/^openssl\//, 'libssl-dev, or openssl-devel'],
  [/^(libpq-fe|postgres_fe|pg_config)(\.h)?$/, 'libpq-dev, or libpq-devel; psycopg2-binary comes as a wheel'],
  [/^(mysql(\/mysql)?\.h|my_config\.h|mysql_config)$/, 'default-libmysqlclient-dev and pkg-config, or mysql-devel'],
  [/^libxml|^libxslt|^(xml2|xslt)-config$/, 'libxml2-dev and libxslt1-dev, or libxml2-devel and libxslt-devel'],
  [/^(jpeglib|jconfig)\.h$/, 'libjpeg-dev, or libjpeg-turbo-devel'],
  [/^zlib\.h$/, 'zlib1g-dev, or zlib-devel'],
  [/^bzlib\.h$/, 'libbz2-dev, or bzip2-devel'],
  [/^lzma\.h$/, 'liblzma-dev, or xz-devel'],
  [/^yaml\.h$/, 'libyaml-dev, or libyaml-devel'],
  [/^(ldap|lber)\.h$/, 'libldap2-dev and libsasl2-dev, or openldap-devel'],
  [/^sasl\//, 'libsasl2-dev, or cyrus-sasl-devel'],
  [/^(gssapi|krb5)/, 'libkrb5-dev, or krb5-devel'],
  [/^(gmp|mpfr|mpc)\.h$/, 'libgmp-dev, libmpfr-dev and libmpc-dev'],
  [/^curl\/curl\.h$|^curl-config$/, 'libcurl4-openssl-dev, or libcurl-devel'],
  [/^sqlite3\.h$/, 'libsqlite3-dev, or sqlite-devel'],
  [/^(hdf5)\.h$/, 'libhdf5-dev, or hdf5-devel'],
  [/^(geos_c\.h|geos-config|geos)$/, 'libgeos-dev, or geos-devel'],
  [/^(gdal|gdal_version|ogr_api)\.h$|^gdal-config$/, 'libgdal-dev, or gdal-devel'],
  [/^portaudio\.h$/, 'portaudio19-dev, or portaudio-devel'],
  [/^cups\//, 'libcups2-dev, or cups-devel'],
  [/^dbus(\/|-1$)/, 'libdbus-1-dev and libglib2.0-dev, or dbus-devel'],
  [/^(X11|Xlib)/, 'libx11-dev, or libX11-devel'],
  [/^unicode\//, 'libicu-dev and pkg-config, or libicu-devel'],
  [/^snappy/, 'libsnappy-dev, or snappy-devel'],
  [/^librdkafka\//, 'librdkafka-dev, or librdkafka-devel'],
  [/^proj$/, 'proj-bin and libproj-dev, or proj-devel'],
  [/^dot$/, 'graphviz and libgraphviz-dev, or graphviz-devel'],
  [/^cairo/, 'libcairo2-dev and pkg-config, or cairo-devel'],
  [/^(sql|sqlext)\.h$/, 'unixodbc-dev, or unixODBC-devel'],
]

function install(what: string, otherwise = `install the system package that has ${what}`): string {
  const found = PACKAGES.find(([pattern]) => pattern.test(what))?.[1]
  return found === undefined ? otherwise : `${what} is missing: install ${found}`
}

function installLibrary(name: string): string {
  return install(name, `the library ${name} is missing: install the system package that has its development files`)
}

/** A name with a dot is a file of the source more likely than a program. */
function installProgram(name: string): string {
  return install(name, name.includes('.') ? `a file ${name} is missing where the build looks for it` : `the build looks for the program ${name}, which is not there: install the system package that has it`)
}

const CAUSES: readonly Cause[] = [
  { pattern: /Microsoft Visual C\+\+ [\d.]+ (or greater )?is required|Unable to find vcvarsall\.bat/, help: () => 'a C compiler is missing: install the Build Tools for Visual Studio with "Desktop development with C++"' },
  {
    pattern: /(?:command|unable to execute) '?([^'\s]*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-\d+)?)'?(?: failed)?:? (?:No such file|failed: No such file)|error: \[Errno 2\] No such file or directory: '([^']*(?:gcc|cc|clang|g\+\+|c\+\+))'/,
    help: (match) => `the compiler ${match[1] ?? match[2] ?? ''} is missing: install build-essential (Debian, Ubuntu), gcc and gcc-c++ (Fedora), build-base (Alpine), or run xcode-select --install (macOS)`,
  },
  { pattern: /(?:No C compiler found|Unknown compiler\(s\)|CMAKE_C(?:XX)?_COMPILER (?:not set|could not be found)|No CMAKE_C(?:XX)?_COMPILER could be found)/, help: () => 'a compiler is missing: install build-essential (Debian, Ubuntu), gcc and gcc-c++ (Fedora), build-base (Alpine), or run xcode-select --install (macOS)' },
  { pattern: /fatal error: '?([^\s':]+\.h(?:pp)?)'?(?:: No such file| file not found)/, help: (match) => install(match[1] ?? '') },
  { pattern: /(?:pg_config executable not found|pg_config is required|mysql_config[^\n]*not found|Can not find valid pkg-config name)/i, help: (match) => install(/pg_config/i.test(match[0]) ? 'pg_config' : 'mysql_config') },
  { pattern: /((?:xml2|xslt|curl|gdal|geos)-config)[^\n]*(?:not found|No such file)/, help: (match) => install(match[1] ?? '') },
  { pattern: /(?:can't find Rust compiler|Cargo, the Rust package manager, is not installed|rustc[^\n]*(?:not found|No such file)|cargo[^\n]*(?:not found|No such file or directory)|Rust not found)/i, help: () => 'a Rust compiler is missing: install it with rustup, or take a version that has a wheel' },
  { pattern: /(?:CMake must be installed|Could not find CMake|cmake[^\n]*(?:not found|No such file))/i, help: () => 'CMake is missing: install cmake' },
  { pattern: /(?:pkg-config[^\n]*(?:not found|No such file)|Did not find pkg-config)/i, help: () => 'pkg-config is missing: install pkg-config, and the library it is asked for' },
  { pattern: /(?:Dependency "([\w.+-]+)" not found|No package '([\w.+-]+)' found|Package '?([\w.+-]+)'?, required by '[^']*', not found)/, help: (match) => installLibrary(match[1] ?? match[2] ?? match[3] ?? '') },
  { pattern: /^(?:Error: )?([\w-]+) executable not found|No such file or directory: '([\w.+-]+)'$/m, help: (match) => installProgram(match[1] ?? match[2] ?? '') },
  { pattern: /cannot find -l([\w.+-]+)|library '?-?l?([\w+.-]+)'? not found/, help: (match) => installLibrary(match[1] ?? match[2] ?? '') },
  { pattern: /No module named '?(pkg_resources)'?/, help: () => 'the source needs pkg_resources, which newer setuptools no longer have: constrain them with a --build-constraint file that says setuptools<81' },
  { pattern: /No module named '?(distutils|imp|asynchat|asyncore)\b/, help: (match) => `the source needs ${match[1] ?? ''}, which this Python no longer has: take a newer version of the package, or an older Python` },
  { pattern: /use_2to3 is invalid|has no attribute 'ImpImporter'/, help: () => 'the source, or the setuptools it pins, is too old for this Python: take a newer version of the package, or an older Python' },
  { pattern: /ModuleNotFoundError: No module named '([\w.]+)'/, help: (match) => `the source needs ${match[1] ?? ''} to be built and does not say so: install it first and use --no-build-isolation` },
  { pattern: /setuptools-scm was unable to detect version|unable to determine version|Versioning for this project requires either an sdist tarball/i, help: () => 'the version is taken from a git repository and there is none: install from git+URL, or set SETUPTOOLS_SCM_PRETEND_VERSION' },
  { pattern: /Multiple top-level (?:packages|modules) discovered in a flat-layout/, help: () => 'setuptools does not know which folders are packages: name them in pyproject.toml ([tool.setuptools] packages), or use a src folder' },
  { pattern: /No space left on device|Disk quota exceeded/, help: () => 'the disk is full: free some space, or set TMPDIR to a roomier folder' },
  { pattern: /(?:Killed|cannot allocate memory|std::bad_alloc|virtual memory exhausted|Killed signal terminated program)/i, help: () => 'memory ran out: build fewer at once (--jobs 1), or on a bigger machine' },
  { pattern: /(?:Temporary failure in name resolution|Could not resolve host|Network is unreachable|getaddrinfo failed)/, help: () => 'the build wants something of the network, which it does not reach' },
]

/** What may help, judged by what a failed build printed; undefined when nothing known shows. About 1 ms for 100 kB. */
export function likelyHelp(output: string): string | undefined {
  const tail = output.slice(-100_000)
  for (const { pattern, help } of CAUSES) {
    const match = pattern.exec(tail)
    if (match !== null) return help(match)
  }
  return undefined
}
