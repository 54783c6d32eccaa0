"""The pages of consents, of her data, and of what she asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from posapp.central.member_page.asking import CORRECTION, DELETION, MOST_WORDS
from posapp.central.member_page.consents import FREE
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
    words_line,
)
from posapp.central.member_page.sessions import IDLE_MS, LONGEST_MS
from posapp.central.member_page.word_table import ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.member_page.asking import Asking
    from posapp.central.member_page.consents import ConsentShown
    from posapp.central.member_page.own_data import Data, Row
    from posapp.central.member_page.visit import Visit
    from posapp.central.member_page.words import PageWords

_HIDDEN: Final = Markup('<input type="hidden" name="{}" value="{}">')
_WORDS: Final = Markup(
    '<label for="words">{label}</label>'
    '<textarea id="words" name="words" rows="3" maxlength="{most}" required></textarea>'
)
_CONFIRM: Final = Markup(
    '<label class="tick"><input type="checkbox" name="confirm" value="1" required>'
    "<span>{}</span></label>"
)
_IN_FULL: Final = ("profile", "membership", "balances")
_MINUTE_MS: Final = 60_000
_HOUR_MS: Final = 3_600_000


def me_page(
    visit: Visit,
    consents: Sequence[ConsentShown],
    asked: Sequence[Asking],
    told: Markup = NOTHING,
    friends: Markup = NOTHING,
) -> Markup:
    say, path = visit.words, visit.site.path
    now = words_line(say("consent.now", version=visit.site.policy_version or "-"), "quiet")
    return frame(
        visit,
        say("me"),
        joined(
            (
                told,
                heading(say("me"), level=1),
                friends,
                card(
                    heading(say("consents"), mark="consents"),
                    now,
                    link(f"{path}/policy", say("policy"), "plain"),
                    *(_consent(visit, each) for each in consents),
                    label="consents",
                ),
                card(
                    heading(say("data"), mark="data"),
                    words_line(say("data.about")),
                    link(f"{path}/data", say("data.see"), "plain"),
                    link(f"{path}/data.json", say("data.file"), "plain"),
                    link(f"{path}/seen", say("section.seen_by"), "plain"),
                    label="data",
                ),
                _correction(visit, asked),
                _deletion(visit, asked),
                _signing_out(visit),
            )
        ),
        tab="me",
    )


def data_page(visit: Visit, data: Data) -> Markup:
    """Single rows in full, lists by their length: the statement and the file have them whole."""
    say = visit.words
    return frame(
        visit,
        say("data"),
        joined(
            (
                heading(say("data"), level=1),
                link(f"{visit.site.path}/data.json", say("data.file"), "primary"),
                *(_section(say, name, data[name]) for name in _IN_FULL),
                card(pairs(_lengths(say, data))),
                link(f"{visit.site.path}/me", say("back"), "plain"),
            )
        ),
        tab="me",
    )


def _section(say: PageWords, name: str, rows: list[Row]) -> Markup:
    shown = [
        (say.of("field", key), _value(say, name, key, value)) for key, value in rows[0].items()
    ]
    return card(heading(say(f"section.{name}")), pairs(shown))


def _lengths(say: PageWords, data: Data) -> list[tuple[str, str]]:
    return [
        (say(f"section.{name}"), say("data.rows", count=len(rows)))
        for name, rows in data.items()
        if name not in _IN_FULL
    ]


def _value(say: PageWords, section: str, key: str, value: object) -> str:
    if isinstance(value, bool):
        return say("data.yes") if value else say("data.no")
    if isinstance(value, int):
        is_money = section == "balances" and key in ("principal", "bonus", "held")
        return say.money(value) if is_money else say.count(value)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or say("data.empty")
    if key == "tier":
        return say.tier(str(value))
    if key == "registered":
        return str(value)[:16].replace("T", " ")
    coded = f"{key}.{value}"
    return say(f"value.{coded}") if f"value.{coded}" in ROWS else str(value) or say("data.empty")


def _consent(visit: Visit, consent: ConsentShown) -> Markup:
    say, purpose = visit.words, consent.purpose
    is_known = f"consent.{purpose}" in ROWS
    state = say("consent.given") if consent.is_given else say("consent.withdrawn")
    since = say(
        "consent.since", version=consent.policy_version or "-", time=say.time(consent.at_ms)
    )
    change = NOTHING
    if purpose in FREE:
        change = form(
            visit,
            "/consent",
            _HIDDEN.format("purpose", purpose),
            _HIDDEN.format("give", "0" if consent.is_given else "1"),
            button(say("consent.withdraw" if consent.is_given else "consent.give"), "plain"),
            label=say(f"consent.{purpose}") if is_known else purpose,
        )
    return joined(
        (
            Markup("<h3>{}</h3>").format(say(f"consent.{purpose}") if is_known else purpose),
            words_line(say(f"consent.{purpose}.about") if is_known else "", "quiet"),
            Markup('<p><strong>{}</strong> <span class="quiet">{}</span></p>').format(state, since),
            change,
        )
    )


def _correction(visit: Visit, asked: Sequence[Asking]) -> Markup:
    say = visit.words
    return card(
        heading(say("correction"), mark="correct"),
        words_line(say("correction.about")),
        form(
            visit,
            "/correction",
            _WORDS.format(label=say("correction.words"), most=MOST_WORDS),
            button(say("correction.send"), "plain"),
        ),
        *_asked(say, asked, CORRECTION),
        label="correct",
    )


def _deletion(visit: Visit, asked: Sequence[Asking]) -> Markup:
    say = visit.words
    is_waiting = any(each.kind == DELETION and each.is_waiting for each in asked)
    ask = form(
        visit,
        "/deletion",
        _CONFIRM.format(say("deletion.confirm")),
        button(say("deletion.send"), "danger"),
    )
    return card(
        heading(say("deletion"), mark="delete"),
        words_line(say("deletion.about")),
        NOTHING if is_waiting else ask,
        *_asked(say, asked, DELETION),
        label="delete",
    )


def _asked(say: PageWords, asked: Sequence[Asking], kind: str) -> list[Markup]:
    return [line for each in asked if each.kind == kind for line in _asked_lines(say, each)]


def _asked_lines(say: PageWords, each: Asking) -> list[Markup]:
    state = "asked.open" if each.is_waiting else "asked.closed"
    lines = [words_line(say(state, time=say.time(each.at_ms)), "quiet")]
    if each.answer:
        lines.append(words_line(say("asked.answer", words=each.answer)))
    return lines


def _signing_out(visit: Visit) -> Markup:
    say = visit.words
    minutes, hours = IDLE_MS // _MINUTE_MS, LONGEST_MS // _HOUR_MS
    return card(
        heading(say("out"), mark="out"),
        words_line(say("out.about", minutes=minutes, hours=hours), "quiet"),
        form(visit, "/sign-out", button(say("out"), "plain")),
        form(
            visit,
            "/sign-out",
            _HIDDEN.format("everywhere", "1"),
            button(say("out.everywhere"), "plain"),
        ),
        label="out",
    )
