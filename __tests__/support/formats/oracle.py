"""Answers, with the standard library, pip and packaging, the questions that arrive as one JSON object on stdin.

Prints {"pip": version, "packaging": version, "answers": …}. pip's own modules are imported only by the questions that need
them, and what an old pip cannot answer is answered with "unknown".
"""

import base64
import csv
import email
import importlib
import importlib.metadata
import io
import json
import os
import shlex
import sys
import tomllib


def newest_packaging():
    """The module that is PyPA's packaging: installed by itself or inside pip, whichever is newer."""
    names = ("packaging", "pip._vendor.packaging")
    return max(names, key=lambda name: [int(part) for part in version_of(name).split(".")[:2] if part])


def packaging_part(name):
    return importlib.import_module(f"{PACKAGING}.{name}")


def version_of(name):
    try:
        return importlib.import_module(name).__version__
    except ImportError:
        return ""


def ask_lines(text):
    return {"lines": text.splitlines(), "strip": text.strip()}


def ask_csv(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def ask_csv_rows(rows):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(sorted(map(tuple, rows)))
    return stream.getvalue()


def ask_headers(text):
    # Since Python 3.13 the parser itself strips what a header that begins with a folded line starts with.
    return [[name, value.lstrip(" \t\r\n")] for name, value in email.message_from_string(text).items()]


class Described(importlib.metadata.Distribution):
    """A distribution that is nothing but its metadata."""

    def __init__(self, text):
        self.text = text

    def read_text(self, filename):
        return self.text if filename == "METADATA" else None

    def locate_file(self, path):
        raise NotImplementedError


def ask_report_metadata(text):
    from pip._internal.metadata._json import msg_to_json

    return msg_to_json(Described(text).metadata)


def ask_entry_points(text):
    sectioned = importlib.metadata.Sectioned
    items = [item for item in sectioned.read(text, filter_=sectioned.valid) if item.name is not None]
    pairs = [(item.name, importlib.metadata.Pair.parse(item.value)) for item in items if "=" in item.value]
    return [[group, pair.name, pair.value] for group, pair in pairs]


def ask_script(value):
    from pip._vendor.distlib.util import get_export_entry

    try:
        entry = get_export_entry("name = " + value)
    except Exception:
        return None
    if entry is None or entry.suffix is None:
        return None
    return [entry.prefix, entry.suffix]


def ask_shell_words(text):
    try:
        return shlex.split(text)
    except ValueError as error:
        return str(error)


def ask_json(value):
    return json.dumps(value, sort_keys=True)


def ask_preprocess(question):
    from pip._internal.req import req_file

    text, environment = question
    kept = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        return [[number, line] for number, line in req_file.preprocess(text)]
    finally:
        os.environ.clear()
        os.environ.update(kept)


def ask_line(line):
    from pip._internal.req import req_file

    try:
        with silenced():
            args, options = req_file.get_line_parser(None)(line)
    except Exception:
        return None
    editable = list(options.editables or [])
    if not args.strip() and not editable:
        return {"requirement": None}
    settings = getattr(options, "config_settings", None) or {}
    hashes = [] if editable else [[name, digest.lower()] for name, list_ in sorted((options.hashes or {}).items()) for digest in list_]
    return {"requirement": args.strip() or editable[0], "editable": bool(editable), "hashes": hashes, "settings": settings}


class silenced:
    """optparse prints usage before it raises."""

    def __enter__(self):
        self.kept, sys.stderr = sys.stderr, io.StringIO()

    def __exit__(self, *_):
        sys.stderr = self.kept


def ask_decode(data):
    from pip._internal.req import req_file

    if not hasattr(req_file, "_decode_req_file"):
        return "unknown"
    try:
        return {"text": req_file._decode_req_file(base64.b64decode(data), "requirements.txt")}
    except (UnicodeError, LookupError):
        return None


def ask_html(question):
    from pip._internal.index.collector import IndexContent, parse_links

    text, url = question
    page = IndexContent(text.encode(), "text/html", "utf-8", url, cache_link_parsing=False)
    return [link_facts(link) for link in parse_links(page)]


def ask_json_page(question):
    from pip._internal.index.collector import IndexContent, parse_links

    page, url = question
    content = json.dumps(page).encode()
    links = parse_links(IndexContent(content, "application/vnd.pypi.simple.v1+json", None, url, cache_link_parsing=False))
    return [link_facts(link) for link in links]


def link_facts(link):
    metadata = link.metadata_file_data
    known = ("sha512", "sha384", "sha256", "sha224", "sha1", "md5")
    return {
        "url": link.url_without_fragment,
        "filename": link.filename,
        "hashes": {name: value.lower() for name, value in link._hashes.items() if name in known},
        "requiresPython": link.requires_python,
        "yanked": link.yanked_reason,
        "metadata": None if metadata is None else metadata.hashes or True,
    }


def ask_groups(question):
    table, names = question
    try:
        resolver = packaging_part("dependency_groups").DependencyGroupResolver(table)
        return sorted({str(requirement) for name in names for requirement in resolver.resolve(name)})
    except Exception:
        return None


def ask_lock(question):
    pylock = packaging_part("pylock")
    parse_tag = packaging_part("tags").parse_tag
    text, environment, tags, extras, groups = question
    try:
        lock = pylock.Pylock.from_dict(tomllib.loads(text))
    except pylock.PylockValidationError:
        return "invalid"
    expanded = [tag for text in tags for tag in parse_tag(text)]
    try:
        chosen = lock.select(environment=environment, tags=expanded, extras=extras, dependency_groups=groups)
        return {"chosen": [[package.name, getattr(source, "filename", type(source).__name__)] for package, source in chosen]}
    except pylock.PylockSelectError:
        return {"chosen": None}


def ask_direct_url(text):
    direct_url = packaging_part("direct_url")
    try:
        direct = direct_url.DirectUrl.from_dict(json.loads(text))
    except direct_url.DirectUrlValidationError:
        return None
    return json.dumps(direct.to_dict(generate_legacy_hash=True), sort_keys=True)


PACKAGING = newest_packaging()
questions = json.load(sys.stdin)
answers = {kind: [globals()[f"ask_{kind}"](question) for question in cases] for kind, cases in questions.items()}
json.dump({"pip": version_of("pip"), "packaging": version_of(PACKAGING), "answers": answers}, sys.stdout)
