"""What a scanned or typed text names: by its form, where the cashier stands, and the cache."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from posapp.domain import codes
from posapp.domain.codes import Context, Meaning
from posapp.domain.labelled import Label
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.own_codes import (
    CouponCode,
    DynamicMemberCode,
    HoldTicket,
    ReceiptCode,
    StaffBadge,
    TicketCode,
)
from posapp.domain.scale_codes import ScaleCode, Template, label_quantity, parse_templates
from posapp.errors import Refused
from posapp.workflows.found import (
    Ambiguous,
    Found,
    FoundBadge,
    FoundCoupon,
    FoundHold,
    FoundMember,
    FoundPaymentCode,
    FoundProduct,
    FoundReceipt,
    LooksLikePayment,
    MemberNotHere,
    NothingFound,
    SearchHits,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.member import Member
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.search import Search

_TIMES: Final = re.compile(r"\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)\s*[*×＊]\s*(\S.*)")


class Finding:
    """Lane: store. Reads the cache only; what is not here may still be known at central.

    `templates` gives the operator's forms of labels, as in the setting `scale_codes`.
    """

    def __init__(
        self, cache: CacheStore, search: Search, templates: Callable[[], str] = lambda: ""
    ) -> None:
        self._cache = cache
        self._search = search
        self._wanted = templates
        self._known: tuple[str, tuple[Template, ...]] = ("", ())

    def find(self, text: str, context: Context, *, typed: bool = False) -> Found:
        """What the text names. Only typed text may carry a quantity, as in `3*code`; a scan never.

        Raises Refused("code.too_long", "code.empty").
        """
        quantity, rest = _split_quantity(text) if typed else (QUANTITY_ONE, text)
        meanings = codes.classify(rest, context, self._templates())
        if isinstance(meanings[0], ScaleCode):
            labelled = self._labelled(meanings[0], meanings[1:])
            if labelled is not None:
                return labelled
            meanings = meanings[1:]
        special = self._special(meanings[0])
        if special is not None:
            return special
        return self._at_the_counter(rest, quantity, meanings, context)

    def _templates(self) -> tuple[Template, ...]:
        wanted = self._wanted()
        if wanted != self._known[0]:
            self._known = (wanted, parse_templates(wanted))
        return self._known[1]

    def _labelled(self, code: ScaleCode, others: tuple[Meaning, ...]) -> Found | None:
        """The goods of a label, or None where no goods have its item code."""
        product = self._cache.product_by_code(code.item)
        if product is None:
            return None
        is_secret = any(isinstance(each, codes.LooksLikePayment) for each in others)
        shown = codes.shortened(code.text)
        try:
            quantity = label_quantity(code, product.unit, product.price)
        except Refused as refusal:
            return NothingFound(key=refusal.key, shown=product.name)
        label = Label(
            quantity=quantity, amount=code.amount, barcode=shown if is_secret else code.text
        )
        return FoundProduct(product=product, quantity=quantity, barcode=label.barcode, label=label)

    def _special(self, meaning: Meaning) -> Found | None:
        """Meanings that never share a text with another."""
        match meaning:
            case DynamicMemberCode(member_number=number, digits=digits):
                return self._shown_code(number, digits)
            case ReceiptCode(receipt_number=number):
                return FoundReceipt(receipt_number=number)
            case StaffBadge(staff_number=number):
                return FoundBadge(staff_number=number)
            case CouponCode(coupon=code):
                return FoundCoupon(code=code)
            case HoldTicket(hold_id=hold_id):
                return FoundHold(hold_id=hold_id.lower())
            case TicketCode(ticket_number=number):
                return NothingFound(key="code.ticket_not_here", shown=codes.shortened(number))
            case codes.Payment(code=code):
                return FoundPaymentCode(code=code)
            case codes.LooksLikePayment(masked=masked):
                return LooksLikePayment(masked=masked)
            case codes.ForeignLink(host=host):
                return NothingFound(key="code.foreign_link", shown=host)
            case codes.UnknownCode(key=key, shown=shown):
                return NothingFound(key=key, shown=shown)
            case _:
                return None

    def _at_the_counter(
        self, text: str, quantity: int, meanings: tuple[Meaning, ...], context: Context
    ) -> Found:
        product = self._product(meanings, quantity)
        members = self._members(meanings)
        if product is not None:
            return Ambiguous(product=product, members=members) if members else product
        if len(members) == 1:
            return FoundMember(member=members[0])
        if members:
            return SearchHits(text=text, members=members)
        return self._otherwise(text, meanings, context)

    def _product(self, meanings: tuple[Meaning, ...], quantity: int) -> FoundProduct | None:
        for meaning in meanings:
            if isinstance(meaning, codes.ProductCode):
                # Upper and lower case are one: Caps Lock turns over what a scanner types.
                product = self._cache.product_by_code(meaning.text)
                if product is not None:
                    barcode = meaning.text if meaning.text in product.barcodes else ""
                    return FoundProduct(product=product, quantity=quantity, barcode=barcode)
        return None

    def _members(self, meanings: tuple[Meaning, ...]) -> tuple[Member, ...]:
        """By number, card, phone or the end of a phone; each of them once."""
        found: dict[str, Member] = {}
        for meaning in meanings:
            for member in self._members_of(meaning):
                found.setdefault(member.id, member)
        return tuple(found.values())

    def _members_of(self, meaning: Meaning) -> tuple[Member, ...]:
        match meaning:
            case codes.MemberKey(text=key):
                code = key.upper()
                member = self._cache.member_by_number(code) or self._cache.member_by_card(code)
                return () if member is None else (member,)
            case codes.Phone(text=phone):
                member = self._cache.member_by_phone(phone)
                return () if member is None else (member,)
            case codes.PhoneTail(text=tail):
                return self._search.members(tail)
            case _:
                return ()

    def _otherwise(self, text: str, meanings: tuple[Meaning, ...], context: Context) -> Found:
        """No product, no member by this code: a name, somebody unknown here, or nothing."""
        for meaning in meanings:
            match meaning:
                case codes.Phone(text=phone):
                    return MemberNotHere(text=phone, is_phone=True)
                case codes.SearchText(text=words):
                    return self._named(words, context)
                case codes.UnknownCode(key=key, shown=shown):
                    return NothingFound(key=key, shown=shown)
                case _:
                    continue
        if context is Context.MEMBER:
            return MemberNotHere(text=codes.normalised(text), is_phone=False)
        return NothingFound(key="code.unknown", shown=codes.shortened(codes.normalised(text)))

    def _named(self, words: str, context: Context) -> Found:
        products = self._search.products(words) if context is Context.SELL else ()
        members = self._search.members(words)
        if products or members:
            return SearchHits(text=words, products=products, members=members)
        return NothingFound(key="code.unknown", shown=codes.shortened(words))

    def _shown_code(self, number: str, digits: str) -> Found:
        member = self._cache.member_by_number(number)
        if member is None:
            return MemberNotHere(text=number, is_phone=False, dynamic_code=digits)
        return FoundMember(member=member, dynamic_code=digits)


def _split_quantity(text: str) -> tuple[int, str]:
    """`3*code` and `0.5*code`; anything else is one of the whole text."""
    match = _TIMES.fullmatch(text)
    if match is None:
        return QUANTITY_ONE, text
    whole, _, part = match[1].partition(".")
    return int(whole) * QUANTITY_ONE + int(part.ljust(3, "0") or "0"), match[2]
