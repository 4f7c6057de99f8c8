"""The files as a strict reader meets them, and as LibreOffice opens them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.conftest import MAKERS, TOLD, Made
from tests.documents.packages import Package, out_of_order

# The order of the children in the parts that we write ourselves, from ECMA-376.
CHART_ORDERS = {
    "plotArea": ("layout", "barChart", "lineChart", "scatterChart", "catAx", "valAx", "spPr"),
    "barChart": ("barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines", "axId"),
    "lineChart": ("grouping", "varyColors", "ser", "dLbls", "dropLines", "hiLowLines", "upDownBars", "marker", "smooth",
                  "axId"),
    "scatterChart": ("scatterStyle", "varyColors", "ser", "dLbls", "axId"),
    "ser": ("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "cat", "val", "xVal", "yVal",
            "smooth"),
    "dLbls": ("dLbl", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName",
              "showPercent", "showBubbleSize", "separator", "showLeaderLines"),
    "dLbl": ("idx", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName",
             "showSerName", "showPercent", "showBubbleSize"),
    "marker": ("symbol", "size", "spPr"),
    "tcPr": ("lnL", "lnR", "lnT", "lnB", "noFill", "solidFill"),
}  # fmt: skip
WORD_ORDERS = {
    "trPr": ("cantSplit", "tblHeader"),
    "tblPr": ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"),
    "pPr": ("pStyle", "keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "rPr"),
}


@pytest.mark.parametrize("ending", MAKERS)
@pytest.mark.parametrize("name", TOLD)
def test_every_part_is_typed_well_formed_and_reached(made: Made, name: str, ending: str) -> None:
    assert list(Package(made(name, ending)).faults()) == []


@pytest.mark.parametrize("name", ["province-vi", "district-vi"])
def test_the_elements_of_a_chart_stand_in_the_order_of_the_schema(made: Made, name: str) -> None:
    package = Package(made(name, "pptx"))
    parts = [part for part in package.parts if re.match(r"ppt/(charts/chart|slides/slide)\d+\.xml", part)]

    assert len(parts) > 30
    assert [fault for part in parts for fault in out_of_order(package.tree(part), CHART_ORDERS)] == []


def test_the_elements_of_the_report_stand_in_the_order_of_the_schema(made: Made) -> None:
    package = Package(made("province-vi", "docx"))

    assert list(out_of_order(package.tree("word/document.xml"), WORD_ORDERS)) == []


@pytest.mark.parametrize("ending", MAKERS)
def test_libreoffice_opens_it(as_pdf: Callable[[bytes, str], Path], made: Made, ending: str) -> None:
    pdf = as_pdf(made("province-vi", ending), ending)

    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.stat().st_size > 100_000
