"""What a printer can do: width, character set, codes, cutter; ours, or python-escpos's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from posapp.errors import Refused

_ESCPOS: Final = "escpos:"


class Charset(StrEnum):
    """The two-byte characters of the printer's own font; with NONE all Chinese is a picture."""

    GBK = "gbk"
    BIG5 = "cp950"
    NONE = "ascii"


class Cutter(StrEnum):
    PARTIAL = "partial"
    FULL = "full"
    NONE = "none"


class Mode(StrEnum):
    """TEXT sends characters; RASTER draws every receipt, for printers whose fonts nobody knows."""

    TEXT = "text"
    RASTER = "raster"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterProfile:
    """`columns` of ASCII and `dots` across the paper; a Chinese character takes two columns."""

    name: str
    columns: int
    dots: int
    charset: Charset = Charset.GBK
    mode: Mode = Mode.TEXT
    qr: bool = True
    raster: bool = True
    cutter: Cutter = Cutter.PARTIAL
    drawer_first: bool = True

    @property
    def is_narrow(self) -> bool:
        return self.columns < 40

    @property
    def qr_module(self) -> int:
        """Dots of one QR module: 6 on wide paper, 5 on narrow."""
        return 5 if self.is_narrow else 6


_WIDE: Final = PrinterProfile(name="generic-80", columns=48, dots=576)
_NARROW: Final = PrinterProfile(name="generic-58", columns=32, dots=384, cutter=Cutter.NONE)


def profile_named(name: str, *, charset: Charset | None = None) -> PrinterProfile:
    """A profile of ours, or `escpos:NAME`. Raises Refused("printer.profile_unknown")."""
    found = _from_escpos(name) if name.startswith(_ESCPOS) else _own(name)
    return found if charset is None else replace(found, charset=charset)


def own_names() -> tuple[str, ...]:
    """The names that a person may choose without knowing her printer."""
    return tuple(_own_profiles())


def _own(name: str) -> PrinterProfile:
    found = _own_profiles().get(name)
    if found is None:
        raise Refused("printer.profile_unknown", name=name)
    return found


def _own_profiles() -> dict[str, PrinterProfile]:
    profiles = (
        _WIDE,
        _NARROW,
        replace(_WIDE, name="generic-80-big5", charset=Charset.BIG5),
        replace(_NARROW, name="generic-58-big5", charset=Charset.BIG5),
        replace(_WIDE, name="generic-80-raster", mode=Mode.RASTER),
        replace(_NARROW, name="generic-58-raster", mode=Mode.RASTER),
    )
    return {profile.name: profile for profile in profiles}


def _from_escpos(name: str) -> PrinterProfile:
    """python-escpos knows widths, codes and cutters; its list says nothing about Chinese fonts."""
    from escpos.capabilities import CAPABILITIES

    data = CAPABILITIES["profiles"].get(name.removeprefix(_ESCPOS))
    if data is None:
        raise Refused("printer.profile_unknown", name=name)
    features = data["features"]
    dots = data["media"]["width"]["pixels"]
    dots = dots // 8 * 8 if isinstance(dots, int) else _WIDE.dots
    columns = data["fonts"]["0"]["columns"]
    if not 20 <= columns <= 64:
        columns = dots // 12
    return PrinterProfile(
        name=name,
        columns=columns,
        dots=dots,
        qr=features["qrCode"],
        raster=features["bitImageRaster"],
        cutter=_cutter(features),
    )


def _cutter(features: dict[str, bool]) -> Cutter:
    if features["paperPartCut"]:
        return Cutter.PARTIAL
    return Cutter.FULL if features["paperFullCut"] else Cutter.NONE
