"""Binary tables for tests, made anew each time: nobody can read what a binary file in git holds."""

from __future__ import annotations

import io
import zipfile

import pandas as pd

ROWS = {
    "Titel": ["Fähre läuft aus", "Sturm zieht auf", "Hafen gesperrt", "Die Sperre endet"],
    "Datum": ["2019-02-28", "2019-03-01 08:15", "2019-03", "winter 2019"],
    "Text": ["Mit zwölf Wagen.", "", "Bis auf weiteres.", "=1+1"],
}

_CONTENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="T">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_ROW, _CELL = "<table:table-row>{}</table:table-row>", '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def xlsx() -> bytes:
    """An Excel workbook."""
    data = io.BytesIO()
    pd.DataFrame(ROWS).to_excel(data, index=False)
    return data.getvalue()


def parquet() -> bytes:
    """A Parquet file."""
    data = io.BytesIO()
    pd.DataFrame(ROWS).to_parquet(data)
    return data.getvalue()


def ods() -> bytes:
    """An OpenDocument spreadsheet."""
    lines = [list(ROWS), *map(list, zip(*ROWS.values(), strict=True))]
    rows = "".join(_ROW.format("".join(map(_CELL.format, line))) for line in lines)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _CONTENT.format(rows))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return data.getvalue()
