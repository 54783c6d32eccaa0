"""The pages of the policy in full, and of who looked at her data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from posapp.central.member_page.html import card, frame, heading, joined, link, pairs, words_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.member_page.own_data import Row
    from posapp.central.member_page.visit import Visit

_LINE = Markup("<p>{}</p>")


def policy_page(visit: Visit, short: str, full: str) -> Markup:
    """Open to everybody: who has not joined yet reads it before she agrees."""
    say, site = visit.words, visit.site
    parts = [heading(say("policy"), level=1)]
    parts.append(words_line(say("consent.now", version=site.policy_version or "-"), "quiet"))
    if not full and not short:
        parts.append(words_line(say("policy.none")))
    if short:
        parts.append(card(heading(say("policy.short"), mark="short"), _text(short), label="short"))
    if full:
        parts.append(card(heading(say("policy.full"), mark="full"), _text(full), label="full"))
    parts.append(link(site.path, say("back"), "plain"))
    return frame(visit, say("policy"), joined(parts))


def seen_page(visit: Visit, rows: Sequence[Row]) -> Markup:
    """The newest first; the clerk's name stays with the house."""
    say = visit.words
    lines = [
        (
            str(row["at"])[:16].replace("T", " "),
            f"{say.of('value.what', str(row['what']))}, {say.of('value.why', str(row['why']))}",
        )
        for row in rows
    ]
    body = card(pairs(lines)) if lines else words_line(say("data.empty"))
    return frame(
        visit,
        say("section.seen_by"),
        joined(
            (
                heading(say("section.seen_by"), level=1),
                words_line(say("seen.about"), "quiet"),
                body,
                link(f"{visit.site.path}/me", say("back"), "plain"),
            )
        ),
        tab="me",
    )


def _text(body: str) -> Markup:
    """Lines as paragraphs; whatever the text says, it is text."""
    return Markup("\n").join(_LINE.format(line) for line in body.split("\n") if line.strip())
