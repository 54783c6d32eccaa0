"""Central as a till calls it: one method for each request, one table of errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar
from urllib.parse import urlencode

import msgspec

from posapp.offline.central_link import Budget, Call, CentralLink, Silence
from posapp.offline.central_reading import (
    CLOCK_SKEW,
    SIGNATURE_WRONG,
    NotAnswered,
    read,
    to_pos_error,
)
from posapp.wire.accounts import AccountAsked, AccountReply
from posapp.wire.canonical import encode
from posapp.wire.held import (
    HeldAsked,
    HeldClaim,
    HeldClaimed,
    HeldKept,
    HeldListed,
    HeldOrder,
)
from posapp.wire.keys import DepositKeys, KeysDeposited, KeysTaken, TakeKeys
from posapp.wire.leases import LeaseGrant, LeaseRelease, LeaseReply, LeasesReply
from posapp.wire.member_totals import MemberTotals
from posapp.wire.requests import (
    FindMember,
    FindMemberReply,
    FindSale,
    FindSaleReply,
    HoldBegin,
    HoldConfirm,
    HoldRef,
    HoldReply,
    SendCode,
    SendCodeReply,
    TopUpQuote,
    TopUpQuoteRequest,
    VerifyPhone,
    VerifyPhoneReply,
)
from posapp.wire.sync import (
    AnnounceKey,
    DeadLetterReply,
    EnrolReply,
    EnrolRequest,
    HelloReply,
    HelloRequest,
    KeyAnnounced,
    PullReply,
    PushItem,
    PushReply,
    PushRequest,
)

if TYPE_CHECKING:
    from posapp.offline.central_link import Answer

_SUMMARY: Final = "/v1/reports/summary"
_MEMBER_TOTALS: Final = "/v1/reports/member-totals"

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

NOBODY_WAITS = Budget()


@dataclass(frozen=True, slots=True)
class Timed(Generic[T_co]):
    """A message and the monotonic ms at which its request left."""

    reply: T_co
    sent_mono_ms: int


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many of one kind central has."""

    count: int


class CentralSums(msgspec.Struct, frozen=True, kw_only=True):
    """Central's own sums over what arrived (docs/api.md), minor units and points."""

    request_id: str
    baskets: int
    lines: int
    list: int
    member_reduction: int
    retailer_coupon: int
    net: int
    manufacturer_coupon: int
    points: int
    refunds: Count
    top_ups: Count
    quarantined: int = 0

    @property
    def receipts(self) -> int:
        """Everything that has a receipt number."""
        return self.baskets + self.refunds.count + self.top_ups.count


class SyncCalls:
    """What the sync lane asks. Signed; up to 20 s each. All raise NotAnswered, never PosError."""

    def __init__(self, link: CentralLink) -> None:
        self._link = link

    def hello(self, request: HelloRequest) -> Timed[HelloReply]:
        call = _post("/v1/sync/hello", request, request.request_id)
        return _ask(self._link, call, HelloReply, NOBODY_WAITS)

    def push(self, request: PushRequest) -> Timed[PushReply]:
        """Facts go up. After NotAnswered nothing is known about any of them."""
        call = _post("/v1/sync/push", request, request.request_id)
        return _ask(self._link, call, PushReply, NOBODY_WAITS)

    def pull(self, request_id: str, cursor: str, limit: int) -> Timed[PullReply]:
        query = urlencode({"cursor": cursor, "limit": limit})
        target = f"/v1/sync/pull?{query}"
        call = Call(method="GET", target=target, request_id=request_id, accepts="gzip")
        return _ask(self._link, call, PullReply, NOBODY_WAITS)

    def dead_letter(
        self, request_id: str, item: PushItem, incarnation: int = 0
    ) -> Timed[DeadLetterReply]:
        """The bytes of an item of `incarnation`, of the present one where it is 0."""
        target = "/v1/sync/deadletter"
        target += f"?incarnation={incarnation}" if incarnation else ""
        call = _post(target, item, request_id)
        return _ask(self._link, call, DeadLetterReply, NOBODY_WAITS)

    def use_incarnation(self, incarnation: int) -> None:
        """Sign as this one from the next call on."""
        self._link.use_incarnation(incarnation)

    def use_server_key(self, key: bytes) -> None:
        """From now on an answer counts only when central signed it."""
        self._link.use_server_key(key)

    def use_private_key(self, key: bytes) -> None:
        """Sign with this device key from the next call on; any thread."""
        self._link.use_private_key(key)

    def asked(self, call: Call, kind: type[T]) -> Timed[T]:
        """Any other question of this lane."""
        return _ask(self._link, call, kind, NOBODY_WAITS)

    def cut(self) -> None:
        """End a call that waits and refuse later ones; any thread."""
        self._link.cut()

    def close(self) -> None:
        self._link.close()


class CentralApi:
    """What a person waits for; lane "online". Every answer comes within the budget.

    Requests are idempotent by the id in them: after OutcomeUnknown ask again with the same one.
    All methods raise Unavailable("central.unreachable" | "central.certificate" | "central.busy")
    when nothing can have happened, OutcomeUnknown("central.no_answer") when it may have, and
    Refused with central's own key and parameters when central said no.
    """

    def __init__(self, link: CentralLink, budget_ms: int = 1_500) -> None:
        self._link = link
        self._budget = Budget.of(budget_ms)

    def begin_hold(self, request: HoldBegin) -> HoldReply:
        """Reserve stored value or points; money is set aside, none is spent."""
        return self._post("/v1/holds/begin", request, HoldReply)

    def confirm_hold(self, request: HoldConfirm) -> HoldReply:
        """Give the second factor; the code travels once and is never logged."""
        return self._post("/v1/holds/confirm", request, HoldReply)

    def release_hold(self, request: HoldRef) -> HoldReply:
        return self._post("/v1/holds/release", request, HoldReply)

    def show_hold(self, request: HoldRef) -> HoldReply:
        """How a hold stands; the question to ask after OutcomeUnknown."""
        return self._post("/v1/holds/show", request, HoldReply)

    def grant_lease(self, request: LeaseGrant) -> LeaseReply:
        """Have value of a member lent to this till; nothing is spent."""
        return self._post("/v1/lease/grant", request, LeaseReply)

    def release_lease(self, request: LeaseRelease) -> LeaseReply:
        """Give back what is left of a lease, which nobody may spend here any more."""
        return self._post("/v1/lease/release", request, LeaseReply)

    def my_leases(self) -> LeasesReply:
        """What central has down as lent to this till."""
        request_id = self._link.new_request_id()
        call = Call(method="GET", target="/v1/lease/mine", request_id=request_id)
        return self._answered(call, LeasesReply)

    def show_account(self, request: AccountAsked) -> AccountReply:
        """How an account that pays later stands now. Raises Refused("account.unknown")."""
        return self._post("/v1/accounts/show", request, AccountReply)

    def put_held(self, order: HeldOrder) -> HeldKept:
        """Leave a held sale where the other tills of the shop see it."""
        return self._post("/v1/held/put", order, HeldKept)

    def claim_held(self, request: HeldClaim) -> HeldClaimed:
        """Take a held sale back; exactly one till has it, however often it asks."""
        return self._post("/v1/held/claim", request, HeldClaimed)

    def list_held(self, request: HeldAsked) -> HeldListed:
        return self._post("/v1/held/list", request, HeldListed)

    def send_code(self, request: SendCode) -> SendCodeReply:
        return self._post("/v1/codes/send", request, SendCodeReply)

    def verify_phone(self, request: VerifyPhone) -> VerifyPhoneReply:
        return self._post("/v1/codes/verify", request, VerifyPhoneReply)

    def find_members(self, request: FindMember) -> FindMemberReply:
        return self._post("/v1/members/find", request, FindMemberReply)

    def quote_top_up(self, request: TopUpQuoteRequest) -> TopUpQuote:
        return self._post("/v1/topups/quote", request, TopUpQuote)

    def announce_key(self, request: AnnounceKey) -> KeyAnnounced:
        """The device's next key, asked under the one in force."""
        return self._post("/v1/keys/announce", request, KeyAnnounced)

    def deposit_keys(self, request: DepositKeys) -> KeysDeposited:
        return self._post("/v1/keys/deposit", request, KeysDeposited)

    def find_sale(self, request: FindSale) -> FindSaleReply:
        return self._post("/v1/sales/find", request, FindSaleReply)

    def receipt_count(self, shift_id: str) -> int:
        """How many receipts of a shift central has; 0 for a shift that it does not know."""
        return self.sums(shift=shift_id).receipts

    def sums(self, **filters: str) -> CentralSums:
        """Central's sums; filters: terminal, business_date, shift."""
        query = f"?{urlencode(filters)}" if filters else ""
        request_id = self._link.new_request_id()
        call = Call(method="GET", target=_SUMMARY + query, request_id=request_id)
        return self._answered(call, CentralSums)

    def member_totals(self, after_ms: int, until_ms: int) -> MemberTotals:
        """What all members have, and how it came about since `after_ms`."""
        query = urlencode({"after": after_ms, "until": until_ms})
        request_id = self._link.new_request_id()
        call = Call(method="GET", target=f"{_MEMBER_TOTALS}?{query}", request_id=request_id)
        return self._answered(call, MemberTotals)

    def use_incarnation(self, incarnation: int) -> None:
        """Sign as this one from the next call on."""
        self._link.use_incarnation(incarnation)

    def use_server_key(self, key: bytes) -> None:
        """From now on an answer counts only when central signed it."""
        self._link.use_server_key(key)

    def use_private_key(self, key: bytes) -> None:
        """Sign with this device key from the next call on; any thread."""
        self._link.use_private_key(key)

    def cut(self) -> None:
        """End a call that waits and refuse later ones; any thread."""
        self._link.cut()

    def close(self) -> None:
        self._link.close()

    def _post(self, target: str, request: object, kind: type[T]) -> T:
        return self._answered(_post(target, request, self._link.new_request_id()), kind)

    def _answered(self, call: Call, kind: type[T]) -> T:
        try:
            return _ask(self._link, call, kind, self._budget).reply
        except NotAnswered as error:
            raise to_pos_error(error) from error


def enrol(link: CentralLink, request: EnrolRequest) -> EnrolReply:
    """Swap a one-time code for an identity; `link` has no credentials. Raises as CentralApi."""
    return _unsigned(link, "/v1/enrol", request, EnrolReply)


def take_keys_at(link: CentralLink, request: TakeKeys) -> KeysTaken:
    """Swap a one-time code for a till's store keys; `link` has no credentials."""
    return _unsigned(link, "/v1/keys/take", request, KeysTaken)


def _unsigned(link: CentralLink, target: str, request: object, kind: type[T]) -> T:
    call = _post(target, request, link.new_request_id())
    try:
        return _ask(link, call, kind, NOBODY_WAITS).reply
    except NotAnswered as error:
        raise to_pos_error(error) from error


def _post(target: str, message: object, request_id: str) -> Call:
    return Call(method="POST", target=target, body=encode(message), request_id=request_id)


def _ask(link: CentralLink, call: Call, kind: type[T], budget: Budget) -> Timed[T]:
    """Ask; once more when our clock was out of central's window, which is corrected first, or
    when the device key was renewed while this call was on its way under the old one.
    """
    signed_with = link.private_key
    try:
        return _read(link, _exchange(link, call, budget), kind, call)
    except NotAnswered as error:
        was_renewed = error.key == SIGNATURE_WRONG and link.private_key != signed_with
        is_skewed = error.key == CLOCK_SKEW and error.server_time_ms
        if not (was_renewed or is_skewed):
            raise
        if is_skewed:
            link.correct_clock(error.server_time_ms)
    return _read(link, _exchange(link, call, budget), kind, call)


def _exchange(link: CentralLink, call: Call, budget: Budget) -> Answer:
    try:
        return link.exchange(call, budget)
    except Silence as silence:
        raise NotAnswered(silence.kind) from silence


def _read(link: CentralLink, answer: Answer, kind: type[T], call: Call) -> Timed[T]:
    message = read(
        answer,
        kind,
        call.request_id,
        link.wall_ms(),
        is_centrals=link.is_centrals(call, answer),
    )
    return Timed(message, answer.sent_mono_ms)
