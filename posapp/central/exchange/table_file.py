"""A table in a file: what it is, its digest, and its rows one by one, CSV or XLSX alike."""

from __future__ import annotations

import codecs
import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.central.exchange.cells import MOST_COLUMNS
from posapp.central.exchange.xlsx_reading import xlsx_rows
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

CSV: Final = "csv"
XLSX: Final = "xlsx"
MOST_BYTES: Final = 2 * 1024**3
_ZIP: Final = b"PK\x03\x04"
_PIECE: Final = 1 << 20
_LONGEST_LINE: Final = 1 << 18
_LONGEST_RECORD: Final = 1 << 20
_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE: Final = ("utf-16",)
_NARROW: Final = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A file that was looked at once: its kind, its SHA-256, and for CSV how it is written."""

    path: Path
    kind: str
    digest: str
    encoding: str = ""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Row numbers from 1 and cells. Raises Refused as `csv_rows` and `xlsx_rows`."""
        return xlsx_rows(self.path) if self.kind == XLSX else csv_rows(self.path, self.encoding)


def looked_at(path: Path) -> TableFile:
    """Read the file once, a piece at a time.

    CSV is UTF-8 with or without a mark, UTF-16 with one, or else GB18030, of which GBK is a part.
    Raises Refused("import.too_large", "import.wrong_encoding"), Unavailable("import.no_file").
    """
    digest = hashlib.sha256()
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("import.too_large", most_mb=MOST_BYTES // 1024**2)
        with path.open("rb") as source:
            head = source.read(len(_ZIP))
            source.seek(0)
            while piece := source.read(_PIECE):
                digest.update(piece)
    except OSError as error:
        raise Unavailable("import.no_file") from error
    told = digest.hexdigest()
    if head == _ZIP:
        return TableFile(path=path, kind=XLSX, digest=told)
    return TableFile(path=path, kind=CSV, digest=told, encoding=_encoding_of(path, head))


def csv_rows(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a CSV, by commas, tabs or semicolons as its first line has them.

    Raises Refused("import.not_csv", row), Refused("import.too_many_columns", most).
    """
    with path.open(encoding=encoding, newline="") as source:
        lines = _Lines(source)
        reader = csv.reader(lines, delimiter=_delimiter(path, encoding), strict=True)
        row = 0
        while True:
            lines.taken = 0
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise Refused("import.not_csv", row=row + 1) from error
            if cells is None:
                return
            row += 1
            if len(cells) > MOST_COLUMNS:
                raise Refused("import.too_many_columns", most=MOST_COLUMNS)
            yield row, cells


class _Lines:
    """The lines of a text, none of which, nor all of one record, takes the memory."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self.taken = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._source.readline(_LONGEST_LINE)
        self.taken += len(line)
        if not line:
            raise StopIteration
        if len(line) == _LONGEST_LINE or self.taken > _LONGEST_RECORD:
            raise csv.Error("too long")
        return line


def _encoding_of(path: Path, head: bytes) -> str:
    for name in _WIDE if head[:2] in _MARKS else _NARROW:
        if _decodes(path, name):
            return name
    raise Refused("import.wrong_encoding", row=1)


def _decodes(path: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    with path.open("rb") as source:
        try:
            while piece := source.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, newline="") as source:
        first = source.readline(_LONGEST_LINE)
    return max(",\t;", key=first.count)
