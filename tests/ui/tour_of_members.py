"""The part of the tour that goes past members: panel, registration, consents, family, her file."""

from dataclasses import replace

from PySide6.QtCore import Qt

from posapp.domain.complaints import ComplaintStep
from posapp.domain.phones import Region
from posapp.errors import Refused, Unavailable
from posapp.ui.merging.state import Act as Merging
from posapp.ui.merging.state import Shelf, Side
from posapp.ui.merging.wish import MergeWith
from posapp.ui.navigation import Place
from posapp.ui.service.state import Act, Tab
from posapp.wire.families import FamilyAct
from posapp.wire.requests import FindMemberReply
from posapp.wire.service_desk import Shelf as Happened
from posapp.workflows.likeness import whole
from posapp.workflows.seeking import SearchForm
from posapp.workflows.service_desk import Signature
from tests.ui import listed, members_told
from tests.workflows.counter import CASHIER, MANAGER, WANG

ESC = Qt.Key.Key_Escape
FIELDS = "home=text:家乡;way=choice:出行方式:自驾|公交|地铁"
PURPOSES = "marketing profiling partners face"


def panel(counter):
    counter.go(Place.SELL)
    counter.go(Place.MEMBER, "")
    yield "nobody"
    counter.till.central.will("find_members", FindMemberReply(request_id="r", members=()))
    counter.go(Place.MEMBER, "13700000000")
    yield "unknown"
    other = type(WANG)(id="m2", number="M2", name="李雷", phone="13900005678")
    reply = FindMemberReply(request_id="r", members=(WANG, other))
    counter.till.central.will("find_members", reply)
    counter.go(Place.MEMBER, "5678")
    yield "two"
    counter.go(Place.TOP_UP, WANG)
    yield Place.TOP_UP


def registering(counter):
    counter.go(Place.REGISTER, "13924681357")
    yield "short"
    counter.till.central.will("alike", members_told.alike())
    counter.register.alike.hear(whole("13812345678", Region.MAINLAND))
    counter.idle()
    yield "somebody is like her"
    before = counter.till.desk.settings
    asked = replace(before, member_fields=FIELDS, consent_purposes=PURPOSES)
    counter.till.desk.use(asked)
    counter.go(Place.REGISTER, "+85291234567")
    counter.find("register.birthday").setText("2018-06-15")
    counter.till.central.will("send_code", Unavailable("sms.not_sent"))
    counter.register.send_code()
    counter.idle()
    yield "a child, and no code comes"
    counter.till.central.will("send_code", Unavailable("central.unreachable"))
    counter.register.send_code()
    counter.idle()
    yield "no central"
    counter.till.desk.use(before)


def around_her_card(counter):
    central = counter.till.central
    members_told.consents(central)
    members_told.family(central)
    counter.go(Place.FAMILY, WANG)
    yield "consents and family"
    counter.family.ask_child()
    yield "a child"
    counter.key(ESC)
    counter.family.ask(FamilyAct.JOIN)
    yield "joining"
    counter.key(ESC)
    members_told.consents(central, needs_guardian=False)
    members_told.no_family(central)
    counter.go(Place.FAMILY, WANG)
    yield "no family"


def her_file(counter):
    central, service = counter.till.central, counter.service
    central.will("member_file", members_told.file_of())
    counter.go(Place.SERVICE, WANG)
    yield "opened"
    service.choose(0)
    for tab in Tab:
        service.choose_tab(tab.value)
        yield tab
    members_told.in_the_way(central)
    for act in Act:
        service.ask(act)
        counter.idle()
        yield act
        service.cancel()
    service.ask(Act.PHONE)
    central.will("member_act", Refused("service.needs_manager"))
    service.answer({"phone": "13700001111", "code": "1"}, Signature(note="x", pin="1"))
    counter.idle()
    yield "a second person"
    service.cancel()
    service.choose_tab(Tab.TIMELINE.value)
    central.will("timeline", members_told.empty_page())
    service.choose_shelf(Happened.ACCESS.value)
    counter.idle()
    yield "nothing happened"
    central.will("member_file", members_told.file_of(cards=(), consents=()))
    counter.go(Place.SERVICE, WANG)
    service.choose_tab(Tab.CARDS.value)
    yield "no card"


def complaining(counter):
    listed.complaints(counter.till.central)
    counter.go(Place.COMPLAINTS, WANG.id)
    counter.idle()
    yield "complaints"
    for step in ComplaintStep:
        if step is not ComplaintStep.COMPENSATED:
            counter.complaints.ask(step)
            yield step
            counter.complaints.cancel()


def searching(counter):
    """By several conditions: nobody yet, a full page, and conditions that narrow nothing."""
    counter.go(Place.SEARCH, "ouyn")
    yield "search"
    members_told.sought(counter.till.central, Refused("search.nothing_narrows"))
    counter.search.search(SearchForm(name="ouyn"))
    counter.idle()
    yield "found"
    counter.search.search(SearchForm())
    counter.idle()
    yield "nothing narrows"


def two_files(counter):
    central, merging = counter.till.central, counter.merging
    counter.floor.duty.sign_in(MANAGER)
    central.will("pairs", members_told.pairs())
    central.will("pair", members_told.pair())
    counter.go(Place.MERGING)
    counter.idle()
    yield "pairs that wait"
    for act in (Merging.MERGE, Merging.DIFFERENT):
        merging.ask(act)
        yield act
        merging.cancel()
    central.will("pair", members_told.pair(why_not="merge.lease_open", where="A03、A04"))
    merging.keep(Side.RIGHT.value)
    counter.idle()
    yield "what stands in the way"
    central.will("pairs", members_told.pairs(), members_told.pairs())
    central.will("pair", members_told.pair())
    counter.go(Place.MERGING, MergeWith(her=members_told.HER))
    counter.idle()
    yield "hers"
    merging.choose_shelf(Shelf.DONE.value)
    counter.idle()
    yield "what was merged into her"
    merging.ask(Merging.UNDO)
    yield Merging.UNDO
    merging.cancel()
    central.will("pairs", members_told.no_pairs())
    counter.go(Place.MERGING)
    counter.idle()
    yield "nobody waits"
    counter.floor.duty.sign_in(CASHIER)


MEMBERS = (panel, registering, around_her_card, her_file, complaining, searching, two_files)
