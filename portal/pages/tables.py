"""Tables that Wagtail's own reports leave as files: in CSV too no text is a formula.

In XLSX Wagtail sees to that, but falls on what a workbook cannot hold.
"""

from django.db.models import Model
from django.utils.encoding import force_str
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from people.exports import defused, writable


def defuse() -> None:
    """Let each text, and what a row is called, be looked at on its way out."""
    as_text = {
        SpreadsheetExportMixin.FORMAT_CSV: lambda value: defused(force_str(value)),
        SpreadsheetExportMixin.FORMAT_XLSX: lambda value: writable(force_str(value)),
    }
    usual = SpreadsheetExportMixin.custom_value_preprocess
    SpreadsheetExportMixin.custom_value_preprocess = {**usual, (str, Model): as_text}
