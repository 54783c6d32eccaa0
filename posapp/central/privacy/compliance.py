"""The regular report on personal data: figures by section, as a table; no member is in it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import exists, func, select

from posapp.central.members import profile_of
from posapp.central.merging.consents import JOINED
from posapp.central.privacy.access_report import looked
from posapp.central.privacy.compliance_words import purpose_word, word
from posapp.central.service_desk.profile_acts import HOLDER_CHANGED
from posapp.central.tables.members import member, subject_key
from posapp.central.tables.privacy import (
    destroyed_subject,
    erasure,
    policy_text,
    sealed_subject,
)
from posapp.central.tables.registration import consent_entry, family_member
from posapp.central.tables.service import member_event
from posapp.domain.consents import needs_guardian
from posapp.sheets.cells import guarded

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Select

    from posapp.central.view import View

TITLES: Final = ("section", "what", "of", "figure")
DAY_MS: Final = 86_400_000
CONSENTS: Final = "consents"
WITHDRAWN: Final = "withdrawn"
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure. `section` and `what` are words of lists; `of` a version, or a day and its tills;
    `about` the purpose or who of the house; `signs` say what is unusual.
    """

    section: str
    what: str
    of: str
    figure: int
    about: str = ""
    signs: tuple[str, ...] = ()


def report(view: View, since_ms: int) -> tuple[Line, ...]:
    """From a moment to now; what stands open stands as of now."""
    return (
        *_consents(view, since_ms),
        *_requests(view, since_ms),
        *_subjects(view),
        *_minors(view),
        *_access(view, since_ms),
        *_policies(view),
    )


def as_csv(lines: tuple[Line, ...], language: str = "zh_CN") -> str:
    """A table that a spreadsheet opens and works nothing out of."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([word(language, "title", each) for each in TITLES])
    for each in lines:
        writer.writerow(
            [
                word(language, "section", each.section),
                guarded(in_words(each, language)),
                guarded(each.of),
                each.figure,
            ]
        )
    return made.getvalue()


def in_words(line: Line, language: str) -> str:
    """What was counted, as a person reads it."""
    about = line.about
    if line.section == CONSENTS:
        about = purpose_word(language, about)
    signs = (word(language, "sign", each) for each in line.signs)
    head = ", ".join(part for part in (about, *signs) if part)
    told = word(language, "what", line.what)
    return f"{head}: {told}" if head else told


def _consents(view: View, since_ms: int) -> list[Line]:
    """What holds now by purpose and version; what was withdrawn since."""
    entry = consent_entry.c
    last = (
        select(
            entry.purpose,
            entry.policy_version,
            entry.given,
            func.row_number()
            .over(
                partition_by=(entry.member_id, entry.purpose),
                order_by=(entry.at_ms.desc(), entry.id.desc()),
            )
            .label("place"),
        )
        .where(entry.tenant_id == view.tenant.id)
        .subquery()
    )
    rows = view.connection.execute(
        select(last.c.purpose, last.c.policy_version, last.c.given, func.count().label("n"))
        .where(last.c.place == 1)
        .group_by(last.c.purpose, last.c.policy_version, last.c.given)
        .order_by(last.c.purpose, last.c.policy_version, last.c.given.desc())
    )
    lines = [
        Line(
            section=CONSENTS,
            what="given" if row.given else "not given",
            of=row.policy_version,
            figure=row.n,
            about=row.purpose,
        )
        for row in rows
    ]
    return lines + [
        Line(section=CONSENTS, what=WITHDRAWN, of="", figure=row.n, about=row.purpose)
        for row in view.connection.execute(_withdrawn(view, since_ms))
    ]


def _withdrawn(view: View, since_ms: int) -> Select[Any]:
    """Whoever said no where her last word had been yes. Who never agreed withdrew nothing, nor did
    she for whom a merge let the stricter hold, nor who handed her file on to another holder.
    """
    entry, turn = consent_entry.c, member_event.c
    of_one, in_turn = (entry.member_id, entry.purpose), (entry.at_ms, entry.id)
    said = (
        select(
            entry.member_id,
            entry.purpose,
            entry.given,
            entry.channel,
            entry.at_ms,
            func.lag(entry.given).over(partition_by=of_one, order_by=in_turn).label("given_before"),
            func.lag(entry.at_ms).over(partition_by=of_one, order_by=in_turn).label("before_ms"),
        )
        .where(entry.tenant_id == view.tenant.id)
        .subquery()
    )
    other_holder = exists().where(
        turn.member_id == said.c.member_id,
        turn.kind == HOLDER_CHANGED,
        turn.at_ms > said.c.before_ms,
        turn.at_ms <= said.c.at_ms,
    )
    return (
        select(said.c.purpose, func.count().label("n"))
        .where(
            said.c.given == 0,
            said.c.given_before == 1,
            said.c.at_ms >= since_ms,
            said.c.channel != JOINED,
            ~other_holder,
        )
        .group_by(said.c.purpose)
        .order_by(said.c.purpose)
    )


def _requests(view: View, since_ms: int) -> list[Line]:
    """Those to be forgotten: how many, how long they took, which are overdue."""
    row = erasure.c
    of_tenant = row.tenant_id == view.tenant.id
    done = view.connection.execute(
        select(row.state, row.channel, row.asked_ms, row.done_ms, row.due_ms, row.told).where(
            of_tenant, row.done_ms.is_not(None), row.done_ms >= since_ms
        )
    ).all()
    waiting = view.connection.execute(
        select(row.due_ms).where(of_tenant, row.state == "asked")
    ).all()
    days = [-(-(each.done_ms - each.asked_ms) // DAY_MS) for each in done]
    counted = (
        ("done, destroyed", sum(each.state == "destroyed" for each in done)),
        ("done, sealed", sum(each.state == "sealed" for each in done)),
        ("done too late", sum(each.done_ms > each.due_ms for each in done)),
        ("done, not told by message", sum(not each.told for each in done)),
        ("days, most", max(days, default=0)),
        ("waiting", len(waiting)),
        ("waiting, overdue", sum(each.due_ms < view.now_ms for each in waiting)),
    )
    return [Line(section="erasures", what=what, of="", figure=n) for what, n in counted]


def _subjects(view: View) -> list[Line]:
    of_tenant = sealed_subject.c.tenant_id == view.tenant.id
    reached = sealed_subject.c.keep_until_ms <= view.now_ms
    mine = select(func.count()).select_from(member).where(member.c.tenant_id == view.tenant.id)
    with_key = mine.where(member.c.subject_id.in_(select(subject_key.c.subject_id)))
    counted: tuple[tuple[str, Select[Any]], ...] = (
        ("readable", with_key),
        ("not readable any more", mine.where(member.c.profile.is_(None))),
        ("sealed", select(func.count()).where(of_tenant)),
        ("sealed, term reached", select(func.count()).where(of_tenant, reached)),
        (
            "destroyed",
            select(func.count()).where(destroyed_subject.c.tenant_id == view.tenant.id),
        ),
    )
    return [
        Line(
            section="keys",
            what=what,
            of="",
            figure=int(view.connection.execute(query).scalar_one()),
        )
        for what, query in counted
    ]


def _minors(view: View) -> list[Line]:
    """Read member by member: a birthday is under its key and in no column."""
    today = _today(view)
    guarded_by = set(
        view.connection.execute(
            select(family_member.c.member_id).where(
                family_member.c.tenant_id == view.tenant.id,
                family_member.c.guardian_id.is_not(None),
            )
        ).scalars()
    )
    minors = without = 0
    for row in _each_member(view):
        profile = profile_of(row, view.keys)
        if needs_guardian(profile.birthday, today):
            minors += 1
            without += not (profile.has_guardian or row["id"] in guarded_by)
    return [
        Line(section="minors", what="below 14", of="", figure=minors),
        Line(section="minors", what="below 14, no guardian", of="", figure=without),
    ]


def _each_member(view: View) -> Any:
    after = ""
    query = (
        select(member.c.id, member.c.subject_id, member.c.profile, subject_key.c.wrapped_key)
        .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.tenant_id == view.tenant.id, member.c.merged_into.is_(None))
        .order_by(member.c.id)
        .limit(_AT_ONCE)
    )
    while rows := view.connection.execute(query.where(member.c.id > after)).mappings().all():
        yield from rows
        after = rows[-1]["id"]


def _access(view: View, since_ms: int) -> list[Line]:
    lines = []
    for day in looked(view, since_ms, view.now_ms + 1):
        of = " ".join(part for part in (day.day, *day.terminals) if part)
        lines.append(
            Line(
                section="access, unusual" if day.unusual else "access",
                what="seen in full",
                of=of,
                figure=day.in_full,
                about=day.who,
                signs=day.unusual,
            )
        )
    return lines


def _policies(view: View) -> list[Line]:
    rows = view.connection.execute(
        select(policy_text.c.version, func.count().label("n"))
        .where(policy_text.c.tenant_id == view.tenant.id)
        .group_by(policy_text.c.version)
        .order_by(policy_text.c.version)
    )
    return [Line(section="policies", what="texts", of=row.version, figure=row.n) for row in rows]


def _today(view: View) -> str:
    local = datetime.fromtimestamp(view.now_ms // 1000, UTC).astimezone(view.tenant.zone)
    return local.date().isoformat()
