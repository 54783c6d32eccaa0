"""Makes the main screens in every look, for eyes: `python tools/look_over.py FOLDER [WORD ...]`.

Four sizes, three languages and three themes, paired so that each two meet; one sheet for each
screen, its looks side by side, and the single pictures below them. Words choose screens by name,
`quick` takes one look for each size.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.app.window import TillWindow
    from posapp.demo.hand import Hand

GLANCE_MS: Final = 300
SHEET_COLUMNS: Final = 3
SHEET_WIDTH: Final = 760
LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
THEMES: Final = ("light", "dark", "contrast")


@dataclass(frozen=True)
class Size:
    """A screen and how close its pixels lie."""

    width: int
    height: int
    ppi: float


SIZES: Final = (
    Size(1366, 768, 100.5),
    Size(1024, 768, 85.0),
    Size(1920, 1080, 141.3),
    Size(1080, 1920, 82.0),
)


@dataclass(frozen=True)
class Looks:
    """One look of everything."""

    size: Size
    language: str
    theme: str

    @property
    def name(self) -> str:
        return f"{self.size.width}x{self.size.height}-{self.language}-{self.theme}"


def all_looks() -> list[Looks]:
    """Twelve: each size meets each language, each theme, and each language each theme."""
    return [
        Looks(size, language, THEMES[(2 * row + column) % len(THEMES)])
        for row, size in enumerate(SIZES)
        for column, language in enumerate(LANGUAGES)
    ]


class Eyes:
    """Goes through the screens of one till in one look after the other."""

    def __init__(self, hand: Hand, window: TillWindow, out: Path, words: list[str]) -> None:
        self._hand = hand
        self._window = window
        self._out = out
        self._words = words

    def wear(self, looks: Looks) -> None:
        """The window in this look, at the sign-in."""
        from PySide6.QtWidgets import QApplication

        from posapp.ui.qss import apply_look
        from posapp.ui.theme import scale_for

        window, size = self._window, looks.size
        window.window.resize(size.width, size.height)
        window.look.set_theme(looks.theme)
        window.look.set_scale(scale_for(size.width, size.height, size.ppi))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_look(app, window.look)
        window.presenters.sign_in.choose_language(looks.language)
        self._hand.robot.pause(GLANCE_MS)

    def see(self, looks: Looks) -> None:
        from posapp.ui.navigation import Place

        self._picture("sign_in", looks)
        navigation = self._window.floor.navigation
        sell = self._window.presenters.sell.presenter
        keys: dict[str, tuple[str, ...]] = {
            "pay": ("F9",),
            "discount": ("F6",),
            "help": ("F1",),
        }
        places: tuple[tuple[Place, object], ...] = (
            (Place.MEMBER, sell.state.member),
            (Place.REGISTER, "13812340000"),
            (Place.FAMILY, sell.state.member),
            (Place.SERVICE, sell.state.member),
            (Place.TOP_UP, sell.state.member),
            (Place.REFUND, ""),
            (Place.CASH_MOVE, None),
            (Place.SHIFT_CLOSE, ""),
            (Place.HEALTH, None),
            (Place.COMFORT, None),
            (Place.SCANNER_TEST, None),
            (Place.KEYS, None),
            (Place.DRAWERS, None),
            (Place.X_REPORT, ""),
            (Place.BILLS, None),
            (Place.CASES, None),
            (Place.MANAGER, None),
        )
        self._visit("sell", looks, lambda: navigation.go(Place.SELL))
        for name, presses in keys.items():
            navigation.go(Place.SELL)
            self._visit(name, looks, partial(self._hand.robot.press, *presses))
            self._hand.robot.press("Escape")
        for place, payload in places:
            self._visit(str(place), looks, partial(navigation.go, place, payload))
            navigation.go(Place.SELL)

    def _visit(self, name: str, looks: Looks, go: Callable[[], None]) -> None:
        if not self._words or name in self._words:
            go()
            self._picture(name, looks)

    def _picture(self, name: str, looks: Looks) -> None:
        if self._words and name not in self._words:
            return
        self._hand.robot.pause(GLANCE_MS)
        self._hand.robot.picture(self._out / f"{name}-{looks.name}.png")


def sheet(name: str, out: Path) -> None:
    """All looks of a screen on one sheet."""
    pictures = [
        out / f"{name}-{looks.name}.png"
        for looks in all_looks()
        if (out / f"{name}-{looks.name}.png").exists()
    ]
    small = []
    for each in pictures:
        picture = Image.open(each).convert("RGB")
        height = picture.height * SHEET_WIDTH // picture.width
        small.append(picture.resize((SHEET_WIDTH, height), Image.Resampling.LANCZOS))
    rows = [small[at : at + SHEET_COLUMNS] for at in range(0, len(small), SHEET_COLUMNS)]
    heights = [max(each.height for each in row) for row in rows]
    whole = Image.new("RGB", (SHEET_WIDTH * SHEET_COLUMNS, sum(heights)), "#888888")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, each in enumerate(row):
            whole.paste(each, (column * SHEET_WIDTH, top))
        top += height
    whole.save(out / f"sheet-{name}.png")


def main(words: list[str]) -> int:
    if not words:
        print(__doc__)
        return 2
    from posapp.app.run import application
    from posapp.app.window import TillWindow
    from posapp.demo.display import virtual_display
    from posapp.demo.hand import Hand
    from posapp.demo.park import open_park
    from posapp.demo.sample import MEMBER_PHONE, SIGN_INS, Folders
    from posapp.ui.navigation import Place

    out = Path(words[0])
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as closing:
        os.environ["DISPLAY"] = closing.enter_context(virtual_display("1920x1920x24"))
        data = Path(closing.enter_context(tempfile.TemporaryDirectory()))
        park = open_park(Folders(data), {"language": "zh_CN"}, closing)
        window = TillWindow(application(), park.till, room=(SIZES[0].width, SIZES[0].height))
        closing.callback(window.close)
        window.window.resize(SIZES[0].width, SIZES[0].height)
        window.open()
        hand = Hand(window, park.counter, data)
        hand.robot.take_focus()
        hand.sign_in(SIGN_INS[2], Place.SHIFT_OPEN)
        hand.open_shift("500")
        hand.serve(MEMBER_PHONE)
        hand.scan(*(code.text for code in park.counter.codes[:4]))
        hand.wait_lines(4)
        names = [word for word in words[1:] if word != "quick"]
        eyes = Eyes(hand, window, out, names)
        for looks in all_looks()[:: len(LANGUAGES) + 1 if "quick" in words else 1]:
            eyes.wear(looks)
            eyes.see(looks)
    for name in sorted({path.name.split("-")[0] for path in out.glob("*-*x*-*.png")}):
        sheet(name, out)
        print(out / f"sheet-{name}.png")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main(sys.argv[1:]))
