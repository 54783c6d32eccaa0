"""How things look right now: colours, sizes, fonts and icons, handed to every widget."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPixmap

from posapp.ui.icons import render_icon
from posapp.ui.keymap import KeyMap
from posapp.ui.measured import MeasuredText
from posapp.ui.theme import LIGHT, Colors, load_colors

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "zh_CN": (
        "Microsoft YaHei UI",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "PingFang SC",
        "WenQuanYi Micro Hei",
    ),
    "zh_TW": (
        "Microsoft JhengHei UI",
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "PingFang TC",
        "WenQuanYi Micro Hei",
    ),
    "en": ("Segoe UI", "Noto Sans", "Noto Sans CJK SC", "WenQuanYi Micro Hei"),
}

FONT_SIZES: Final[dict[str, int]] = {
    "customer": 72,
    "display": 40,
    "change": 36,
    "h1": 24,
    "h2": 20,
    "body": 16,
    "small": 14,
    "status": 13,
}


class Plates:
    """Pictures by what they show; all go when there are too many, as while a window is resized."""

    MOST_PIXELS: Final = 2 * 1024 * 1024

    def __init__(self) -> None:
        self._kept: dict[tuple[float, ...], QPixmap] = {}
        self._pixels = 0
        self.get = self._kept.get

    def keep(self, key: tuple[float, ...], picture: QPixmap) -> QPixmap:
        """Returns the picture."""
        pixels = picture.width() * picture.height()
        if self._pixels + pixels > self.MOST_PIXELS:
            self._kept.clear()
            self._pixels = 0
        self._pixels += pixels
        self._kept[key] = picture
        return picture


class Look(QObject):
    """Theme, scale, language fonts and key caps of this till; widgets read it when they paint.

    `changed` fires after another theme was chosen; scale and language are fixed for a window's
    life, which is rebuilt when they change.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        theme: str = LIGHT,
        scale: float = 1.0,
        language: str = "zh_CN",
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = scale
        self.language = language
        self.reduced_motion = reduced_motion
        self.keymap = KeyMap()
        self.colors: Colors = load_colors(theme)
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._icons: dict[tuple[str, str, int, float], QPixmap] = {}
        self._free_fonts: dict[tuple[float, bool], QFont] = {}
        self.plates = Plates()
        self.texts = MeasuredText(lambda size, bold: self.font(size, bold=bold))

    def set_theme(self, theme: str) -> None:
        self.theme = theme
        self.colors = load_colors(theme)
        self._icons.clear()
        self.changed.emit()

    def set_language(self, language: str) -> None:
        self.language = language
        self._forget_fonts()
        self.changed.emit()

    def use_keys(self, keymap: KeyMap) -> None:
        """The live map: whoever is built next prints the keys that it names."""
        self.keymap = keymap

    def set_scale(self, scale: float) -> None:
        self.scale = scale
        self._forget_fonts()
        self._icons.clear()
        self.changed.emit()

    def px(self, design_px: float) -> int:
        """Design pixels (at 100.5 ppi) as pixels of this screen."""
        return max(1, round(design_px * self.scale))

    def mm(self, millimetres: float) -> int:
        """Millimetres on the glass: 10 mm is 40 design pixels."""
        return self.px(millimetres * 4)

    def color(self, token: str) -> QColor:
        return QColor(self.colors[token])

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """The font of a type token, with digits of equal width."""
        cached = self._fonts.get((size, bold))
        if cached is None:
            cached = self._fonts[size, bold] = self._make_font(FONT_SIZES[size], bold)
        return cached

    def font_px(self, design_px: float, *, bold: bool = False) -> QFont:
        """A font of a size outside the type scale, such as the small ¥ before a total."""
        cached = self._free_fonts.get((design_px, bold))
        if cached is None:
            cached = self._free_fonts[design_px, bold] = self._make_font(design_px, bold)
        return cached

    def icon(self, name: str, token: str, size: int = 24, ratio: float = 1.0) -> QPixmap:
        """An icon tinted by a colour token, `size` design pixels square."""
        key = (name, token, size, ratio)
        cached = self._icons.get(key)
        if cached is None:
            cached = render_icon(name, self.color(token), self.px(size), ratio)
            self._icons[key] = cached
        return cached

    def _forget_fonts(self) -> None:
        self._fonts.clear()
        self._free_fonts.clear()
        self.texts.forget()

    def _make_font(self, design_px: float, bold: bool) -> QFont:
        font = QFont(list(FAMILIES.get(self.language, FAMILIES["zh_CN"])))
        font.setPixelSize(self.px(design_px))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
