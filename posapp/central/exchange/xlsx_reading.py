"""The first sheet of an XLSX, row by row: what a person typed, nothing worked out, nothing loaded.

A file from outside is taken for hostile: no document types or entities, no names that lead
elsewhere, and a bound on all that it unpacks to.
"""

from __future__ import annotations

import zipfile
import zlib
from array import array
from collections import deque
from contextlib import closing
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from posapp.central.exchange.cells import LONGEST_CELL, MOST_COLUMNS
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

MOST_UNPACKED: Final = 4 * 1024**3
MOST_SHARED: Final = 256 * 1024**2
MOST_PARTS: Final = 2_000
MOST_ROWS: Final = 1_048_576
_MOST_RATIO: Final = 250
_RATIO_FROM: Final = 16 * 1024**2
_SMALL: Final = 1024**2
_PIECE: Final = 1 << 16
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_SHARED: Final = "xl/sharedStrings.xml"
_LETTERS: Final = 26
_LONGEST_NUMBER: Final = 20
_FRACTION: Final = Decimal("0.000001")

Attributes = dict[str, str]


def xlsx_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Row numbers as the sheet has them, and cells; rows without any are left out.

    Raises Refused: "import.not_xlsx", "import.unpacks_too_large", "import.too_many_columns".
    """
    try:
        with zipfile.ZipFile(path) as book:
            if len(book.infolist()) > MOST_PARTS:
                raise Refused("import.unpacks_too_large")
            shared = _Shared()
            if _SHARED in book.namelist():
                _read(book, _SHARED, shared.begin, shared.end, shared.text)
            sheet = _Sheet(shared)
            with closing(_pieces(book, _first_sheet(book))) as pieces:
                parser = _parser(sheet.begin, sheet.end, sheet.text)
                for piece in pieces:
                    parser.Parse(piece, False)
                    yield from sheet.take()
                parser.Parse(b"", True)
                yield from sheet.take()
    except (zipfile.BadZipFile, expat.ExpatError, zlib.error, KeyError, NotImplementedError,
            RuntimeError, EOFError, ValueError) as error:  # fmt: skip
        raise Refused("import.not_xlsx") from error


class _Shared:
    """Texts that cells share: one run of bytes and where each begins, which a million fit into."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q")
        self._depth = 0
        self._wanted = False
        self._parts: list[str] = []

    def begin(self, name: str, _attributes: Attributes) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._depth += 1
        self._wanted = name == "t" and self._depth == 0

    def end(self, name: str) -> None:
        self._wanted = False
        if name == "rPh":
            self._depth -= 1
        elif name == "si":
            self._bytes += "".join(self._parts)[: LONGEST_CELL + 1].encode("utf-8", "replace")
            self._ends.append(len(self._bytes))
            if len(self._bytes) + len(self._ends) * self._ends.itemsize > MOST_SHARED:
                raise Refused("import.unpacks_too_large")

    def text(self, piece: str) -> None:
        if self._wanted:
            self._parts.append(piece)

    def at(self, index: int) -> str:
        """Raises ValueError for an index that there is not."""
        if not 0 <= index < len(self._ends):
            raise ValueError(index)
        begin = self._ends[index - 1] if index else 0
        return self._bytes[begin : self._ends[index]].decode()


class _Sheet:
    """Cells as they come; a row is handed over when it ends."""

    def __init__(self, shared: _Shared) -> None:
        self._shared = shared
        self._rows: deque[tuple[int, list[str]]] = deque()
        self._number = 0
        self._cells: list[str] = []
        self._column = 0
        self._kind = ""
        self._wanted = False
        self._parts: list[str] = []
        self._size = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        match name:
            case "row":
                number = int(attributes.get("r") or self._number + 1)
                if not self._number < number <= MOST_ROWS:
                    raise ValueError(number)
                self._number = number
                self._cells = []
            case "c":
                named = attributes.get("r", "")
                self._column = _column(named) if named else len(self._cells)
                if not 0 <= self._column < MOST_COLUMNS:
                    raise Refused("import.too_many_columns", most=MOST_COLUMNS)
                self._kind, self._parts, self._size = attributes.get("t", "n"), [], 0
            case "v" | "t":
                self._wanted = True

    def end(self, name: str) -> None:
        match name:
            case "v" | "t":
                self._wanted = False
            case "c":
                self._cells += [""] * (self._column - len(self._cells) + 1)
                self._cells[self._column] = self._value()
            case "row" if any(self._cells):
                self._rows.append((self._number, self._cells))

    def text(self, piece: str) -> None:
        if self._wanted and self._size <= LONGEST_CELL:
            self._parts.append(piece)
            self._size += len(piece)

    def take(self) -> Iterator[tuple[int, list[str]]]:
        while self._rows:
            yield self._rows.popleft()

    def _value(self) -> str:
        text = "".join(self._parts)
        match self._kind:
            case "s":
                return self._shared.at(int(text)) if text else ""
            case "n":
                return plain_number(text)
            case _:
                return text


def plain_number(text: str) -> str:
    """A number as a person would write it: 1.3800138E10 is 13800138000, 12.300000000000001 12.3."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return text
    if not number.is_finite() or number.adjusted() >= _LONGEST_NUMBER:
        return text
    plain = f"{number.quantize(_FRACTION):f}"
    return plain.rstrip("0").rstrip(".")


def _column(name: str) -> int:
    """A is 0; AB12 is 27. Past the most it stops counting."""
    number = 0
    for mark in name[:4]:
        if not "A" <= mark <= "Z":
            break
        number = number * _LETTERS + ord(mark) - ord("A") + 1
    return number - 1


def _first_sheet(book: zipfile.ZipFile) -> str:
    """The part that holds the sheet which a person sees first."""
    sheets: list[str] = []
    targets: dict[str, str] = {}

    def note_sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            sheets.extend(value for key, value in attributes.items() if key.endswith(" id"))

    def note_target(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _read(book, _WORKBOOK, note_sheet, most=_SMALL)
    _read(book, _RELATIONS, note_target, most=_SMALL)
    target = targets[sheets[0]] if sheets else ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _read(
    book: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    most: int = MOST_UNPACKED,
) -> None:
    parser = _parser(begin, end, text)
    with closing(_pieces(book, part, most)) as pieces:
        for piece in pieces:
            parser.Parse(piece, False)
    parser.Parse(b"", True)


def _parser(
    begin: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None,
    text: Callable[[str], None] | None,
) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: begin(name.rpartition(" ")[2], given)
    if end is not None:
        ended = end
        parser.EndElementHandler = lambda name: ended(name.rpartition(" ")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(*_declared: object) -> None:
    """Office writes no document type; with one come entities that unpack without end."""
    raise Refused("import.not_xlsx")


def _pieces(book: zipfile.ZipFile, part: str, most: int = MOST_UNPACKED) -> Generator[bytes]:
    """What a part unpacks to, counted as it comes: the size in the file is only a claim."""
    packed = max(1, book.getinfo(part).compress_size)
    unpacked = 0
    with book.open(part) as source:
        while piece := source.read(_PIECE):
            unpacked += len(piece)
            bombs = unpacked > _RATIO_FROM and unpacked // packed > _MOST_RATIO
            if unpacked > most or bombs:
                raise Refused("import.unpacks_too_large")
            yield piece
