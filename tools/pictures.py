"""Makes docs/pictures anew from a headless day, so that the pictures show what the program does.

`python tools/pictures.py [FOLDER]`, FOLDER being docs/pictures unless named.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from posapp.app.window import TillWindow
    from posapp.demo.hand import Hand
    from posapp.demo.park import Park

ROOT = Path(__file__).resolve().parent.parent
LARGEST_BYTES = 150_000
GLANCE_MS = 500
# Names of the day's pictures; where the day takes one several times, which of them.
SCREENS = {
    "sign_in": 0,
    "sell": 0,
    "paid": 0,
    "pay_cash": 0,
    "pay_second_factor": 0,
    "pay_mixed": 0,
    "pay_unknown": 0,
    "member": 0,
    "refund": 0,
    "approval": 0,
    "sell_offline": 0,
    "shift_open": 0,
    "shift_count": 0,
    "shift_z": 0,
}
# The second paper of the day is the sale with value and cash, the last one the Z.
PAPERS = {"receipt": 1, "z_report": -1}
GREYS = 16


@dataclass(frozen=True)
class Variant:
    """The sell screen in another look."""

    name: str
    language: str = "zh_CN"
    theme: str = "light"
    width: int = 1366
    height: int = 768


VARIANTS = (
    Variant("sell-dark", theme="dark"),
    Variant("sell-contrast", theme="contrast"),
    Variant("sell-en", language="en"),
    Variant("sell-1024x768", width=1024),
)
# Screens that the day does not pass.
OTHERS = ("register", "top_up", "health", "comfort", "manager")


def main(words: list[str]) -> int:
    if words[:1] == ["--variant"]:
        take_variant(next(each for each in VARIANTS if each.name == words[1]), Path(words[2]))
        return 0
    if words[:1] == ["--others"]:
        take_others(Path(words[1]))
        return 0
    target = Path(words[0]) if words else ROOT / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        run("-m", "posapp", "demo", "--headless", "--out", str(out / "day"))
        for variant in VARIANTS:
            run(__file__, "--variant", variant.name, str(out))
        run(__file__, "--others", str(out))
        more = [*(variant.name for variant in VARIANTS), *OTHERS]
        kept = {**chosen(out / "day"), **{name: out / f"{name}.png" for name in more}}
        for name, source in kept.items():
            print(f"{name}.png {keep(source, target / f'{name}.png') // 1000} kB")
    return 0


def run(*words: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True)


def chosen(day: Path) -> dict[str, Path]:
    """The pictures of the day that the documents show, by the name that they get there."""
    jobs = sorted(day.glob("job-*.png"))
    papers = {name: jobs[place] for name, place in PAPERS.items()}
    screens = {
        name: sorted(day.glob(f"[0-9][0-9]-{name}.png"))[which] for name, which in SCREENS.items()
    }
    return {**screens, **papers}


def keep(source: Path, target: Path) -> int:
    """Store with a palette: a screen has few colours, a paper some greys. Returns the size in
    bytes.
    """
    picture = Image.open(source).convert("RGB")
    colours = GREYS if target.stem in PAPERS else 256
    few = picture.quantize(colours, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)
    size = target.stat().st_size
    if size > LARGEST_BYTES:
        sys.exit(f"{target.name} has {size} bytes, more than {LARGEST_BYTES}")
    return size


def take_variant(variant: Variant, out: Path) -> None:
    """Sign in, open the shift, identify the member, scan, and take one picture."""
    from posapp.demo.sample import MEMBER_PHONE

    with ExitStack() as closing:
        hand, _, park = at_work(variant, out, closing)
        hand.serve(MEMBER_PHONE)
        hand.scan(*(code.text for code in park.counter.codes[:4]))
        hand.wait_lines(4)
        hand.robot.picture(out / f"{variant.name}.png")


def take_others(out: Path) -> None:
    from posapp.demo.sample import MEMBER_PHONE
    from posapp.ui.navigation import Place

    with ExitStack() as closing:
        hand, window, park = at_work(Variant("others"), out, closing, person=2)
        navigation = window.floor.navigation
        hand.scan(*(code.text for code in park.counter.codes))
        hand.begin_payment()
        hand.pay_cash("100")
        hand.next_sale()
        hand.serve(MEMBER_PHONE)
        member = window.presenters.sell.presenter.state.member
        visits = (
            (Place.REGISTER, "13812340000"),
            (Place.TOP_UP, member),
            (Place.HEALTH, None),
            (Place.COMFORT, None),
            (Place.MANAGER, None),
        )
        for place, payload in visits:
            navigation.go(place, payload)
            hand.wait_for(place)
            hand.robot.pause(GLANCE_MS)
            hand.robot.picture(out / f"{place}.png")
            navigation.back()
            hand.robot.pause(GLANCE_MS)


def at_work(
    variant: Variant, out: Path, closing: ExitStack, *, person: int = 0
) -> tuple[Hand, TillWindow, Park]:
    """A till of the sample park with its shift open, on a display of its own."""
    from posapp.app.run import application
    from posapp.app.window import TillWindow
    from posapp.demo.display import virtual_display
    from posapp.demo.hand import Hand
    from posapp.demo.park import open_park
    from posapp.demo.sample import SIGN_INS, Folders
    from posapp.ui.navigation import Place

    os.environ["DISPLAY"] = closing.enter_context(virtual_display())
    data = Path(closing.enter_context(tempfile.TemporaryDirectory()))
    park = open_park(Folders(data), {"language": variant.language, "theme": variant.theme}, closing)
    window = TillWindow(application(), park.till)
    closing.callback(window.close)
    window.window.resize(variant.width, variant.height)
    window.open()
    pictures = out / f"of-{variant.name}"
    pictures.mkdir()
    hand = Hand(window, park.counter, pictures)
    hand.robot.take_focus()
    hand.sign_in(SIGN_INS[person], Place.SHIFT_OPEN)
    hand.open_shift("500")
    return hand, window, park


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
