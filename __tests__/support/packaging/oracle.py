"""Answers, with the reference implementation (PyPA's packaging), the questions that arrive as one JSON object on stdin.

Uses the newest of the installed `packaging` and the one inside pip. Prints {"version": …, "answers": …}.
"""

import contextlib
import importlib
import json
import sys
import types


def reference():
    found = []
    for name in ("packaging", "pip._vendor.packaging"):
        try:
            found.append((tuple(map(int, importlib.import_module(name).__version__.split(".")[:2])), name))
        except (ImportError, ValueError):
            continue
    if not found:
        sys.exit("neither packaging nor pip can be imported")
    return max(found)[1]


PACKAGE = reference()


def part(name):
    return importlib.import_module(f"{PACKAGE}.{name}")


version, specifiers, markers, requirements, utils, tags = map(
    part, ("version", "specifiers", "markers", "requirements", "utils", "tags")
)
parser, tokenizer = part("_parser"), part("_tokenizer")


def syntax_error(error):
    cause = error.__cause__
    if isinstance(cause, tokenizer.ParserSyntaxError):
        return {"error": cause.message, "offset": cause.span[1]}
    return {"error": str(error), "offset": None}


def ask_version(text):
    try:
        v = version.Version(text)
    except version.InvalidVersion:
        return None
    return {"text": str(v), "prerelease": v.is_prerelease, "local": v.local, "post": v.post, "dev": v.dev}


def ask_order(texts):
    """Dense ranks: equal versions have equal ranks."""
    parsed = [version.Version(text) for text in texts]
    ranks, rank, before = {}, -1, None
    for index in sorted(range(len(parsed)), key=parsed.__getitem__):
        if before is None or parsed[index] != before:
            rank += 1
        before = parsed[index]
        ranks[index] = rank
    return [ranks[index] for index in range(len(parsed))]


def ask_specifier_set(question):
    text, candidates = question
    try:
        spec = specifiers.SpecifierSet(text)
    except specifiers.InvalidSpecifier as error:
        return {"error": str(error)}
    contains = [candidate for candidate in candidates if spec.contains(version.Version(candidate), prereleases=True)]
    return {"text": str(spec), "prereleases": spec.prereleases is True, "contains": contains}


def ask_marker(question):
    text, environment, extras, groups = question
    try:
        marker = markers.Marker(text)
    except markers.InvalidMarker as error:
        return syntax_error(error)
    try:
        formatted = str(marker)
    except ValueError:
        formatted = None
    return {
        "text": formatted,
        "metadata": evaluation(lambda: any([marker.evaluate({**environment, "extra": extra}) for extra in extras or [""]])),
        "lock": evaluation(
            lambda: marker.evaluate({**environment, "extras": set(extras), "dependency_groups": set(groups)}, "lock_file")
        ),
    }


def evaluation(evaluate):
    try:
        return evaluate()
    except (markers.UndefinedComparison, markers.UndefinedEnvironmentName):
        return "undefined"


def ask_requirement(text):
    try:
        requirement = requirements.Requirement(text)
    except requirements.InvalidRequirement as error:
        return syntax_error(error)
    return {
        "name": requirement.name,
        "extras": sorted({utils.canonicalize_name(extra) for extra in requirement.extras}),
        "specifier": str(requirement.specifier),
        "url": requirement.url,
        "marker": None if requirement.marker is None else str(requirement.marker),
    }


def ask_name(text):
    try:
        utils.canonicalize_name(text, validate=True)
        valid = True
    except utils.InvalidName:
        valid = False
    return {"name": utils.canonicalize_name(text), "valid": valid}


def ask_wheel(filename):
    try:
        name, v, build, file_tags = utils.parse_wheel_filename(filename)
    except utils.InvalidWheelFilename:
        return None
    return {"name": name, "version": str(v), "build": list(build), "tags": sorted(map(str, file_tags))}


def ask_tags(question):
    """pip's compatibility_tags.get_supported(), for the interpreter that the facts describe."""
    facts, overrides = question
    with interpreter(facts):
        return supported(overrides)


def supported(overrides):
    nodot = overrides.get("pythonVersion")
    python = None if nodot is None else (int(nodot[0]), int(nodot[1:])) if len(nodot) > 1 else (int(nodot[0]),)
    implementation = overrides.get("implementation")
    interpreter_tag = f"{implementation or tags.interpreter_name()}{nodot or tags.interpreter_version()}"
    abis, platforms = overrides.get("abis"), overrides.get("expandedPlatforms")
    if (implementation or tags.interpreter_name()) == "cp":
        result = list(tags.cpython_tags(python_version=python, abis=abis, platforms=platforms))
    else:
        result = list(tags.generic_tags(interpreter=interpreter_tag, abis=abis, platforms=platforms))
    result += tags.compatible_tags(python_version=python, interpreter=interpreter_tag, platforms=platforms)
    return list(map(str, result))


@contextlib.contextmanager
def interpreter(facts):
    """Makes packaging.tags believe to run inside another interpreter."""
    manylinux, musllinux = tags._manylinux, tags._musllinux
    libc = facts["libc"] or {"name": None}
    elf = facts["executable"]
    refused = set(facts["manylinuxRefused"])
    apple = facts["appleVersion"]
    variables = {
        "Py_DEBUG": int(facts["debug"]),
        "Py_GIL_DISABLED": int(facts["freeThreaded"]),
        "WITH_PYMALLOC": int(facts["pymalloc"]),
        "Py_UNICODE_SIZE": 4 if facts["wideUnicode"] else 2,
        "EXT_SUFFIX": facts["extensionSuffix"],
        "py_version_nodot": facts["versionNodot"],
        "PYEMSCRIPTEN_PLATFORM_VERSION": facts["emscriptenVersion"],
    }
    is_32bit = facts["pointerBits"] == 32
    glibc = manylinux._parse_glibc_version(libc["version"]) if libc["name"] == "glibc" else manylinux._GLibCVersion(-1, -1)
    musl = musllinux._parse_musl_version(f"musl libc\nVersion {libc['version']}") if libc["name"] == "musl" else None
    policy = types.SimpleNamespace(
        manylinux_compatible=lambda major, minor, arch: f"manylinux_{major}_{minor}_{arch}" not in refused
    )

    @contextlib.contextmanager
    def parse_elf(_path):
        yield elf and types.SimpleNamespace(
            capacity=elf["class"], encoding=elf["data"], machine=elf["machine"], flags=elf["flags"]
        )

    with patched(
        (tags, "sys", types.SimpleNamespace(
            version_info=(facts["versionMajor"], facts["versionMinor"], 0),
            implementation=types.SimpleNamespace(name=facts["implementation"], _multiarch=facts["appleMachine"]),
            maxunicode=0x10FFFF, executable="",
        )),
        (tags, "sysconfig", types.SimpleNamespace(get_platform=lambda: facts["platform"], get_config_var=variables.get)),
        (tags, "platform", types.SimpleNamespace(
            system=lambda: facts["system"], mac_ver=lambda: (apple, None, facts["appleMachine"]),
            ios_ver=lambda: (None, apple, None, None),
            android_ver=lambda: types.SimpleNamespace(api_level=facts["androidApiLevel"]),
        )),
        (tags._mac_arch, "__defaults__", (is_32bit,)),
        (tags._linux_platforms, "__defaults__", (is_32bit,)),
        (manylinux, "_get_glibc_version", lambda: glibc),
        (manylinux, "_get_manylinux_module", lambda: policy),
        (manylinux, "_parse_elf", parse_elf),
        (musllinux, "_get_musl_version", lambda _executable: musl),
    ):
        yield


@contextlib.contextmanager
def patched(*changes):
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in changes]
    for owner, name, value in changes:
        setattr(owner, name, value)
    try:
        yield
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)


def ask_running(_question):
    """The facts of this interpreter, and the tags packaging works out inside it."""
    return {"facts": running_facts(), "tags": supported({}), "environment": markers.default_environment()}


def running_facts():
    import importlib.machinery
    import platform
    import struct
    import sysconfig

    get = sysconfig.get_config_var
    debug = get("Py_DEBUG")
    if debug is None:
        debug = hasattr(sys, "gettotalrefcount") or "_d.pyd" in importlib.machinery.EXTENSION_SUFFIXES
    pymalloc, unicode_size = get("WITH_PYMALLOC"), get("Py_UNICODE_SIZE")
    glibc = tags._manylinux._glibc_version_string()
    musl = tags._musllinux._get_musl_version(sys.executable)
    libc = {"name": "glibc", "version": glibc} if glibc else None
    if musl:
        libc = {"name": "musl", "version": f"{musl.major}.{musl.minor}"}
    is_mac = platform.system() == "Darwin"
    with tags._manylinux._parse_elf(sys.executable) as elf:
        header = elf and {"class": elf.capacity, "data": elf.encoding, "machine": elf.machine, "flags": elf.flags}
    return {
        "implementation": sys.implementation.name,
        "versionMajor": sys.version_info[0],
        "versionMinor": sys.version_info[1],
        "versionNodot": get("py_version_nodot"),
        "extensionSuffix": get("EXT_SUFFIX"),
        "debug": bool(debug),
        "freeThreaded": bool(get("Py_GIL_DISABLED")),
        "pymalloc": pymalloc is None or bool(pymalloc),
        "wideUnicode": (sys.maxunicode == 0x10FFFF) if unicode_size is None else unicode_size == 4,
        "pointerBits": struct.calcsize("P") * 8,
        "system": platform.system(),
        "platform": sysconfig.get_platform(),
        "libc": libc,
        "executable": header,
        "manylinuxRefused": [],
        "appleVersion": platform.mac_ver()[0] if is_mac else None,
        "appleMachine": platform.mac_ver()[2] if is_mac else None,
        "androidApiLevel": None,
        "emscriptenVersion": None,
    }


def main():
    questions = json.load(sys.stdin)
    answers = {kind: [globals()[f"ask_{kind}"](question) for question in asked] for kind, asked in questions.items()}
    json.dump({"version": importlib.import_module(PACKAGE).__version__, "answers": answers}, sys.stdout)


main()
