"""Workbooks made for a reader: the template an office fills in, and a document's figures."""

from indicators.workbook.book import book
from indicators.workbook.figures import figures
from indicators.workbook.template import Template, template

__all__ = ["MEDIA_TYPE", "Template", "book", "figures", "template"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
