"""Describes the wheels and source distributions of a folder: prints a JSON list with name, version, hash, size and metadata of each.

An index has no metadata of source distributions apart from the file: theirs is null.
"""

import hashlib
import json
import os
import sys
import tarfile
import zipfile
from email.parser import HeaderParser


def wheel_metadata(path):
    with zipfile.ZipFile(path) as archive:
        member = next(n for n in archive.namelist() if n.count("/") == 1 and n.endswith(".dist-info/METADATA"))
        return archive.read(member).decode("utf-8")


def sdist_metadata(path):
    with tarfile.open(path) as archive:
        member = next(n for n in archive.getnames() if n.count("/") == 1 and n.endswith("/PKG-INFO"))
        return archive.extractfile(member).read().decode("utf-8")


def describe(path):
    is_wheel = path.endswith(".whl")
    metadata = wheel_metadata(path) if is_wheel else sdist_metadata(path)
    headers = HeaderParser().parsestr(metadata)
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "filename": os.path.basename(path),
        "name": headers["Name"],
        "version": headers["Version"],
        "requiresPython": headers["Requires-Python"],
        "sha256": digest,
        "sizeBytes": os.path.getsize(path),
        "metadata": metadata if is_wheel else None,
    }


folder = sys.argv[1]
files = sorted(name for name in os.listdir(folder) if name.endswith((".whl", ".tar.gz")))
json.dump([describe(os.path.join(folder, name)) for name in files], sys.stdout)
