"""Row 15: a receipt of 30 lines to bytes, as text and as raster for 80 mm paper."""

from __future__ import annotations

import sys

from benchmarks.harness import Figure, alternate, figure, parser, report
from posapp.devices.paper import paper_for
from posapp.devices.printer_profile import profile_named
from posapp.domain.receipt_sale import sale_receipt
from tests.papers import samples

MUST_US = {"generic-80": 5_000, "generic-80-raster": 40_000}
GOAL_US = {"generic-80": 1_000, "generic-80-raster": 25_000}
HAND_US = 51
"""What hand-built bytes took where the goals were set; the ratio carries them to this machine."""

_LINES = samples.thirty_lines().lines


def by_hand(_number: int) -> bytes:
    """The same 30 lines without a document, a width or a rare character to think of."""
    rows = [b"\x1b@\x1c&\x1ba\x01\x1bE\x01"]
    rows.append("星河乐园".encode("gb18030") + b"\n\x1bE\x00\x1ba\x00")
    for each in _LINES:
        name = each.name.encode("gb18030")
        amount = f"{each.list_amount // 100}.{each.list_amount % 100:02d}".encode()
        rows.append(name + b" " * (48 - len(name) - len(amount)) + amount + b"\n")
    rows.append(b"\x1bd\x04\x1dVB\x00")
    return b"".join(rows)


def measured(profile: str, rounds: int) -> Figure:
    receipt = sale_receipt(samples.thirty_lines(), samples.head(), samples.MEMBER)
    paper = paper_for(profile_named(profile))
    floor, ours = alternate(by_hand, lambda _number: paper.render(receipt), rounds=rounds)
    return figure(
        15,
        f"receipt of 30 lines, {profile}",
        floor,
        ours,
        must=MUST_US[profile] / HAND_US,
        goal=GOAL_US[profile] / HAND_US,
    )


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    rounds = {"generic-80": 20 if quick else 400, "generic-80-raster": 5 if quick else 60}
    return report([measured(profile, count) for profile, count in rounds.items()], arguments)


if __name__ == "__main__":
    sys.exit(main())
