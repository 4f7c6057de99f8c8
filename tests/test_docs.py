"""What there is, is described; and what is described, exists."""

from __future__ import annotations

import contextlib
import io
import re
import tomllib
from pathlib import Path

import pytest

from indicators import queryfile
from indicators.cli import main
from tests.house_rules import LEVELS

CHECKOUT = Path(__file__).parents[1]
DOCUMENTS = sorted([*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md")])
README = (CHECKOUT / "README.md").read_text("utf-8")
README_VI = (CHECKOUT / "README.vi.md").read_text("utf-8")
CONTRIBUTING = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
ARCHITECTURE = (CHECKOUT / "docs/architecture.md").read_text("utf-8")
FINDINGS = (CHECKOUT / "docs/findings.md").read_text("utf-8")
MAKEFILE = (CHECKOUT / "Makefile").read_text("utf-8")

TARGETS = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))


def by_name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_every_page_is_in_the_readme() -> None:
    pages = {f"`{by_name(path)}`" for path in (CHECKOUT / "pages").glob("*.py")}

    assert pages
    assert {page for page in pages if page not in README} == set()


@pytest.mark.parametrize("name", queryfile.names())
def test_every_query_is_described_by_its_own_question(name: str) -> None:
    question = queryfile.read(name).question

    assert f"| `queries/{name}.sql` | {question[0].upper()}{question[1:]} |" in ARCHITECTURE


def test_every_query_described_exists() -> None:
    assert set(re.findall(r"^\| `queries/(\w+)\.sql`", ARCHITECTURE, re.MULTILINE)) == set(queryfile.names())


def test_every_room_is_described_on_its_level() -> None:
    rooms = {path.stem for path in (CHECKOUT / "indicators").iterdir() if path.stem in LEVELS}
    described = {
        room: int(level) for level, room in re.findall(r"^\| (\d) \| `indicators/(\w+)", ARCHITECTURE, re.MULTILINE)
    }

    assert described == {room: LEVELS[room] for room in rooms}


def test_every_make_target_is_described_and_exists() -> None:
    words = README + CONTRIBUTING

    assert {target for target in TARGETS - {"help"} if f"make {target}" not in words} == set()
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z]+)`", document.read_text("utf-8")))
        assert named <= TARGETS, document.name


# Words that stand inside other sentences, not findings of their own.
PARTS_OF_SENTENCES = re.compile(r"(way|reason|why|kind|choice)_|(offer|nothing_near|consequences)$")


def finding_codes() -> set[str]:
    keys = tomllib.loads((CHECKOUT / "indicators/labels/vi/finding.toml").read_text("utf-8"))
    return {key for key in keys if not PARTS_OF_SENTENCES.match(key)}


def test_every_finding_is_described_and_exists() -> None:
    described = re.findall(r"^\| `(\w+)` \|", FINDINGS, re.MULTILINE)

    assert finding_codes()
    assert len(described) == len(set(described))
    assert set(described) == finding_codes()


def printed(*words: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        assert main(words) == 0
    return output.getvalue()


@pytest.fixture(scope="module")
def commands() -> dict[str, str]:
    """The help of every command by its name, as the command line itself prints it."""
    listed = re.findall(r"^ {4}([a-z]+) {2}", printed("--help"), re.MULTILINE)
    assert len(listed) >= 7
    return {name: printed(name, "--help") for name in listed}


def test_every_command_is_in_the_readme(commands: dict[str, str]) -> None:
    rows = re.findall(r"^\| `([a-z]+)\b", README, re.MULTILINE)

    assert set(rows) == set(commands)


def test_every_option_is_in_the_readme(commands: dict[str, str]) -> None:
    missing = {
        (name, option)
        for name, words in commands.items()
        for option in re.findall(r"(?<!\w)--[a-z-]+", words)
        if option not in README and option != "--help"
    }

    assert missing == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_command_quoted_exists(document: Path, commands: dict[str, str]) -> None:
    for name, rest in re.findall(r"python -m indicators ([a-z]+)([^\n`]*)", document.read_text("utf-8")):
        assert name in commands
        for option in re.findall(r"(?<!\w)--[a-z-]+", rest):
            assert option in commands[name], f"{name} {option}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.parent.name != "decisions"], ids=by_name)
def test_every_file_named_exists(document: Path) -> None:
    folders = r"indicators|pages|queries|tests|benchmarks|docs|data/catalogue|data/demo|\.streamlit"
    named = re.findall(rf"`((?:{folders})/[\w./]*)`", document.read_text("utf-8"))

    assert [name for name in named if not (CHECKOUT / name).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = CHECKOUT / "docs/decisions"
    files = {path.name for path in folder.glob("[0-9]*.md")}
    listed = re.findall(r"^\| \[\d{4}\]\((\S+)\) \| (.+) \|$", (folder / "README.md").read_text("utf-8"), re.MULTILINE)

    assert {name for name, _ in listed} == files
    for name, title in listed:
        assert (folder / name).read_text("utf-8").startswith(f"# {name[:4]} {title}\n"), name


def test_the_two_readmes_name_the_same_commands(commands: dict[str, str]) -> None:
    quoted = set(re.findall(r"python -m indicators ([a-z]+)", README_VI))

    assert quoted == set(commands)
