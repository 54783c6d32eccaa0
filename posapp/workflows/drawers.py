"""Several drawers and cashiers at one till: who works with which, what waits for its count; X."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.derivation import Step
from posapp.domain.derivation_cash import of_expected_cash
from posapp.domain.permissions import Permission, Staff, check_may
from posapp.domain.shift import OpenDrawer
from posapp.domain.z_blocks import ZBlock
from posapp.domain.z_content import x_blocks
from posapp.errors import Refused
from posapp.offline.drawers import PUT_ASIDE, TAKE_OVER, USE
from posapp.offline.figures import X_SEEN
from posapp.wire.facts import AuditData
from posapp.workflows.z_making import ZMaking

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.shifts import ShiftStore
    from posapp.offline.till_store import TillStore
    from posapp.workflows.charging import Charging
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawersKnown:
    """Every open shift, the one in use first; `free` are the drawers where one may be opened."""

    open: tuple[OpenDrawer, ...]
    free: tuple[str, ...]

    @property
    def in_use(self) -> OpenDrawer | None:
        return next((each for each in self.open if each.put_aside_ms is None), None)

    def of(self, staff: Staff) -> OpenDrawer | None:
        """The drawer that this person works with, not one that she put aside."""
        mine = (each for each in self.open if each.holder_id == staff.id)
        return next((each for each in mine if each.put_aside_ms is None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class XShown:
    """An open shift so far as this person may see it; a blind one carries no expected cash, nor
    how it came about (`expected`).
    """

    drawer: OpenDrawer
    blocks: tuple[ZBlock, ...]
    blind: bool
    expected: tuple[Step, ...] = ()


class Drawers:
    """Lane: store."""

    def __init__(self, store: TillStore, charging: Charging, desk: Desk, paper: Paper) -> None:
        self._store = store
        self._charging = charging
        self._desk = desk
        self._paper = paper
        self._making = ZMaking(store, charging, desk, paper)

    def known(self) -> DrawersKnown:
        """What stands open, and where there is room for another shift."""
        drawers = self._store.shifts.drawers()
        taken = {each.shift.drawer for each in drawers}
        names = (str(number) for number in range(1, self._desk.settings.drawers + 1))
        return DrawersKnown(open=drawers, free=tuple(name for name in names if name not in taken))

    def use(self, shift_id: str, staff: Staff) -> Shift:
        """Sell with this drawer from now on. Another's is taken over, which is journalled: who
        sold what stays with whoever did, the drawer is now this person's to count.

        Raises Refused("shift.not_open", "drawer.only_holder", "permission.needs_approval").
        """
        check_may(staff, Permission.SELL)
        drawer = self._open(shift_id)
        is_hers = drawer.holder_id == staff.id
        if drawer.put_aside_ms is not None and not may_count(drawer, staff):
            raise Refused("drawer.only_holder", name=drawer.holder_name)
        self._journal(USE if is_hers else TAKE_OVER, drawer.shift, staff)
        return drawer.shift

    def put_aside(self, shift_id: str, staff: Staff) -> Shift:
        """Nothing is sold with it any more until it is counted or fetched again (暂停待点); the
        next cashier opens her own drawer meanwhile.

        Raises Refused("shift.not_open", "drawer.only_holder", "drawer.not_finished").
        """
        drawer = self._open(shift_id)
        if not may_count(drawer, staff):
            raise Refused("drawer.only_holder", name=drawer.holder_name)
        has_order = self._store.drafts.load() is not None
        if has_order or any(not leg.is_refund for leg in self._charging.open_legs()):
            raise Refused("drawer.not_finished")
        self._journal(PUT_ASIDE, drawer.shift, staff)
        return drawer.shift

    def x(self, shift_id: str, staff: Staff, *, counting: bool = False) -> XShown:
        """The open shift so far (X), the same however often it is asked for.

        What the drawer should hold is only for who may read reports and does not work with it, and
        not while she is `counting` it. It is journalled before it is shown, once for each of them:
        whoever saw it leaves the count to somebody else. Raises Refused("shift.not_open").
        """
        drawer = self._open(shift_id)
        blind = self._is_blind(drawer, staff, counting=counting)
        report = self._making.so_far(drawer)
        blocks = x_blocks(report, self._paper.z_times(report), blind=blind)
        steps = () if blind else of_expected_cash(report.float_amount, report.sums)
        return XShown(drawer=drawer, blocks=blocks, blind=blind, expected=steps)

    def print_x(self, shift_id: str, staff: Staff, *, counting: bool = False) -> None:
        """The same on paper. Raises as `x`."""
        drawer = self._open(shift_id)
        blind = self._is_blind(drawer, staff, counting=counting)
        request = self._paper.x(self._making.so_far(drawer), blind=blind)
        audit = AuditData(action="report.x", subject=shift_id)
        entry = self._desk.entry(audit, staff, drawer.shift)
        self._store.prints.enqueue_copy(entry, request)

    def _is_blind(self, drawer: OpenDrawer, staff: Staff, *, counting: bool) -> bool:
        if counting or not may_know_expected(drawer, staff):
            return True
        note_seen(self._store.shifts, self._store.outbox, self._desk, drawer.shift, staff)
        return False

    def _open(self, shift_id: str) -> OpenDrawer:
        for drawer in self._store.shifts.drawers():
            if drawer.shift.id == shift_id:
                return drawer
        raise Refused("shift.not_open")

    def _journal(self, action: str, shift: Shift, staff: Staff) -> None:
        audit = AuditData(action=action, subject=shift.id)
        self._store.outbox.append(self._desk.entry(audit, staff, shift))


def may_count(drawer: OpenDrawer, staff: Staff) -> bool:
    """Who works with it, or a manager."""
    return staff.id == drawer.holder_id or staff.may(Permission.APPROVE)


def left_to_count(drawer: OpenDrawer, people: tuple[Staff, ...], saw: frozenset[str]) -> bool:
    """Whether anybody may count it who was not shown what it should hold."""
    return any(
        each.id not in saw
        and each.may(Permission.CLOSE_SHIFT)
        and (drawer.put_aside_ms is None or may_count(drawer, each))
        for each in people
    )


def note_seen(
    shifts: ShiftStore, outbox: OutboxStore, desk: Desk, shift: Shift, staff: Staff
) -> None:
    """Before she is shown what a shift should hold, or figures that tell it: once for each of them
    it is journalled. Lane: store.
    """
    if staff.id not in shifts.saw_expected(shift.id):
        audit = AuditData(action=X_SEEN, subject=shift.id)
        outbox.append(desk.entry(audit, staff, shift))


def may_know_expected(drawer: OpenDrawer, staff: Staff) -> bool:
    """Whoever reads reports, unless she is the one who will count this drawer."""
    return staff.may(Permission.READ_REPORTS) and staff.id != drawer.holder_id
