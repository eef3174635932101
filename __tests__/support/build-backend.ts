/**
 * A PEP 517/660 build backend in one file of standard-library Python, put into sdists and source trees as `_backend.py`
 * (`backend-path = ["."]`), so that builds need nothing from an index. It reads `_backend.json` beside it
 * (shape: `BackendPlan` of sdist.ts).
 */
export const BUILD_BACKEND = `
import base64, hashlib, json, os, sys, tarfile, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "_backend.json")) as file:
    PLAN = json.load(file)


def _hook(name):
    if PLAN["noise"]:
        print(PLAN["noise"])
        sys.stderr.write(PLAN["noise"] + "\\n")
        sys.stdout.flush()
    if PLAN["failsIn"] == name:
        raise RuntimeError(PLAN["failure"])
    for module in PLAN["imports"]:
        __import__(module)


def _dist_info():
    return PLAN["stem"] + ".dist-info"


def _metadata():
    with open(os.path.join(HERE, "PKG-INFO")) as file:
        text = file.read()
    return "".join(line for line in text.splitlines(True) if not line.startswith("Dynamic:")) + PLAN["dynamicMetadata"]


def _info_files(more=""):
    wheel = "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    files = {"METADATA": _metadata() + more, "WHEEL": wheel}
    if PLAN["entryPoints"]:
        files["entry_points.txt"] = PLAN["entryPoints"]
    return {_dist_info() + "/" + name: text.encode() for name, text in files.items()}


def _write_wheel(folder, files):
    name = PLAN["stem"] + "-py3-none-any.whl"
    record = ""
    with zipfile.ZipFile(os.path.join(folder, name), "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
            record += "%s,sha256=%s,%d\\n" % (path, digest, len(content))
            archive.writestr(zipfile.ZipInfo(path), content)
        path = _dist_info() + "/RECORD"
        archive.writestr(zipfile.ZipInfo(path), record + path + ",,\\n")
    return name


def _package_files():
    files = {}
    for path in PLAN["packageFiles"]:
        with open(os.path.join(HERE, path), "rb") as file:
            files[path] = file.read()
    return files


def _seen(config_settings):
    if not PLAN["records"]:
        return {}
    seen = {"config_settings": config_settings, "path": sys.path, "environment": dict(os.environ)}
    return {PLAN["module"] + "/_built_with.json": json.dumps(seen).encode()}


def get_requires_for_build_wheel(config_settings=None):
    _hook("get_requires_for_build_wheel")
    return PLAN["dynamicRequires"]


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    _hook("build_wheel")
    return _write_wheel(wheel_directory, {**_package_files(), **_seen(config_settings), **_info_files(PLAN["builtMetadata"])})


def build_sdist(sdist_directory, config_settings=None):
    _hook("build_sdist")
    name = PLAN["stem"] + ".tar.gz"
    with tarfile.open(os.path.join(sdist_directory, name), "w:gz") as archive:
        archive.add(HERE, PLAN["stem"])
    return name


if PLAN["preparesMetadata"]:
    def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
        _hook("prepare_metadata_for_build_wheel")
        os.makedirs(os.path.join(metadata_directory, _dist_info()), exist_ok=True)
        for path, content in _info_files().items():
            with open(os.path.join(metadata_directory, path), "wb") as file:
                file.write(content)
        return _dist_info()

if PLAN["editable"]:
    def get_requires_for_build_editable(config_settings=None):
        return PLAN["dynamicRequires"]

    def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
        _hook("build_editable")
        return _write_wheel(wheel_directory, {"__editable__." + PLAN["stem"] + ".pth": (HERE + "\\n").encode(), **_info_files()})
`.trimStart()
