"""Which central a till talks to, and that a signal ends its window in order."""

import os
import signal
from contextlib import ExitStack

import pytest

from posapp.app.devices import simulated_specs
from posapp.app.ending import QuitOnSignal
from posapp.app.till import TillConfig, open_till
from posapp.clock import SystemClock
from posapp.offline.keys import new_keys
from posapp.offline.till_store import TillStore
from tests.workflows.counter import enrolled


@pytest.fixture
def config(tmp_path):
    keys, clock = new_keys(), SystemClock()
    store = TillStore.open(tmp_path / "till", keys, clock, ballast_bytes=4_096)
    enrolled(store)
    store.close()
    return TillConfig(
        folder=tmp_path / "till",
        keys=keys,
        clock=clock,
        chosen={},
        specs=lambda _settings: simulated_specs(tmp_path),
    )


def test_the_address_in_the_settings_goes_before_that_of_the_enrolment(config):
    (config.folder / "settings.toml").write_text('central_url = "http://127.0.0.1:9"\n')
    with ExitStack() as closing:
        assert open_till(config, closing).server == "http://127.0.0.1:9"


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_event_loop(qapp, sent):
    before = signal.getsignal(sent)
    ending = QuitOnSignal(qapp)
    os.kill(os.getpid(), sent)
    assert qapp.exec() == 0
    ending.close()
    assert signal.getsignal(sent) is before
