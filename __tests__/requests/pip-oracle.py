"""What pip itself makes of inputs: JSON questions on standard input, JSON answers on standard output, one process for all."""
import configparser
import io
import json
import logging
import os
import sys

sys.path[:] = [entry for entry in sys.path if entry not in ("", os.path.dirname(os.path.abspath(__file__)))]

import pip
from pip._internal.cli import cmdoptions
from pip._internal.commands import create_command
from pip._internal.exceptions import PipError
from pip._internal.req.constructors import install_req_from_editable, install_req_from_line
from pip._internal.req import req_install
from pip._internal.vcs import vcs

logging.disable(logging.CRITICAL)


def describe_link(link):
    if link is None:
        return None
    if link.is_vcs:
        url, ref, _ = vcs.get_backend_for_scheme(link.scheme).get_url_rev_and_auth(link.url)
        return {"repository": url, "ref": ref, "subdirectory": link.subdirectory_fragment}
    if link.is_file:
        path = os.path.normpath(os.path.abspath(link.file_path))
        return {"folder" if os.path.isdir(path) else "file": path, "subdirectory": link.subdirectory_fragment}
    return {"url": link.url_without_fragment, "subdirectory": link.subdirectory_fragment}


def describe(req):
    name = req.name
    hashes = {algorithm: list(values) for algorithm, values in req.hash_options.items()}
    if req.link is not None and req.link.hash and not req.editable:
        hashes.setdefault(req.link.hash_name, []).append(req.link.hash)
    return {
        "name": pip._vendor.packaging.utils.canonicalize_name(name) if name else None,
        "extras": sorted({pip._vendor.packaging.utils.canonicalize_name(extra) for extra in req.extras}),
        "specifier": str(req.req.specifier) if req.req else "",
        "marker": str(req.markers) if req.markers else None,
        "link": describe_link(req.link),
        "editable": req.editable,
        "hashes": sorted([algorithm, value.lower()] for algorithm, values in hashes.items() for value in values),
        "settings": req.config_settings or {},
    }


def ask_line(case):
    try:
        return describe(install_req_from_line(case, user_supplied=True))
    except (PipError, ValueError):
        return None


def ask_editable(case):
    try:
        return describe(install_req_from_editable(case, user_supplied=True))
    except (PipError, ValueError):
        return None


def ask_ini(case):
    parser = configparser.RawConfigParser()
    parser.optionxform = lambda key: key.lower().replace("_", "-")
    try:
        parser.read_file(io.StringIO(case, newline=None))  # lines as a file opened as text has them
    except configparser.Error:
        return None
    return sorted([section, key, value] for section in parser.sections() for key, value in parser.items(section))


def place(case):
    os.chdir(case["folder"])
    for name in [name for name in os.environ if name.startswith(("PIP_", "XDG_")) or name in ("HOME", "REQUESTS_CA_BUNDLE")]:
        del os.environ[name]
    os.environ.update(case.get("env", {}))
    cmdoptions.dependency_groups.keywords["default"] = []  # one list for all parsers of a process


class Exited(Exception):
    pass


def quit_instead(*_args, **_kwargs):
    raise Exited()


def describe_options(options, command):
    control = lambda names: {"all": ":all:" in names, "names": sorted(names - {":all:"})}
    release = getattr(options, "release_control", None)
    return {
        "requirements": options.requirements, "constraints": options.constraints, "editables": options.editables,
        "groups": [list(group) for group in getattr(options, "dependency_groups", [])],
        "indexUrl": None if options.index_url == cmdoptions.index_url().default else options.index_url, "extra": options.extra_index_urls, "links": options.find_links, "noIndex": bool(options.no_index),
        "noBinary": control(options.format_control.no_binary), "onlyBinary": control(options.format_control.only_binary),
        "allReleases": control(release.all_releases) if release else None, "onlyFinal": control(release.only_final) if release else None,
        "upgrade": bool(options.upgrade), "strategy": options.upgrade_strategy, "force": bool(options.force_reinstall),
        "ignoreInstalled": bool(options.ignore_installed), "noDeps": bool(options.ignore_dependencies), "pre": bool(options.pre),
        "preferBinary": bool(options.prefer_binary), "requireHashes": bool(options.require_hashes), "isolation": bool(options.build_isolation),
        "warnScripts": bool(options.warn_script_location), "verbosity": options.verbose - options.quiet, "timeout": options.timeout,
        "retries": options.retries, "cert": options.cert, "proxy": options.proxy, "trusted": options.trusted_hosts,
        "cacheDir": False if options.cache_dir is False else (None if options.cache_dir == command.default_cache_dir else options.cache_dir),
        "settings": options.config_settings or {}, "user": options.use_user_site if options.use_user_site is None else bool(options.use_user_site),
        "target": options.target_dir, "report": options.json_report_file, "dryRun": bool(options.dry_run),
    }


def ask_options(case):
    place(case)
    try:
        command = create_command("install", isolated="--isolated" in case["args"])
        command.default_cache_dir = command.parser.defaults.get("cache_dir")
        command.parser.exit = quit_instead
        command.parser.error = quit_instead
        sys.exit, kept = quit_instead, sys.exit
        try:
            options, args = command.parser.parse_args(list(case["args"]))
        finally:
            sys.exit = kept
        cmdoptions.check_release_control_exclusive(options)
        if options.use_user_site and options.target_dir:
            return None
        return dict(describe_options(options, command), args=args)
    except (PipError, Exited, SystemExit):
        return None


def ask_run(case):
    """A whole command line with its files: what would be asked of resolver and indexes."""
    place(case)
    command = create_command("install", isolated=False)
    try:
        with command.main_context():
            options, args = command.parser.parse_args(list(case["args"]))
            session = command.get_default_session(options)
            finder = command._build_package_finder(options=options, session=session)
            found = command.get_requirements(args, options, finder, session)
            for req in found:
                problem = req_install.check_invalid_constraint_type(req) if req.constraint else ""
                if problem:
                    return None
            scope = finder.search_scope
            return {
                "requirements": [describe(req) for req in found if not req.constraint],
                "constraints": [describe(req) for req in found if req.constraint],
                "indexes": [None if url == cmdoptions.index_url().default else url for url in scope.index_urls],
                "links": [os.path.abspath(link) if os.path.exists(link) else link for link in scope.find_links], "noIndex": bool(scope.no_index),
                "requireHashes": bool(options.require_hashes), "preferBinary": bool(finder.prefer_binary),
                "noBinary": sorted(finder.format_control.no_binary), "onlyBinary": sorted(finder.format_control.only_binary),
            }
    except (PipError, Exited, SystemExit, ValueError):
        return None


questions = json.load(sys.stdin)
if [int(part) for part in pip.__version__.split(".")[:2]] < questions["reference"]:
    json.dump({"pip": pip.__version__}, sys.stdout)
    sys.exit()
sys.stdout, out = open(os.devnull, "w"), sys.stdout
sys.stderr = sys.stdout
answers = {}
for name, cases in questions["cases"].items():
    os.chdir(questions["folder"])
    answers[name] = [globals()["ask_" + name](case) for case in cases]
json.dump({"pip": pip.__version__, "answers": answers}, out)
