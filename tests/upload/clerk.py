"""What a clerk does on the upload page, step by step, without a browser."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from indicators.intake import About, Answer
from indicators.ui import session
from indicators.ui.access import Staff
from indicators.ui.upload import draft as drafts
from indicators.ui.upload.draft import Draft
from tests.pages.opening import opened
from tests.upload.reports import SHEET

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CLERK = Staff("Trần Thị Lan", "account")


def handed_in(content: bytes, *, name: str = "dai-tu.xlsx", language: str = "vi") -> AppTest:
    test = opened("upload", {"lang": language})
    test.file_uploader[0].set_value((name, content, XLSX)).run()
    return test


def press(test: AppTest, name: str) -> AppTest:
    test.button(key=f"{session.UPLOAD_BUTTON}_{name}").click().run()
    assert not test.exception
    return test


def on(test: AppTest) -> AppTest:
    """Take the way on of whatever step the page is at."""
    (button,) = [one for one in test.button if str(one.key).startswith(f"{session.UPLOAD_BUTTON}_on_")]
    button.click().run()
    assert not test.exception
    return test


def is_shut(test: AppTest) -> bool:
    """Whether the way on is closed."""
    return any(one.disabled for one in test.button if str(one.key).startswith(f"{session.UPLOAD_BUTTON}_on_"))


def draft_of(test: AppTest) -> Draft:
    found = test.session_state[session.UPLOAD_DRAFT]
    assert isinstance(found, Draft)
    return found


def offers(test: AppTest) -> dict[str, Any]:
    return {button.label: button for button in test.button if "_offer_" in str(button.key)}


def mended(test: AppTest) -> AppTest:
    """Mend both errors: the district by its click, the number as the grid's editing would."""
    offers(test)["Ghi “Võ Nhai”"].click().run()
    said = drafts.answered(draft_of(test), [Answer(About.CELL, SHEET, "G11", "48", "4l")])
    test.session_state[session.UPLOAD_DRAFT] = said
    test.run()
    return test


def published(test: AppTest, reason: str = "Báo cáo năm 2020") -> AppTest:
    test.text_area(key=session.UPLOAD_REASON).set_value(reason).run()
    test.text_input(key=session.UPLOAD_DOCUMENT).set_value("125/BC-UBND").run()
    return on(test)
