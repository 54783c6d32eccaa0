"""What each address of the page does, on a worker thread, with one short transaction or two."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, TypeVar

from posapp.central.member_page import sessions
from posapp.central.member_page.asking import CORRECTION, DELETION, ask, askings_of
from posapp.central.member_page.consents import consents_of, set_consent
from posapp.central.member_page.holder_since import holder_since
from posapp.central.member_page.holdings import coupons_of, holdings_of
from posapp.central.member_page.html import NOTHING, note
from posapp.central.member_page.own_code import code_of_now
from posapp.central.member_page.own_data import as_file, own_data, seen_by
from posapp.central.member_page.pages import (
    code_page,
    home_page,
    onward_page,
    sign_in_page,
)
from posapp.central.member_page.pages_account import coupons_page, ledgers_of, statement_page
from posapp.central.member_page.pages_friends import friends_card
from posapp.central.member_page.pages_me import data_page, me_page
from posapp.central.member_page.pages_privacy import policy_page, seen_page
from posapp.central.member_page.sign_in import Asked, ask_code, check_code
from posapp.central.member_page.statement import read_page
from posapp.central.member_page.visit import SESSION_COOKIE, Reply
from posapp.central.member_page.working import (
    check_pace,
    refused,
    sending,
    typed_text,
    wanted,
    worked,
)
from posapp.central.members import load_members
from posapp.central.privacy.policies import FULL, SHORT, policy_of
from posapp.central.referral.programme import read_programme
from posapp.errors import Refused
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from posapp.central.member_page.visit import Visit
    from posapp.central.unit import Unit

_LOG: Final = logging.getLogger(__name__)
_TOLD: Final = (
    "in.out",
    "in.ended",
    "consent.done",
    "correction.done",
    "deletion.done",
    "join.done",
    "join.already",
)
_FILE: Final = "my-data.json"
_MOST_SEEN: Final = 200
JSON: Final = "application/json"
T = TypeVar("T")

# -- the way in


def home(visit: Visit) -> Reply:
    if visit.session_or_none is None:
        if visit.is_from_elsewhere:
            return Reply(page=onward_page(visit))
        return Reply(page=sign_in_page(visit, _told(visit)))
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        held = holdings_of(view, visit.member_id)
        code = code_of_now(view, visit.member_id)
    return Reply(page=home_page(visit, held, code, _told(visit)))


def sign_in(visit: Visit) -> Reply:
    """The message leaves after the answer, so that its time tells nobody who is a member."""
    try:
        check_pace(visit)
        asked = worked(visit, lambda unit: ask_code(unit, visit.site, wanted(visit)))
    except Refused as error:
        return refused(visit, error, _where_it_was(visit))

    return Reply(page=code_page(visit, asked), later=sending(visit, asked))


def enter(visit: Visit) -> Reply:
    asked = _asked_before(visit)
    code = visit.form.get("code", "")[:20]
    try:
        check_pace(visit)
        outcome = worked(
            visit,
            lambda unit: check_code(
                unit,
                visit.site,
                phone_text=asked.phone,
                send_id=asked.send_id,
                code=code,
                browser=visit.browser,
            ),
        )
    except Refused as error:
        return refused(visit, error, _where_it_was(visit))
    if isinstance(outcome, Refused):
        return refused(visit, outcome, _where_it_was(visit))
    return Reply(to=visit.site.path, cookies={SESSION_COOKIE: outcome})


def sign_out(visit: Visit) -> Reply:
    everywhere = visit.form.get("everywhere") == "1"
    with visit.central.database.write() as connection:
        sessions.end(connection, visit.session, everywhere=everywhere)
    return Reply(to=f"{visit.site.path}?told=in.out", cookies={SESSION_COOKIE: ""})


# -- what she has


def code_now(visit: Visit) -> Reply:
    """For the page's own script, once a minute; it keeps no session alive."""
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        code = code_of_now(view, visit.member_id)
    if code is None:
        return Reply(data=encode({"path": ""}), media_type=JSON)
    told = {
        "path": code.picture.path,
        "size": code.picture.size,
        "digits": f"{code.digits[:4]} {code.digits[4:]}",
        "left_ms": code.left_ms,
        "used": code.is_used,
    }
    return Reply(data=encode(told), media_type=JSON)


def coupons(visit: Visit) -> Reply:
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        (who,) = load_members(view, [visit.member_id])
        hers = coupons_of(view, who.coupons)
    return Reply(page=coupons_page(visit, hers))


def statement(visit: Visit) -> Reply:
    of, ledgers = ledgers_of(visit.query.get("of", ""))
    after = visit.query.get("after", "")
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        since = holder_since(view, visit.member_id, [visit.member_id])
        since_ms = since.get(visit.member_id, 0)
        page = read_page(view, visit.member_id, ledgers, after, since_ms=since_ms)
    return Reply(page=statement_page(visit, of, page, is_newest=not after))


# -- her data


def me(visit: Visit) -> Reply:
    return Reply(page=_me(visit, _told(visit)))


def data(visit: Visit) -> Reply:
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        found = own_data(view, visit.member_id)
    return Reply(page=data_page(visit, found))


def data_file(visit: Visit) -> Reply:
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        found = as_file(view, own_data(view, visit.member_id))
    return Reply(data=found, media_type=JSON, file_name=_FILE)


def seen(visit: Visit) -> Reply:
    with visit.central.database.read() as connection:
        rows = seen_by(visit.site.view_on(connection, visit.central), visit.member_id, _MOST_SEEN)
    return Reply(page=seen_page(visit, rows))


def policy(visit: Visit) -> Reply:
    site, language = visit.site, visit.words.language
    with visit.central.database.read() as connection:
        asked = (connection, site.tenant.id, site.policy_version, language)
        short, full = policy_of(*asked, SHORT), policy_of(*asked, FULL)
    return Reply(page=policy_page(visit, short, full))


def consent(visit: Visit) -> Reply:
    def change(unit: Unit) -> None:
        set_consent(
            unit,
            visit.member_id,
            visit.form.get("purpose", ""),
            is_given=visit.form.get("give") == "1",
            policy_version=visit.site.policy_version,
        )

    return _done(visit, change, "consent.done")


def correction(visit: Visit) -> Reply:
    words = visit.form.get("words", "")
    return _done(
        visit, lambda unit: ask(unit, visit.member_id, CORRECTION, words), "correction.done"
    )


def deletion(visit: Visit) -> Reply:
    def change(unit: Unit) -> None:
        if visit.form.get("confirm") != "1":
            raise Refused("page.not_confirmed")
        ask(unit, visit.member_id, DELETION)

    return _done(visit, change, "deletion.done")


def _done(visit: Visit, change: Callable[[Unit], None], told: str) -> Reply:
    """Her page again, with what became of it; the form is not sent twice by reloading."""
    try:
        worked(visit, change)
    except Refused as error:
        return refused(visit, error, _me)
    return Reply(to=f"{visit.site.path}/me?told={told}")


def _me(visit: Visit, told: Markup) -> Markup:
    with visit.central.database.read() as connection:
        shown = consents_of(connection, visit.member_id)
        tenant_id = visit.site.tenant.id
        asked = askings_of(connection, visit.central.keys, tenant_id, visit.member_id)
        is_on = read_programme(connection, tenant_id) is not None
    friends = friends_card(visit) if is_on else NOTHING
    return me_page(visit, shown, asked, told, friends)


def _asked_before(visit: Visit) -> Asked:
    return Asked(send_id=visit.form.get("send_id", "")[:36], phone=typed_text(visit), text="")


def _where_it_was(visit: Visit) -> Callable[[Visit, Markup], Markup]:
    """Whoever has a code on her phone already keeps the form that takes it."""
    asked = _asked_before(visit)
    if not asked.send_id:
        return sign_in_page
    return lambda again_here, told: code_page(again_here, asked, told)


def _told(visit: Visit) -> Markup:
    """What the page before this one did; only sentences that are there for it."""
    key = visit.query.get("told", "")
    return note(visit.words(key)) if key in _TOLD else NOTHING
