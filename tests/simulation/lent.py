"""What till.db of a simulated till knows of leases, as the product's own table does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from posapp.domain.leases import less
from posapp.offline.leases import AskedLease, CodeUse, KeptLease
from posapp.wire.facts import LeaseReleaseData, SaleData
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.domain.ids import LeaseId, MemberId
    from posapp.wire.facts import FactData
    from tests.simulation.till import SimTill


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """The rows of till.db about leases; replaced as a whole, so that a lost commit is undone."""

    open: Mapping[str, KeptLease] = field(default_factory=dict)
    asked: Mapping[str, AskedLease] = field(default_factory=dict)
    uses: Mapping[str, CodeUse] = field(default_factory=dict)


def after(lent: Lent, data: FactData) -> Lent:
    """What an entry of the journal does to them, in its own transaction."""
    if isinstance(data, LeaseReleaseData):
        return replace(lent, open={k: v for k, v in lent.open.items() if k != data.lease_id})
    if not isinstance(data, SaleData):
        return lent
    for tender in data.sale.tenders:
        kept = lent.open.get(tender.lease_id or "")
        if kept is not None:
            left = less(kept.lease.slices, tender.value_slices)
            kept = replace(kept, lease=replace(kept.lease, slices=left))
            lent = replace(lent, open={**lent.open, kept.lease.id: kept})
    return lent


class LeaseTable:
    """What the product's LeaseStore does, each method one durable commit of the modelled disk."""

    def __init__(self, till: SimTill):
        self._till = till

    @property
    def _lent(self) -> Lent:
        return self._till.disk.lent

    def ask(
        self,
        lease_id: LeaseId,
        member_id: MemberId,
        incarnation: int,
        ledger: HoldLedger = HoldLedger.STORED_VALUE,
    ) -> None:
        asked = AskedLease(
            lease_id=lease_id, member_id=member_id, incarnation=incarnation, ledger=ledger
        )
        self._put(asked={lease_id: asked, **self._lent.asked})

    def asked(self) -> tuple[AskedLease, ...]:
        return tuple(each for _, each in sorted(self._lent.asked.items()))

    def keep(self, kept: KeptLease, last_step: int) -> None:
        lease = kept.lease
        uses = self._used(lease.member_id, last_step)
        if lease.id not in self._lent.asked:
            self._put(uses=uses)
            return
        asked = {k: v for k, v in self._lent.asked.items() if k != lease.id}
        self._put(open={**self._lent.open, lease.id: kept}, asked=asked, uses=uses)

    def open_leases(self) -> tuple[KeptLease, ...]:
        return tuple(each for _, each in sorted(self._lent.open.items()))

    def begin_return(self, lease_id: LeaseId) -> None:
        self._turn(lease_id, is_returning=True)

    def stay(self, lease_id: LeaseId) -> None:
        self._turn(lease_id, is_returning=False)

    def forget(self, lease_id: LeaseId) -> None:
        lent = self._lent
        self._put(
            open={k: v for k, v in lent.open.items() if k != lease_id},
            asked={k: v for k, v in lent.asked.items() if k != lease_id},
        )

    def code_use(self, member_id: str) -> CodeUse:
        return self._lent.uses.get(member_id, CodeUse())

    def use_step(self, member_id: str, step: int) -> bool:
        if self.code_use(member_id).step >= step:
            return False
        if not self._till.world.plant.till_forgets_step:
            self._put(uses=self._used(member_id, step))
        return True

    def count_wrong(self, member_id: str, *, most: int, pause_until_ms: int) -> CodeUse:
        use = self.code_use(member_id)
        use = replace(use, wrong=use.wrong + 1)
        if use.wrong >= most:
            use = replace(use, wrong=0, paused_until_ms=pause_until_ms)
        self._put(uses={**self._lent.uses, member_id: use})
        return use

    def _used(self, member_id: str, step: int) -> dict[str, CodeUse]:
        use = self.code_use(member_id)
        if step > use.step:
            use = replace(use, step=step, wrong=0)
        return {**self._lent.uses, member_id: use}

    def _turn(self, lease_id: LeaseId, *, is_returning: bool) -> None:
        kept = self._lent.open.get(lease_id)
        if kept is not None:
            turned = replace(kept, is_returning=is_returning)
            self._put(open={**self._lent.open, lease_id: turned})

    def _put(self, **changes: Mapping[str, object]) -> None:
        self._till.disk.put_lent(replace(self._lent, **changes))
