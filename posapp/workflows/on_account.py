"""Selling on account (挂账): central says what room there is; without it this till has a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.accounts import check_room, check_signer, room_offline
from posapp.domain.payment import account_tender, check_amount
from posapp.domain.sale import TenderKind
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.wire.accounts import AccountAsked

if TYPE_CHECKING:
    from posapp.domain.accounts import CreditAccount
    from posapp.domain.ids import TenderId
    from posapp.domain.payment import Payment
    from posapp.domain.sale import Tender
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.central_api import CentralApi
    from posapp.offline.sales import SaleStore
    from posapp.workflows.desk import Desk


class OnAccount:
    """What is owed is central's; here it is only looked at before a sale."""

    def __init__(self, cache: CacheStore, api: CentralApi, sales: SaleStore, desk: Desk) -> None:
        self._cache = cache
        self._api = api
        self._sales = sales
        self._desk = desk
        self._version = -1
        self._accounts: tuple[CreditAccount, ...] = ()

    def accounts(self) -> tuple[CreditAccount, ...]:
        """Any thread: those that may buy on account, by code, as the feed has them."""
        version = self._cache.version()
        if version != self._version:
            self._accounts = self._cache.accounts()
            self._version = version
        return self._accounts

    def put(
        self, payment: Payment, tender_id: TenderId, amount: int, code: str, signer: str
    ) -> Tender:
        """Lane: online. A part of the order goes on the account; nothing is booked before the sale.

        Room is what central says less what this till sold and has not told yet; while nobody
        answers, at most the account's `offline_most` at this till. Raises Refused:
        "account.unknown", "account.stopped", "account.over_limit", "account.needs_signer", and as
        `check_amount`.
        """
        check_amount(payment, TenderKind.ON_ACCOUNT, amount)
        name = check_signer(signer)
        told = self._ask(code)
        account = told or self._known(code)
        waiting = self._sales.waiting_on_account(code) + _on_order(payment, code)
        room = room_offline(account, waiting) if told is None else account.room - waiting
        check_room(account, amount, max(0, room))
        return account_tender(tender_id, amount, account, name)

    def _ask(self, code: str) -> CreditAccount | None:
        if not self._desk.is_online():
            return None
        try:
            return self._api.show_account(AccountAsked(code=code)).account
        except (Unavailable, OutcomeUnknown):
            return None

    def _known(self, code: str) -> CreditAccount:
        for account in self.accounts():
            if account.code == code:
                return account
        raise Refused("account.unknown")


def _on_order(payment: Payment, code: str) -> int:
    return sum(
        each.amount
        for each in payment.tenders
        if each.kind is TenderKind.ON_ACCOUNT and each.channel == code
    )
