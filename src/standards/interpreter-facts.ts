/** What an interpreter has to be asked so that its tags can be worked out elsewhere. Each field says which expression answers it. */
export interface InterpreterFacts {
  /** `sys.implementation.name`: `cpython`, `pypy`, `graalpy`, … */
  readonly implementation: string
  /** `sys.version_info[0]` and `[1]` */
  readonly versionMajor: number
  readonly versionMinor: number
  /** `sysconfig.get_config_var('py_version_nodot')`: `311` */
  readonly versionNodot: string | undefined
  /** `sysconfig.get_config_var('EXT_SUFFIX')`: `.cpython-311-x86_64-linux-gnu.so`; used for interpreters other than CPython. */
  readonly extensionSuffix: string
  /**
   * `sysconfig.get_config_var('Py_DEBUG')`, and where that is None (Windows)
   * `hasattr(sys, 'gettotalrefcount') or '_d.pyd' in importlib.machinery.EXTENSION_SUFFIXES`
   */
  readonly debug: boolean
  /** `sysconfig.get_config_var('Py_GIL_DISABLED')` */
  readonly freeThreaded: boolean
  /** `sysconfig.get_config_var('WITH_PYMALLOC')`, true where None; matters before Python 3.8. */
  readonly pymalloc: boolean
  /** `sysconfig.get_config_var('Py_UNICODE_SIZE') == 4`, where None `sys.maxunicode == 0x10ffff`; matters before Python 3.3. */
  readonly wideUnicode: boolean
  /** `struct.calcsize('P') * 8` */
  readonly pointerBits: number
  /** `platform.system()`: `Linux`, `Darwin`, `Windows`, `iOS`, `Android`, `Emscripten`, … */
  readonly system: string
  /** `sysconfig.get_platform()`: `linux-x86_64`, `macosx-11.0-arm64`, `win-amd64` */
  readonly platform: string
  /** glibc: `os.confstr('CS_GNU_LIBC_VERSION')` or `gnu_get_libc_version()`; musl: second line its loader prints. Linux only. */
  readonly libc: { readonly name: 'glibc' | 'musl'; readonly version: string } | undefined
  /** Of `sys.executable`; decides on 32-bit manylinux. Undefined when it is no ELF file. */
  readonly executable: ElfHeader | undefined
  /**
   * Tags as `manylinux_2_17_x86_64` that the interpreter's `_manylinux` module (PEP 600) refuses, asked for every glibc
   * version up to its own; empty when there is no such module, as nearly always.
   */
  readonly manylinuxRefused: readonly string[]
  /**
   * macOS: `platform.mac_ver()[0]`, asked again with `SYSTEM_VERSION_COMPAT=0` when it begins with `10.16`;
   * iOS: `platform.ios_ver().release`. Two numbers and more: `14.5`.
   */
  readonly appleVersion: string | undefined
  /** macOS: `platform.mac_ver()[2]` (`arm64`, `x86_64`); iOS: `sys.implementation._multiarch` (`arm64-iphoneos`). */
  readonly appleMachine: string | undefined
  /** `platform.android_ver().api_level` */
  readonly androidApiLevel: number | undefined
  /** `sysconfig.get_config_var('PYEMSCRIPTEN_PLATFORM_VERSION')` */
  readonly emscriptenVersion: string | undefined
}

/** The parts of an ELF header (first 52 bytes of the file) that tell 32-bit ABIs apart. */
export interface ElfHeader {
  /** Byte 4: 1 is 32 bit, 2 is 64 bit. */
  readonly class: number
  /** Byte 5: 1 is little-endian. */
  readonly data: number
  /** `e_machine`: 3 i386, 40 ARM. */
  readonly machine: number
  /** `e_flags` */
  readonly flags: number
}
