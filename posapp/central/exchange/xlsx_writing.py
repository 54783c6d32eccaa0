"""An XLSX of one sheet, written row by row; every text is text, and no cell is worked out."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from posapp.central.exchange.cells import has_control
from posapp.central.exchange.xlsx_reading import MOST_ROWS
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="members" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    ),
}
_SHEET: Final = "xl/worksheets/sheet1.xml"


def write_xlsx(file: IO[bytes], rows: Iterable[Sequence[str]]) -> None:
    """Raises Refused("export.too_many_rows", most)."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _PARTS.items():
            book.writestr(name, _HEAD + text)
        with book.open(_SHEET, "w", force_zip64=True) as sheet:
            sheet.write(f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, cells in enumerate(rows, start=1):
                if number > MOST_ROWS:
                    raise Refused("export.too_many_rows", most=MOST_ROWS)
                sheet.write(_row(cells))
            sheet.write(b"</sheetData></worksheet>")


def _row(cells: Sequence[str]) -> bytes:
    return f"<row>{''.join(map(_cell, cells))}</row>".encode()


def _cell(text: str) -> str:
    plain = "".join(mark for mark in text if not has_control(mark))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(plain)}</t></is></c>'
