"""Exhibits made by hand, for figures: the frames of DESIGN with as few rows as a case needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from indicators.exhibits.exhibit import Drawing, Exhibit

TRAJECTORY_ROW: Mapping[str, object] = {
    "series": "actual", "at": 2014.0, "period": "Y", "value": None, "value_to": None, "quality": "", "source": "",
    "hover": "",
}  # fmt: skip
BAR_ROW: Mapping[str, object] = {
    "key": "171", "label": "Đại Từ", "value": None, "target": None, "status": "not_assessed",
    "status_label": "Chưa đánh giá", "hollow": False, "hover": "",
}  # fmt: skip
LINE_ROW: Mapping[str, object] = {
    "key": "171", "label": "Đại Từ", "at": 2014.0, "value": None, "target_path": None, "status": "not_assessed",
    "hollow": False, "hover": "",
}  # fmt: skip
AREA_ROW: Mapping[str, object] = {
    "key": "171", "label": "Đại Từ", "value": None, "written": "", "status": "not_assessed",
    "status_label": "Chưa đánh giá", "hollow": False, "hover": "",
}  # fmt: skip
CELL_ROW: Mapping[str, object] = {
    "row": "iso", "row_label": "Doanh nghiệp áp dụng ISO 9001", "year": 2014, "status": "not_assessed",
    "status_label": "Chưa đánh giá", "ratio": None, "hover": "", "written": "",
}  # fmt: skip
COUNT_ROW: Mapping[str, object] = {
    "row": "171", "row_label": "Đại Từ", "status": "achieved", "status_label": "Đạt", "count": 0,
}  # fmt: skip
SLOPE_ROW: Mapping[str, object] = {
    "key": "171", "label": "Đại Từ", "before": None, "after": None, "before_hollow": False, "after_hollow": False,
    "before_hover": "", "after_hover": "", "breaks": "", "told": False, "status": "not_assessed",
}  # fmt: skip
PART_ROW: Mapping[str, object] = {
    "key": "171", "label": "Đại Từ", "value": None, "written": "", "role": "part", "is_short": False, "hover": "",
}  # fmt: skip
PAIR_ROW: Mapping[str, object] = {
    "row": "iso", "row_label": "ISO 9001", "left": None, "right": None, "left_status": "not_assessed",
    "right_status": "not_assessed", "left_hover": "", "right_hover": "",
}  # fmt: skip


def framed(blank: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Return rows over a blank one, every cell a plain Python value as exhibits have them."""
    whole = [{**blank, **row} for row in rows]
    return pd.DataFrame({name: pd.Series([row[name] for row in whole], dtype=object) for name in blank})


def exhibit(drawing: Drawing, frame: pd.DataFrame, **changes: object) -> Exhibit:
    """Return an exhibit around a frame, in Vietnamese unless told otherwise."""
    told: dict[str, object] = {
        "key": "case", "title": "Tiêu đề", "headline": "Câu tóm tắt.", "unit": "DN", "source_note": "Nguồn: thử.",
        "as_of": 2020, "version": 1, "language": "vi", "empty_sentence": "Chưa có số liệu. Hãy nộp báo cáo năm.",
        **changes,
    }  # fmt: skip
    return Exhibit(frame=frame, drawing=drawing, **told)  # type: ignore[arg-type]
