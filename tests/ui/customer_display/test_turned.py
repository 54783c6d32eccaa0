"""The policy on the clerk's own screen, for the customer: whole, in her language, her answer."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from posapp.domain.consents import Purpose
from posapp.domain.member import Profile
from posapp.ui.customer_display.turned import TurnedPolicy
from posapp.ui.customer_display.view import Consent
from posapp.ui.frame import Frame
from posapp.ui.keymap import Action
from posapp.ui.look import Look
from posapp.ui.member.family_dialogs import ChildDialog
from posapp.ui.service.holder_form import HolderForm
from posapp.ui.service.state import Act, Question
from posapp.ui.widgets.touch_button import TouchButton
from tests.ui.member.test_registering import RegisterDesk
from tests.workflows.counter import WANG

ASKED = Consent("v3", ("marketing", "profiling"), {"zh_CN": "协议全文", "en": "The whole text"})


@pytest.fixture
def frame(qtbot):
    host = QWidget()
    host.resize(1024, 768)
    qtbot.addWidget(host)
    return Frame(look=Look(), host=host)


@pytest.fixture
def panel(frame):
    panel = TurnedPolicy(frame, ASKED, "zh_CN")
    panel.said = []
    panel.answered.connect(lambda agreed, purposes: panel.said.append((agreed, set(purposes))))
    panel.open()
    return panel


def texts(panel):
    return [each.text() for each in panel.findChildren(QLabel) if not each.isHidden()]


def press(panel, name):
    next(b for b in panel.findChildren(TouchButton, name) if not b.isHidden()).click()


def test_it_covers_everything_and_reads_whole_in_her_language(panel, frame):
    assert panel.area() == frame.host.rect()
    press(panel, "customer.consent.read")
    assert not panel.policy.isHidden()
    assert "协议全文" in texts(panel.policy)
    press(panel, "turned.language.en")
    assert not panel.policy.isHidden()
    assert "The whole text" in texts(panel.policy)
    press(panel, "customer.policy.back")
    assert panel.policy.isHidden()


def test_her_answer_counts_and_nothing_is_chosen_for_her(panel, qtbot):
    press(panel.consent, "customer.consent.marketing")
    with qtbot.waitSignal(panel.left):
        press(panel.consent, "customer.consent.yes")
    assert panel.said == [(True, {"marketing"})]


def test_the_clerk_takes_it_away_without_an_answer(panel, qtbot):
    with qtbot.waitSignal(panel.left):
        assert panel.take_action(Action.BACK)
    assert panel.said == []


def test_a_guardian_is_asked_as_everybody_and_her_purposes_are_kept(till, floor, qtbot):
    desk = RegisterDesk(till, floor, qtbot)
    asked, ended = [], []
    desk.family.side.asked.connect(asked.append)
    desk.family.side.ended.connect(lambda: ended.append(1))
    desk.opens_family()
    desk.family.enter(WANG)
    desk.settle()
    desk.family.ask_child()
    (question,) = asked
    settings = till.desk.settings
    assert question.version == settings.policy_version
    assert question.purposes == tuple(settings.consent_purposes.split())
    child = Profile(phone="", name="王小宝", birthday="2018-05-05")
    desk.family.add_child(child, agreed=True, purposes=frozenset({"profiling"}))
    desk.settle()
    consent = desk.fact().consent
    assert (consent.asked, consent.given) == (question.purposes, ("profiling",))
    assert ended == [1]


def test_what_the_guardian_pressed_is_in_the_form(frame):
    dialog = ChildDialog(frame, (Purpose.MARKETING, Purpose.PROFILING))
    dialog.hear_consent(True, frozenset({"profiling"}))
    said = []
    dialog.given.connect(lambda *values: said.append(values[1:]))
    dialog.confirm.click()
    dialog.hear_consent(False, frozenset())
    dialog.confirm.click()
    assert said == [(True, frozenset({"profiling"})), (False, frozenset())]


def test_what_a_new_holder_pressed_is_in_the_form(frame, qtbot):
    question = Question(
        act=Act.HOLDER, who="", act_id="", policy_version="v3", purposes=(Purpose.MARKETING,)
    )
    form = HolderForm(Look(), question)
    qtbot.addWidget(form)
    form.hear(True, frozenset({"marketing"}))
    fields = form.fields
    assert (fields["agreed"], fields["purpose_marketing"], fields["channel"]) == (
        "1",
        "1",
        "display",
    )
    form.hear(False, frozenset())
    assert "agreed" not in form.fields
