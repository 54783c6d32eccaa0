"""What the handlers of the page share: a transaction, the pace, a message, a refusal."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, TypeVar

from posapp.central.endpoint import status_of
from posapp.central.limits import PAGE_SIGN_INS_A_MINUTE, limit
from posapp.central.member_page.pages import error_note
from posapp.central.member_page.sign_in import Wanted
from posapp.central.member_page.visit import Reply
from posapp.central.retrying import again
from posapp.domain.phones import Region
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from posapp.central.member_page.sign_in import Asked
    from posapp.central.member_page.visit import Visit
    from posapp.central.unit import Unit
    from posapp.errors import PosError

_LOG: Final = logging.getLogger(__name__)
T = TypeVar("T")


def worked(visit: Visit, work: Callable[[Unit], T]) -> T:
    """One transaction, begun anew where the server took it back."""

    def once() -> T:
        with visit.central.work(visit.site.tenant) as unit:
            return work(unit)

    return again(once)


def typed_text(visit: Visit) -> str:
    """A phone as it was typed, or as an earlier form of the page holds it."""
    return visit.form.get("phone", "")[:40]


def wanted(visit: Visit) -> Wanted:
    """The code that this form asks for: to which phone, in which browser, in what language."""
    said = visit.form.get("region", "")
    return Wanted(
        phone=typed_text(visit),
        region=Region(said) if said in set(Region) else visit.site.region,
        browser=visit.browser,
        language=visit.words.language,
    )


def check_pace(visit: Visit) -> None:
    """Raises Refused("central.busy") for a network address that tries too often."""
    with visit.central.database.look() as connection:
        most = limit(connection, visit.site.tenant.id, PAGE_SIGN_INS_A_MINUTE)
    visit.central.pace.check(f"page {visit.address}", most)


def sending(visit: Visit, asked: Asked) -> Callable[[], None]:
    """What sends the code once the answer has left; nothing where there is no text."""

    def send() -> None:
        if not asked.text:
            return
        try:
            visit.central.sms.send(asked.phone, asked.text, at_ms=visit.now_ms)
        except Unavailable:
            _LOG.warning("a code for the member's page could not be sent")

    return send


def refused(visit: Visit, error: PosError, page: Callable[[Visit, Markup], Markup]) -> Reply:
    """The page itself says it; the status is for programs."""
    told = error_note(visit.words, error)
    return Reply(page=page(visit, told), status=status_of(error))
