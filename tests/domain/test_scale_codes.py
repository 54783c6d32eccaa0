"""Labels of the shop's scales: read by the operator's templates, exact, and never a payment code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.cart import Cart, add
from posapp.domain.catalog import Product
from posapp.domain.codes import (
    Context,
    LooksLikePayment,
    Payment,
    ProductCode,
    UnknownCode,
    classify,
)
from posapp.domain.ids import CategoryId, ProductId
from posapp.domain.labelled import Label, add_labelled
from posapp.domain.pricing import price
from posapp.domain.scale_codes import (
    DamagedLabel,
    ScaleCode,
    check_digit,
    label_quantity,
    parse_templates,
    price_check_digit,
    read_label,
)
from posapp.errors import Refused

WEIGHT, PRICE, VERIFIED = "21{I:5}{W:5}{C}", "22{I:5}{P:5}{C}", "23{I:4}{V}{P:5}{C}"
LONG = "28{I:5}{P:5}{W:5}{C}"
ALL = parse_templates(f"{WEIGHT}; {PRICE};{VERIFIED} {LONG}; 02{{W:5}}{{I:6}}")

MELON = Product(
    id=ProductId("melon"),
    code="00017",
    name="哈密瓜",
    unit="kg",
    price=1_980,
    category_id=CategoryId("fruit"),
)


def sealed(digits: str) -> str:
    return digits + str(check_digit(digits))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sealed("210001700532"), {"item": "00017", "grams": 532}),
        (sealed("220001701053"), {"item": "00017", "amount": 1_053}),
        (sealed("28000170105300532"), {"item": "00017", "amount": 1_053, "grams": 532}),
        (sealed("230017614685"), {"item": "0017", "amount": 14_685}),
        ("0200532000017", {"item": "000017", "grams": 532}),
    ],
)
def test_a_label_says_its_item_weight_and_amount(code: str, said: dict) -> None:
    assert read_label(code, ALL) == ScaleCode(text=code, **said)


@pytest.mark.parametrize(("digits", "check"), [("2875", 9), ("14685", 6)])
def test_the_price_check_digit_of_the_standards_examples(digits: str, check: int) -> None:
    assert price_check_digit(digits) == check


@given(
    digits=st.integers(0, 99_999).map("{:05}".format),
    place=st.integers(0, 4),
    other=st.integers(1, 9),
)
def test_one_wrong_digit_of_a_price_is_always_found(digits: str, place: int, other: int) -> None:
    wrong = str((int(digits[place]) + other) % 10)
    assert price_check_digit(digits[:place] + wrong + digits[place + 1 :]) != price_check_digit(
        digits
    )


def test_a_label_with_a_wrong_price_is_damaged_and_one_with_a_wrong_check_digit_is_no_label() -> (
    None
):
    assert read_label(sealed("230017514685"), ALL) == DamagedLabel(sealed("230017514685"))
    assert read_label("2100017005320", ALL) is None
    assert classify(sealed("230017514685"), Context.SELL, ALL)[-1] == UnknownCode(
        "code.label_damaged", "2300…854"
    )


@given(item=st.integers(0, 99_999), grams=st.integers(0, 99_999), amount=st.integers(0, 99_999))
def test_every_label_that_a_scale_prints_is_read_back(item: int, grams: int, amount: int) -> None:
    code = sealed(f"28{item:05}{amount:05}{grams:05}")
    assert read_label(code, ALL) == ScaleCode(
        text=code, item=f"{item:05}", grams=grams, amount=amount
    )


@given(text=st.one_of(st.text(max_size=30), st.from_regex(r"2[0-9]{12,23}", fullmatch=True)))
def test_no_code_is_goods_and_a_payment_in_the_same_place(text: str) -> None:
    for context in Context:
        try:
            meanings = classify(text, context, ALL)
        except Refused:
            continue
        kinds = {type(each) for each in meanings}
        assert not (Payment in kinds and kinds & {ProductCode, ScaleCode})
        # A label wins while selling; what follows it is a question to the person, never a product.
        assert not (LooksLikePayment in kinds and ProductCode in kinds)
        if context is not Context.SELL:
            assert ScaleCode not in kinds


def test_an_18_digit_label_wins_while_selling_and_is_a_payment_code_while_paying() -> None:
    code = sealed("28" + "00017" + "01053" + "00532")
    assert [type(each) for each in classify(code, Context.SELL, ALL)] == [
        ScaleCode,
        LooksLikePayment,
    ]
    assert isinstance(classify(code, Context.SELL)[0], LooksLikePayment)
    assert isinstance(classify(code, Context.PAYMENT, ALL)[0], Payment)


@pytest.mark.parametrize(
    "bad",
    ["21", "{I:5}{W:5}", "21{I:5}", "21{W:5}", "21{I:5}{I:5}{W:5}", "21{I:0}{W:5}", "21{C}{I:5}{W:5}",
     "21{I:4}{V}{P:6}{C}", "2x{I:5}{W:5}", "21{I:5}{W:26}"],
)  # fmt: skip
def test_a_template_that_cannot_be_read_is_named(bad: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_templates(f"{WEIGHT};{bad}")
    assert (refused.value.key, refused.value.params["name"]) == ("settings.not_valid", bad)


@pytest.mark.parametrize(
    ("unit", "code", "quantity"),
    [
        ("kg", ScaleCode(text="", item="", grams=532), 532),
        ("斤", ScaleCode(text="", item="", grams=532), 1_064),
        ("kg", ScaleCode(text="", item="", amount=1_053), 532),
        ("个", ScaleCode(text="", item="", amount=1_053), 1_000),
        ("个", ScaleCode(text="", item="", pieces=3), 3_000),
    ],
)
def test_what_a_label_stands_for_in_the_unit_of_the_goods(unit, code, quantity) -> None:
    assert label_quantity(code, unit, 1_980) == quantity


@pytest.mark.parametrize(
    ("unit", "code", "key"),
    [
        ("个", ScaleCode(text="", item="", grams=532), "code.not_by_weight"),
        ("kg", ScaleCode(text="", item="", grams=0), "code.label_empty"),
        ("kg", ScaleCode(text="", item="", amount=0), "code.label_empty"),
    ],
)
def test_a_label_that_says_nothing_useful_is_refused(unit, code, key) -> None:
    with pytest.raises(Refused) as refused:
        label_quantity(code, unit, 1_980)
    assert refused.value.key == key


@given(amounts=st.lists(st.integers(1, 99_999), min_size=1, max_size=8))
def test_labels_stay_lines_of_their_own_and_their_amounts_are_exact(amounts: list[int]) -> None:
    cart = Cart()
    for amount in amounts:
        quantity = label_quantity(ScaleCode(text="", item="", amount=amount), "kg", MELON.price)
        cart, _ = add_labelled(cart, MELON, Label(quantity=quantity, amount=amount, barcode="2"))
    cart, key = add(cart, MELON)
    priced = price(cart, ())
    assert [line.net for line in priced.lines] == [*amounts, MELON.price]
    assert cart.line(key).quantity == 1_000
    assert all(line.unit_price == MELON.price for line in cart.lines)


def test_a_label_of_another_price_shows_the_price_that_it_was_printed_at() -> None:
    cart, key = add_labelled(Cart(), MELON, Label(quantity=500, amount=495))
    assert (cart.line(key).unit_price, cart.line(key).list_amount) == (990, 495)
