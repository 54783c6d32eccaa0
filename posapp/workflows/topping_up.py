"""Topping up stored value with cash: central quotes, the till takes the money and journals it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs

from posapp.domain.member import Member, MemberStatus
from posapp.domain.permissions import Permission, Staff, check_may
from posapp.errors import Refused
from posapp.offline.entries import TopUpCommit
from posapp.wire.facts import KEPT_CHANGE, TopUpData
from posapp.wire.requests import TopUpQuote, TopUpQuoteRequest

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.sale import Sale
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
        return self._ask(member, amount, staff, kept_change=False)

    def quote_change(self, member: Member, sale: Sale, staff: Staff) -> TopUpQuote:
        """What keeping the change of a sale gives her (找零转存). Online only: change that nobody
        booked yet could be spent nowhere, and would have to be found again. Raises as `quote`.
        """
        return self._ask(member, sale.change, staff, kept_change=True)

    def _ask(self, member: Member, amount: int, staff: Staff, *, kept_change: bool) -> TopUpQuote:
        check_may(staff, Permission.TOP_UP)
        if member.status in (MemberStatus.BLACKLISTED, MemberStatus.CLOSED):
            raise Refused("member.not_served", status=member.status)
        if not 0 < amount <= self._desk.settings.top_up_most:
            raise Refused("topup.amount_out_of_range", most_amount=self._desk.settings.top_up_most)
        if not self._desk.is_online():
            raise Refused("topup.needs_connection")
        request = TopUpQuoteRequest(
            top_up_id=self._desk.new_id(),
            member_id=member.id,
            amount=amount,
            kept_change=kept_change,
        )
        return self._api.quote_top_up(request)

    def take_cash(
        self, quote: TopUpQuote, tendered: int, member: Member, staff: Staff, shift: Shift | None
    ) -> TopUpData:
        """Lane: store. The cash is in the drawer: one durable transaction with its receipt.

        The same quote again returns what stands. Raises Refused("shift.not_open",
        "topup.quote_expired", "topup.tendered_short").
        """
        if tendered < quote.principal:
            raise Refused("topup.tendered_short", due=quote.principal, amount=tendered)
        return self._commit(quote, partial(_top_up, quote, tendered), member, staff, shift)

    def keep_change(
        self, quote: TopUpQuote, sale: Sale, member: Member, staff: Staff, shift: Shift | None
    ) -> TopUpData:
        """Lane: store. The change of this sale stays in the drawer and is hers as stored value: one
        durable transaction with its slip; the sale stays as it is. Raises as `take_cash`, and
        Refused("topup.not_the_change").
        """
        if quote.principal != sale.change or quote.bonus:
            raise Refused("topup.not_the_change")
        return self._commit(quote, partial(_kept, quote, sale.id), member, staff, shift)

    def _commit(
        self,
        quote: TopUpQuote,
        make: Callable[[str], TopUpData],
        member: Member,
        staff: Staff,
        shift: Shift | None,
    ) -> TopUpData:
        if shift is None:
            raise Refused("shift.not_open")
        if self._desk.now_ms() > quote.expires_ms:
            raise Refused("topup.quote_expired")

        def build(receipt_number: str) -> TopUpCommit:
            top_up = make(receipt_number)
            entry = self._desk.entry(top_up, staff, shift)
            paper = self._paper.top_up(top_up, quote, staff.name, member)
            paper = paper.at_drawer(shift.drawer)
            return TopUpCommit(top_up=top_up, entries=(entry,), prints=(paper,))

        return self._sales.commit_top_up(build)


def _kept(quote: TopUpQuote, sale_id: str, receipt_number: str) -> TopUpData:
    whole = _top_up(quote, quote.principal, receipt_number)
    return structs.replace(whole, tender_kind=KEPT_CHANGE, sale_id=sale_id)


def _top_up(quote: TopUpQuote, tendered: int, receipt_number: str) -> TopUpData:
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
