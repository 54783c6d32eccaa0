"""Members who bring members: one chain, both rewarded once, what is returned taken back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.compensation.giving import EXPENSE as COMPENSATED
from posapp.central.merging.moving import merge
from posapp.central.merging.undoing import undo
from posapp.central.proofs import phone_proof
from posapp.central.quarantine import Act as Signed
from posapp.central.referral.commands import allow
from posapp.central.referral.giving import EXPENSE
from posapp.central.referral.invites import new_code, own_code, whose_code
from posapp.central.referral.programme import keep_programme
from posapp.central.service_desk.member_file import SECTIONS
from posapp.central.view import View
from posapp.domain.member import Profile
from posapp.domain.referral import Gives, Limit, Programme, Reward, What
from posapp.wire.facts import RefundData, SaleData
from tests.central.desk import Desk
from tests.central.goods import A, B, cart, cash, refund, sale
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_registration import registered

DAY = 86_400_000
REWARDS = (
    Reward(what=What.JOINING, gives=Gives.POINTS, amount=10),
    Reward(what=What.BUYING, gives=Gives.COUPON, code="SAVE20"),
    Reward(what=What.SUCCESS, gives=Gives.POINTS, amount=100),
    Reward(what=What.LADDER, gives=Gives.POINTS, step=2, amount=500),
    Reward(what=What.LADDER, gives=Gives.TIER, step=2, code="diamond"),
)


def keep(park, *rewards, **limits):
    told = {Limit.LEAST_SALE: 5_000, **{Limit(name): value for name, value in limits.items()}}
    with park.central.work(park.tenant) as unit:
        keep_programme(unit, Programme(rewards=rewards or REWARDS, limits=told))


@pytest.fixture
def fang(park):
    """The programme runs, and the member has her code."""
    keep(park)
    with park.central.work(park.tenant) as unit:
        return own_code(unit, park.fang.id)


def friend(park, said, phone, till=None, **more):
    keys, tenant_id = park.central.keys, park.seeded.tenant_id
    proof = phone_proof(keys, tenant_id, phone) if phone else ""
    profile = Profile(phone=phone, name="王小花", referrer=said)
    return registered(park, profile, till=till, **{"proof": proof, **more})


def buy(park, member_id, goods=B, till=None):
    till = till or park.till
    basket = cart(goods, member_id=member_id)
    sold = sale(till.ids, basket, cash(till.ids, goods.member_price))
    assert till.tell(SaleData(sale=sold)) == ["applied"]
    return sold


def give_back(park, sold, before=None):
    back = refund(park.till.ids, sold, before or {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]


def chain(park, member_id):
    rows = park.rows("SELECT inviter_id, state, reason FROM referral WHERE id = :id", id=member_id)
    return rows[0] if rows else None


def balance(park, member_id, kind="points"):
    """Of an account as the ledger has it, sales of the member left out by who asks."""
    rows = park.rows(
        "SELECT balance FROM account WHERE member_id = :id AND kind = :kind",
        id=member_id,
        kind=kind,
    )
    return rows[0][0] if rows else 0


def given(park, member_id):
    return park.rows(
        "SELECT what, gives, amount, code FROM referral_gift "
        "WHERE member_id = :id AND back_ms IS NULL ORDER BY what, gives",
        id=member_id,
    )


def coupons(park, member_id):
    ((text, tier),) = park.rows("SELECT coupons, tier FROM member WHERE id = :id", id=member_id)
    return text.split(), tier


# -- the chain


@pytest.mark.parametrize("written", ["{}", "https://park.example/m/x/join?i={}", "-"])
def test_a_code_however_it_came_names_who_brought_her(park, fang, written):
    from posapp.workflows.registering import clean_referrer

    text = f"{fang[:3]}-{fang[3:]}".lower() if written == "-" else written.format(fang)
    new = friend(park, clean_referrer(text), "13911110001")
    assert chain(park, new) == (park.fang.id, "pending", "")
    assert given(park, new) == [("joining", "points", 10, "")]


def test_a_number_is_as_good_as_a_code_and_nobody_found_is_a_case(park, fang):
    assert fang
    by_number = friend(park, park.fang.number, "13911110002")
    assert chain(park, by_number)[0] == park.fang.id
    unknown = friend(park, "YAAAAAAAA", "13911110003")
    assert (chain(park, unknown), park.cases()) == (None, ["member.inviter_unknown"])


def test_nobody_is_brought_who_was_a_member_or_is_herself_or_proves_no_phone(park, fang):
    new = friend(park, fang, "13911110004")
    again = friend(park, park.frozen.number, "13911110004")
    assert chain(park, again)[1:] == ("refused", "member_before")
    assert chain(park, new)[1] == "pending"
    hers = friend(park, fang, "13812345678")
    assert chain(park, hers)[1:] == ("refused", "herself")
    unproved = friend(park, fang, "13911110005", proof="")
    assert chain(park, unproved)[1:] == ("refused", "phone_not_verified")
    assert chain(park, friend(park, fang, ""))[1:] == ("refused", "no_phone")
    of_frozen = friend(park, park.frozen.number, "13911110006")
    assert chain(park, of_frozen)[1:] == ("refused", "inviter_not_served")
    assert given(park, of_frozen) == []


def test_a_phone_is_brought_once_also_when_the_member_it_was_of_has_another(park, fang):
    new = friend(park, fang, "13911110007")
    park.write("DELETE FROM member_token WHERE member_id = :id", id=new)
    again = friend(park, fang, "13911110007")
    assert chain(park, again)[1:] == ("refused", "phone_before")


def test_a_revoked_code_brings_nobody_and_keeps_who_came(park, fang):
    new = friend(park, fang, "13911110008")
    with park.central.work(park.tenant) as unit:
        other = new_code(unit, park.fang.id)
        assert own_code(unit, park.fang.id) == other != fang
        assert whose_code(unit.connection, unit.tenant.id, fang) is None
    assert chain(park, friend(park, fang, "13911110009")) is None
    assert chain(park, new)[0] == park.fang.id


def test_without_a_programme_no_chain_is_kept(park):
    new = friend(park, park.fang.number, "13911110010")
    assert (chain(park, new), park.cases()) == (None, [])


# -- rewards


def test_the_first_sale_that_is_large_enough_rewards_both_once(park, fang):
    before = balance(park, park.fang.id)
    new = friend(park, fang, "13911110011")
    keep(park, least_sale=10_000)
    buy(park, new, B)
    assert chain(park, new)[1] == "pending"
    buy(park, new, A)
    buy(park, new, A)
    assert chain(park, new)[1:] == ("rewarded", "")
    assert coupons(park, new)[0] == ["SAVE20"]
    assert balance(park, park.fang.id) - before == 100
    assert given(park, park.fang.id) == [("success", "points", 100, "")]
    kinds = park.rows("SELECT kind, count(*) FROM posting WHERE kind = 'referral' GROUP BY kind")
    assert kinds == [("referral", 3)]


def test_what_it_costs_is_an_expense_of_the_shop_that_registered_her(park, fang):
    new = friend(park, fang, "13911110012")
    buy(park, new)
    rows = park.rows(
        "SELECT account.owner, sum(entry.amount) FROM entry JOIN account "
        "ON account.id = entry.account_id WHERE account.kind = :kind GROUP BY account.owner",
        kind=EXPENSE,
    )
    worth = park.rows("SELECT sum(worth) FROM referral_gift")
    assert rows == [(park.seeded.shop_id, -worth[0][0])]
    assert worth[0][0] > 2_000
    assert EXPENSE != COMPENSATED


def test_the_ladder_gives_its_steps_once(park, fang):
    for place in range(3):
        buy(park, friend(park, fang, f"1391111002{place}"))
    steps = [row for row in given(park, park.fang.id) if row[0] == "ladder"]
    assert steps == [("ladder", "points", 500, ""), ("ladder", "tier", 1, "diamond")]
    assert coupons(park, park.fang.id)[1] == "diamond"


def test_above_the_cap_the_friend_is_rewarded_and_the_inviter_is_not(park, fang):
    keep(park, month=1)
    first, second = (friend(park, fang, f"1391111003{place}") for place in range(2))
    buy(park, first)
    buy(park, second)
    assert chain(park, second)[1:] == ("rewarded", "cap")
    assert coupons(park, second)[0] == ["SAVE20"]
    assert given(park, park.fang.id) == [("success", "points", 100, "")]


def test_who_buys_too_late_rewards_nobody(park, fang):
    new = friend(park, fang, "13911110040")
    park.clock.advance_ms(31 * DAY)
    buy(park, new)
    assert chain(park, new)[1:] == ("refused", "too_late")


# -- taken back


def test_a_return_takes_everything_back_and_what_was_spent_is_owed(park, fang):
    start, tier = balance(park, park.fang.id), coupons(park, park.fang.id)[1]
    first = buy(park, friend(park, fang, "13911110050"))
    second = friend(park, fang, "13911110051")
    sold = buy(park, second)
    assert balance(park, park.fang.id) == start + 100 + 100 + 500
    park.write("UPDATE lot SET held = remaining WHERE member_id = :id", id=park.fang.id)
    give_back(park, sold)
    assert chain(park, second)[1:] == ("refused", "returned")
    assert balance(park, park.fang.id, "points_debt") == -600
    assert coupons(park, second)[0] == []
    assert coupons(park, park.fang.id)[1] == tier
    buy(park, second)
    assert chain(park, second)[1] == "refused"
    assert chain(park, park.rows("SELECT member_id FROM sale WHERE id = :id", id=first.id)[0][0])
    reversed_ = park.rows("SELECT count(*) FROM posting WHERE kind = 'referral_back'")
    assert reversed_ == [(4,)]


def test_a_coupon_that_is_used_is_a_case_and_a_late_return_takes_nothing(park, fang):
    new, late = friend(park, fang, "13911110052"), friend(park, fang, "13911110053")
    sold, sold_late = buy(park, new), buy(park, late)
    park.write("UPDATE member SET coupons = '' WHERE id = :id", id=new)
    give_back(park, sold)
    assert park.cases() == ["member.referral_spent"]
    park.clock.advance_ms(31 * DAY)
    give_back(park, sold_late)
    assert chain(park, late)[1:] == ("rewarded", "")


def test_a_sale_and_its_return_in_one_push_leave_nothing(park, fang):
    new = friend(park, fang, "13911110054")
    before = balance(park, park.fang.id)
    basket = cart(B, member_id=new)
    sold = sale(park.till.ids, basket, cash(park.till.ids, B.member_price))
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(SaleData(sale=sold), RefundData(refund=back)) == ["applied"] * 2
    assert (chain(park, new)[1:], balance(park, park.fang.id)) == (("refused", "returned"), before)


# -- fraud


def test_too_many_at_one_till_or_by_one_inviter_are_refused_with_one_case(park, fang):
    keep(park, till_day=2)
    states = [chain(park, friend(park, fang, f"1391111006{n}"))[1:] for n in range(4)]
    assert states[1:] == [("pending", "")] + [("refused", "device_often")] * 2
    assert park.cases() == ["member.referrals_often"]
    keep(park, inviter_day=1)
    park.clock.advance_ms(2 * DAY)
    states = [chain(park, friend(park, fang, f"1391111007{n}"))[1:] for n in range(2)]
    assert states == [("pending", ""), ("refused", "inviter_often")]


def test_a_person_lets_a_refused_friend_count_from_her_next_sale_on(park, fang):
    new = friend(park, fang, "13911110078", proof="")
    buy(park, new)
    assert chain(park, new)[1] == "refused"
    ((number,),) = park.rows("SELECT number FROM member WHERE id = :id", id=new)
    allow(park.folder, number, note="seen in person")
    buy(park, new)
    assert chain(park, new)[1] == "rewarded"
    assert park.rows("SELECT note FROM operator_act") == [("seen in person",)]


# -- two files of one person


def test_merged_with_who_was_there_before_she_is_no_friend_and_apart_she_is_again(park, fang):
    new = friend(park, fang, "13911110080")
    signed = Signed(who="boss", note="same person", staff_id="", terminal="")
    merge_id = park.till.ids.new()
    with park.central.work(park.tenant) as unit:
        unit.know_members({park.fang.id, new})
        merge(unit, merge_id, park.fang.id, new, signed)
    assert chain(park, new)[1:] == ("refused", "one_person")
    with park.central.work(park.tenant) as unit:
        undo(unit, merge_id, signed)
    assert chain(park, new)[1:] == ("pending", "")


def test_the_file_of_an_inviter_says_how_far_she_is(park, fang):
    buy(park, friend(park, fang, "13911110090"))
    friend(park, fang, "13911110091")
    with park.central.database.read() as connection:
        view = View(
            connection=connection,
            tenant=park.tenant,
            keys=park.central.keys,
            now_ms=park.clock.wall_ms(),
        )
        shown = [read(view, park.fang.id) for read in SECTIONS]
    rows = {section.kind: [row.title for row in section.rows] for section in shown}
    assert rows["referral"] == ["2 / 1 / 0"]


# -- the page


@pytest.fixture
def page(park, fang):
    turn_on(park)
    return fang


def opened(visitor, code):
    visitor.get(f"/join?i={code}")
    return visitor.page("/join")


def test_a_friend_joins_by_the_link_and_is_signed_in_as_a_member(park, page):
    visitor = Visitor(park)
    sent = visitor.send(opened(visitor, page), "/join/send", phone="13911110100")
    assert "139****0100" in sent.text
    code = visitor.newest_code()
    refused = visitor.send(sent.text, "/join/enter", code=code, agree="1")
    assert refused.status_code == 422
    answer = visitor.send(sent.text, "/join/enter", code=code, agree="1", age="1")
    assert "欢迎" in visitor.follow(answer)
    ((new, inviter, state),) = park.rows("SELECT id, inviter_id, state FROM referral")
    assert (inviter, state) == (park.fang.id, "pending")
    assert given(park, new) == [("joining", "points", 10, "")]
    said = park.rows(
        "SELECT purpose, given FROM consent_entry WHERE member_id = :id ORDER BY purpose", id=new
    )
    assert dict(said)["marketing"] == 0
    assert dict(said)["privacy"] == 1


def test_a_member_who_follows_a_link_is_signed_in_and_counts_for_nobody(park, page):
    visitor = Visitor(park)
    sent = visitor.send(opened(visitor, page), "/join/send", phone="13812345678")
    enter = {"code": visitor.newest_code(), "agree": "1", "age": "1"}
    assert "早已是会员" in visitor.follow(visitor.send(sent.text, "/join/enter", **enter))
    assert park.rows("SELECT id FROM referral") == []


def test_a_link_that_nobody_gave_sends_no_message(park, page):
    visitor = Visitor(park)
    assert page
    assert visitor.get("/join?i=YAAAAAAAA").status_code != 200
    home = visitor.page()
    form = visitor.form(home, "/sign-in")
    visitor.post("/join/send", {**form, "phone": "13911110101"})
    assert park.sms() == []


def test_a_browser_that_brings_too_many_is_refused_its_rewards_not_its_members(park, page):
    keep(park, browser_day=1)
    visitor = Visitor(park)
    for n in range(2):
        sent = visitor.send(opened(visitor, page), "/join/send", phone=f"1391111011{n}")
        enter = {"code": visitor.newest_code(), "agree": "1", "age": "1"}
        home = visitor.follow(visitor.send(sent.text, "/join/enter", **enter))
        assert "欢迎" in home
        visitor.send(visitor.page("/me"), "/sign-out")
    rows = park.rows("SELECT state, reason FROM referral ORDER BY at_ms, id")
    assert sorted(rows) == [("pending", ""), ("refused", "device_often")]


def test_the_inviter_sees_her_code_her_link_and_how_far_she_is(park, page):
    buy(park, friend(park, page, "13911110120"))
    visitor = Visitor(park).sign_in()
    assert "邀请好友" in visitor.page("/me")
    shown = visitor.page("/friends")
    assert f"https://park.example{visitor.path}/join?i={page}" in shown
    assert "再成功 1 位 (满 2 位)" in shown
    visitor.send(shown, "/friends/new")
    assert page not in visitor.page("/friends")


def test_both_files_at_the_desk_name_the_other_and_how_it_stands(park, page):
    desk = Desk(park)
    who = friend(park, page, "13911110121")

    def people(kind, member_id=""):
        sections = desk.file(member_id=member_id).sections
        return [
            (row.title, row.text) for each in sections if each.kind == kind for row in each.rows
        ]

    number = desk.file(member_id=who).number
    assert people("brought_by", who) == [(park.fang.number, "pending")]
    buy(park, who)
    assert people("friends") == [(number, "rewarded")]
    assert people("brought_by") == []


# -- two at once


def test_two_friends_who_buy_at_once_are_two_successes_and_one_step(server_parks, tmp_path):
    with server_parks(tmp_path) as park:
        keep(park)
        with park.central.work(park.tenant) as unit:
            code = own_code(unit, park.fang.id)
        tills = [park.till, park.site.enrol(park.seeded.tenant_id, code="A04")]
        friends = [friend(park, code, f"1391111013{n}") for n in range(2)]
        before = balance(park, park.fang.id)
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda n: buy(park, friends[n], till=tills[n]), range(2)))
        assert [chain(park, each)[1] for each in friends] == ["rewarded"] * 2
        assert balance(park, park.fang.id) - before == 100 + 100 + 500
