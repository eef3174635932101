"""Runs a command and prints what it cost as one line of JSON on file descriptor 3.

CPU time and peak memory are those of the child and of all descendants it waited for (wait4). The peak is the
largest single process, not the sum.
"""

import json
import os
import sys
import time

argv = sys.argv[1:]
started = time.time()
clock = time.perf_counter()
pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, 3)])
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - clock
unit = 1 if sys.platform == "darwin" else 1024
cost = {
    "exitCode": os.waitstatus_to_exitcode(status),
    "startedMs": started * 1000,
    "wallSeconds": wall,
    "userSeconds": usage.ru_utime,
    "systemSeconds": usage.ru_stime,
    "peakBytes": usage.ru_maxrss * unit,
}
os.write(3, (json.dumps(cost) + "\n").encode())
