"""Workbooks made for a reader: the template an office fills in."""

from indicators.workbook.template import Template, template

__all__ = ["Template", "template"]
