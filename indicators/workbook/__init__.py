"""Workbooks made for a reader: the template an office fills in, the figures of an exhibit."""

from indicators.workbook.figures import figures
from indicators.workbook.template import Template, template

__all__ = ["Template", "figures", "template"]
