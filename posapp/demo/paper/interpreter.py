"""Printer bytes to what a printer would do: rows of text, pictures, codes, cuts, drawer pulses.

Written against the ESC/POS command reference; imports nothing else of posapp, to judge it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

ESC: Final = 0x1B
FS: Final = 0x1C
GS: Final = 0x1D
DLE: Final = 0x10


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style in a row; `width` and `height` are 1 to 8 times normal."""

    text: str
    bold: bool = False
    width: int = 1
    height: int = 1
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class TextRow:
    """A printed row; `align` is left, center or right."""

    runs: tuple[Run, ...]
    align: str = "left"

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, packed bits, most significant first, 1 = black."""

    width_bytes: int
    height: int
    packed: bytes
    align: str = "left"


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code that the printer draws itself; `module` is the size of a module in dots."""

    data: str
    module: int
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Feed:
    rows: int


@dataclass(frozen=True, slots=True)
class Cut:
    partial: bool


@dataclass(frozen=True, slots=True)
class DrawerPulse:
    pin: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Bytes that no printer command explains, or that a printer may show as garbage."""

    at: int
    what: str


Item = TextRow | Picture | QrCode | Feed | Cut | DrawerPulse


@dataclass(frozen=True, slots=True)
class Document:
    """Everything in the order of the bytes, and the commands by name without their text."""

    items: tuple[Item, ...]
    commands: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def rows(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.items if isinstance(item, TextRow))

    @property
    def pulses(self) -> int:
        return sum(isinstance(item, DrawerPulse) for item in self.items)

    @property
    def cuts(self) -> int:
        return sum(isinstance(item, Cut) for item in self.items)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.data for item in self.items if isinstance(item, QrCode))


@dataclass(slots=True)
class _Style:
    bold: bool = False
    width: int = 1
    height: int = 1
    reverse: bool = False
    align: str = "left"
    chinese: bool = False


@dataclass(slots=True)
class _Printer:
    """A printer's state while it reads a job."""

    data: bytes
    charset: str
    place: int = 0
    style: _Style = field(default_factory=_Style)
    runs: list[Run] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    qr_module: int = 3
    qr_data: str = ""

    def read(self) -> Document:
        while self.place < len(self.data):
            self._step()
        if self.runs:
            self.problems.append(Problem(self.place, "the last row has no line feed"))
            self._end_row()
        return Document(tuple(self.items), tuple(self.commands), tuple(self.problems))

    def _step(self) -> None:
        first = self.data[self.place]
        match first:
            case 0x0A:
                self.place += 1
                self._end_row()
            case 0x1B:
                self._escape()
            case 0x1C:
                self._chinese_command()
            case 0x1D:
                self._group()
            case 0x10:
                self._take(3)
                self.commands.append("DLE EOT")
            case _ if first < 0x20 or first == 0x7F:
                self.problems.append(Problem(self.place, f"control byte {first:#04x}"))
                self.place += 1
            case _:
                self._text()

    def _take(self, count: int) -> bytes:
        piece = self.data[self.place : self.place + count]
        if len(piece) < count:
            self.problems.append(Problem(self.place, "a command is cut short"))
            piece = piece.ljust(count, b"\x00")
        self.place += count
        return piece

    def _end_row(self) -> None:
        self.items.append(TextRow(tuple(self.runs), self.style.align))
        self.runs.clear()

    def _text(self) -> None:
        start = self.place
        pieces: list[str] = []
        while self.place < len(self.data):
            first = self.data[self.place]
            if first < 0x20 or first == 0x7F:
                break
            if first < 0x80:
                pieces.append(chr(first))
                self.place += 1
            else:
                pieces.append(self._wide())
        text = "".join(pieces)
        assert self.place > start
        style = self.style
        self.runs.append(Run(text, style.bold, style.width, style.height, style.reverse))

    def _wide(self) -> str:
        """A two-byte character; four-byte codes are what a GBK font cannot show."""
        if not self.style.chinese:
            self.problems.append(Problem(self.place, "a two-byte character outside Chinese mode"))
        pair = self._take(2)
        if 0x30 <= pair[1] <= 0x39:
            self.problems.append(Problem(self.place - 2, "a four-byte code"))
            self._take(2)
            return "?"
        try:
            return pair.decode(self.charset)
        except UnicodeDecodeError:
            self.problems.append(Problem(self.place - 2, f"no character has the code {pair.hex()}"))
            return "?"

    def _escape(self) -> None:
        command = self._take(2)[1]
        match command:
            case 0x40:
                self.commands.append("ESC @")
                self.style = _Style()
            case 0x61:
                self._align(self._take(1)[0])
            case 0x45:
                self.style.bold = bool(self._take(1)[0] & 1)
                self.commands.append("ESC E")
            case 0x64:
                self.items.append(Feed(self._take(1)[0]))
                self.commands.append("ESC d")
            case 0x70:
                pin = self._take(3)[0] & 1
                self.items.append(DrawerPulse(pin))
                self.commands.append("ESC p")
            case 0x33 | 0x4D | 0x74 | 0x52 | 0x20 | 0x4A | 0x2D | 0x21:
                self._take(1)
                self.commands.append(f"ESC {chr(command)}")
            case 0x32:
                self.commands.append("ESC 2")
            case _:
                self.problems.append(Problem(self.place - 2, f"unknown ESC {command:#04x}"))

    def _align(self, value: int) -> None:
        names = {0: "left", 1: "center", 2: "right", 0x30: "left", 0x31: "center", 0x32: "right"}
        if self.runs:
            self.problems.append(Problem(self.place, "alignment changes within a row"))
        self.style.align = names.get(value, "left")
        self.commands.append("ESC a")

    def _chinese_command(self) -> None:
        command = self._take(2)[1]
        match command:
            case 0x26:
                self.style.chinese = True
                self.commands.append("FS &")
            case 0x2E:
                self.style.chinese = False
                self.commands.append("FS .")
            case 0x21 | 0x57 | 0x2D:
                self._take(1)
                self.commands.append(f"FS {chr(command)}")
            case _:
                self.problems.append(Problem(self.place - 2, f"unknown FS {command:#04x}"))

    def _group(self) -> None:
        command = self._take(2)[1]
        match command:
            case 0x21:
                size = self._take(1)[0]
                self.style.width = (size >> 4 & 7) + 1
                self.style.height = (size & 7) + 1
                self.commands.append("GS !")
            case 0x42:
                self.style.reverse = bool(self._take(1)[0] & 1)
                self.commands.append("GS B")
            case 0x56:
                self._cut()
            case 0x28:
                self._extended()
            case 0x76:
                self._raster()
            case 0x72 | 0x61 | 0x48 | 0x68 | 0x77:
                self._take(1)
                self.commands.append(f"GS {chr(command)}")
            case _:
                self.problems.append(Problem(self.place - 2, f"unknown GS {command:#04x}"))

    def _cut(self) -> None:
        how = self._take(1)[0]
        if how in (0x41, 0x42):
            self._take(1)
        self.items.append(Cut(partial=how in (0x01, 0x31, 0x42)))
        self.commands.append("GS V")

    def _raster(self) -> None:
        head = self._take(6)
        width = int.from_bytes(head[2:4], "little")
        height = int.from_bytes(head[4:6], "little")
        if head[0] != 0x30 or width == 0 or height == 0:
            self.problems.append(Problem(self.place, "a raster picture without a size"))
            return
        packed = self._take(width * height)
        self.items.append(Picture(width, height, packed, self.style.align))
        self.commands.append("GS v 0")

    def _extended(self) -> None:
        head = self._take(3)
        body = self._take(int.from_bytes(head[1:3], "little"))
        self.commands.append(f"GS ( {chr(head[0])}")
        if head[0] != 0x6B or body[:1] != b"1":
            self.problems.append(Problem(self.place, "an extended command that is not a QR code"))
            return
        self._qr_call(body[1], body[2:])

    def _qr_call(self, function: int, values: bytes) -> None:
        match function:
            case 0x43:
                self.qr_module = values[0]
            case 0x50:
                self.qr_data = values[1:].decode("ascii", errors="replace")
            case 0x51:
                self.items.append(QrCode(self.qr_data, self.qr_module, self.style.align))
            case 0x41 | 0x45:
                pass
            case _:
                self.problems.append(Problem(self.place, f"unknown QR function {function}"))


def interpret(data: bytes, charset: str = "gbk") -> Document:
    """Read a print job as a printer with this two-byte font would (`gbk` or `cp950`)."""
    return _Printer(data, charset).read()
