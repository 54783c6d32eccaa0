"""Joining on the page, by a friend's link or, where the shop lets anybody, without one; and what
the inviter sees of her friends: numbers, no names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.endpoint import status_of
from posapp.central.limits import PAGE_JOIN_MESSAGES_A_MINUTE, limit
from posapp.central.member_page.consents import asked_here
from posapp.central.member_page.pages_friends import (
    answer_page,
    friends_page,
    join_page,
    no_invitation_page,
)
from posapp.central.member_page.sign_in import JOIN, PAGE, Asked, Tried, ask_code, check_budget
from posapp.central.member_page.site import NO_PAGE
from posapp.central.member_page.visit import INVITE_COOKIE, SESSION_COOKIE, Reply
from posapp.central.member_page.working import (
    check_pace,
    refused,
    sending,
    typed_text,
    wanted,
    worked,
)
from posapp.central.referral.invites import new_code, own_code, whose_code
from posapp.central.referral.online import Wish, join_online
from posapp.central.referral.programme import read_programme
from posapp.central.referral.progress import progress_of
from posapp.domain.referral import CODE_FIELD, invite_in
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from posapp.central.member_page.visit import Visit
    from posapp.central.unit import Unit

MESSAGES_A_MINUTE: Final = 10
"""To whoever is invited by one code: a link is no way to have messages sent to strangers."""


def friends(visit: Visit) -> Reply:
    """Her code, which she has from now on, and how far she is."""
    with visit.central.database.read() as connection:
        view = visit.site.view_on(connection, visit.central)
        programme = read_programme(connection, visit.site.tenant.id)
        got = None if programme is None else progress_of(view, visit.member_id, programme)
    if got is None:
        return Reply(to=f"{visit.site.path}/me")
    code = worked(visit, lambda unit: own_code(unit, visit.member_id))
    return Reply(page=friends_page(visit, code, got))


def another_code(visit: Visit) -> Reply:
    worked(visit, lambda unit: new_code(unit, visit.member_id))
    return Reply(to=f"{visit.site.path}/friends")


def join(visit: Visit) -> Reply:
    """The code of the link goes into a cookie, so that a change of language keeps it."""
    if visit.session_or_none is not None:
        return Reply(to=visit.site.path)
    code = invite_in(visit.query.get(CODE_FIELD, "")[:40]) or visit.invited
    if _is_good(visit, code):
        return Reply(page=join_page(visit), cookies={INVITE_COOKIE: code})
    if visit.site.takes_anybody:
        return Reply(page=join_page(visit), cookies={INVITE_COOKIE: ""})
    return Reply(page=no_invitation_page(visit), status=status_of(Refused(NO_PAGE)))


def send_code(visit: Visit) -> Reply:
    """A message to whoever may be nobody yet, once the answer has left."""
    is_invited = _is_good(visit, visit.invited)
    if not (is_invited or visit.site.takes_anybody):
        return Reply(page=no_invitation_page(visit))
    try:
        check_pace(visit)
        _check_messages(visit, is_invited=is_invited)
        asked = worked(visit, lambda unit: _ask(unit, visit, is_invited=is_invited))
    except Refused as error:
        return refused(visit, error, _where_it_was(visit))
    return Reply(page=answer_page(visit, asked, _purposes(visit)), later=sending(visit, asked))


def _check_messages(visit: Visit, *, is_invited: bool) -> None:
    """Raises Refused("central.busy") where messages leave too fast."""
    if is_invited:
        visit.central.pace.check(f"join {visit.invited}", MESSAGES_A_MINUTE)
        return
    with visit.central.database.look() as connection:
        most = limit(connection, visit.site.tenant.id, PAGE_JOIN_MESSAGES_A_MINUTE)
    visit.central.pace.check(f"join shop {visit.site.shop_id}", most)


def _ask(unit: Unit, visit: Visit, *, is_invited: bool) -> Asked:
    if not is_invited:
        check_budget(unit, visit.site)
    purpose = PAGE if is_invited else JOIN
    return ask_code(unit, visit.site, wanted(visit), anybody=True, purpose=purpose)


def _purposes(visit: Visit) -> tuple[str, ...]:
    with visit.central.database.look() as connection:
        return asked_here(connection, visit.site.tenant.id)


def enter(visit: Visit) -> Reply:
    """A member from now on, and signed in; who was one already is told so."""
    is_invited = _is_good(visit, visit.invited)
    if not (visit.invited or visit.site.takes_anybody):
        return Reply(page=no_invitation_page(visit))
    asked = _purposes(visit)
    wish = Wish(
        tried=Tried(
            phone=typed_text(visit),
            send_id=visit.form.get("send_id", "")[:36],
            code=visit.form.get("code", "")[:20],
            browser=visit.browser,
        ),
        invite=visit.invited if is_invited or not visit.site.takes_anybody else "",
        agrees=visit.form.get("agree") == "1",
        is_of_age=visit.form.get("age") == "1",
        asked=asked,
        given=tuple(each for each in asked if visit.form.get(each) == "1"),
    )
    try:
        check_pace(visit)
        done = worked(visit, lambda unit: join_online(unit, visit.site, wish))
    except Refused as error:
        return refused(visit, error, _where_it_was(visit))
    if isinstance(done, Refused):
        return refused(visit, done, _where_it_was(visit))
    told = "join.done" if done.is_new else "join.already"
    cookies = {INVITE_COOKIE: "", SESSION_COOKIE: done.token}
    return Reply(to=f"{visit.site.path}?told={told}", cookies=cookies)


def _is_good(visit: Visit, code: str) -> bool:
    """Whether somebody gave this code, while a programme runs."""
    if not code:
        return False
    tenant_id = visit.site.tenant.id
    with visit.central.database.read() as connection:
        is_on = read_programme(connection, tenant_id) is not None
        return is_on and whose_code(connection, tenant_id, code) is not None


def _where_it_was(visit: Visit) -> Callable[[Visit, Markup], Markup]:
    send_id = visit.form.get("send_id", "")[:36]
    if not send_id:
        return join_page
    asked = Asked(send_id=send_id, phone=typed_text(visit), text="")
    purposes = _purposes(visit)
    return lambda again_here, told: answer_page(again_here, asked, purposes, told)
