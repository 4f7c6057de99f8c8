"""Files that are not what they say, or that would harm: each refused with its own sentence, in little memory."""

from __future__ import annotations

import gzip
import io
import re
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from indicators import intake
from indicators.errors import UnreadableFile
from indicators.intake import columns, container, reading, spreadsheet
from indicators.labels import LANGUAGES, sentences, text
from tests.intake.desk import Desk, workbook

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = workbook({"S": [["Số DN được hỗ trợ"], ["Huyện", 2014, 2015], ["Đại Từ", 4, 5]]})
MEGABYTE = 1 << 20


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a packed file of those parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return content.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    """Return the good workbook with one part put in or changed."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as parts:
        return packed({**{one: parts.read(one) for one in parts.namelist()}, name: part})


def locked_zip() -> bytes:
    """Return the good workbook with its parts marked as encrypted."""
    content = bytearray(GOOD)
    for start, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(start)
        while at >= 0:
            content[at + flag] |= 1
            at = content.find(start, at + 4)
    return bytes(content)


ODS = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": b"<x/>",
}
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
BAD = {
    "empty": (b"", "finding.why_empty"),
    "blank": (b" \r\n\t", "finding.why_empty"),
    "torn xlsx": (GOOD[: len(GOOD) // 2], "finding.why_truncated"),
    "xlsx without its end": (GOOD[:-30], "finding.why_truncated"),
    "torn xls": (OLD_OFFICE, "finding.why_not_workbook"),
    "torn parquet": (b"PAR1torn", "finding.why_not_parquet"),
    "xlsx with a password": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "finding.why_password"),
    "packed with a password": (locked_zip(), "finding.why_password"),
    "ods with a password": (
        packed({**ODS, "META-INF/manifest.xml": b"<m><encryption-data/></m>"}), "finding.why_password",
    ),
    "word": (packed({"word/document.xml": b"<x/>"}), "finding.why_other_format"),
    "powerpoint": (packed({"ppt/presentation.xml": b"<x/>"}), "finding.why_other_format"),
    "old word": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "finding.why_other_format"),
    "zip of files": (packed({"so-lieu.csv": b"a;b"}), "finding.why_other_format"),
    "pdf": (b"%PDF-1.7", "finding.why_other_format"),
    "gzip": (gzip.compress(b"a;b\n1;2"), "finding.why_other_format"),
    "rar": (b"Rar!\x1a\x07\x00", "finding.why_other_format"),
    "program": (b"MZ\x90\x00", "finding.why_other_format"),
    "page named xls": (b"<html><table><tr><td>1</td></tr></table></html>", "finding.why_other_format"),
    "bomb": (
        packed({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": bytes(60 * MEGABYTE)}), "finding.why_bomb",
    ),
    "thousands of parts": (
        packed({"xl/workbook.xml": b"<x/>", **{f"xl/{n}.bin": b"" for n in range(5_001)}}), "finding.why_bomb",
    ),
    "entity in a sheet": (with_part("xl/worksheets/sheet1.xml", ENTITY), "finding.why_entities"),
    "entity in the words": (with_part("xl/sharedStrings.xml", ENTITY), "finding.why_entities"),
    "entity in an ods": (packed({**ODS, "content.xml": ENTITY}), "finding.why_entities"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_file_is_refused_in_its_own_words(fault: str) -> None:
    content, key = BAD[fault]
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep.xlsx", content)

    for language in LANGUAGES:
        said = text(language).name(refused.value.figures["why"])
        assert re.fullmatch(re.sub(r"\\{\w+\\}", "[^{}]+", re.escape(sentences(language)[key])), said)


def test_every_way_to_be_bad_has_another_sentence() -> None:
    keys = {key for _, key in BAD.values()}

    assert len({text("vi")(key, megabytes=1, times=1, format="X") for key in keys}) == len(keys) == 8


def test_a_bomb_is_refused_in_little_memory() -> None:
    content, _ = BAD["bomb"]
    tracemalloc.start()
    with pytest.raises(UnreadableFile):
        intake.read("tep.xlsx", content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 5 * MEGABYTE


def test_an_entity_is_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    part = ENTITY.replace(b"/etc/passwd", str(secret).encode())
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep.xlsx", with_part("xl/worksheets/sheet1.xml", part))

    assert "bí mật" not in repr(refused.value)


def test_a_file_over_the_bound_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_BYTES", len(GOOD) - 1)
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep.xlsx", GOOD)

    assert "MB" in str(refused.value.figures["why"])


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_CELLS", 3)
    with pytest.raises(UnreadableFile) as refused:
        intake.read("tep.xlsx", GOOD)

    assert "3 ô" in str(refused.value.figures["why"])


def test_macros_are_never_looked_at(desk: Desk) -> None:
    report = desk.check(with_part("xl/vbaProject.bin", b"Sub Auto_Open(): Kill: End Sub"), name="tep.xlsm")

    assert report.publishable
    assert report.incoming.num_rows == 2


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("../../etc/tep.csv", "tep.csv"),
        ("C:\\Users\\ai đó\\tep.csv", "tep.csv"),
        ("/tmp/", "tmp"),
        ("..", "tep"),
        ("", "tep"),
        ("a\x00b\n.csv", "ab.csv"),
        ("anh\u202egpj.csv", "anhgpj.csv"),
        ("Biểu số 3.csv", "Biểu số 3.csv"),
        ("x" * 500 + ".csv", "x" * 196 + ".csv"),
    ],
)
def test_a_files_name_holds_no_path(typed: str, name: str) -> None:
    assert reading.plain_name(typed) == name
    assert intake.read(typed, b"a;b\n1;2\n").file == name


@pytest.mark.parametrize(("lines", "width"), [(columns.MOST_ROWS + 1, 1), (3, columns.MOST_CELLS // 3 + 1)])
def test_a_text_file_that_would_fill_the_memory_is_refused_in_words(lines: int, width: int) -> None:
    content = (";" * (width - 1) + "1\n").encode() * lines

    with pytest.raises(UnreadableFile) as refused:
        reading.read("dai.csv", content)
    assert "chia thành nhiều tệp" in str(refused.value.figures["why"])
