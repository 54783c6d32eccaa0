"""Topping up stored value with cash: central quotes, the till takes the money and journals it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.member import Member, MemberStatus
from posapp.domain.permissions import Permission, Staff, check_may
from posapp.errors import Refused
from posapp.offline.entries import TopUpCommit
from posapp.wire.facts import TopUpData
from posapp.wire.requests import TopUpQuote, TopUpQuoteRequest

if TYPE_CHECKING:
    from posapp.domain.shift import Shift
    from posapp.offline.central_api import CentralApi
    from posapp.offline.sales import SaleStore
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper


class ToppingUp:
    """Lane: online for the quote, store for the money. Amounts in minor units."""

    def __init__(self, api: CentralApi, sales: SaleStore, desk: Desk, paper: Paper) -> None:
        self._api = api
        self._sales = sales
        self._desk = desk
        self._paper = paper

    def quote(self, member: Member, amount: int, staff: Staff) -> TopUpQuote:
        """What paying `amount` gives her; valid for ten minutes. No money moves.

        Raises Refused("permission.needs_approval", "topup.needs_connection", "member.not_served",
        "topup.amount_out_of_range"), what central refuses, Unavailable, OutcomeUnknown.
        """
        check_may(staff, Permission.TOP_UP)
        if member.status in (MemberStatus.BLACKLISTED, MemberStatus.CLOSED):
            raise Refused("member.not_served", status=member.status)
        if not 0 < amount <= self._desk.settings.top_up_most:
            raise Refused("topup.amount_out_of_range", most_amount=self._desk.settings.top_up_most)
        if not self._desk.is_online():
            raise Refused("topup.needs_connection")
        request = TopUpQuoteRequest(
            top_up_id=self._desk.new_id(), member_id=member.id, amount=amount
        )
        return self._api.quote_top_up(request)

    def take_cash(
        self, quote: TopUpQuote, tendered: int, member: Member, staff: Staff, shift: Shift | None
    ) -> TopUpData:
        """Lane: store. The cash is in the drawer: one durable transaction with its receipt.

        The same quote again returns what stands. Raises Refused("shift.not_open",
        "topup.quote_expired", "topup.tendered_short").
        """
        if shift is None:
            raise Refused("shift.not_open")
        if self._desk.now_ms() > quote.expires_ms:
            raise Refused("topup.quote_expired")
        if tendered < quote.principal:
            raise Refused("topup.tendered_short", due=quote.principal, amount=tendered)

        def build(receipt_number: str) -> TopUpCommit:
            top_up = _top_up(quote, receipt_number, tendered)
            entry = self._desk.entry(top_up, staff, shift)
            paper = self._paper.top_up(top_up, quote, staff.name, member)
            return TopUpCommit(top_up=top_up, entries=(entry,), prints=(paper,))

        return self._sales.commit_top_up(build)


def _top_up(quote: TopUpQuote, receipt_number: str, tendered: int) -> TopUpData:
    return TopUpData(
        top_up_id=quote.top_up_id,
        quote_id=quote.quote_id,
        quote_hash=quote.quote_hash,
        member_id=quote.member_id,
        receipt_number=receipt_number,
        principal=quote.principal,
        bonus=quote.bonus,
        tender_kind="cash",
        tendered=tendered,
        change=tendered - quote.principal,
    )
