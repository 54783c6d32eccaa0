"""The pages of signing in, of the code with what she has, and of what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.codes import CODE_DIGITS, VALID_MS
from posapp.central.member_page.html import (
    NOTHING,
    SCRIPT,
    bare,
    button,
    card,
    form,
    frame,
    heading,
    icon,
    joined,
    link,
    note,
    pairs,
    picture,
    words_line,
)
from posapp.central.member_page.word_table import ROWS
from posapp.domain.member import MemberStatus, masked_phone
from posapp.domain.phones import Region

if TYPE_CHECKING:
    from posapp.central.member_page.holdings import Holdings
    from posapp.central.member_page.own_code import ShownCode
    from posapp.central.member_page.sign_in import Asked
    from posapp.central.member_page.visit import Visit
    from posapp.central.member_page.words import PageWords
    from posapp.errors import PosError

_SECOND_MS: Final = 1_000
_PHONE: Final = Markup(
    '<label for="phone">{label}</label>'
    '<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" '
    'value="{typed}" maxlength="20" required autofocus>'
)
_REGIONS: Final = tuple(each.value for each in Region)
_REGION: Final = Markup(
    '<label for="region">{label}</label><select id="region" name="region">{options}</select>'
)
_OPTION: Final = Markup('<option value="{value}"{chosen}>{text}</option>')
_CODE: Final = Markup(
    '<label for="code">{label}</label>'
    '<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" '
    'pattern="[0-9]*" maxlength="{digits}" required autofocus>'
)
_HIDDEN: Final = Markup('<input type="hidden" name="{}" value="{}">')
_WITHOUT_SCRIPT: Final = Markup(
    '<noscript><meta http-equiv="refresh" content="{seconds}"></noscript>\n'
)
_SCRIPT: Final = Markup('<script src="{}" defer></script>\n')
_ONWARD: Final = Markup('<meta http-equiv="refresh" content="0; url={}">\n')
_RING: Final = Markup(
    '<svg class="ring" viewBox="0 0 44 44" aria-hidden="true">'
    '<circle class="track" cx="22" cy="22" r="19"/>'
    '<circle id="ring" class="left" cx="22" cy="22" r="19" pathLength="60" '
    'stroke-dasharray="{left} 60" transform="rotate(-90 22 22)"/>'
    '<text id="count" x="22" y="27" text-anchor="middle">{left}</text></svg>'
)
_LIVE: Final = Markup(
    '<div id="live" data-path="{path}" data-left="{left_ms}" data-words="{words}" '
    'data-gone="{gone}" data-used="{used}" data-once="{once}">{body}</div>'
)
_BALANCE: Final = Markup(
    '<div class="balance"><h2>{name}</h2><p class="sum {kind}">{sum}</p>{parts}</div>'
)


def sign_in_page(visit: Visit, told: Markup = NOTHING) -> Markup:
    say = visit.words
    body = (
        told,
        heading(say("in.title"), level=1),
        words_line(say("in.about")),
        form(visit, "/sign-in", phone_field(visit), button(say("in.send"))),
        link(f"{visit.site.path}/join", say("join.short"), "plain")
        if visit.site.takes_anybody
        else NOTHING,
    )
    return frame(visit, say("in.title"), card(*body))


def phone_field(visit: Visit) -> Markup:
    """A number and its region: what was typed and chosen last, else where the shop is."""
    say = visit.words
    chosen = visit.form.get("region", "")
    chosen = chosen if chosen in _REGIONS else visit.site.region.value
    options = joined(
        _OPTION.format(
            value=each, chosen=Markup(" selected") if each == chosen else NOTHING, text=text
        )
        for each, text in ((each, say(f"region.{each}")) for each in _REGIONS)
    )
    region = _REGION.format(label=say("in.region"), options=options)
    return region + _PHONE.format(label=say("in.phone"), typed=visit.form.get("phone", "")[:20])


def code_page(visit: Visit, asked: Asked, told: Markup = NOTHING) -> Markup:
    """The same for everybody: it does not say whether a message left."""
    say = visit.words
    kept = (_HIDDEN.format("phone", asked.phone), _HIDDEN.format("send_id", asked.send_id))
    sent = say("in.sent", phone=masked_phone(asked.phone), minutes=VALID_MS // 60_000)
    again = form(visit, "/sign-in", *kept, button(say("in.again"), "plain"))
    body = (
        told,
        heading(say("in.sent_title"), level=1),
        words_line(sent),
        form(
            visit,
            "/enter",
            *kept,
            _CODE.format(label=say("in.code"), digits=CODE_DIGITS),
            button(say("in.enter")),
        ),
        words_line(say("in.nothing"), "quiet"),
        again,
        link(visit.site.path, say("in.other_phone"), "plain"),
    )
    return frame(visit, say("in.sent_title"), card(*body))


def onward_page(visit: Visit) -> Markup:
    """A step in between for who comes from another site: the cookie is not sent on that way."""
    say = visit.words
    body = card(link(visit.site.path, say("in.continue"), "primary"))
    return frame(visit, say("in.continue"), body, head=_ONWARD.format(visit.site.path))


def home_page(visit: Visit, held: Holdings, code: ShownCode | None, told: Markup) -> Markup:
    """The code first: that is what she opens the page for at a counter."""
    say = visit.words
    seconds = 60 if code is None else -(-code.left_ms // _SECOND_MS) + 1
    return frame(
        visit,
        say("code.title"),
        joined(
            (
                told,
                _status(say, held),
                _code_card(visit, held, code),
                _balances(say, held),
                words_line(say("as_of", time=say.time(visit.now_ms)), "quiet"),
            )
        ),
        tab="code",
        head=_SCRIPT.format(SCRIPT) + _WITHOUT_SCRIPT.format(seconds=seconds),
    )


def wrong_page(words: PageWords, error: PosError, *, brand: str, back: str) -> Markup:
    """What did not work, and the way back."""
    body = [heading(words("error.title"), level=1), error_note(words, error)]
    if back:
        body.append(link(back, words("back"), "primary"))
    return bare(words, words("error.title"), card(*body), brand=brand)


def error_note(words: PageWords, error: PosError) -> Markup:
    """The sentence of a refusal; one that has none here says that it does not work now."""
    key = f"error.{error.key}"
    if error.key == "page.none_here":
        return note(words("error.no_page"), "wrong")
    if key not in ROWS:
        return note(words("error.other"), "wrong")
    return note(words(key, **error.params), "wrong")


def _status(say: PageWords, held: Holdings) -> Markup:
    status = held.member.status
    return NOTHING if status is MemberStatus.NORMAL else note(say(f"status.{status}"), "warn")


def _code_card(visit: Visit, held: Holdings, code: ShownCode | None) -> Markup:
    say = visit.words
    head = Markup('<div class="row"><h1 id="own">{}</h1><p class="tier">{}{}</p></div>').format(
        say("code.title"), icon("star"), say.tier(held.member.tier)
    )
    number = words_line(say("number", number=held.member.number), "quiet")
    if code is None:
        return card(head, number, words_line(say("code.none")), label="own")
    left = -(-code.left_ms // _SECOND_MS)
    state = say("code.used") if code.is_used else say("code.once")
    below = Markup(
        '<div class="row">{ring}<div><p id="left">{left}</p>'
        '<p id="state" class="quiet" role="status">{state}</p></div>{again}</div>'
    ).format(
        ring=_RING.format(left=left),
        left=say("code.left", seconds=left),
        state=state,
        again=link(visit.site.path, say("code.refresh"), "plain"),
    )
    shown = Markup('<p class="digits" id="digits">{} {}</p>').format(
        code.digits[:4], code.digits[4:]
    )
    live = _LIVE.format(
        path=visit.site.path + "/code.json",
        left_ms=code.left_ms,
        words=say("code.left", seconds="#"),
        gone=say("code.gone"),
        used=say("code.used"),
        once=say("code.once"),
        body=joined((picture(code.picture, say("code.picture")), shown, below)),
    )
    return card(head, number, words_line(say("code.show"), "quiet"), live, label="own")


def _balances(say: PageWords, held: Holdings) -> Markup:
    who = held.member
    value = [(say("principal"), say.money(who.principal)), (say("bonus"), say.money(who.bonus))]
    if who.held:
        value.append((say("held"), say.money(who.held)))
    points = [words_line(text, "quiet") for text in _point_lines(say, held)]
    return card(
        Markup('<div class="balances">{}{}</div>').format(
            _BALANCE.format(
                name=say("value"),
                kind="value",
                sum=say.money(who.stored_value),
                parts=pairs(value),
            ),
            _BALANCE.format(
                name=say("points"), kind="points", sum=say.count(who.points), parts=joined(points)
            ),
        ),
        pairs([(say("growth"), say.count(who.growth))]),
    )


def _point_lines(say: PageWords, held: Holdings) -> list[str]:
    lines = [f"{say('pending')} {say.count(held.member.points_pending)}"]
    lines += [
        say("pending_from", date=say.day(each.at_ms), points=say.count(each.points))
        for each in held.pending
    ]
    if held.debt:
        lines.append(f"{say('debt')} {say.count(held.debt)}")
    ending = [
        say("expiring", date=say.day(each.at_ms), points=say.count(each.points))
        for each in held.expiring
    ]
    return lines + (ending or [say("never")])
