"""The device key renews itself when it is old; whatever fails at whatever step, central knows the till."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace

import pytest

from posapp.clock import ManualClock
from posapp.errors import OutcomeUnknown, Unavailable
from posapp.offline.key_care import AGAIN_AFTER_MS, DAY_MS, KeyCare, KeyParts
from posapp.offline.till_marks import DEVICE_KEY
from posapp.wire import signing
from tests.offline.tills import KEYS


class Fails:
    """The n-th step fails, before or after it was done; every other one works."""

    def __init__(self, at=0, after=False):
        self.at, self.after, self.count = at, after, 0

    def step(self, do, error):
        self.count += 1
        hit = self.count == self.at
        if hit and not self.after:
            raise error
        done = do()
        if hit:
            raise error
        return done


@dataclass
class Shelf:
    fails: Fails
    keys: object = KEYS

    def load(self):
        return self.fails.step(lambda: self.keys, Unavailable("keys.keyring_locked"))

    def save(self, keys):
        def keep():
            self.keys = keys

        self.fails.step(keep, Unavailable("keys.no_keyring"))


@dataclass
class Marks:
    fails: Fails
    kept: dict = field(default_factory=dict)

    def at(self, name):
        return self.kept.get(name, 0)

    def put(self, name, wall_ms):
        self.fails.step(lambda: self.kept.update({name: wall_ms}), Unavailable("store.disk_full"))


class Office:
    """Central as `device_keys` is: the announced key counts from its first use, then alone."""

    def __init__(self):
        self.key, self.next = public(KEYS.device_private), None

    def announce(self, signed_with, message):
        self.serve(signed_with)
        self.next = message.public_key

    def serve(self, private):
        asked = public(private)
        if asked == self.next:
            self.key, self.next = self.next, None
        if asked != self.key:
            raise AssertionError("central does not know this till any more")


def public(private):
    return base64.b64encode(signing.public_key_of(private)).decode()


class Machine:
    """A till with lines that sign; it can be started again over the same shelf."""

    def __init__(self, fails=None):
        self.fails = fails or Fails()
        self.clock, self.office = ManualClock(), Office()
        self.shelf, self.marks = Shelf(self.fails), Marks(self.fails)
        self.marks.kept[DEVICE_KEY] = self.clock.wall_ms()
        self.online, self.refused, self.days = True, False, 90
        self.start()

    def start(self):
        self.key = self.shelf.keys.device_private
        self.care = KeyCare(
            KeyParts(
                store=self.shelf,
                marks=self.marks,
                clock=self.clock,
                terminal_id="terminal-1",
                in_force=self.key,
                announcing=self,
                lines=(self,),
                days=lambda: self.days,
                is_online=lambda: self.online,
                is_refused=lambda: self.refused,
            )
        )

    def announce_key(self, message):
        unknown = OutcomeUnknown("central.no_answer")
        self.fails.step(lambda: self.office.announce(self.key, message), unknown)

    def use_private_key(self, key):
        self.key = key

    def later(self, days):
        self.clock.advance_ms(days * DAY_MS)

    def is_renewed(self):
        return self.office.key != public(KEYS.device_private)


def test_key_is_renewed_after_its_days_and_counts_anew():
    till = Machine()
    till.later(89)
    state = till.care.round(idle=True)
    assert (state.days, till.fails.count) == (90, 0)
    till.later(1)
    state = till.care.round(idle=True)
    till.office.serve(till.key)
    assert till.is_renewed()
    assert state.since_ms == till.clock.wall_ms()
    assert till.shelf.keys == replace(
        KEYS, device_private=till.key, device_before=KEYS.device_private
    )
    before = till.fails.count
    till.care.round(idle=True)
    assert till.fails.count == before


@pytest.mark.parametrize("hindrance", ["selling", "offline", "never"])
def test_nobody_is_disturbed_for_it(hindrance):
    till = Machine()
    till.later(400)
    till.online = hindrance != "offline"
    till.days = 0 if hindrance == "never" else 90
    till.care.round(idle=hindrance != "selling")
    assert till.fails.count == 0


def test_till_that_never_wrote_it_down_begins_to_count():
    till = Machine()
    till.marks.kept.clear()
    assert till.care.round(idle=True).since_ms == till.clock.wall_ms()
    assert not till.is_renewed()


@pytest.mark.parametrize("restarts", [False, True], ids=["goes_on", "restarts"])
@pytest.mark.parametrize("after", [False, True], ids=["before_it_is_done", "after_it_is_done"])
def test_whatever_step_fails_central_goes_on_knowing_the_till(after, restarts):
    steps = 0
    for at in range(1, 20):
        till = Machine(Fails(at, after))
        till.later(91)
        state = till.care.round(idle=True)
        if till.fails.count < at:
            break
        steps = at
        assert state.problem
        till.office.serve(till.key)
        if restarts:
            till.start()
            till.office.serve(till.key)
        till.clock.advance_ms(AGAIN_AFTER_MS)
        assert till.care.round(idle=True).problem == ""
        till.office.serve(till.key)
        till.start()
        till.office.serve(till.key)
        assert till.is_renewed()
    assert steps >= 5


def test_failure_is_told_and_not_tried_again_at_once():
    till = Machine(Fails(1))
    till.later(91)
    assert till.care.round(idle=True).problem == "keys.keyring_locked"
    before = till.fails.count
    till.clock.advance_ms(AGAIN_AFTER_MS - 1)
    assert till.care.round(idle=True).problem == "keys.keyring_locked"
    assert till.fails.count == before


@pytest.mark.parametrize("restarts", [False, True], ids=["goes_on", "restarts"])
def test_central_put_back_from_before_the_renewal_is_told_the_key_anew(restarts):
    till = Machine()
    till.later(91)
    till.care.round(idle=True)
    till.office.serve(till.key)
    till.office = Office()
    till.refused = True
    if restarts:
        till.start()
    till.care.round(idle=False)
    assert till.is_renewed() is False
    till.office.serve(till.key)
    assert till.is_renewed()


def test_refused_till_that_never_renewed_its_key_has_nothing_to_tell():
    till = Machine()
    till.refused = True
    till.office.key = "another"
    till.care.round(idle=True)
    assert till.office.next is None
