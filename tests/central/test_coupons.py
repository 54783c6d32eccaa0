"""A coupon that is good once: the first sale that central takes uses it, a second one is a case."""

from __future__ import annotations

import json

from posapp.wire.facts import SaleData
from tests.central.goods import A, B, cart, cash, sale
from tests.central.tills import feed_members

OFFER = {
    "code": "SAVE20",
    "version": 1,
    "label": "满200减20",
    "stage": 3,
    "amount": 2_000,
    "coupon": True,
}


def with_coupons(park, *, once):
    body = json.dumps({**OFFER, "once": once})
    park.write("UPDATE offer SET body = :body WHERE code = 'SAVE20'", body=body)
    park.write("UPDATE member SET coupons = 'OTHER SAVE20' WHERE id = :id", id=park.fang.id)


def couponed(park, till):
    basket = cart(A, B, member_id=park.fang.id, coupons=("SAVE20",))
    return SaleData(sale=sale(till.ids, basket, cash(till.ids, 25_000)), offline=True)


def has(park):
    return tuple(feed_members(park.till.pull_all())[park.fang.id]["coupons"])


def test_one_coupon_on_two_tills_leaves_both_sales_standing_and_one_case(park):
    with_coupons(park, once=True)
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    second, first = couponed(park, park.till), couponed(park, other)
    assert other.tell(first) == ["applied"]
    assert has(park) == ("OTHER",)
    item = park.till.journal(second)
    assert [each.outcome.value for each in park.till.push(item)] == ["applied"]
    assert [each.outcome.value for each in park.till.push(item)] == ["duplicate"]
    assert park.rows("SELECT count(*), sum(coupon_cut) FROM sale") == [(2, 4_000)]
    ((terminal, detail),) = park.rows(
        "SELECT terminal_id, detail FROM open_case WHERE kind = 'coupon.used_twice'"
    )
    assert terminal == park.till.identity.terminal_id
    assert json.loads(detail) == {
        "coupon": "SAVE20",
        "sale": second.sale.id,
        "first_sale": first.sale.id,
    }
    assert park.rows("SELECT sale_id FROM coupon_use") == [(first.sale.id,)]
    assert park.cases() == ["coupon.used_twice"]


def test_a_coupon_that_is_not_good_once_stays_hers(park):
    with_coupons(park, once=False)
    fact, again = couponed(park, park.till), couponed(park, park.till)
    assert park.till.tell(fact, again) == ["applied", "applied"]
    assert (has(park), park.cases()) == (("OTHER", "SAVE20"), [])
