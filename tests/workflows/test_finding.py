"""What a scan or a typed text names, and that a scan never becomes a quantity."""

import pytest

from posapp.domain.codes import Context
from posapp.domain.own_codes import badge_code, member_code, receipt_code
from posapp.errors import Refused
from posapp.workflows.found import (
    Ambiguous,
    FoundBadge,
    FoundMember,
    FoundPaymentCode,
    FoundProduct,
    FoundReceipt,
    LooksLikePayment,
    MemberNotHere,
    NothingFound,
    SearchHits,
)
from tests.workflows.counter import COLA, PANDA, UMBRELLA, WANG


@pytest.fixture
def sell(till):
    return lambda text, **how: till.selling.find(text, Context.SELL, **how)


@pytest.fixture
def member(till):
    return lambda text: till.selling.find(text, Context.MEMBER)


def test_a_barcode_or_a_code_names_its_product(sell):
    found = FoundProduct(product=PANDA, barcode="6901234567892")
    assert sell("6901234567892") == sell("]C16901234567892\n") == found
    assert sell("B") == FoundProduct(product=UMBRELLA)


@pytest.mark.parametrize(
    ("typed", "quantity"), [("3*A", 3_000), ("0.455*A", 455), ("12×A", 12_000), ("2 * A", 2_000)]
)
def test_a_typed_quantity_goes_before_the_code(sell, typed, quantity):
    assert sell(typed, typed=True) == FoundProduct(product=PANDA, quantity=quantity)


def test_a_scan_never_becomes_a_quantity(sell):
    assert sell("3*A") == NothingFound(key="code.unknown", shown="3*A")


def test_a_product_code_that_is_also_the_end_of_a_phone_is_asked_about(sell):
    found = sell("5678")
    assert isinstance(found, Ambiguous)
    assert found.product == FoundProduct(product=COLA)
    assert {each.phone[-4:] for each in found.members} == {"5678"}


def test_members_are_found_by_phone_card_number_and_tail(sell, member):
    for text in ("13812345678", "8800123", "M0038127", "m0038127"):
        assert sell(text) == member(text) == FoundMember(member=WANG)
    hits = member("5678")
    assert isinstance(hits, SearchHits)
    assert len(hits.members) == 2


def test_a_shown_member_code_brings_its_digits_along(sell):
    found = sell(member_code("M0038127", "12345678"))
    assert found == FoundMember(member=WANG, dynamic_code="12345678")
    unknown = sell(member_code("M9999999", "12345678"))
    assert unknown == MemberNotHere(text="M9999999", is_phone=False, dynamic_code="12345678")


def test_a_phone_that_nobody_here_has_may_be_asked_for_or_registered(sell, member):
    for find in (sell, member):
        assert find("13700000000") == MemberNotHere(text="13700000000", is_phone=True)


def test_in_the_member_field_an_unknown_number_is_a_member_to_ask_for(member):
    assert member("9999") == MemberNotHere(text="9999", is_phone=False)


def test_names_pinyin_and_initials_are_searched(sell, member):
    assert sell("可乐") == SearchHits(text="可乐", products=(COLA,))
    assert sell("yusan").products == (UMBRELLA,)
    assert member("王小") == SearchHits(text="王小", members=(WANG,))
    assert member("可乐") == NothingFound(key="code.unknown", shown="可乐")


def test_our_own_codes_are_recognised(sell):
    assert sell(receipt_code("A03-1-000001")) == FoundReceipt(receipt_number="A03-1-000001")
    assert sell(badge_code("1024")) == FoundBadge(staff_number="1024")


def test_a_payment_code_is_money_only_while_paying(till, sell):
    code = "134567890123456789"
    assert sell(code) == LooksLikePayment(masked="1345********6789")
    found = till.selling.find(code, Context.PAYMENT)
    assert isinstance(found, FoundPaymentCode)
    assert found.code.reveal() == code
    assert till.selling.find("6901234567892", Context.PAYMENT) == NothingFound(
        key="code.not_a_payment_code", shown="6901…892"
    )


def test_links_are_shown_by_host_and_nothing_else_is_guessed(sell):
    link = "https://evil.example/pay?x=1"
    assert sell(link) == NothingFound(key="code.foreign_link", shown="evil.example")
    assert sell("6900000000000") == NothingFound(key="code.unknown", shown="6900…000")


def test_absurd_input_is_refused_before_anything_is_looked_up(sell):
    with pytest.raises(Refused) as refusal:
        sell("9" * 5_000)
    assert refusal.value.key == "code.too_long"
    with pytest.raises(Refused) as refusal:
        sell("\x00\n")
    assert refusal.value.key == "code.empty"
