"""A Z on pages of A4: the same rows as its paper, each page numbered, the digest on every one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from posapp.domain.receipt_words import Words
from posapp.domain.z_blocks import Weight, ZBlock
from posapp.domain.z_text import cell_text, name_text
from posapp.sheets.saving import saving

if TYPE_CHECKING:
    from pathlib import Path


WIDTH_MM: Final = 180.0
HEIGHT_MM: Final = 267.0
FOOT_MM: Final = 12.0
HEAD_MM: Final = 18.0
HANDS_MM: Final = 24.0
DPI: Final = 300
MM: Final = DPI / 25.4

_ROW_MM: Final = 5.4
_TITLE_MM: Final = 9.0
_POINTS: Final = {"title": 16, "block": 11, "row": 9, "note": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class ZDocument:
    """What the pages say; `blocks` are those of the paper, digests are whole."""

    brand: str
    till: str
    number: int
    language: str
    blocks: tuple[ZBlock, ...]
    digest: str
    previous: str
    printed: str
    training: bool = False

    @property
    def title(self) -> str:
        return f"{Words(self.language)('z_report')} {self.number:06d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a page: a title of a block, the heads of a table, or a row of it."""

    texts: tuple[str, ...]
    weight: Weight = Weight.PLAIN
    is_title: bool = False
    is_heads: bool = False

    @property
    def height_mm(self) -> float:
        return _TITLE_MM if self.is_title else _ROW_MM


def pages_of(document: ZDocument) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page. A title never stands last on a page, and there is room for hands."""
    words = Words(document.language)
    pages: list[list[Line]] = [[]]
    left = HEIGHT_MM - FOOT_MM - HEAD_MM
    for block in document.blocks:
        for group in _groups(words, block):
            needed = sum(line.height_mm for line in group)
            if needed > left:
                pages.append([])
                left = HEIGHT_MM - FOOT_MM
            pages[-1].extend(group)
            left -= needed
    if left < HANDS_MM:
        pages.append([])
    return tuple(tuple(page) for page in pages)


def _groups(words: Words, block: ZBlock) -> list[list[Line]]:
    """Lines that stay together: the head of a block with its first row, then row by row."""
    head: list[Line] = []
    title = name_text(words, block.title)
    if title:
        head.append(Line(texts=(title,), is_title=True))
    if block.heads:
        names = tuple(words(each) if each else "" for each in block.heads)
        head.append(Line(texts=names, weight=Weight.NOTE, is_heads=True))
    rows = [
        Line(
            texts=(
                name_text(words, row.name),
                *(cell_text(words, cell) for cell in row.cells),
            ),
            weight=row.weight,
        )
        for row in block.rows
    ]
    return [[*head, *rows[:1]], *([row] for row in rows[1:])]


def write_pdf(path: Path, document: ZDocument) -> int:
    """Write the pages, whole or not at all, and say how many. Any lane.

    Raises Unavailable("report.disk_full" | "report.folder_refused" | "report.not_saved").
    """
    with saving(path) as half:
        return _write_pages(half, document)


def _write_pages(path: Path, document: ZDocument) -> int:
    pages = pages_of(document)
    writer = QPdfWriter(str(path))
    size, portrait = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    margins, unit = QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, portrait, margins, unit))
    writer.setResolution(DPI)
    writer.setTitle(document.title)
    writer.setCreator("posapp")
    painter = QPainter(writer)
    try:
        for place, lines in enumerate(pages):
            if place:
                writer.newPage()
            _Sheet(painter, document).draw(lines, place + 1, len(pages))
    finally:
        painter.end()
    return len(pages)


class _Sheet:
    """Draws one page, top down; millimetres in, dots of the writer out."""

    def __init__(self, painter: QPainter, document: ZDocument) -> None:
        self._painter = painter
        self._document = document
        self._words = Words(document.language)
        self._top = 0.0

    def draw(self, lines: tuple[Line, ...], page: int, pages: int) -> None:
        if page == 1:
            self._head()
        for line in lines:
            self._line(line)
        if page == pages:
            self._hands()
        self._foot(page, pages)

    def _head(self) -> None:
        document = self._document
        self._text(document.title, 0, WIDTH_MM, 9, "title", bold=True)
        self._text(document.brand, WIDTH_MM / 2, WIDTH_MM / 2, 5, "row", right=True)
        self._text(document.till, WIDTH_MM / 2, WIDTH_MM / 2, 5, "row", right=True, down=5)
        if document.training:
            self._text(self._words("training"), 0, WIDTH_MM, 6, "block", bold=True, down=9)
        self._top = HEAD_MM - 2
        self._rule()
        self._top = HEAD_MM

    def _line(self, line: Line) -> None:
        size = "block" if line.is_title else "note" if line.is_heads else "row"
        bold = line.is_title or line.weight is Weight.STRONG
        indent = 5.0 if line.weight is Weight.SUB else 0.0
        name, *cells = line.texts
        height = line.height_mm
        wide = WIDTH_MM if not cells else 60.0
        self._text(name, indent, wide - indent, height, size, bold=bold)
        share = (WIDTH_MM - wide) / len(cells) if cells else 0
        for place, text in enumerate(cells):
            self._text(text, wide + place * share, share, height, size, bold=bold, right=True)
        self._top += height
        if line.is_title or line.weight is Weight.STRONG:
            self._rule()

    def _hands(self) -> None:
        self._top = HEIGHT_MM - FOOT_MM - 8
        line = "_" * 24
        self._text(f"{self._words('cashier')} {line}", 0, WIDTH_MM / 2, 6, "row")
        self._text(f"{self._words('manager')} {line}", WIDTH_MM / 2, WIDTH_MM / 2, 6, "row")

    def _foot(self, page: int, pages: int) -> None:
        words, document = self._words, self._document
        self._top = HEIGHT_MM - FOOT_MM + 1
        self._rule()
        digest = f"{words('digest')} {document.digest}"
        previous = f"{words('previous')} {document.previous or '-'}"
        self._text(digest, 0, WIDTH_MM, 4, "note", down=1)
        self._text(previous, 0, WIDTH_MM, 4, "note", down=5)
        number = words("page", page=page, pages=pages)
        self._text(number, WIDTH_MM - 50, 50, 4, "note", right=True, down=1)
        printed = f"{words('printed')} {document.printed}"
        self._text(printed, WIDTH_MM - 60, 60, 4, "note", right=True, down=5)

    def _rule(self) -> None:
        y = round(self._top * MM)
        self._painter.setPen(QPen(Qt.GlobalColor.gray, 2))
        self._painter.drawLine(0, y, round(WIDTH_MM * MM), y)
        self._painter.setPen(Qt.GlobalColor.black)

    def _text(
        self,
        text: str,
        left: float,
        width: float,
        height: float,
        size: str,
        *,
        bold: bool = False,
        right: bool = False,
        down: float = 0.0,
    ) -> None:
        font = QFont(QGuiApplication.font())
        font.setFamilies(["Noto Sans CJK SC", *font.families()])
        font.setPointSizeF(_POINTS[size])
        font.setBold(bold)
        self._painter.setFont(font)
        box = QRectF(left * MM, (self._top + down) * MM, width * MM, height * MM)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
