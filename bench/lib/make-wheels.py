"""Makes wheels for measuring: `make-wheels.py FOLDER many COUNT` or `make-wheels.py FOLDER big BYTES`.

Many: COUNT small projects of twelve modules each, that need nothing. Big: one project of files that do not compress, as
compiled libraries hardly do. Prints nothing; the names are `made-0`, `made-1`, … and `made-big`, all of version 1.0.
"""

import base64
import hashlib
import os
import sys
import zipfile

FILES_OF_SMALL = 12
FILES_OF_BIG = 6


def write_wheel(folder, name, files):
    """`files`: pairs of a path and a function that gives its content."""
    stem = f"{name.replace('-', '_')}-1.0"
    info = f"{stem}.dist-info"
    texts = [
        (f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"),
        (f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    ]
    rows = []
    with zipfile.ZipFile(os.path.join(folder, f"{stem}-py3-none-any.whl"), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path, content in [*files, *((path, text.encode) for path, text in texts)]:
            data = content()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.append(f"{path},sha256={digest},{len(data)}\n")
            archive.writestr(path, data)
        archive.writestr(f"{info}/RECORD", "".join(rows) + f"{info}/RECORD,,\n")


def small_files(package):
    text = "".join(f"def function_{line}(argument):\n    return argument + {line}\n" for line in range(120)).encode()
    return [(f"{package}/module_{number}.py", lambda number=number: text + str(number).encode()) for number in range(FILES_OF_SMALL)]


folder, what, amount = sys.argv[1], sys.argv[2], int(sys.argv[3])
os.makedirs(folder, exist_ok=True)
if what == "many":
    for number in range(amount):
        write_wheel(folder, f"made-{number}", small_files(f"made_{number}"))
else:
    size = amount // FILES_OF_BIG
    write_wheel(folder, "made-big", [(f"made_big/library_{number}.so", lambda: os.urandom(size)) for number in range(FILES_OF_BIG)])
