"""A revoked till at its counter: no new order, the open one ends, the file is written, the way back."""

from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from posapp.app.devices import simulated_specs
from posapp.app.enrolling import enrol_till
from posapp.app.till import TillConfig, open_till
from posapp.app.window import TillWindow
from posapp.central import case_commands
from posapp.central.enrolment import make_enrol_code
from posapp.clock import Ids, SystemClock
from posapp.domain.ids import uuid7_text
from posapp.errors import Refused
from posapp.offline.cache_store import CacheStore
from posapp.offline.keys import new_keys
from posapp.offline.till_marks import REVOKED
from posapp.offline.till_store import TillStore
from posapp.settings import Settings
from posapp.ui.navigation import Place
from posapp.wire.facts import AuditData
from posapp.workflows.desk import Desk
from tests.workflows.counter import CASHIER, GOODS, enrolled, fill_cache, place_of
from tests.workflows.site import running, seeded_folder

HOUR_MS = 3_600_000


def opened(folder, keys, closing, qtbot, **chosen):
    config = TillConfig(
        folder=folder / "till",
        keys=keys,
        clock=SystemClock(),
        chosen=chosen,
        central_url="http://127.0.0.1:9",
        specs=lambda _settings: simulated_specs(folder),
    )
    till = open_till(config, closing)
    window = TillWindow(QApplication.instance(), till)
    qtbot.addWidget(window.window)
    closing.callback(till.stop)
    closing.callback(window.close)
    window.till = till
    window.open()
    window.floor.duty.use_shift(till.workflows.shifts.open(10_000, CASHIER))
    window.floor.duty.sign_in(CASHIER)
    return window


@pytest.fixture
def revoked(tmp_path):
    """The folder of a till that central revoked an hour ago."""
    keys, clock = new_keys(), SystemClock()
    store = TillStore.open(tmp_path / "till", keys, clock, ballast_bytes=4_096)
    enrolled(store)
    store.marks.put(REVOKED, clock.wall_ms() - HOUR_MS)
    store.close()
    cache = CacheStore.open(tmp_path / "till", keys.cache_db)
    fill_cache(cache)
    cache.close()
    return tmp_path, keys


def test_nothing_new_is_begun_and_the_sheet_says_why_and_writes_the_file(revoked, qtbot):
    folder, keys = revoked
    with ExitStack() as closing:
        window = opened(folder, keys, closing, qtbot)
        window.floor.navigation.go(Place.SELL)
        assert window.window.top.objectName() == "revoked"
        told = []
        window.messages.shown.connect(told.append)
        sell = window.presenters.sell.presenter
        sell.add(GOODS[0], 1_000)
        assert (told[-1].key, sell.is_empty) == ("till.revoked", True)
        window.presenters.health.ask_devices()
        health = window.presenters.health.state
        assert health.is_stopped
        export = window.window.top.export
        qtbot.waitUntil(export.isEnabled, timeout=15000)
        export.click()
        qtbot.waitUntil(
            lambda: bool(list((folder / "till" / "exports").glob("*.sealed"))), timeout=15000
        )
        qtbot.waitUntil(lambda: "exports" in window.window.top.said.text(), timeout=15000)
        desk = window.till.desk
        # The order that stood on the screen when central said so may be finished; no later one.
        desk.check_may_take(uuid7_text(desk.now_ms() - 2 * HOUR_MS, 0, bytes(8)))
        with pytest.raises(Refused, match=r"till\.revoked"):
            desk.check_may_take(desk.new_id())


def test_a_policy_may_let_it_go_on(revoked, qtbot):
    folder, keys = revoked
    with ExitStack() as closing:
        window = opened(folder, keys, closing, qtbot, revoked_till_sells=True)
        window.floor.navigation.go(Place.SELL)
        window.presenters.sell.presenter.add(GOODS[0], 1_000)
        assert not window.presenters.sell.presenter.is_empty
        assert window.presenters.health.state.is_stopped is False


def test_it_is_enrolled_again_as_itself_alone_with_what_waits(tmp_path):
    seeded = seeded_folder(tmp_path / "seeded")
    keys, folder = new_keys(), tmp_path / "a03"
    with running(tmp_path / "seeded", seeded, tmp_path / "central") as site:

        def enrol(code):
            one_time = make_enrol_code(
                site.central,
                tenant_id=site.seeded.tenant_id,
                shop_code="1",
                terminal_code=code,
                label=code,
            )
            return enrol_till(folder, keys, site.clock, url=site.url, code=one_time)

        first = enrol("A03")
        store = TillStore.open(folder, keys, site.clock, ballast_bytes=4_096)
        desk = Desk(place_of(store), site.clock, Ids(site.clock), Settings(), lambda: False)
        store.outbox.append(desk.entry(AuditData(action="no_sale"), None, None))
        case_commands.revoke_till(site.folder, till="A03", note="误停")
        store.close()
        with pytest.raises(Refused, match=r"till\.entries_wait"):
            enrol("A03")
        store = TillStore.open(folder, keys, site.clock, ballast_bytes=4_096)
        store.marks.put(REVOKED, site.clock.wall_ms())
        store.close()
        with pytest.raises(Refused, match=r"till\.entries_wait"):
            enrol("A04")
        again = enrol("A03")
        assert (again.terminal_id, again.incarnation) == (first.terminal_id, first.incarnation + 1)
        store = TillStore.open(folder, keys, site.clock, ballast_bytes=4_096)
        assert (store.outbox.depth()[0], store.marks.at(REVOKED)) == (1, 0)
        store.close()
