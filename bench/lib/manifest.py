"""Describes the wheels of a folder: prints a JSON list with name, version, hash, size and metadata of each."""

import hashlib
import json
import os
import sys
import zipfile
from email.parser import HeaderParser


def describe(path):
    with zipfile.ZipFile(path) as archive:
        member = next(n for n in archive.namelist() if n.count("/") == 1 and n.endswith(".dist-info/METADATA"))
        metadata = archive.read(member).decode("utf-8")
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
        "metadata": metadata,
    }


folder = sys.argv[1]
wheels = sorted(name for name in os.listdir(folder) if name.endswith(".whl"))
json.dump([describe(os.path.join(folder, name)) for name in wheels], sys.stdout)
