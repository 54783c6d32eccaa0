"""Every control of the first screens on every screen size, in every language, is big, named and whole."""

import pytest

from posapp.errors import Refused
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.health.revoked_sheet import RevokedSheet
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.languages import Languages
from posapp.ui.login.presenter import SignInPresenter
from posapp.ui.login.screen import SignInScreen
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Place
from posapp.ui.sell.offline_sheet import OfflineSheet
from posapp.ui.sell.parts import build_sell
from posapp.ui.sell.screen import SellScreen
from posapp.ui.shell import DeviceSign, Status, Till
from posapp.ui.widgets.status_pill import Mark
from posapp.workflows.approving import Approving
from posapp.workflows.signing_in import SigningIn
from tests.ui.counter import WANG, open_counter, products, staff, staff_row
from tests.ui.glasses import WALKS, scale_on, walk_name
from tests.ui.walk import problems

TILL = Till(brand="星河乐园", shop="1号店", till="03", version="0.1.0")
DEVICES = (
    DeviceSign(name="printer", icon="printer", title="打印机"),
    DeviceSign(name="scanner", icon="scan", title="扫码枪"),
)


@pytest.fixture(params=WALKS, ids=walk_name)
def walk(request, qapp, make_look):
    languages = Languages(qapp, make_look())
    languages.choose(request.param[0])
    yield request.param
    languages.choose("zh_CN")


@pytest.fixture
def till(qtbot, qapp, tmp_path, lanes, messages, walk, make_look):
    """A window with sell and sign-in screens, and a way to wait."""
    from contextlib import ExitStack

    language, glass, percent = walk
    look = make_look(scale=scale_on(glass, percent), language=language)
    with ExitStack() as closing:
        counter = open_counter(tmp_path, lanes, messages, closing)
        closing.callback(lanes.close)
        people = [("1024", "张敏"), ("1031", "李伟"), ("1042", "陈静"), ("1055", "刘洋")]
        counter.store.staff.replace([staff_row(staff(*each), "000000") for each in people])
        signing_in = SigningIn(counter.store.staff, counter.store.outbox, counter.desk)
        approving = Approving(counter.store.staff, counter.store.outbox, counter.desk)
        approvals = ApprovalPresenter(approving, counter.floor)
        parts = build_sell(
            counter.selling, counter.members, None, approvals, counter.floor, held=counter.held
        )
        door = SignInPresenter(signing_in, counter.floor)
        keymap = KeyMap()
        builders = {
            Place.SELL: lambda frame: SellScreen(frame, keymap, parts),
            Place.SIGN_IN: lambda frame: SignInScreen(frame, door, TILL),
        }
        window = MainWindow(look, counter.floor.navigation, keymap, TILL, builders)
        qtbot.addWidget(window)
        counter.messages.shown.connect(window.show_message)
        window.resize(glass.width, glass.height)
        window.glass = glass
        window.show()
        window.show_status(Status(devices=DEVICES, waiting=2))
        window.top_bar.show_person(counter.floor.duty.staff)
        window.counter, window.parts, window.look = counter, parts, look
        window.door = door
        window.idle = lambda: qtbot.waitUntil(
            lambda: counter.floor.background.is_idle, timeout=5000
        )
        yield window


def test_the_sell_screen_in_all_its_states(till):
    sell, finder = till.parts.presenter, till.parts.finder
    till.counter.floor.navigation.go(Place.SELL)
    finder.load_shelf()
    till.idle()
    assert problems(till, till.look, till.glass) == []
    for product in products()[:12]:
        sell.add(product, 1000)
    sell.attach(WANG)
    sell.parking.hold()
    till.idle()
    for product in products()[6:9]:
        sell.add(product, 1000)
    sell.remove_line()
    sell.apply(sell.state.order.with_note("礼品包装", whole=False))
    assert problems(till, till.look, till.glass) == []
    till.parts.actions.press(Action.PRICE_CHECK)
    finder.scan("P009")
    till.idle()
    assert problems(till, till.look, till.glass) == []
    finder.dismiss()
    till.surface(Place.SELL).find_side.show_letters(True)
    assert problems(till, till.look, till.glass) == []
    till.surface(Place.SELL).find_side.show_letters(False)
    finder.scan("6901234567894")
    till.idle()
    assert problems(till, till.look, till.glass) == []
    finder.dismiss()
    finder.submit("5678")
    till.idle()
    assert problems(till, till.look, till.glass) == []
    finder.dismiss()
    sell.show_online(online=False)
    away = Status(
        mark=Mark.OFFLINE,
        text="离线 3 分钟",
        waiting=214,
        banner="已离线 3 分钟，可现金收款，储值与兑换限预留",
        banner_action="查看",
    )
    before = till.size()
    till.show_status(away)
    till.idle()
    assert problems(till, till.look, till.glass) == []
    assert till.size() == before


def test_the_sheets_and_dialogs_over_it(till):
    till.counter.floor.navigation.go(Place.SELL)
    till.parts.presenter.add(products()[0], 1000)
    till.parts.presenter.parking.hold()
    till.idle()
    till.parts.actions.recall_asked.emit()
    assert problems(till, till.look, till.glass) == []
    till.layers.back()
    till.parts.presenter.add(products()[0], 1000)
    till.idle()
    till.show_help()
    assert problems(till, till.look, till.glass) == []
    till.layers.back()
    away = Status(mark=Mark.OFFLINE, text="离线 3 分钟", waiting=2, online=False)
    till.counter.floor.navigation.lay(OfflineSheet(till.frame, away))
    assert problems(till, till.look, till.glass) == []
    till.layers.back()
    till.counter.floor.navigation.lay(RevokedSheet(till.frame, 3))
    assert problems(till, till.look, till.glass) == []
    till.layers.back()
    till.parts.actions.discount_asked.emit()
    assert problems(till, till.look, till.glass) == []
    till.top.share.button("amount").click()
    assert problems(till, till.look, till.glass) == []
    till.layers.back()
    for asked in (till.parts.actions.note_asked, till.parts.actions.why_asked):
        asked.emit()
        assert problems(till, till.look, till.glass) == []
        till.layers.back()
    till.parts.actions.void_asked.emit()
    assert problems(till, till.look, till.glass) == []


def test_the_sign_in_screen(till):
    till.counter.floor.duty.sign_out()
    till.counter.floor.navigation.go(Place.SIGN_IN)
    till.idle()
    assert problems(till, till.look, till.glass) == []


def test_the_sign_in_over_a_locked_till_and_a_manager_who_releases(till):
    till.lock()
    till.idle()
    till.door.choose(till.counter.floor.duty.staff)
    till.door._refuse(Refused("sign_in.locked", minutes=60))
    assert till.top.release.isVisible()
    assert problems(till, till.look, till.glass) == []
    till.door.ask_release()
    assert problems(till, till.look, till.glass) == []
