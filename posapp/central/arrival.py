"""One fact on its way into the books: what the till sent and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.central.caller import Caller
from posapp.central.ledger import Posting
from posapp.errors import Refused
from posapp.wire.facts import Fact, FactHead, aggregate_of, from_body, kind_of
from posapp.wire.sync import PushItem

if TYPE_CHECKING:
    from posapp.central.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A fact that was read and belongs to the terminal that sent it."""

    caller: Caller
    item: PushItem
    fact: Fact

    @property
    def head(self) -> FactHead:
        return self.fact.head

    def posting(self, kind: str, source_id: str, *, member_id: str | None = None) -> Posting:
        """The posting of this fact: its id is the event's, so that a fact posts once."""
        return Posting(
            id=self.head.event_id,
            kind=kind,
            source_id=source_id,
            at_ms=self.head.at_ms,
            member_id=member_id,
            shop_id=self.head.shop_id,
            terminal_id=self.head.terminal_id,
        )

    def open_case(self, unit: Unit, kind: str, **detail: str | int) -> None:
        unit.open_case(kind, self.head.terminal_id, self.head.event_id, **detail)


def read_arrival(caller: Caller, item: PushItem) -> Arrival:
    """Raises Refused with the code of the quarantine: the bytes are kept either way."""
    fact = from_body(item.body.encode())
    head = fact.head
    if (head.event_id, kind_of(fact.data), aggregate_of(fact)) != (
        item.event_id,
        item.kind,
        item.aggregate_id,
    ):
        raise Refused("fact.contradicts_itself")
    if (head.tenant_id, head.terminal_id, head.shop_id) != (
        caller.tenant.id,
        caller.terminal_id,
        caller.shop_id,
    ):
        raise Refused("fact.of_another_till")
    if head.currency != caller.tenant.currency:
        raise Refused("fact.of_another_currency")
    return Arrival(caller=caller, item=item, fact=fact)
