"""requirements.txt names everything that is imported and everything that is pulled in, each at one version."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house_rules import PACKAGE, Source, imported

CHECKOUT = Path(__file__).parents[1]
LINES = (CHECKOUT / "requirements.txt").read_text("utf-8").splitlines()
REQUIREMENTS = [Requirement(line) for line in LINES if line and not line.startswith("#")]
PINS = {canonicalize_name(requirement.name): requirement for requirement in REQUIREMENTS}


def applies(requirement: Requirement) -> bool:
    """Whether this computer needs it."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def test_every_line_names_one_version() -> None:
    assert [str(pin) for pin in REQUIREMENTS if not re.fullmatch(r"==[\w.]+", str(pin.specifier))] == []
    assert len(PINS) == len(REQUIREMENTS)


def test_the_pinned_versions_are_the_ones_that_run() -> None:
    installed = {name: importlib.metadata.version(name) for name, requirement in PINS.items() if applies(requirement)}

    assert {name: version for name, version in installed.items() if not PINS[name].specifier.contains(version)} == {}


def test_what_a_library_pulls_in_is_pinned_too() -> None:
    pulled = {
        (canonicalize_name(needed.name), name)
        for name, requirement in PINS.items()
        if applies(requirement)
        for needed in map(Requirement, importlib.metadata.requires(name) or [])
        if applies(needed)
    }

    assert {(needed, by) for needed, by in pulled if needed not in PINS} == set()


def test_what_the_code_imports_is_pinned() -> None:
    homes = importlib.metadata.packages_distributions()
    folders = ("indicators", "pages", "benchmarks", "tests", "data")
    paths = [*CHECKOUT.glob("*.py"), *(path for folder in folders for path in (CHECKOUT / folder).rglob("*.py"))]
    libraries = {
        name.split(".")[0]
        for path in paths
        for name in imported(Source(path.relative_to(CHECKOUT).as_posix(), path.read_text("utf-8")))
    }
    # The scripts of data/demo import one another by their own names.
    own = {PACKAGE, "tests", "benchmarks", *(path.stem for path in paths)}
    foreign = libraries - sys.stdlib_module_names - own

    assert foreign
    assert {
        name for name in foreign if not {canonicalize_name(home) for home in homes.get(name, [])} & set(PINS)
    } == set()
