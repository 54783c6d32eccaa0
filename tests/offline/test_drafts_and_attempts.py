from dataclasses import replace

import pytest

from posapp.errors import Refused
from posapp.offline.attempts import Attempt, AttemptKind, AttemptState
from posapp.offline.drafts import ParkedDraft


def parked(number: int, amount: int = 1_200) -> ParkedDraft:
    return ParkedDraft(
        id=f"h-{number}",
        sale_id=f"sale-{number}",
        label=f"桌 {number}",
        amount=amount,
        staff_name="王芳",
        at_ms=number,
    )


def test_the_basket_in_work_survives_a_restart(till):
    assert till.store.drafts.load() is None
    till.store.drafts.save("sale-1", b"one line")
    till.store.drafts.save("sale-1", b"two lines")
    till.reopen()
    assert till.store.drafts.load() == b"two lines"
    till.store.drafts.clear()
    assert till.store.drafts.load() is None


def test_a_held_sale_leaves_the_counter_and_comes_back(till):
    till.store.drafts.save("sale-2", b"basket 2")
    till.store.drafts.park(parked(2), b"basket 2")
    till.store.drafts.park(parked(1), b"basket 1")
    assert till.store.drafts.load() is None
    assert till.store.drafts.parked() == (parked(1), parked(2))
    assert till.store.drafts.recall("h-2") == b"basket 2"
    assert till.store.drafts.load() == b"basket 2"
    assert till.store.drafts.parked() == (parked(1),)


def test_a_held_sale_can_be_called_or_thrown_away_once(till):
    till.store.drafts.park(parked(1), b"basket 1")
    till.store.drafts.discard("h-1")
    for act in (till.store.drafts.recall, till.store.drafts.discard):
        with pytest.raises(Refused, match=r"hold.gone"):
            act("h-1")
        with pytest.raises(Refused, match=r"hold.gone"):
            act("current")


def test_an_attempt_is_open_until_its_end_is_known(till):
    attempt = Attempt(
        id="t-1", sale_id="s-1", kind=AttemptKind.EXTERNAL, amount=4_000, channel="card", at_ms=5
    )
    till.store.attempts.put(attempt)
    till.store.attempts.put(attempt)
    till.store.attempts.update("t-1", AttemptState.UNKNOWN, reference="ref-1")
    till.reopen()
    found = till.store.attempts.open()
    assert [(each.id, each.state, each.reference) for each in found] == [
        ("t-1", AttemptState.UNKNOWN, "ref-1")
    ]
    till.store.attempts.update("t-1", AttemptState.AUTHORISED, masked="**** 1234")
    known = till.store.attempts.get("t-1")
    assert (known.reference, known.masked, known.amount) == ("ref-1", "**** 1234", 4_000)
    till.store.attempts.update("t-1", AttemptState.DECLINED)
    assert till.store.attempts.open() == ()
    assert till.store.attempts.get("t-2") is None


def test_identity_and_sync_state_survive_a_restart(till):
    from posapp.offline.identity import SyncState
    from tests.offline.tills import ENROLMENT

    till.store.identity.save_sync_state(SyncState(epoch="e-7", durable_seq=41))
    till.reopen()
    assert till.store.identity.enrolment() == ENROLMENT
    assert till.store.identity.sync_state() == SyncState(epoch="e-7", durable_seq=41)


def test_the_basket_of_a_paid_sale_is_not_kept_again(till):
    till.open_shift()
    sale = till.sell(1_200)
    till.store.drafts.save(sale.id, b"already paid")
    till.store.drafts.park(replace(parked(1), sale_id=sale.id), b"already paid")
    assert till.store.drafts.load() is None
    assert till.store.drafts.parked() == ()
