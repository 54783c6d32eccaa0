"""Working off what central keeps for a person: look, put right, apply again, close."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.domain.permissions import Permission, check_may
from posapp.wire.case_work import CaseAsked, CaseClosing, CasesAsked, FactMending, Shelf
from posapp.wire.mending import pretty, put_right

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.case_calls import CaseCalls
    from posapp.wire.case_work import CaseRow, CasesListed, CaseTold, FactTold

PAGE_ROWS: Final = 20
_CONTEXT_LINES: Final = 2


class Change(StrEnum):
    """What became of a line between two bodies."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """One line of a difference; `SKIPPED` stands for lines that are the same and not shown."""

    change: Change
    text: str = ""


class CaseWork:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right,
    and what central refuses, Unavailable and OutcomeUnknown as `CentralApi`."""

    def __init__(self, calls: CaseCalls) -> None:
        self._calls = calls

    def page(
        self, staff: Staff, shelf: Shelf = Shelf.OPEN, terminal: str = "", after: str = ""
    ) -> CasesListed:
        """Some of what waits, oldest first; `terminal` is the beginning of a till's code."""
        check_may(staff, Permission.WORK_CASES)
        return self._calls.cases(
            CasesAsked(
                staff_id=staff.id, shelf=shelf, terminal=terminal, after=after, limit=PAGE_ROWS
            )
        )

    def show(self, staff: Staff, row: CaseRow) -> CaseTold:
        """One of them whole."""
        check_may(staff, Permission.WORK_CASES)
        asked = CaseAsked(staff_id=staff.id, case_id=row.case_id, event_id=row.event_id)
        return self._calls.case(asked)

    def mend(
        self, staff: Staff, pin: str, note: str, fact: FactTold, text: str | None = None
    ) -> None:
        """Apply a held fact under its own id; as it came where `text` says nothing else.

        Raises as `put_right`, and Refused("quarantine.still_fails", code), "quarantine.unknown",
        "sign_in.wrong_pin", "sign_in.locked", "case.note_needed", "case_work.not_allowed".
        """
        check_may(staff, Permission.WORK_CASES)
        body = None if text is None or text == pretty(fact.body) else put_right(text, fact.event_id)
        self._calls.mend(
            FactMending(
                staff_id=staff.id, pin=pin, event_id=fact.event_id, note=note.strip(), body=body
            )
        )

    def close(self, staff: Staff, pin: str, note: str, case_id: str, *, answer: str = "") -> None:
        """She has dealt with it; `answer` is for the member who asked.

        Raises as `mend`, and Refused("case.unknown").
        """
        check_may(staff, Permission.WORK_CASES)
        closing = CaseClosing(
            staff_id=staff.id,
            pin=pin,
            case_id=case_id,
            note=note.strip(),
            answer=answer.strip(),
        )
        self._calls.close_case(closing)


def difference(fact: FactTold, text: str) -> tuple[DiffLine, ...]:
    """What was changed in the body of a fact, with a little of what stands around it; pure.

    Raises as `put_right` where the text could not be sent.
    """
    before = pretty(fact.body).splitlines()
    after = pretty(put_right(text, fact.event_id)).splitlines()
    lines: list[DiffLine] = []
    for line in difflib.unified_diff(before, after, n=_CONTEXT_LINES, lineterm=""):
        if line.startswith(("---", "+++")) and not lines:
            continue
        mark, rest = line[:1], line[1:]
        match mark:
            case "@":
                lines.append(DiffLine(change=Change.SKIPPED))
            case "-":
                lines.append(DiffLine(change=Change.GONE, text=rest))
            case "+":
                lines.append(DiffLine(change=Change.NEW, text=rest))
            case _:
                lines.append(DiffLine(change=Change.SAME, text=rest))
    return tuple(lines)
