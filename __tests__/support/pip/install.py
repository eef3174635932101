"""Runs `pip install` several times in one process each forked from one that has imported pip: JSON in, JSON out.

Run by the Python of the environment pip is to work on; REFERENCE_PIP names the folder that holds the pip package, of which
nothing else is imported or listed (as pip's own --python does it).
"""
import importlib.machinery
import json
import logging
import os
import pathlib
import sys
import tempfile


class PipFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if fullname != "pip":
            return None
        return importlib.machinery.PathFinder.find_spec(fullname, [os.environ["REFERENCE_PIP"]], target)


sys.path[:] = [entry for entry in sys.path if entry not in ("", os.path.dirname(os.path.abspath(__file__)))]
sys.meta_path.insert(0, PipFinder())

from pip._internal.cli.main import main  # noqa: E402
from pip._internal.resolution.resolvelib import resolver  # noqa: E402
import pip._internal.commands.install  # noqa: E402,F401


class Counter(resolver.PipReporter):
    rejections = 0
    pins = 0

    def rejecting_candidate(self, criterion, candidate):
        Counter.rejections += 1
        super().rejecting_candidate(criterion, candidate)

    def pinning(self, candidate):
        Counter.pins += 1


def run(case, answer_path):
    resolver.PipReporter = Counter
    os.chdir(case.get("cwd", "/"))
    os.environ.update(case.get("env", {}))
    sys.path[:0] = [entry for entry in case.get("env", {}).get("PYTHONPATH", "").split(os.pathsep) if entry]
    report = answer_path + ".report"
    log = answer_path + ".log"
    status = main(["--log", log, "install", "--report", report, *case["args"]])
    lines = pathlib.Path(log).read_text().splitlines() if os.path.exists(log) else []
    answer = {
        "status": status,
        "report": json.loads(pathlib.Path(report).read_text()) if os.path.exists(report) else None,
        "rejections": Counter.rejections,
        "pins": Counter.pins,
        "messages": [line.split(" ", 1)[-1] for line in lines if any(word in line for word in ("ERROR", "WARNING", "Cannot install"))][:20],
    }
    pathlib.Path(answer_path).write_text(json.dumps(answer))


def forked(case):
    with tempfile.TemporaryDirectory() as folder:
        answer_path = os.path.join(folder, "answer")
        child = os.fork()
        if child == 0:
            try:
                with open(os.devnull, "w") as null:
                    os.dup2(null.fileno(), 1)
                    os.dup2(null.fileno(), 2)
                run(case, answer_path)
            except BaseException as error:  # noqa: B902
                pathlib.Path(answer_path).write_text(json.dumps({"status": -1, "report": None, "rejections": 0, "pins": 0, "messages": [repr(error)]}))
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        return json.loads(pathlib.Path(answer_path).read_text())


logging.raiseExceptions = False
cases = json.load(sys.stdin)
json.dump([forked(case) for case in cases], sys.stdout)
