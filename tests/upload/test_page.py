"""The first steps of the upload page in each of their states: a file chosen, recognised, checked."""

from __future__ import annotations

import io

import openpyxl
import pytest

from indicators.intake import About
from indicators.store import Store
from indicators.ui import session
from indicators.ui.upload import draft as drafts
from tests.pages.opening import links, opened, words
from tests.upload.clerk import draft_of, handed_in, is_shut, offers, on, press
from tests.upload.reports import FAULTS, INDICATOR, workbook


def test_who_is_not_signed_in_is_led_to_the_door_and_sees_nothing_else(store: Store) -> None:
    test = opened("upload")

    assert "Hãy đăng nhập" in words(test)
    assert links(test)["Đăng nhập"].startswith("sign-in?")
    assert not test.exception
    assert (len(test.file_uploader), len(test.button)) == (0, 0)


def test_without_a_file_only_the_first_step_is_open(store: Store, signed_in: None) -> None:
    test = opened("upload")

    assert not test.exception
    assert "Chọn tệp số liệu nhận được" in words(test)
    assert [button.disabled for button in test.button] == [False, True, True, True, True]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("hong.xlsx", b"PK\x03\x04 broken", "hong.xlsx"), ("rong.xlsx", b"", "tệp trống"), ("a.pdf", b"%PDF-1.7", "PDF")],
)
def test_a_file_that_can_not_be_read_is_one_sentence_and_the_one_in_hand_stays(
    store: Store, signed_in: None, name: str, content: bytes, said: str
) -> None:
    test = handed_in(workbook())
    test.file_uploader[0].set_value((name, content, "")).run()

    assert not test.exception
    assert said in words(test)
    assert "dai-tu.xlsx" in words(test)
    assert draft_of(test).file == "dai-tu.xlsx"


def test_the_sender_is_guessed_and_shown_as_a_guess(store: Store, signed_in: None) -> None:
    test = handed_in(workbook())

    assert test.selectbox(key=session.UPLOAD_SENDER).value == "Huyện Đại Từ"
    assert "Đoán là Huyện Đại Từ" in words(test)


def test_what_is_recognised_is_told_in_one_line_and_may_be_corrected(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    assert "Bảng theo huyện, 7 cột số liệu (2014–2020): Số tiêu chuẩn cơ sở được xây dựng" in words(test)
    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_indicator").set_value("dn_ap_dung_he_thong").run()
    assert [(one.about, one.cell, one.value) for one in draft_of(test).answers] == [
        (About.INDICATOR, "C4", "dn_ap_dung_he_thong")
    ]
    assert "(2014–2020): Số tiêu chuẩn" not in words(test)


def test_a_column_may_be_a_plan_or_not_read_at_all(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_kind_2").set_value("target").run()
    assert [one.value for one in draft_of(test).answers] == ["KH 2014"]
    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_year_2").set_value("not_read").run()

    assert not test.exception
    assert [one.value for one in draft_of(test).answers] == [""]
    assert "6 cột số liệu (2015–2020)" in words(test)


def test_a_table_may_be_left_unread_and_read_again(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook()))

    test.button(key=f"{session.UPLOAD_TABLE}_0_read").click().run()
    assert "7 cột số liệu" not in words(test)
    test.button(key=f"{session.UPLOAD_TABLE}_read").click().run()

    assert "7 cột số liệu" in words(test)
    assert list(draft_of(test).answers) == []


def test_faults_are_listed_with_their_cells_and_keep_the_way_on_shut(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS))))

    assert "Còn 2 lỗi phải sửa" in words(test)
    assert is_shut(test)
    assert {"Ô B10", "Ô G11"} <= {button.label for button in test.button}
    assert draft_of(test).look.cell in {"B10", "G11"}


def test_a_click_mends_is_told_and_can_be_undone(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS))))

    offers(test)["Ghi “Võ Nhai”"].click().run()
    assert "Còn 1 lỗi" in words(test)
    assert "Ô B10: “Võ Nhaii” thành “Võ Nhai”" in words(test)
    press(test, "take_back_0")

    assert "Còn 2 lỗi" in words(test)


def test_what_is_safe_is_mended_in_one_go(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook({"C5": "10 tiêu chuẩn", "D6": "10 tiêu chuẩn"}))))
    assert any(button.label == "Sửa tất cả chỗ chắc chắn (2)" for button in test.button)

    press(test, "mend_all")

    assert "Không còn gì phải sửa" in words(test)
    assert len(draft_of(test).answers) == 2


def test_the_page_speaks_english_where_asked(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS), language="en")))

    assert "Errors to mend before this can be published: 2" in words(test)


def two_tables() -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    other = book.copy_worksheet(book.active)
    other.title, other["A2"] = "Khác", "Biểu số 4. Phân theo huyện"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_one_sheet_of_several_may_be_read_alone(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(two_tables())))
    assert "Còn 1 lỗi" in words(test)
    assert any("trang Khác" in button.label for button in test.button)

    press(test, "step_2")
    test.session_state[session.UPLOAD_DRAFT] = drafts.looking_at(draft_of(test), sheet=0, cell=None, first_row=0)
    press(test.run(), "this_sheet")
    on(test)

    assert "Không còn gì phải sửa" in words(test)
    assert "Trang Khác: không đọc" in words(test)


def test_what_is_wrong_with_a_table_leads_back_to_where_it_is_chosen(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook({"A2": "Biểu số 4. Phân theo huyện"}))))
    (again,) = [button for button in test.button if button.label == "Chọn lại ở bước 2"]

    again.click().run()
    assert "chưa rõ chỉ tiêu nào" in words(test)
    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_indicator").set_value(INDICATOR).run()
    on(test)

    assert "Không còn gì phải sửa" in words(test)


def test_a_changed_definition_says_which_of_its_fields(store: Store, signed_in: None) -> None:
    content = (
        "ma;ten;don_vi;loai_chi_tieu;chieu;van_ban\n"
        f"{INDICATOR};Số tiêu chuẩn cơ sở được ban hành;tiêu chuẩn;cumulative;up;QĐ 99/QĐ-UBND\n"
    )

    test = on(on(on(handed_in(content.encode(), name="dinh-nghia.csv"))))

    assert "tên: Số tiêu chuẩn cơ sở được xây dựng → Số tiêu chuẩn cơ sở được ban hành" in words(test)


def test_a_target_is_shown_with_its_document_and_date(store: Store, signed_in: None) -> None:
    content = (
        "chi_tieu;nam;huyen;loai_so_lieu;gia_tri;van_ban;ngay_van_ban\n"
        f"{INDICATOR};2020;171;muc_tieu;77;QĐ 12/QĐ-UBND;05/03/2018\n"
    )

    test = on(on(on(handed_in(content.encode(), name="muc-tieu.csv"))))

    assert "QĐ 12/QĐ-UBND (05/03/2018)" in words(test)
    assert "Mục tiêu và số gốc" in words(test)


def test_the_letter_and_the_file_to_send_back_are_at_hand(store: Store, signed_in: None) -> None:
    test = on(on(handed_in(workbook(FAULTS))))
    assert len(test.get("download_button")) == 0

    test.session_state[session.UPLOAD_SEND_BACK] = True
    test.run()

    assert len(test.get("download_button")) == 1
    assert "Võ Nhaii" in test.code[0].value


def test_a_unit_chosen_in_english_is_the_same_answer(store: Store, signed_in: None) -> None:
    test = on(handed_in(workbook(), language="en"))

    test.selectbox(key=f"{session.UPLOAD_TABLE}_0_unit").select("million dong").run()

    assert not test.exception
    assert [one.value for one in draft_of(test).answers] == ["triệu đồng"]
