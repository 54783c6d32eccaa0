"""A badge alone approves where the shop says so, up to its limit, offline too; nowhere else."""

from dataclasses import replace

import pytest

from posapp.domain.allowances import Act
from posapp.domain.badge_limits import badge_suffices, read_badge_limits
from posapp.domain.own_codes import StaffBadge, parse_own, proving_badge
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.offline.staff import StaffRow
from posapp.workflows.approving import Question
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN, hash_of

SECRET = "Q7X2K9M4T1V8B5N3C6Z0"
BADGE = parse_own(proving_badge(MANAGER.number, SECRET))


def allow(till, text):
    till.desk.use(replace(till.desk.settings, approve_by_badge=text))


def give_badge(till, secret=SECRET, version=5):
    row = StaffRow(
        staff=MANAGER, verifier=hash_of(MANAGER_PIN), version=version, badge=hash_of(secret)
    )
    till.store.staff.replace([row])


def question(amount=3_000, act=Act.REFUND, requested_by=CASHIER):
    permission = {Act.REFUND: Permission.REFUND, Act.OPEN_DRAWER: Permission.OPEN_DRAWER}[act]
    return Question(
        action=permission, amount=amount, requested_by=requested_by, reason="x", act=act
    )


def refused(till, asked, badge=BADGE):
    with pytest.raises(Refused) as refusal:
        till.approving.answer_by_badge(asked, badge)
    return refusal.value.key


@pytest.fixture
def allowed(till):
    give_badge(till)
    allow(till, "refund 5000; open_drawer all")
    return till


def test_up_to_the_limit_it_is_a_yes_without_a_network_and_journalled_as_such(allowed):
    allowed.go_offline()
    approval = allowed.approving.answer_by_badge(question(5_000), BADGE)
    assert (approval.approved_by, approval.amount) == (MANAGER.id, 5_000)
    (fact,) = allowed.facts("ApprovalData")
    assert (fact.data.approval.proved_by, fact.data.requested_by_name) == ("badge", CASHIER.name)
    (row, *_) = allowed.reporting.approvals(MANAGER)
    assert row.proved_by == "badge"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("refund 5000", question(5_001)),
        ("", question()),
        ("discount 9000", question()),
        ("refund 0", question()),
        ("open_drawer 0", question(0, Act.OPEN_DRAWER)),
        ("not readable", question()),
    ],
)
def test_above_it_and_wherever_the_shop_says_nothing_a_pin_is_needed(till, text, asked):
    give_badge(till)
    allow(till, text)
    assert not till.approving.badge_proves(asked)
    assert refused(till, asked) == "approval.badge_needs_pin"
    assert till.facts("ApprovalData") == []
    assert till.approving.answer(asked, MANAGER.number, MANAGER_PIN).proved_by == ""


def test_what_is_asked_whether_and_not_how_much_is_all_or_nothing(allowed):
    assert allowed.approving.badge_proves(question(0, Act.OPEN_DRAWER))


def test_a_copied_number_an_old_badge_and_nobodys_prove_nothing_and_lock_nobody(allowed):
    for badge in (
        StaffBadge(MANAGER.number, "0" * 20),
        StaffBadge(MANAGER.number),
        StaffBadge("7777", SECRET),
    ):
        for _ in range(6):
            assert refused(allowed, question(), badge) == "approval.badge_not_valid"
    give_badge(allowed, "NEW0NEW0NEW0NEW0NEW0", version=6)
    assert refused(allowed, question()) == "approval.badge_not_valid"
    assert allowed.audits().count("approval.failed") == 19
    assert allowed.signing_in.sign_in(MANAGER.number, MANAGER_PIN) == MANAGER


def test_who_is_locked_for_wrong_pins_is_so_for_her_badge_too(allowed):
    for _ in range(5):
        with pytest.raises(Refused):
            allowed.approving.answer(question(), MANAGER.number, "000000")
    assert refused(allowed, question()) == "sign_in.locked"


def test_nobody_approves_her_own_by_badge(allowed):
    own = question(requested_by=MANAGER)
    assert refused(allowed, own) == "approval.same_person"


def test_one_question_is_answered_once_by_badge_or_pin(allowed):
    asked = replace(question(), id="q-1")
    allowed.approving.answer_by_badge(asked, BADGE)
    with pytest.raises(Refused, match=r"approval\.already_given"):
        allowed.approving.answer(asked, MANAGER.number, MANAGER_PIN)


def test_the_secret_is_kept_nowhere_and_shown_nowhere(allowed, caplog):
    caplog.set_level("DEBUG")
    allowed.approving.answer_by_badge(question(), BADGE)
    refused(allowed, question(9_999))
    bodies = b"".join(item.body for item in allowed.store.outbox.pending(100, 2**20))
    assert SECRET.encode() not in bodies
    assert SECRET not in repr(BADGE) + repr(allowed.store.staff.rows()) + caplog.text
    rows = allowed.store.staff._database.rows("SELECT body, verifier, badge FROM staff")
    assert all(SECRET not in repr(tuple(row)) for row in rows)


@pytest.mark.parametrize("text", ["dance 5", "refund", "refund much", "open_drawer 5"])
def test_limits_that_do_not_read_are_refused(text):
    with pytest.raises(Refused, match=r"allowance\."):
        read_badge_limits(text)


def test_limits_are_read_in_what_each_row_counts():
    limits = read_badge_limits(" discount 1000; refund all;; ")
    assert limits == {Act.DISCOUNT: 1_000, Act.REFUND: None}
    assert badge_suffices(limits, Act.DISCOUNT, 1_000)
    assert not badge_suffices(limits, Act.DISCOUNT, 1_001)
