"""A registration in every way: regions, advice for each failure, consents, children, families."""

from dataclasses import replace

import pytest

from posapp.domain.consents import Purpose
from posapp.domain.member import Profile
from posapp.domain.member_numbers import is_provisional
from posapp.domain.pack_codes import new_pack_code, shown_pack_code
from posapp.domain.phones import Region
from posapp.errors import Refused, Unavailable
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.member.family_presenter import FamilyPresenter
from posapp.ui.member.phone_card import advice_for
from posapp.ui.member.register_presenter import RegisterPresenter
from posapp.ui.member.register_said import brought_text
from posapp.ui.member.register_state import After, Form, Way
from posapp.ui.member.wish import RegisterWith
from posapp.ui.navigation import Place
from posapp.wire.consents import ConsentShown, ConsentsTold
from posapp.wire.families import FamilyAct, FamilyChanged, FamilyTold
from posapp.wire.packs import PackTold
from posapp.wire.registering import RegistrationFits
from posapp.wire.requests import FindMemberReply, VerifyPhoneReply
from posapp.workflows.families import Families
from posapp.workflows.withdrawing import Withdrawing
from tests.ui.member.test_member_presenters import NEW_PHONE, sms_sent
from tests.ui.till_floor import settle
from tests.workflows.counter import MANAGER, MANAGER_PIN, UMBRELLA, WANG
from tests.workflows.orders import order, sold

AGREED = Form(agreed=True, purposes=frozenset({"profiling"}))


class RegisterDesk:
    def __init__(self, till, floor, qtbot):
        self.till, self.floor, self.qtbot = till, floor, qtbot
        self.approvals = ApprovalPresenter(till.approving, floor)
        families = Families(till.central, till.desk)
        self.register = RegisterPresenter(till.members, floor, self.approvals, families)
        withdrawing = Withdrawing(till.store.outbox, till.store.journal, till.desk)
        self.family = FamilyPresenter(families, till.members, floor, withdrawing=withdrawing)
        self.went = []
        floor.navigation.requested.connect(self.went.append)

    def settle(self):
        settle(self.qtbot, self.floor)

    def sends(self, phone, answer=sms_sent, region=None):
        self.till.central.will("send_code", answer)
        self.register.enter(phone)
        if region is not None:
            self.register.choose_region(region)
        self.register.send_code()
        self.settle()
        return self.register.state

    def verified(self, phone=NEW_PHONE):
        self.sends(phone)
        reply = VerifyPhoneReply(request_id="r", proof="proof", number="6000000049")
        self.till.central.will("verify_phone", reply)
        self.register.give_code("123456")
        self.settle()

    def fact(self):
        return self.till.facts("MemberData")[0].data

    def opens_family(self, *states):
        told = ConsentsTold(request_id="r", member_id=WANG.id, states=states, entries=states)
        self.till.central.will("consents", told)
        self.till.central.will("family", FamilyTold(request_id="r"))


@pytest.fixture
def desk(till, floor, qtbot):
    return RegisterDesk(till, floor, qtbot)


@pytest.mark.parametrize(
    ("typed", "region", "stored"),
    [
        ("91234567", Region.HONG_KONG, "+85291234567"),
        ("+853 6612 3456", None, "+85366123456"),
        ("0912345678", Region.TAIWAN, "+886912345678"),
    ],
)
def test_a_phone_of_another_region_is_sent_its_code_in_the_one_form(desk, typed, region, stored):
    desk.verified(typed) if region is None else desk.sends(typed, region=region)
    assert desk.till.central.requests("send_code")[0].phone == stored


def test_a_code_before_the_number_chooses_the_region(desk):
    desk.register.enter("")
    desk.register.type_phone("+852 9123")
    assert desk.register.state.region is Region.HONG_KONG
    desk.register.type_phone("9123")
    assert desk.register.state.region is Region.HONG_KONG


@pytest.mark.parametrize(
    ("typed", "error", "ways", "word"),
    [
        (NEW_PHONE, Unavailable("sms.not_sent"), (Way.VOUCH,), "核对号码"),
        (NEW_PHONE, Refused("codes.too_many_today", most=5), (Way.VOUCH,), "当面核验"),
        (NEW_PHONE, Refused("codes.too_soon", seconds=30), (Way.VOUCH,), "30 秒"),
        (NEW_PHONE, Unavailable("central.unreachable"), (Way.WITHOUT_CODE,), "离线登记"),
        ("91234567", None, (), "选地区"),
        ("+1 650 253 0000", None, (), "照常购买"),
        ("123", None, (), "11 位"),
    ],
)
def test_each_failure_has_its_own_advice(desk, typed, error, ways, word):
    state = desk.sends(typed, error)
    assert state.ways == ways
    assert word in advice_for(state)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        (replace(AGREED, card="C-7788"), "card.taken"),
        (replace(AGREED, card="C-7788"), "card.reported_lost"),
        (replace(AGREED, guardian_number="123"), "member.guardian_unknown"),
    ],
)
def test_what_central_would_not_keep_is_refused_before_it_is_kept(desk, form, key):
    desk.verified()
    desk.till.central.will("check_registration", Refused(key))
    desk.register.save(form)
    desk.settle()
    assert desk.register.state.error.key == key
    assert desk.till.facts("MemberData") == []


def test_a_free_card_is_kept_and_one_that_nobody_could_ask_about_too(desk):
    desk.verified()
    fits = RegistrationFits(request_id="r")
    desk.till.central.will("check_registration", Unavailable("central.unreachable"), fits)
    desk.register.save(replace(AGREED, card="C-7788"))
    desk.settle()
    desk.settle()
    desk.verified("13900002222")
    desk.register.save(replace(AGREED, card="C-9900"))
    desk.settle()
    desk.settle()
    assert len(desk.till.facts("MemberData")) == 2


def test_a_phone_that_is_taken_is_served_or_recovered(desk):
    desk.sends(WANG.phone)
    known = VerifyPhoneReply(request_id="r", proof="", number="", member=WANG)
    desk.till.central.will("verify_phone", known)
    desk.register.give_code("123456")
    desk.settle()
    assert "改手机号" in advice_for(desk.register.state)


def test_no_code_comes_and_a_manager_vouches_for_the_phone(desk):
    desk.sends(NEW_PHONE, Unavailable("sms.not_sent"))
    desk.register.vouch()
    desk.settle()
    question = desk.approvals.state
    assert question is not None
    desk.approvals.choose(MANAGER.number)
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    assert desk.register.state.verified.vouched
    desk.register.save(AGREED)
    desk.settle()
    assert desk.fact().vouched
    assert desk.till.audits() == ["member.phone_vouched"]
    assert NEW_PHONE not in repr(desk.till.facts())


def test_a_message_that_never_comes_needs_no_false_code_before_a_manager_vouches(desk):
    state = desk.sends(NEW_PHONE)
    assert (state.error, state.ways, state.wait_s > 0) == (None, (Way.VOUCH,), True)
    assert "收不到短信" in advice_for(state)
    desk.register.vouch()
    desk.settle()
    assert "没有收到" in desk.approvals.state.request.reason
    desk.approvals.choose(MANAGER.number)
    desk.approvals.give_pin(MANAGER_PIN)
    desk.settle()
    desk.settle()
    state = desk.register.state
    assert state.verified.vouched
    assert (state.ways, advice_for(state)) == ((), "")


def test_without_a_message_nobody_is_vouched_for(desk):
    desk.register.enter(NEW_PHONE)
    desk.register.vouch()
    assert (desk.register.state.busy, desk.approvals.state) == (False, None)


def test_without_a_network_she_is_registered_and_shown_as_pending(desk):
    desk.sends(NEW_PHONE, Unavailable("central.unreachable"))
    desk.till.go_offline()
    desk.register.go_without_code()
    desk.settle()
    desk.register.save(AGREED)
    desk.settle()
    assert is_provisional(desk.fact().number)
    assert is_provisional(desk.till.cache.member_by_phone(NEW_PHONE).number)


def test_what_she_was_asked_and_what_she_agreed_to_are_both_kept(desk):
    desk.verified()
    desk.register.save(AGREED, then=After.FAMILY)
    desk.settle()
    consent = desk.fact().consent
    assert consent.asked == ("marketing", "profiling", "partners")
    assert (consent.given, consent.marketing) == (("profiling",), False)
    assert desk.went[-1].place is Place.FAMILY


def test_a_code_of_her_company_is_looked_at_before_she_is_registered(desk, shown):
    desk.verified()
    with_code = Form(agreed=True, pack_code="g222-2222-2223")
    desk.register.save(with_code)
    desk.settle()
    assert [m.key for m in shown] == ["pack.code_not_valid"]
    code = new_pack_code(lambda _below: 3)
    desk.till.central.will("pack", Refused("pack.used"))
    desk.register.save(Form(agreed=True, pack_code=code))
    desk.settle()
    assert desk.register.state.error.key == "pack.used"
    assert desk.till.facts("MemberData") == []
    desk.till.central.will("pack", PackTold(request_id="r", company="蓝天", title="福利"))
    desk.register.save(Form(agreed=True, pack_code=shown_pack_code(code)))
    desk.settle()
    desk.settle()
    assert len(desk.till.facts("MemberData")) == 1
    assert code not in repr(desk.till.facts())


def test_a_minor_is_registered_only_with_her_guardian(desk, shown):
    desk.verified()
    minor = {"agreed": True, "birthday": "2018-05-05"}
    fits = RegistrationFits(request_id="r")
    desk.till.central.will("check_registration", fits, fits)
    desk.register.save(Form(**minor))
    desk.settle()
    desk.register.save(Form(**minor, guardian_number="6000000049"))
    desk.settle()
    desk.settle()
    keys = ["member.guardian_needed", "member.guardian_consent_needed"]
    assert [m.key for m in shown] == keys
    desk.register.save(Form(**minor, guardian_number="6000000049", by_guardian=True))
    desk.settle()
    desk.settle()
    assert desk.fact().consent.by_guardian


def test_withdrawing_a_consent_is_one_press(desk):
    given = ConsentShown(
        purpose="marketing", given=True, policy_version="v3", channel="display", at_ms=1
    )
    desk.opens_family(given)
    desk.family.enter(WANG)
    desk.settle()
    withdrawn = ConsentsTold(request_id="r", member_id=WANG.id, states=(), entries=())
    desk.till.central.will("change_consent", withdrawn)
    desk.family.say(Purpose.MARKETING, given=False, by_guardian=False)
    desk.settle()
    (change,) = desk.till.central.requests("change_consent")
    assert (change.purpose, change.given, change.policy_version) == ("marketing", False, "v3")


def test_a_child_is_added_later_and_waits_to_be_synchronised(desk, shown):
    desk.opens_family()
    desk.family.enter(WANG)
    desk.settle()
    child = Profile(phone="", name="王小宝", birthday="2018-05-05")
    desk.family.add_child(child, agreed=False)
    assert [m.key for m in shown] == ["member.guardian_consent_needed"]
    desk.family.add_child(child, agreed=True)
    desk.settle()
    assert [each.name for each in desk.family.state.added] == ["王小宝"]
    assert (desk.fact().guardian_id, desk.fact().consent.by_guardian) == (WANG.id, True)


def test_somebody_joins_a_family_by_pin_and_reason(desk):
    desk.opens_family()
    desk.family.enter(WANG)
    desk.settle()
    desk.family.ask(FamilyAct.JOIN)
    desk.till.central.will("find_members", FindMemberReply(request_id="r", members=()))
    desk.family.act("nobody", "asked", "246802")
    desk.settle()
    assert desk.family.state.acting.refusal.key == "member.unknown"
    other = type(WANG)(id="m2", number="M2", name="李雷", phone="13900005678")
    desk.till.central.will("find_members", FindMemberReply(request_id="r", members=(other,)))
    desk.till.central.will("change_family", FamilyChanged(request_id="r", member_id="m2"))
    desk.opens_family()
    desk.family.act(other.phone, "asked", "246802")
    desk.settle()
    (change,) = desk.till.central.requests("change_family")
    assert (change.act, change.member_id, change.of_id) == (FamilyAct.JOIN, "m2", WANG.id)
    assert desk.family.state.acting is None


def test_offline_consents_and_families_wait(desk, shown):
    desk.till.go_offline()
    desk.family.enter(WANG)
    desk.settle()
    assert [m.key for m in shown] == ["member.needs_connection"]


def test_who_joins_with_a_paid_sale_hears_what_it_brings(desk, shown):
    sale = sold(desk.till, order(desk.till, UMBRELLA), desk.till.shifts.current()).sale
    joins = RegisterWith(sale=sale, at_ms=desk.till.clock.wall_ms())
    attached = []
    desk.register.registered.connect(attached.append)
    desk.register.enter(NEW_PHONE, joins)
    desk.till.central.will("send_code", sms_sent)
    desk.register.send_code()
    desk.settle()
    reply = VerifyPhoneReply(request_id="r", proof="proof", number="6000000049")
    desk.till.central.will("verify_phone", reply)
    desk.register.give_code("123456")
    desk.settle()
    desk.register.save(AGREED)
    desk.settle()
    assert desk.fact().sale_id == sale.id
    assert attached == []
    assert desk.register.points_with(joins) == (sale.goods_net // 100, "")
    assert f"{sale.goods_net // 100:,}" in shown[-1].text
    desk.till.clock.advance_ms(25 * 3_600_000)
    assert desk.register.points_with(joins) == (0, "claim.too_old")


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("claim.has_member", "已有会员"),
        ("claim.too_old", "24 小时"),
        ("claim.no_points", "按规则"),
    ],
)
def test_why_a_sale_brings_nothing_is_said(reason, word):
    assert word in brought_text(0, reason)
