"""The pages of coupons and tickets, and of the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.ledger import PTS
from posapp.central.member_page.html import (
    NOTHING,
    card,
    frame,
    heading,
    joined,
    link,
    picture,
    words_line,
)
from posapp.central.member_page.own_code import draw
from posapp.central.member_page.statement import LEDGERS, VALUE
from posapp.domain.own_codes import coupon_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.member_page.holdings import Coupon
    from posapp.central.member_page.statement import Change, Movement, Page
    from posapp.central.member_page.visit import Visit
    from posapp.central.member_page.words import PageWords

_LATE_MS: Final = 60_000
_GROWTH: Final = "GRW"
_MOVEMENT: Final = Markup(
    '<li><div class="row"><h2>{kind}</h2><p class="when">{when}</p></div>'
    '<p class="quiet">{about}</p>{changes}</li>'
)
_CHANGE: Final = Markup(
    '<div class="change"><dt>{name}</dt><dd class="{sign}">{amount}</dd>'
    '<dd class="quiet">{moved}</dd></div>'
)
_SWITCH: Final = Markup('<a href="?of={of}"{current}>{name}</a>')


def coupons_page(visit: Visit, coupons: Sequence[Coupon]) -> Markup:
    say = visit.words
    shown = [_coupon(say, each) for each in coupons]
    return frame(
        visit,
        say("coupons"),
        joined(
            (
                heading(say("coupons"), level=1),
                *(shown or [card(words_line(say("coupons.none")))]),
                heading(say("tickets")),
                card(words_line(say("tickets.none"))),
            )
        ),
        tab="coupons",
    )


def statement_page(visit: Visit, of: str, page: Page, *, is_newest: bool) -> Markup:
    say = visit.words
    rows = joined(_movement(say, each) for each in page.movements)
    body = Markup('<ol class="movements">{}</ol>').format(rows)
    ways = [] if is_newest else [link(f"?of={of}", say("statement.newest"), "plain")]
    if page.older:
        ways.append(link(f"?of={of}&after={page.older}", say("statement.older"), "plain"))
    switch = joined(
        _SWITCH.format(
            of=name,
            current=Markup(' aria-current="true"') if name == of else NOTHING,
            name=say(f"statement.{name}"),
        )
        for name in LEDGERS
    )
    return frame(
        visit,
        say("statement"),
        joined(
            (
                heading(say("statement"), level=1),
                Markup('<nav class="switch" aria-label="{}">{}</nav>').format(
                    say("statement"), switch
                ),
                card(body if page.movements else words_line(say("statement.none"))),
                Markup('<p class="ways">{}</p>').format(joined(ways)),
            )
        ),
        tab="statement",
    )


def _coupon(say: PageWords, coupon: Coupon) -> Markup:
    offer = coupon.offer
    parts = [heading(coupon.code if offer is None else offer.label)]
    if offer is not None:
        least = [say("coupon.least", amount=say.money(offer.threshold))] if offer.threshold else []
        often = say("coupon.once") if offer.once else say("coupon.often")
        parts.append(words_line("  ".join([*least, often]), "quiet"))
    parts.append(words_line(say("coupon.code", code=coupon.code), "quiet"))
    drawn = _picture(say, coupon.code)
    if drawn:
        parts.append(
            Markup("<details><summary>{}</summary>{}</details>").format(say("coupon.show"), drawn)
        )
    return card(*parts)


def _picture(say: PageWords, code: str) -> Markup:
    """Nothing for a code that no scanner of ours would read."""
    try:
        text = coupon_code(code)
    except ValueError:
        return NOTHING
    return picture(draw(text), say("coupon.picture"))


def _movement(say: PageWords, moved: Movement) -> Markup:
    about = [moved.shop]
    if moved.receipt:
        about.append(say("statement.receipt", number=moved.receipt))
    if moved.posted_ms - moved.at_ms > _LATE_MS:
        about.append(say("statement.booked", time=say.time(moved.posted_ms)))
    changes = joined(_change(say, each) for each in moved.changes)
    return _MOVEMENT.format(
        kind=say.of("posting", moved.kind),
        when=say.time(moved.at_ms),
        about="  ".join(part for part in about if part),
        changes=Markup("<dl>{}</dl>").format(changes),
    )


def _change(say: PageWords, change: Change) -> Markup:
    is_count = change.ledger in (PTS, _GROWTH)
    told = say.count if is_count else say.money
    moved = (
        ""
        if change.before is None or change.after is None
        else say("statement.moved", before=told(change.before), after=told(change.after))
    )
    return _CHANGE.format(
        name=say.of("account", change.account, "points" if is_count else "sv_available"),
        sign="less" if change.amount < 0 else "more",
        amount=told(change.amount, signed=True),
        moved=moved,
    )


def ledgers_of(name: str) -> tuple[str, tuple[str, ...]]:
    """The statement that a query asks for; that of value for anything unknown."""
    of = name if name in LEDGERS else VALUE
    return of, LEDGERS[of]
