"""What central does by itself each night: nobody has to schedule it, and one job stops no other."""

from __future__ import annotations

import pytest

from posapp.central.nights import Nights
from posapp.central.privacy.standing import YEAR_MS
from posapp.domain.member import Profile
from posapp.wire.redress import Compensation
from posapp.wire.service_desk import Balance, Correction, Erasure
from tests.central.desk import Desk
from tests.central.goods import B
from tests.central.test_members import register
from tests.central.test_tags import CATALOGUE, DAY, buy, in_force, keep


@pytest.fixture
def nights(park):
    return Nights(park.central)


def later(park, nights, days):
    park.clock.advance_ms(days * DAY)
    nights.work()


def test_tags_come_with_time_and_gift_value_goes(park, nights):
    keep(park, *CATALOGUE)
    buy(park, B)
    desk = Desk(park)
    bonus = desk.file().bonus
    desk.act(Compensation(kind="value", reason="quality", amount=4_000))
    nights.work()
    assert (in_force(park), desk.file().bonus) == ([], bonus + 4_000)
    later(park, nights, 61)
    assert (in_force(park), desk.file().bonus) == (["sleeping"], bonus + 4_000)
    later(park, nights, 30)
    assert desk.file().bonus == bonus
    assert park.rows("SELECT ended FROM compensation") == [("lapsed",)]


def test_the_term_of_the_law_ends_without_anybody(park, nights):
    desk = Desk(park)
    told = desk.file()
    desk.with_boss(Correction(balance=Balance.PRINCIPAL, amount=-told.principal))
    desk.with_boss(Correction(balance=Balance.BONUS, amount=-told.bonus))
    desk.with_boss(Erasure(forfeit_points=True))
    later(park, nights, 1)
    assert park.rows("SELECT state FROM erasure") == [("sealed",)]
    later(park, nights, 5 * YEAR_MS // DAY)
    assert park.rows("SELECT state FROM erasure") == [("destroyed",)]
    assert park.rows("SELECT 1 FROM sealed_subject") == []


def test_a_job_that_fails_keeps_no_other_from_its_work_and_is_tried_again(park, nights, caplog):
    park.write("ALTER TABLE compensation RENAME TO gone")
    later(park, nights, 400)
    assert "night.lapse" in caplog.text
    assert park.member().points == 0
    assert park.rows("SELECT count(*) > 0 FROM member_day") == [(True,)]
    park.write("ALTER TABLE gone RENAME TO compensation")
    caplog.clear()
    nights.work()
    assert "failed" not in caplog.text


def test_twice_in_a_day_is_once(park, nights):
    later(park, nights, 1)
    keep(park, *CATALOGUE)
    buy(park, B)
    park.write("UPDATE member_purchase SET due_ms = 1, last_ms = 1")
    nights.work()
    assert in_force(park) == []
    later(park, nights, 1)
    assert in_force(park) == ["sleeping"]


def test_two_files_of_one_person_wait_for_somebody_the_next_morning(park, nights):
    register(park, Profile(phone="13500139000", name="王芳芳", birthday="1990-03-08"))
    register(park, Profile(phone="13600001111", name="王芳芳", birthday="1990-03-08"))
    later(park, nights, 1)
    assert park.rows("SELECT reason, state FROM member_pair") == [("birthday", "open")]
