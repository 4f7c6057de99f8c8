"""A file with ten different faults gets exactly those ten findings, each with its cell, in both languages."""

from __future__ import annotations

import pytest

from indicators.labels import text
from tests.intake.desk import Desk, told, workbook
from tests.intake.ten_faults import EXPECTED, ROWS


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_ten_faults_are_ten_findings_and_nothing_is_published(form: str, own_desk: Desk) -> None:
    before = own_desk.store.version
    content = "\n".join(";".join(row) for row in ROWS).encode() if form == "csv" else workbook({"Số liệu": ROWS})

    report = own_desk.check(content, name=f"muoi-loi.{form}")

    assert told(report) == EXPECTED
    assert {finding.sheet for finding in report.findings} == {None if form == "csv" else "Số liệu"}
    for finding in report.findings:
        assert finding.severity == "error"
        sentences = {finding.sentence(text(language)) for language in ("vi", "en")}
        assert len(sentences) == 2
        assert finding.value is None or all(finding.value in sentence for sentence in sentences) or finding.code in (
            "denominator_zero", "operator_against_direction",
        )  # fmt: skip
    assert not report.publishable
    assert (report.rows, report.incoming.num_rows) == (11, 1)
    assert own_desk.store.version == before
