"""`export`: a file written whole, or a sentence that says why not."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from pptx import Presentation

from tests.conftest import CommandLine


@pytest.fixture(scope="session")
def export(demo_store: Path) -> CommandLine:
    return CommandLine(demo_store)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("poster", "--out", "x"), "wrong_usage"),
        (("deck",), "wrong_usage"),
        (("report", "--template", "mau.pptx"), "wrong_usage"),
        (("deck", "--template", "nowhere.pptx"), "unreadable_file"),
        (("deck", "--template", "README.md"), "unusable_template"),
        (("workbook", "--district", "999"), "unknown_district"),
        (("workbook", "--sector", "vang"), "unknown_sector"),
        (("report", "--version", "999"), "unknown_version"),
        (("report", "--as-of", "1500"), "wrong_usage"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    export: CommandLine, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    out = tmp_path / "made.bin"
    named = words if "--out" in words or words == ("deck",) else (*words, "--out", str(out))

    ended = export("export", *named, "--json")

    assert ended.exit_code == 2
    assert ended.json["error"]["code"] == code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(export: CommandLine, tmp_path: Path) -> None:
    ended = export("export", "report", "--out", tmp_path / "nowhere" / "r.docx", "--district", "170", "--json")

    assert ended.exit_code == 2
    assert ended.json["error"]["code"] == "unwritable_file"


@pytest.mark.parametrize("kind", ["deck", "workbook", "report"])
def test_a_document_of_a_district_is_written(export: CommandLine, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "made"

    ended = export("export", kind, "--out", out, "--district", "170", "--as-of", "2019", "--lang", "en", "--json")

    assert ended.exit_code == 0, ended.complaints
    assert {**ended.json, "version": None, "indicators": None} == {
        "file": str(out), "kind": kind, "version": None, "as_of": 2019, "district": "170", "sector": None,
        "indicators": None,
    }  # fmt: skip
    assert ended.complaints == ""
    content = io.BytesIO(out.read_bytes())
    titles = {
        "deck": lambda: Presentation(content).slides[0].shapes.title.text_frame.text,
        "workbook": lambda: openpyxl.load_workbook(content).worksheets[0]["A1"].value,
        "report": lambda: docx.Document(content).core_properties.title,
    }
    assert titles[kind]() == "Productivity and quality results – Vo Nhai, to the end of 2019"
