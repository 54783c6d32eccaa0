"""The pages of an invitation: for the friend who joins, and for the member who invites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.codes import CODE_DIGITS, VALID_MS
from posapp.central.member_page.html import (
    NOTHING,
    button,
    card,
    form,
    frame,
    heading,
    joined,
    link,
    pairs,
    picture,
    words_line,
)
from posapp.central.member_page.own_code import draw
from posapp.central.member_page.pages import phone_field
from posapp.domain.member import masked_phone
from posapp.domain.referral import CODE_FIELD

if TYPE_CHECKING:
    from posapp.central.member_page.sign_in import Asked
    from posapp.central.member_page.visit import Visit
    from posapp.central.referral.progress import Progress

_CODE: Final = Markup(
    '<label for="code">{label}</label>'
    '<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" '
    'pattern="[0-9]*" maxlength="{digits}" required>'
)
_HIDDEN: Final = Markup('<input type="hidden" name="{}" value="{}">')
_TICK: Final = Markup(
    '<label class="tick"><input type="checkbox" name="{name}" value="1"{required}>'
    "<span>{text}</span></label>"
)
_POLICY: Final = Markup(
    '<p><a class="plain" href="{path}" target="_blank" rel="noopener">{text}</a></p>'
)
_LINK: Final = Markup(
    '<label for="link">{label}</label><input id="link" type="text" readonly value="{link}">'
)


def join_page(visit: Visit, told: Markup = NOTHING) -> Markup:
    """A friend's link leads here, or the shop's own: her phone first."""
    say = visit.words
    title = "join.title" if visit.invited or CODE_FIELD in visit.query else "join.title_open"
    body = (
        told,
        heading(say(title, brand=visit.site.brand), level=1),
        words_line(say("join.about")),
        words_line(say("join.minor"), "quiet"),
        form(visit, "/join/send", phone_field(visit), button(say("in.send"))),
        link(f"{visit.site.path}/policy", say("policy"), "plain"),
        link(visit.site.path, say("join.sign_in"), "plain"),
    )
    return frame(visit, say("join.short"), card(*body))


def answer_page(
    visit: Visit, asked: Asked, purposes: tuple[str, ...], told: Markup = NOTHING
) -> Markup:
    """The code, and what she agrees to: what is needed apart from what is free, which is asked for
    purpose by purpose.
    """
    say = visit.words
    kept = (_HIDDEN.format("phone", asked.phone), _HIDDEN.format("send_id", asked.send_id))
    sent = say("join.sent", phone=masked_phone(asked.phone), minutes=VALID_MS // 60_000)
    version = visit.site.policy_version or "-"
    must = Markup(" required")
    body = (
        told,
        heading(say("in.sent_title"), level=1),
        words_line(sent),
        form(
            visit,
            "/join/enter",
            *kept,
            _CODE.format(label=say("in.code"), digits=CODE_DIGITS),
            _TICK.format(name="agree", required=must, text=say("join.agree", version=version)),
            words_line(say("consent.privacy.about"), "quiet"),
            _POLICY.format(path=f"{visit.site.path}/policy", text=say("join.policy")),
            _TICK.format(name="age", required=must, text=say("join.age")),
            words_line(say("join.minor"), "quiet"),
            *(part for each in purposes for part in _free(visit, each)),
            button(say("join.enter")),
        ),
        form(visit, "/join/send", *kept, button(say("in.again"), "plain")),
        link(f"{visit.site.path}/join", say("in.other_phone"), "plain"),
    )
    return frame(visit, say("in.sent_title"), card(*body))


def _free(visit: Visit, purpose: str) -> tuple[Markup, Markup]:
    say = visit.words
    text = say("join.free", purpose=say(f"consent.{purpose}"))
    tick = _TICK.format(name=purpose, required=NOTHING, text=text)
    return tick, words_line(say(f"consent.{purpose}.about"), "quiet")


def no_invitation_page(visit: Visit) -> Markup:
    say = visit.words
    body = (
        heading(say("join.over"), level=1),
        words_line(say("join.over.about")),
        link(visit.site.path, say("join.sign_in"), "plain"),
    )
    return frame(visit, say("join.over"), card(*body))


def friends_card(visit: Visit) -> Markup:
    say = visit.words
    return card(
        heading(say("friends"), mark="friends"),
        words_line(say("friends.about")),
        link(f"{visit.site.path}/friends", say("friends.see"), "plain"),
        label="friends",
    )


def friends_page(visit: Visit, code: str, got: Progress) -> Markup:
    """Her code as a picture for a friend's phone, and how far she is; friends have no names."""
    say = visit.words
    address = f"{visit.origin}{visit.site.path}/join?{CODE_FIELD}={code}"
    rows = [
        (say("friends.joined"), say.count(got.joined)),
        (say("friends.rewarded"), say.count(got.rewarded)),
    ]
    if got.next_step is not None:
        left = got.next_step - got.rewarded
        rows.append((say("friends.next"), say("friends.left", count=left, step=got.next_step)))
    return frame(
        visit,
        say("friends"),
        joined(
            (
                heading(say("friends"), level=1),
                card(
                    words_line(say("friends.how")),
                    picture(draw(address), say("friends.picture")) if visit.origin else NOTHING,
                    Markup('<p class="digits">{}</p>').format(code),
                    _LINK.format(label=say("friends.link"), link=address),
                ),
                card(heading(say("friends.progress"), mark="far"), pairs(rows), label="far"),
                card(
                    words_line(say("friends.another.about"), "quiet"),
                    form(visit, "/friends/new", button(say("friends.another"), "plain")),
                ),
                link(f"{visit.site.path}/me", say("back"), "plain"),
            )
        ),
        tab="me",
    )
