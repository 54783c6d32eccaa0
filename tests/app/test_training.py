"""Training: a till of its own beside the real one, from which nothing comes out."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.devices import simulated_specs
from posapp.app.starting import Starting
from posapp.app.till import TillConfig, open_till
from posapp.app.training import TrainingTurns, training_config
from posapp.app.window import TillWindow
from posapp.clock import SystemClock
from posapp.domain.receipt import Band
from posapp.errors import Refused, Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.keys import new_keys
from posapp.offline.sync_status import LinkState
from posapp.offline.till_store import TillStore
from posapp.ui.navigation import Place
from posapp.ui.training_frame import TrainingFrame
from posapp.ui.widgets.status_pill import Mark
from tests.workflows.counter import CASHIER, CASHIER_PIN, COLA, MANAGER, WANG, enrolled, fill_cache
from tests.workflows.orders import order


@pytest.fixture
def config(tmp_path):
    """A furnished folder whose central does not answer; a member stands in its cache."""
    keys, clock = new_keys(), SystemClock()
    store = TillStore.open(tmp_path / "till", keys, clock, ballast_bytes=4_096)
    enrolled(store)
    store.close()
    cache = CacheStore.open(tmp_path / "till", keys.cache_db)
    fill_cache(cache)
    cache.close()
    return TillConfig(
        folder=tmp_path / "till",
        keys=keys,
        clock=clock,
        central_url="http://127.0.0.1:9",
        specs=lambda _settings: simulated_specs(tmp_path),
    )


@pytest.fixture
def opened():
    with ExitStack() as closing:
        yield lambda config: open_till(config, closing)


class Order:
    """What `order` needs of a till."""

    def __init__(self, till):
        self.selling, self.desk = till.workflows.selling, till.desk


def sell(till, staff=CASHIER):
    w = till.workflows
    shift = w.shifts.current() or w.shifts.open(0, staff)
    payment = order(Order(till), COLA)
    payment = w.paying.take_cash(payment, payment.remaining)
    return w.paying.complete(payment, staff, shift, None).sale


def trained(real, config):
    """The folder that a manager makes to train in."""
    return training_config(config, real.training.begin(MANAGER, real.workflows.shifts.current()))


def test_what_is_trained_stays_in_its_own_till(config, opened):
    real = opened(config)
    first = sell(real)
    training = opened(trained(real, config))
    before = real.stores.till.journal.head()
    sold = sell(training)
    assert sold.receipt_number == f"T{first.receipt_number}"
    assert training.workflows.shifts.close({500: 1}, "训练", CASHIER).number == 1
    assert real.stores.till.journal.head() == before
    assert real.workflows.shifts.current() is not None
    assert real.workflows.reporting.z_list(MANAGER) == ()


def test_goods_and_people_are_there_and_no_member(config, opened):
    real = opened(config)
    training = opened(trained(real, config))
    assert training.stores.cache.counts() == replace(real.stores.cache.counts(), members=0)
    assert real.stores.cache.member_by_id(WANG.id) is not None
    assert training.workflows.signing_in.sign_in(CASHIER.number, CASHIER_PIN) == CASHIER
    assert training.desk.place.training
    assert not real.desk.place.training


def test_nothing_is_sent_and_no_drawer_opens(config, opened, qtbot):
    real = opened(config)
    training = opened(trained(real, config))
    training.start()
    assert training.board.status.hello_mono_ms == 0
    sell(training)
    printing, prints = training.workflows.printing, training.stores.till.prints
    qtbot.waitUntil(lambda: not prints.pending(), timeout=15_000)
    job = prints.last("sale")
    assert job.open_drawer
    document = printing._document(job)
    assert not document.open_drawer
    assert isinstance(document.blocks[0], Band)
    assert document.blocks[0] == document.blocks[-1]
    assert "训练" in document.blocks[0].text
    printing.open_drawer()
    assert training.station.drawer.opens == 0


def test_each_training_begins_anew(config, opened):
    real = opened(config)
    with ExitStack() as closing:
        sell(open_till(trained(real, config), closing))
    assert opened(trained(real, config)).stores.till.sales.last() is None


def test_only_who_may_begins_and_ends_it_and_never_in_the_middle_of_an_order(config, opened):
    real = opened(config)
    with pytest.raises(Refused, match=r"permission.needs_approval"):
        real.training.begin(CASHIER, None)
    draft = replace(real.workflows.selling.new_draft(), cart=order(Order(real), COLA).priced.cart)
    real.workflows.selling.save_draft(draft)
    with pytest.raises(Refused, match=r"training.not_finished"):
        real.training.begin(MANAGER, None)
    real.workflows.selling.save_draft(real.workflows.selling.new_draft())
    training = opened(trained(real, config))
    with pytest.raises(Refused, match=r"permission.needs_approval"):
        training.training.end(CASHIER, None)
    training.training.end(MANAGER, None)
    newest = real.stores.till.journal.newest("audit.v1", 1)[0]
    assert (newest.data.action, newest.head.actor.name) == ("training.begin", MANAGER.name)


def test_a_disk_that_takes_nothing_says_so(config, opened):
    real = opened(config)
    (config.folder / "training").write_text("a file where the folder should be")
    with pytest.raises(Unavailable, match=r"training.no_room"):
        real.training.begin(MANAGER, None)


def test_the_window_is_striped_and_named_and_says_that_nothing_is_real(config, opened, qtbot):
    real = opened(config)
    training = opened(trained(real, config))
    window = TillWindow(QApplication.instance(), training, can_train=True)
    qtbot.addWidget(window.window)
    window.open()
    try:
        (frame,) = window.window.findChildren(TrainingFrame)
        assert frame.isVisible()
        assert frame.size() == window.window.size()
        assert window.window.windowTitle().startswith("训练 ")
        assert training.board.status.link is LinkState.OFFLINE
        status = window._status(window.presenters.health.state)
        assert (status.mark, status.text) == (Mark.WARNING, "训练")
        edge = frame.grab().toImage().pixelColor(1, 1)
        assert edge.name() != window.look.color("surface").name()
        window.floor.duty.sign_in(MANAGER)
        wishes = []
        window.training_asked.connect(wishes.append)
        window.floor.navigation.go(Place.MANAGER)
        window._on_health(window.presenters.health.state)
        assert window.window.top_bar.banner.isVisible()
        window.presenters.manager.train()
        qtbot.waitUntil(lambda: wishes == [None], timeout=15_000)
    finally:
        window.close()


def test_one_program_goes_from_the_real_till_to_the_training_one_and_back(config, qtbot):
    """As `posapp till` does it, without its event loop."""
    app = QApplication.instance()
    turns = TrainingTurns()
    seen = []
    while turns.goes_on:
        with ExitStack() as closing:
            starting = Starting(app, lambda: open_till(turns.config(lambda: config), closing))
            qtbot.addWidget(starting.curtain)
            with qtbot.waitSignal(starting.opened, timeout=15_000):
                starting.begin()
            window = starting.window
            qtbot.addWidget(window.window)
            window.training_asked.connect(turns.wish)
            seen.append(starting.till.desk.place.training)
            window.floor.duty.sign_in(MANAGER)
            if len(seen) < 3:
                window.presenters.manager.train()
                qtbot.waitUntil(lambda: turns._wished, timeout=15_000)
            window.close()
            starting.till.stop()
    assert seen == [False, True, False]
