"""What a till could not get posted, put right by a manager at that till against the real central."""

from __future__ import annotations

import pytest

from posapp.errors import Refused
from posapp.offline.case_calls import CaseCalls
from posapp.wire.case_work import Shelf
from posapp.wire.facts import AuditData
from posapp.wire.mending import pretty
from posapp.wire.sync import ItemOutcome, PushItem, PushRequest
from posapp.workflows.case_work import CaseWork
from tests.workflows.site import enrolled_till, running, seeded_folder

CASHIER_PIN, MANAGER_PIN = "135790", "246802"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def till(seeded, tmp_path):
    with (
        running(*seeded, tmp_path / "central") as site,
        enrolled_till(site, tmp_path / "a03", "A03") as made,
    ):
        yield made


@pytest.fixture
def work(till):
    return CaseWork(CaseCalls(till.counter.central._link, 20_000))


def in_quarantine(till):
    """An entry of this till that central keeps: its envelope says another kind than its body."""
    counter = till.counter
    counter.store.outbox.append(counter.desk.entry(AuditData(action="no_sale"), None, None))
    (item,) = counter.store.outbox.pending(1, 2**18)
    sent = item.to_push()
    values = {name: getattr(sent, name) for name in PushItem.__struct_fields__}
    known = counter.store.identity.required()
    request = PushRequest(
        request_id=counter.desk.new_id(),
        epoch=known.epoch,
        terminal_id=known.terminal_id,
        incarnation=known.incarnation,
        items=(PushItem(**(values | {"kind": "lottery.v9"})),),
    )
    (result,) = till.calls.push(request).reply.items
    assert result.outcome is ItemOutcome.QUARANTINED
    return sent.event_id


def refusal(act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    return caught.value


def test_manager_puts_an_entry_right_and_every_try_is_hers(till, work):
    event_id = in_quarantine(till)
    boss = till.counter.store.staff.by_number("9001")
    (row,) = work.page(boss).rows
    told = work.show(boss, row)
    assert (told.fact.event_id, told.fact.terminal, told.acts) == (event_id, "A03", ())
    mend = (boss, MANAGER_PIN, "按原样", told.fact)
    assert refusal(work.mend, *mend).key == "quarantine.still_fails"
    assert refusal(work.mend, boss, "000000", "x", told.fact).key == "sign_in.wrong_pin"
    work.mend(*mend, pretty(told.fact.body).replace("no_sale", "no_sale_by_hand"))
    assert work.page(boss).total == 0
    assert work.page(boss, Shelf.HELD).total == 0
    after = work.show(boss, row)
    assert (after.fact.is_held, after.fact.body) == (False, told.fact.body)
    assert [(act.who, act.act, act.terminal) for act in after.acts] == [
        ("周店长 (9001)", "reapply_failed", "A03"),
        ("周店长 (9001)", "reapply", "A03"),
    ]


def test_cashier_has_no_right_to_it_here_nor_at_central(till, work):
    in_quarantine(till)
    staff = till.counter.store.staff
    clerk, boss = staff.by_number("1024"), staff.by_number("9001")
    assert refusal(work.page, clerk).key == "permission.needs_approval"
    (row,) = work.page(boss).rows
    fact = work.show(boss, row).fact
    assert refusal(work.mend, clerk, CASHIER_PIN, "x", fact).key == "permission.needs_approval"
    # A till that was tampered with gives her the right; central knows better.
    bold = type(clerk)(
        id=clerk.id,
        number=clerk.number,
        name=clerk.name,
        role=clerk.role,
        permissions=boss.permissions,
    )
    assert refusal(work.page, bold).key == "case_work.not_allowed"
    assert refusal(work.mend, bold, CASHIER_PIN, "x", fact).key == "case_work.not_allowed"
    work.close(boss, MANAGER_PIN, "已人工补记", row.case_id)
    assert (work.page(boss).total, work.page(boss, Shelf.HELD).total) == (0, 1)
