"""At the desk: a member's own data handed to her, or destroyed, in the names of two people."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import update

from posapp.central.codes import IDENTITY, check_code, use_code
from posapp.central.member_page.own_data import own_data
from posapp.central.members import profile_of
from posapp.central.privacy.erasing import check_free, erase
from posapp.central.privacy.keeping import clean_up, complete_list
from posapp.central.privacy.own_file import archive_of
from posapp.central.privacy.standing import last_erasure, standing
from posapp.central.service_desk.access_log import EXPORT, note_access
from posapp.central.service_desk.acts import take_version
from posapp.central.service_desk.events import note_event
from posapp.central.service_desk.member_file import find_row
from posapp.central.service_desk.sealed import Words
from posapp.central.service_desk.status_acts import close_account
from posapp.central.sms_texts import erased_text, language_for
from posapp.central.tables.privacy import erasure
from posapp.domain.allowances import Act
from posapp.errors import Refused, Unavailable
from posapp.wire.privacy import ErasureShown, ExportAsked, Exported

if TYPE_CHECKING:
    from typing import Any

    from posapp.central.service import Central
    from posapp.central.service_desk.acts import Work
    from posapp.central.service_desk.hands import Hand
    from posapp.central.service_desk.member_file import Look
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.wire.service_desk import Erasure

_LOG: Final = logging.getLogger(__name__)
EXPORTED: Final = "exported"


def shown(look: Look, member_id: str) -> ErasureShown:
    """Raises Refused("member.unknown")."""
    row = find_row(look.unit, member_id)
    return standing(look.view, row["id"], look.request_id)


def erase_member(work: Work, what: Erasure) -> int:
    """Raises as `check_free`, Refused("service.needs_manager", "service.forgotten",
    "service.close_points_left", "service.stale").
    """
    unit, hand = work.unit, work.hand
    work.key()
    hand.check_both(unit, Act.MEMBER_ERASE, 1)
    check_free(standing(work.view, work.member_id))
    close_account(work, forfeit=what.forfeit_points)
    version = take_version(work)
    unit.flush()
    second = "" if hand.second is None else hand.second.shown
    erase(unit, work.view, work.member_id, who=hand.clerk.shown, second=second)
    return version


def after_erasure(central: Central, work: Work) -> None:
    """Once it is committed: the list beside the database, the log that still has old bytes, and the
    last message to her. A run of the night does what fails here, but for the message.
    """
    complete_list(central)
    if not central.database.is_server:
        clean_up(central)
    tenant = work.unit.tenant
    with central.database.read() as connection:
        row = last_erasure(connection, tenant.id, work.member_id)
        language = language_for(connection, tenant.id, "")
    until = _day(work.view, row.keep_until_ms)
    text = erased_text(language, brand=tenant.name, until=until)
    if not work.profile.phone:
        return
    try:
        central.sms.send(work.profile.phone, text, at_ms=work.unit.now_ms)
    except Unavailable:
        _LOG.warning("the last message to a member could not be sent")
        return
    with central.database.write() as connection:
        connection.execute(update(erasure).where(erasure.c.id == row.id).values(told=1))


def export_data(
    unit: Unit, view: View, hand: Hand, asked: ExportAsked, request_id: str
) -> Exported | Refused:
    """The ZIP file for her. A wrong code is returned, so that its try is committed:
    Refused("service.old_code_wrong", left), "service.old_code_expired".

    Raises Refused("member.unknown", "service.forgotten", "service.needs_manager").
    """
    row = find_row(unit, asked.member_id)
    if row["wrapped_key"] is None:
        raise Refused("service.forgotten")
    wrong = _prove(unit, hand, asked, row)
    if wrong is not None:
        return wrong
    by_code = bool(asked.send_id)
    _note(unit, hand, asked, row, by="code" if by_code else "identity")
    unit.flush()
    return Exported(
        request_id=request_id,
        file_name=f"my-data-{_day(view, unit.now_ms)}-{request_id[-8:]}.zip",
        archive=archive_of(view, own_data(view, row["id"]), asked.language),
    )


def _prove(unit: Unit, hand: Hand, asked: ExportAsked, row: Any) -> Refused | None:
    """By her phone, or a second person has seen her papers."""
    if not asked.send_id:
        hand.check(unit, Act.MEMBER_EXPORT, 1)
        return None
    phone = profile_of(row, unit.keys).phone
    wrong = check_code(unit, hand.caller, asked.send_id, asked.code, purpose=IDENTITY, phone=phone)
    if wrong is not None:
        end = "wrong" if wrong.key == "codes.wrong" else "expired"
        return Refused(f"service.old_code_{end}", **wrong.params)
    use_code(unit, asked.send_id)
    return None


def _note(unit: Unit, hand: Hand, asked: ExportAsked, row: Any, *, by: str) -> None:
    second = "" if by == "code" or hand.second is None else hand.second.shown
    note_access(
        unit,
        row["id"],
        EXPORT,
        who=hand.clerk.shown,
        staff_id=hand.clerk.staff.id,
        terminal_id=hand.caller.terminal_id,
        why="request",
    )
    note_event(
        unit,
        member_id=row["id"],
        subject_id=row["subject_id"],
        kind=EXPORTED,
        who=hand.clerk.shown,
        staff_id=hand.clerk.staff.id,
        approved_by=second,
        terminal_id=hand.caller.terminal_id,
        detail={"by": by},
        words=Words(note=asked.note.strip()),
    )


def _day(view: View, at_ms: int | None) -> str:
    if not at_ms:
        return ""
    local = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(view.tenant.zone)
    return local.date().isoformat()
