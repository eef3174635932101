/**
 * The program that unpacks a source archive: `python -c … ARCHIVE NAME DESTINATION`. NAME is the file's own name, whose suffix
 * says the format where it has one; DESTINATION is an empty folder. Prints one line of JSON: `{"kind": "unpacked", "compiles": …}`
 * (whether there is code in it for a compiler), or
 * `unsafe`, `invalid` (the archive's fault) or `failed` (the disk's) with a `message`.
 *
 * What it does is pip's `unpack_file`: the one folder that all members share is left out, files get the permissions of new
 * files (and the x-bit when any of theirs is set), times are kept (but none before 1980, which no wheel can hold). What it refuses is what PEP 706's data filter refuses, on
 * every Python from 3.8 on, and a little more: names and links that leave the destination, absolute links, devices, links
 * through links, encrypted members, names too long to be resolved. Where tarfile has the filter, that has a say as well.
 */
export const UNPACK_SCRIPT = `
import json, os, shutil, stat, sys, tarfile, zipfile

archive, filename, destination = sys.argv[1], sys.argv[2].lower(), os.path.realpath(sys.argv[3])
LONGEST = 1024
EARLIEST = 315619200
COMPILED = ('.c', '.cc', '.cpp', '.cxx', '.pyx', '.rs', '.f', '.f90', '.cu')
compiled = []
umask = os.umask(0)
os.umask(umask)


class Unsafe(Exception):
    pass


def split_top(name):
    name = name.lstrip('/').lstrip(chr(92))
    cuts = [at for at in (name.find('/'), name.find(chr(92))) if at != -1]
    return (name[:min(cuts)], name[min(cuts) + 1:]) if cuts else (name, '')


def shared_top(names):
    tops = set(split_top(name)[0] for name in names)
    return tops.pop() if len(tops) == 1 and '' not in tops else None


def inside(path):
    return path == destination or path.startswith(destination + os.sep)


def place(name, shown):
    if len(name) > LONGEST or chr(0) in name:
        raise Unsafe('the name %r cannot be used' % shown[:100])
    path = os.path.normpath(os.path.join(destination, name))
    if os.path.isabs(name) or os.path.splitdrive(name)[0] or not inside(path):
        raise Unsafe('%s would be written outside of the source tree' % shown)
    if not inside(os.path.realpath(os.path.dirname(path))):
        raise Unsafe('%s would be written through a link' % shown)
    return path


def make_room(path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.lexists(path):
        if os.path.isdir(path) and not os.path.islink(path):
            raise Unsafe('%s is both a folder and a file' % os.path.relpath(path, destination))
        os.unlink(path)


def write(path, source, executable, mtime):
    make_room(path)
    if path.endswith(COMPILED):
        compiled.append(path)
    with open(path, 'xb') as file:
        shutil.copyfileobj(source, file, 1 << 20)
    if executable:
        os.chmod(path, (0o777 & ~umask) | 0o111)
    if mtime is not None:
        os.utime(path, (max(mtime, EARLIEST), max(mtime, EARLIEST)))


def link_target(member, name):
    if len(member.linkname) > LONGEST or os.path.isabs(member.linkname) or os.path.splitdrive(member.linkname)[0]:
        raise Unsafe('%s links to %s' % (member.name, member.linkname[:100]))
    aimed = os.path.join(os.path.dirname(place(name, member.name)), member.linkname)
    if not inside(os.path.normpath(aimed)) or not inside(os.path.realpath(aimed)):
        raise Unsafe('%s links to %s, outside of the source tree' % (member.name, member.linkname))


def filtered(member, name, linkname):
    if not hasattr(tarfile, 'data_filter') or sys.version_info[:3] in ((3, 9, 17), (3, 10, 12), (3, 11, 4)):
        return
    import copy
    moved = copy.copy(member)
    moved.name, moved.linkname = name, linkname
    try:
        tarfile.data_filter(moved, destination)
    except tarfile.FilterError as error:
        raise Unsafe(str(error))


def unpack_tar(file):
    members = file.getmembers()
    top = shared_top([member.name for member in members])
    for member in members:
        name = split_top(member.name)[1] if top else member.name
        if name.rstrip('/') in ('', '.'):
            continue
        linkname = member.linkname
        if member.islnk() and top and split_top(linkname)[0] == top:
            linkname = split_top(linkname)[1]
        path = place(name, member.name)
        filtered(member, name, linkname)
        if member.isdir():
            os.makedirs(path, exist_ok=True)
        elif member.issym():
            link_target(member, name)
            make_room(path)
            os.symlink(member.linkname, path)
        elif member.islnk():
            source = place(linkname, member.name)
            if not os.path.isfile(source) or not inside(os.path.realpath(source)):
                raise Unsafe('%s links to %s, which is no file of the archive before it' % (member.name, member.linkname))
            with open(source, 'rb') as content:
                write(path, content, os.stat(source).st_mode & 0o111, None)
        elif member.isfile():
            with file.extractfile(member) as content:
                write(path, content, member.mode & 0o111, member.mtime)
        else:
            raise Unsafe('%s is neither file, folder nor link' % member.name)


def unpack_zip(file):
    infos = file.infolist()
    top = shared_top([info.filename for info in infos])
    for info in infos:
        name = split_top(info.filename)[1] if top else info.filename
        if name.strip('/') in ('', '.'):
            continue
        if info.flag_bits & 1:
            raise Unsafe('%s is encrypted' % info.filename)
        path = place(name, info.filename)
        if name.endswith(('/', chr(92))):
            os.makedirs(path, exist_ok=True)
            continue
        mode = info.external_attr >> 16
        with file.open(info) as content:
            write(path, content, stat.S_ISREG(mode) and mode & 0o111, None)


def unpack():
    is_named_tar = filename.endswith(('.tar', '.gz', '.tgz', '.bz2', '.tbz', '.xz', '.txz', '.tlz', '.lz', '.lzma'))
    if filename.endswith('.zip') or (not is_named_tar and zipfile.is_zipfile(archive)):
        with zipfile.ZipFile(archive) as file:
            unpack_zip(file)
    else:
        with tarfile.open(archive, 'r:*', encoding='utf-8') as file:
            unpack_tar(file)


try:
    unpack()
    answer = {'kind': 'unpacked', 'compiles': bool(compiled)}
except Unsafe as error:
    answer = {'kind': 'unsafe', 'message': str(error)}
except Exception as error:
    answer = {'kind': 'failed' if isinstance(error, OSError) and error.errno else 'invalid', 'message': '%s: %s' % (type(error).__name__, error)}
print(json.dumps(answer))
`.trimStart()
