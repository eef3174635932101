"""Writes resolvelib-cases.json: random universes and what pip's resolvelib makes of them without backtracking.

Run with a Python that has pip 26 or later: python freeze-resolvelib.py > resolvelib-cases.json
Kept are cases in which resolvelib pinned some package more than once and never backtracked: those in which the order of
decisions shows. The provider below is pip's (pip/_internal/resolution/resolvelib/provider.py) over versions 1, 2, 3 …
"""

import json
import math
import random
import re
import sys

from pip._vendor.resolvelib import AbstractProvider, BaseReporter, ResolutionImpossible, Resolver

CASES_OF_A_KIND = 40
PART = re.compile(r"(>=|<=|==|!=|>|<)(\d+)")
COMPARE = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}


def matches(version, text):
    parts = PART.findall(text)
    return all(COMPARE[operator](int(version), int(bound)) for operator, bound in parts)


def project(name):
    return name.partition("[")[0]


def expanded(requirements):
    """pip asks the project, too, for what a requirement on an extra says of versions."""
    found = []
    for name, text in requirements.items():
        found.append((name, text))
        if project(name) != name and text != "*":
            found.append((project(name), text))
    return found


class Provider(AbstractProvider):
    def __init__(self, universe, root):
        self.universe = universe
        self.order = {}
        for at, (name, _) in enumerate(expanded(root)):
            self.order.setdefault(name, at)

    def identify(self, requirement_or_candidate):
        return requirement_or_candidate[0]

    def get_preference(self, identifier, resolutions, candidates, information, backtrack_causes):
        parts = [part for requirement, _ in information[identifier] for part in PART.findall(requirement[1])]
        operators = {operator for operator, _ in parts}
        pinned = "==" in operators
        bounded = "<" in operators or "<=" in operators
        return (not pinned, not bounded, self.order.get(identifier, math.inf), not operators, identifier)

    def find_matches(self, identifier, requirements, incompatibilities):
        refused = {version for _, version in incompatibilities[identifier]}
        asked = list(requirements[identifier])
        if project(identifier) != identifier:
            asked += list(requirements[project(identifier)]) if project(identifier) in requirements else []
        versions = sorted(self.universe.get(project(identifier), {}), key=int, reverse=True)
        fitting = (version for version in versions if version not in refused)
        return [(identifier, version) for version in fitting if all(matches(version, text) for _, text in asked)]

    def is_satisfied_by(self, requirement, candidate):
        return matches(candidate[1], requirement[1])

    def get_dependencies(self, candidate):
        name, version = candidate
        own = [(project(name), "==" + version)] if project(name) != name else []
        return own + expanded(self.universe.get(name, {}).get(version, {}))


class Reporter(BaseReporter):
    def __init__(self):
        self.backtracks = 0
        self.pins = []

    def resolving_conflicts(self, causes):
        self.backtracks += 1

    def pinning(self, candidate):
        self.pins.append(candidate[0])


def some_range(chance, version, versions):
    low = max(1, version - chance.randrange(3))
    high = min(versions + 1, version + 1 + chance.randrange(2))
    return chance.choice(["*", f">={low}", f"<{high + 1}", f">={low} <{high}"])


def universe_of(chance, with_extras):
    packages, versions = chance.randrange(5, 10), chance.randrange(3, 5)
    universe = {}
    for at in range(packages):
        later = [f"p{other}" for other in range(at + 1, packages)]
        if with_extras:
            later += [f"{name}[x]" for name in later if chance.random() < 0.3]
        names = chance.sample(later, min(len(later), chance.randrange(4)))
        more = chance.sample(later, min(len(later), 1))
        for key, wanted in [(f"p{at}", names), (f"p{at}[x]", more)][: 2 if with_extras else 1]:
            universe[key] = {
                str(version): {name: some_range(chance, version, versions) for name in wanted}
                for version in range(1, versions + 1)
            }
    return universe


def root_of(chance, universe):
    names = chance.sample(sorted(universe), min(len(universe), chance.randrange(1, 4)))
    return {name: chance.choice(["*", "*", "<3", ">=2"]) for name in names}


def case(seed, with_extras):
    chance = random.Random(seed)
    universe = universe_of(chance, with_extras)
    root = root_of(chance, universe)
    reporter = Reporter()
    try:
        result = Resolver(Provider(universe, root), reporter).resolve(expanded(root), max_rounds=5000)
    except ResolutionImpossible:
        return None
    if reporter.backtracks or len(reporter.pins) == len(set(reporter.pins)):
        return None
    return {"universe": universe, "root": root, "solution": {name: version for name, (_, version) in result.mapping.items()}}


def cases(with_extras):
    found, seed = [], 0
    while len(found) < CASES_OF_A_KIND:
        seed += 1
        one = case(seed, with_extras)
        if one is not None:
            found.append(one)
    return found


lines = [json.dumps(one, separators=(",", ":")) for one in cases(False) + cases(True)]
sys.stdout.write("[\n" + ",\n".join(lines) + "\n]\n")
