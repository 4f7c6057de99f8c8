"""Every finding, by a file that has just its fault."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from indicators.intake import Answers, Report, Severity
from indicators.labels import LANGUAGES, sentences, text
from tests.intake.desk import Desk, told
from tests.intake.faults import FAULTS

# Words inside sentences, and findings of a rehearsal, which need a store that holds something.
PARTS_OF_SENTENCES = ("offer", "nothing_near", "consequences", "why_", "reason_", "kind_", "way_", "choice_")
OF_A_REHEARSAL = {"nothing_new", "nothing_to_withdraw"}


@pytest.fixture(scope="module")
def report_on(desk: Desk) -> Callable[[str], Report]:
    """What the check says of the file with that fault; each file is checked once."""

    @cache
    def checked(code: str) -> Report:
        fault = FAULTS[code]
        return desk.check(fault.content, name=fault.name, indicator=fault.indicator, answers=Answers.of(fault.answers))

    return checked


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_found_at_its_cell_and_nothing_else_is(code: str, report_on: Callable[[str], Report]) -> None:
    fault, report = FAULTS[code], report_on(code)

    assert sorted(finding.code for finding in report.findings) == sorted([code, *fault.also]), told(report)
    finding = next(finding for finding in report.findings if finding.code == code)
    assert (finding.severity, finding.cell) == (fault.severity, fault.cell)
    assert report.publishable == (fault.severity in ("warning", "info"))
    if fault.value is not None:
        assert finding.value == fault.value
    if fault.fix is not None:
        assert finding.fix is not None
        assert finding.fix.value == fault.fix


@pytest.mark.parametrize("code", FAULTS)
def test_a_finding_speaks_both_languages(code: str, report_on: Callable[[str], Report]) -> None:
    finding = next(finding for finding in report_on(code).findings if finding.code == code)

    vietnamese, english = (finding.sentence(text(language)) for language in LANGUAGES)

    assert vietnamese != english
    for sentence in (vietnamese, english):
        assert sentence.endswith((".", "?"))
        assert "{" not in sentence
        assert "None" not in sentence


def test_every_finding_has_a_file_with_its_fault() -> None:
    codes = {
        name.removeprefix("finding.")
        for name in sentences("vi")
        if name.startswith("finding.") and not name.removeprefix("finding.").startswith(PARTS_OF_SENTENCES)
    }

    assert codes == set(FAULTS) | OF_A_REHEARSAL


def test_findings_of_every_weight_were_tried() -> None:
    assert {fault.severity for fault in FAULTS.values()} == set(Severity)
