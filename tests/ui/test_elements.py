"""Exhibits as HTML: every word escaped, nothing invented, status always by symbol and word."""

from __future__ import annotations

import pandas as pd
import pytest

from indicators.exhibits.exhibit import Distribution, Heatmap, VerdictCard
from indicators.labels import text
from indicators.palette import STATUSES, SYMBOL_BY_STATUS
from indicators.ui.elements.grid import grid
from indicators.ui.elements.markup import chip, counts_in_order, glued, key, status_class, tag, without
from indicators.ui.elements.spread import ranking, tile, whole
from indicators.ui.elements.table import MOST_ROWS, table, without_empty_columns
from indicators.ui.elements.verdicts import card, row
from tests.figures.frames import CELL_ROW, COUNT_ROW, exhibit, framed

EVIL = "<script>alert('Đ')</script>\" onload=\"x"
WORDS = text("vi")
ENTRY = {
    "key": "iso", "label": "ISO 9001", "status": "at_risk", "status_label": "Nguy cơ không đạt", "ratio": 0.3,
    "value": "60 DN", "target": "≥ 200 DN", "sentence": "Mới đạt 60 trên 200 DN.", "written": "0,30",
}  # fmt: skip


class TestMarkup:
    def test_attributes_are_escaped(self) -> None:
        assert EVIL not in tag("p", "", title=EVIL)
        assert "&quot;" in tag("p", "", title=EVIL)

    def test_a_status_is_symbol_and_word(self) -> None:
        assert "▲" in chip("at_risk", "Nguy cơ")
        assert "Nguy cơ" in chip("at_risk", "Nguy cơ")
        assert EVIL not in chip("at_risk", EVIL)

    @pytest.mark.parametrize("status", [None, "", EVIL, "unheard_of"])
    def test_an_unknown_status_never_reaches_a_class(self, status: object) -> None:
        assert status_class(status) == "s-not_assessed"

    def test_the_key_names_what_occurs_in_the_order_of_statuses(self) -> None:
        found = key(["missed", "achieved", "missed", None], WORDS)

        assert found.index("Đạt") < found.index("Không đạt")
        assert found.count("<li") == 2

    def test_an_empty_key_has_no_entry(self) -> None:
        assert "<li" not in key([], WORDS)

    def test_a_figure_stays_with_the_word_it_counts(self) -> None:
        assert glued("9 chỉ tiêu đạt, 3 chậm") == "9\u00a0chỉ tiêu đạt, 3\u00a0chậm"
        assert glued("ngành Chè <b>") == "Ngành Chè &lt;b&gt;"
        assert glued("") == ""

    @pytest.mark.parametrize(
        ("title", "left"),
        [
            ("Theo huyện – ISO 9001", "Theo huyện"),
            ("ISO 9001: thực hiện và lộ trình", "thực hiện và lộ trình"),
            ("ISO 9001 – Đại Từ", "Đại Từ"),
            ("Theo ngành – ISO 9001, Đại Từ", "Theo ngành, Đại Từ"),
            ("ISO 9001", ""),
            ("Điểm PCI", "Điểm PCI"),
        ],
    )
    def test_a_name_said_above_is_not_said_again(self, title: str, left: str) -> None:
        assert without(title, "ISO 9001") == left

    def test_nothing_said_takes_nothing_away(self) -> None:
        assert without("Theo huyện", "") == "Theo huyện"


class TestSpread:
    def test_a_status_that_nobody_has_is_left_out(self) -> None:
        frame = framed(COUNT_ROW, [{"count": 0}, {"status": "missed", "status_label": "Không đạt", "count": 2}])

        assert counts_in_order(frame) == [("missed", "Không đạt", 2)]

    def test_the_best_stands_first(self) -> None:
        frame = framed(COUNT_ROW, [{"status": status, "status_label": status, "count": 1} for status in STATUSES[::-1]])

        assert [status for status, _, _ in counts_in_order(frame)] == list(STATUSES)

    def test_the_whole_programme_shows_every_count_in_words(self) -> None:
        rows = [{"count": 9}, {"status": "slow", "status_label": "Chậm", "count": 1}]

        found = whole(exhibit(Distribution(), framed(COUNT_ROW, rows)))

        assert "<strong>9</strong>" in found
        assert "<strong>1</strong>" in found
        assert "◆" in found
        assert "Chậm" in found

    def test_a_segment_too_narrow_for_its_count_has_it_beside(self) -> None:
        rows = [{"count": 99}, {"status": "slow", "status_label": "Chậm", "count": 1}]

        found = whole(exhibit(Distribution(), framed(COUNT_ROW, rows)))

        assert '<span class="segment s-slow" style="flex:1" title="Chậm: 1"></span>' in found

    def test_places_are_in_the_order_of_the_frame_and_one_stands_out(self) -> None:
        rows = [{"row": "170", "row_label": "Võ Nhai", "count": 1}, {"row": "171", "row_label": EVIL, "count": 2}]

        found = ranking(exhibit(Distribution(), framed(COUNT_ROW, rows)), here="170")

        assert '<dt class="here">Võ Nhai</dt>' in found
        assert found.count("<dt") == 2
        assert "<script" not in found

    def test_a_tile_without_a_verdict_has_an_empty_bar(self) -> None:
        assert "segment" not in tile(framed(COUNT_ROW, []))


class TestGrid:
    def draw(self, *rows: dict[str, object]) -> str:
        """Return the grid of these cells."""
        return grid(
            exhibit(Heatmap(), framed(CELL_ROW, rows)), address=lambda indicator: f"indicator?chi_tieu={indicator}"
        )

    def test_a_cell_says_its_status_to_who_cannot_see_it(self) -> None:
        found = self.draw({"status": "slow", "status_label": "Chậm", "ratio": 0.9496, "written": "0,9496"})

        assert '<span class="unseen">Chậm</span>' in found
        assert "0,9496" in found

    def test_a_cell_without_a_ratio_shows_none(self) -> None:
        assert 'class="ratio"' not in self.draw({})

    def test_a_year_that_a_row_lacks_is_empty(self) -> None:
        found = self.draw({"year": 2014}, {"row": "tfp", "row_label": "TFP", "year": 2015})

        assert found.count("<td></td>") == 3

    def test_a_name_leads_to_its_indicator(self) -> None:
        found = self.draw({"row": "iso", "row_label": EVIL, "hover": EVIL})

        assert 'href="indicator?chi_tieu=iso"' in found
        assert "<script" not in found


class TestVerdicts:
    def test_a_row_says_verdict_ratio_and_sentence(self) -> None:
        found = row(ENTRY)

        for part in ("▲", "Nguy cơ không đạt", "S = 0,30", "Mới đạt 60 trên 200 DN."):
            assert part in found

    def test_a_row_without_a_ratio_draws_no_meter(self) -> None:
        assert "meter" not in row({**ENTRY, "ratio": None})

    @pytest.mark.parametrize(("ratio", "width"), [(-3.0, "0.0"), (0.75, "50.0"), (9.0, "100.0")])
    def test_the_meter_stays_in_its_box(self, ratio: float, width: str) -> None:
        assert f"width:{width}%" in row({**ENTRY, "ratio": ratio})

    def test_a_card_shows_every_figure_with_its_note(self) -> None:
        drawing = VerdictCard(status="missed", status_label="Không đạt", rule="Đã hết hạn.")
        frame = pd.DataFrame([{"figure": "ratio", "label": "Tỷ số S", "value": "–", "note": "đã hết hạn"}])

        found = card(exhibit(drawing, frame, headline="Hết hạn năm 2020."), drawing)

        for part in ("✗", "Không đạt", "Hết hạn năm 2020.", "Tỷ số S", "–", "đã hết hạn", "Đã hết hạn."):
            assert part in found

    def test_names_typed_by_offices_stay_words(self) -> None:
        evil = {**ENTRY, "sentence": EVIL, "status_label": EVIL}

        assert "<script" not in row(evil)
        drawing = VerdictCard(status="missed", status_label=EVIL, rule=EVIL)
        frame = pd.DataFrame([{"figure": EVIL, "label": EVIL, "value": EVIL, "note": EVIL}])
        assert "<script" not in card(exhibit(drawing, frame, headline=EVIL), drawing)

    def test_every_symbol_is_hidden_from_readers_of_the_screen(self) -> None:
        found = row(ENTRY)

        assert f'<span class="sign" aria-hidden="true">{SYMBOL_BY_STATUS["at_risk"]}</span>' in found


class TestTable:
    def draw(self, frame: pd.DataFrame, headers: tuple[str, ...] = ()) -> str:
        """Return the table of a frame."""
        return table(frame, headers, WORDS, label="Bảng số")

    @pytest.mark.parametrize(
        ("cell", "written"),
        [
            (None, ""), (0, "0"), (0.0, "0"), (2018, "2018"), (12345, "12.345"), (1234.5, "1.234,5"), (True, "có"),
            ("…", "…"), (float("nan"), ""),
        ],
    )  # fmt: skip
    def test_a_cell_is_written_as_it_is(self, cell: object, written: str) -> None:
        frame = pd.DataFrame({"Giá trị": pd.Series([cell], dtype=object)})

        assert f">{written}</td>" in self.draw(frame)

    def test_figures_stand_to_the_right_and_words_to_the_left(self) -> None:
        found = self.draw(pd.DataFrame({"Nơi": ["Ban Quản lý các khu"], "Giá trị": ["1.234,5"], "Mức": ["14 DN"]}))

        assert '<th class="figure" scope="col">Giá trị</th>' in found
        assert '<th scope="col">Nơi</th>' in found
        assert '<td class="short" data-label="Mức">14 DN</td>' in found

    def test_headers_of_the_exhibit_stand_for_the_names_of_columns(self) -> None:
        assert "Nơi" in self.draw(pd.DataFrame({"place": ["Đại Từ"]}), headers=("Nơi",))
        assert "place" not in self.draw(pd.DataFrame({"place": ["Đại Từ"]}), headers=("Nơi",))

    def test_rows_beyond_what_a_page_bears_are_counted(self) -> None:
        found = self.draw(pd.DataFrame({"n": range(MOST_ROWS + 1234)}))

        assert found.count("<tr") == MOST_ROWS + 1
        assert "1.234" in found

    def test_words_of_a_file_stay_words(self) -> None:
        assert "<script" not in self.draw(pd.DataFrame({EVIL: [EVIL]}))

    def test_columns_that_say_nothing_are_left_out(self) -> None:
        frame = pd.DataFrame({"a": ["", None], "b": ["", "x"], "c": [0, None]}, dtype=object)

        kept, headers = without_empty_columns(frame, ["A", "B", "C"])

        assert list(kept.columns) == ["b", "c"]
        assert headers == ["B", "C"]
