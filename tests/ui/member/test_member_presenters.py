"""Finding, registering and topping up a member, with real stores and a scripted central."""

import pytest

from posapp.domain.own_codes import member_code
from posapp.errors import Refused
from posapp.ui.member.presenter import MemberPresenter
from posapp.ui.member.register_presenter import Form, RegisterPresenter
from posapp.ui.member.top_up_presenter import TopUpPresenter
from posapp.ui.navigation import Place
from posapp.ui.surface import Scan
from posapp.wire.requests import FindMemberReply, SendCodeReply, TopUpQuote, VerifyPhoneReply
from posapp.workflows.revealing import Revealing
from tests.ui.till_floor import settle
from tests.workflows.counter import WANG

NEW_PHONE = "13924681357"
AGREED = Form(name="陈晓雨", agreed=True)


class MemberDesk:
    def __init__(self, till, floor, qtbot):
        self.till, self.floor, self.qtbot = till, floor, qtbot
        revealing = Revealing(till.store.outbox, till.desk)
        self.members = MemberPresenter(till.members, revealing, floor)
        self.register = RegisterPresenter(till.members, floor)
        self.top_up = TopUpPresenter(till.topping_up, till.members, floor)
        self.chosen, self.registered, self.went = [], [], []
        self.members.chosen.connect(self.chosen.append)
        self.register.registered.connect(self.registered.append)
        floor.navigation.requested.connect(self.went.append)

    def settle(self):
        settle(self.qtbot, self.floor)

    def search(self, text, *members):
        self.till.central.will("find_members", FindMemberReply(request_id="r", members=members))
        self.members.enter(text)
        self.settle()

    def verify(self):
        """A phone with the right code."""
        self.till.central.will("send_code", sms_sent)
        self.register.enter(NEW_PHONE)
        self.register.send_code()
        self.settle()
        reply = VerifyPhoneReply(request_id="r", proof="proof", number="M0099001")
        self.till.central.will("verify_phone", reply)
        self.register.give_code("123456")
        self.settle()


def sms_sent(request):
    return SendCodeReply(
        request_id="r",
        send_id=request.send_id,
        masked_phone="139****1357",
        resend_after_ms=1_795_219_260_000,
        expires_ms=1_795_219_500_000,
    )


def quote(request, bonus=0, before_principal=100_000):
    return TopUpQuote(
        request_id="r",
        quote_id="quote-1",
        quote_hash="0" * 64,
        top_up_id=request.top_up_id,
        member_id=request.member_id,
        principal=request.amount,
        bonus=bonus,
        before_principal=before_principal,
        before_bonus=15_000,
        expires_ms=1_795_219_800_000,
    )


@pytest.fixture
def desk(till, floor, qtbot):
    return MemberDesk(till, floor, qtbot)


def test_a_phone_finds_her_and_enter_gives_her_the_order(desk):
    desk.search(WANG.phone, WANG)
    desk.members.confirm()
    assert desk.chosen == [WANG]
    assert desk.members.state.recent == (WANG,)


def test_several_answers_are_stepped_through_with_the_arrows(desk):
    other = type(WANG)(id="m2", number="M2", name="李雷", phone="13900005678")
    desk.search("5678", WANG, other)
    desk.members.select_next(1)
    desk.members.select_next(1)
    desk.members.confirm()
    assert desk.chosen == [other]


def test_what_earlier_keys_find_late_does_not_move_the_choice(desk):
    other = type(WANG)(id="m2", number="M2", name="李雷", phone="13900005678")
    desk.search("5678", WANG, other)
    desk.members.type("5678")
    desk.members.select_next(1)
    desk.settle()
    desk.members.confirm()
    assert desk.chosen == [other]


def test_nobody_found_and_enter_leads_to_registration_with_that_phone(desk):
    desk.search(NEW_PHONE)
    assert desk.members.state.is_unknown
    desk.members.confirm()
    assert (desk.went[0].place, desk.went[0].payload) == (Place.REGISTER, NEW_PHONE)


def test_her_dynamic_code_finds_her(desk):
    desk.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    desk.members.enter("")
    assert desk.members.take_scan(Scan(text=member_code(WANG.number, "12345678")))
    desk.settle()
    assert desk.members.state.member == WANG


def test_a_payment_code_is_of_no_use_in_the_member_panel(desk):
    desk.members.enter("")
    assert not desk.members.take_scan(Scan(text="134512345678908293"))


def test_without_a_connection_the_cache_answers_and_the_panel_says_so(desk):
    desk.till.go_offline()
    desk.members.enter(WANG.phone)
    desk.settle()
    assert desk.members.state.member.id == WANG.id
    assert not desk.members.state.online


def test_the_whole_phone_is_shown_only_after_it_was_journalled(desk):
    desk.search(WANG.phone, WANG)
    assert desk.members.state.phone == ""
    desk.members.reveal()
    desk.settle()
    assert desk.members.state.phone == WANG.phone
    assert "member.reveal" in desk.till.audits()
    desk.members.hide_phone()
    assert desk.members.state.phone == ""


def test_registering_takes_a_code_consent_and_nothing_else(desk):
    desk.verify()
    desk.register.save(Form(agreed=True))
    desk.settle()
    assert desk.registered[0].number == "M0099001"
    assert desk.went[-1].place is Place.SELL
    fact = desk.till.facts("MemberData")[0]
    assert fact.data.proof == "proof"
    assert fact.data.consent.marketing is False


def test_personal_data_is_not_in_the_journal(desk):
    desk.verify()
    desk.register.save(AGREED)
    desk.settle()
    assert NEW_PHONE not in repr(desk.till.facts())
    assert "陈晓雨" not in repr(desk.till.facts())


def test_without_consent_nobody_is_registered(desk, shown):
    desk.verify()
    desk.register.save(Form())
    assert [m.key for m in shown] == ["member.consent_needed"]
    assert desk.till.facts("MemberData") == []


def test_online_a_code_is_needed(desk, shown):
    desk.register.enter(NEW_PHONE)
    desk.register.save(AGREED)
    assert [m.key for m in shown] == ["member.code_needed"]


def test_a_number_that_is_no_phone_sends_nothing(desk, shown):
    desk.register.enter("12345")
    desk.register.send_code()
    assert [m.key for m in shown] == ["member.phone_not_valid"]
    assert desk.till.central.requests("send_code") == []


def test_another_code_can_be_asked_for_only_after_a_minute(desk):
    desk.till.central.will("send_code", sms_sent, sms_sent)
    desk.register.enter(NEW_PHONE)
    desk.register.send_code()
    desk.settle()
    assert desk.register.state.wait_s == 60
    desk.register.send_code()
    assert len(desk.till.central.requests("send_code")) == 1
    desk.till.clock.advance_ms(60_000)
    desk.register.on_tick()
    desk.register.send_code()
    desk.settle()
    assert len(desk.till.central.requests("send_code")) == 2


def test_a_wrong_code_stays_on_the_page(desk, shown):
    desk.till.central.will("send_code", sms_sent)
    desk.register.enter(NEW_PHONE)
    desk.register.send_code()
    desk.settle()
    desk.till.central.will("verify_phone", Refused("codes.wrong", left=4))
    desk.register.give_code("000000")
    desk.settle()
    assert desk.register.state.error.key == "codes.wrong"
    assert desk.register.state.verified is None


def test_a_phone_that_belongs_to_somebody_gives_her_the_order(desk):
    desk.till.central.will("send_code", sms_sent)
    desk.register.enter(WANG.phone)
    desk.register.send_code()
    desk.settle()
    known = VerifyPhoneReply(request_id="r", proof="", number="", member=WANG)
    desk.till.central.will("verify_phone", known)
    desk.register.give_code("123456")
    desk.settle()
    desk.register.save(Form())
    assert desk.registered == [WANG]


def test_another_phone_makes_the_proof_void(desk):
    desk.verify()
    desk.register.type_phone("13811112222")
    assert desk.register.state.verified is None


def test_without_a_connection_she_is_registered_without_a_code(desk):
    desk.till.go_offline()
    desk.register.enter(NEW_PHONE)
    desk.register.send_code()
    desk.settle()
    desk.register.save(AGREED)
    desk.settle()
    assert desk.till.facts("MemberData")[0].data.offline


def test_a_top_up_is_quoted_then_paid_in_cash_with_change(desk):
    desk.till.central.will("quote_top_up", quote)
    desk.top_up.enter(WANG)
    desk.top_up.choose(50_000)
    desk.settle()
    assert desk.top_up.state.quote.principal == 50_000
    desk.top_up.type_amount(60_000)
    assert desk.top_up.state.change == 10_000
    desk.till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    desk.top_up.confirm()
    desk.settle()
    desk.settle()
    assert (desk.top_up.state.done.principal, desk.top_up.state.done.change) == (50_000, 10_000)
    assert len(desk.till.facts("TopUpData")) == 1


def test_too_little_cash_is_refused(desk, shown):
    desk.till.central.will("quote_top_up", quote)
    desk.top_up.enter(WANG)
    desk.top_up.choose(50_000)
    desk.settle()
    desk.top_up.type_amount(40_000)
    desk.top_up.confirm()
    desk.settle()
    assert [m.key for m in shown] == ["topup.tendered_short"]
    assert desk.till.facts("TopUpData") == []


def test_an_expired_quote_is_asked_for_again(desk, shown):
    desk.till.central.will("quote_top_up", quote)
    desk.top_up.enter(WANG)
    desk.top_up.choose(50_000)
    desk.settle()
    desk.till.clock.advance_ms(11 * 60_000)
    desk.top_up.confirm()
    desk.settle()
    assert [m.key for m in shown] == ["topup.quote_expired"]
    assert desk.top_up.state.quote is None


def test_offline_nothing_is_topped_up(desk, shown):
    desk.till.go_offline()
    desk.top_up.enter(WANG)
    desk.top_up.choose(50_000)
    desk.settle()
    assert [m.key for m in shown] == ["topup.needs_connection"]


def test_esc_goes_from_the_cash_back_to_the_amount(desk):
    desk.till.central.will("quote_top_up", quote)
    desk.top_up.enter(WANG)
    desk.top_up.choose(50_000)
    desk.settle()
    desk.top_up.back()
    assert (desk.top_up.state.quote, desk.top_up.state.typed) == (None, 50_000)
