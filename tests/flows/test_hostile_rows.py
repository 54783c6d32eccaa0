"""A member's row with hostile text: stored as it is, shown clipped and as text, printed inert."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from posapp.ui.navigation import Place
from tests.flows.test_bad_input import WANG, basket, begin_payment, paper_of, pay_exact_cash, serve
from tests.offline.feeds import feed_row

NAMES = (
    "王" * 350_000,
    "a\x00b\x1bp\x00\x19\xfa\x1dV\x00",
    "\u202e<b>芳</b><img src='file:///etc/passwd'>\u2066",
    "\r\n\t\x07",
)
KICK, CUT = b"\x1bp\x00", b"\x1dV\x00"


def test_a_name_of_a_megabyte_with_nul_rtl_or_tags_is_only_ever_text(shop):
    """From the feed through the cache and the screen onto the paper."""
    cache = shop.stores.cache
    known = cache.member_by_phone(WANG)
    for version, name in enumerate(NAMES, start=1):
        hostile = replace(known, name=name, version=known.version + version)
        cache.apply([feed_row("member", hostile, 1_000_000 + version)], *cache.cursor())
        assert cache.member_by_phone(WANG).name == name
        serve(shop, WANG)
        assert shop.sell.state.member.name == name
        label = shop.robot.find("sell.member.name")
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.width() <= shop.window.width()
        basket(shop)
        begin_payment(shop)
        sale = pay_exact_cash(shop)
        document = paper_of(shop, sale)
        assert document.problems == ()
        assert len(document.rows) < 120
        (job,) = (job for job in shop.papers if sale.receipt_number.encode() in job.data)
        assert (job.data.count(KICK), job.data.count(CUT)) in {(0, 0), (1, 0), (1, 1), (0, 1)}
        shop.robot.press("Return")
        shop.hand.wait_for(Place.SELL)
