import msgspec
import pytest
from argon2 import PasswordHasher

from posapp.domain.ids import StaffId
from posapp.domain.permissions import Permission, Role, Staff
from posapp.errors import Refused
from posapp.offline.cache_store import CacheStore
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.setting_store import SettingRow
from posapp.offline.staff import LOCK_MS, StaffRow
from posapp.wire.sync import FeedRow

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def person(number="101", pin="1234", version=1, name="王芳") -> StaffRow:
    staff = Staff(
        id=StaffId(f"staff-{number}"),
        number=number,
        name=name,
        role=Role.CASHIER,
        permissions=frozenset({Permission.SELL, Permission.TOP_UP}),
    )
    return StaffRow(staff=staff, verifier=CHEAP.hash(pin), version=version)


def test_the_right_number_and_pin_give_the_person(till):
    row = person()
    till.store.staff.replace([row, person("102", "9999")])
    assert till.store.staff.verify_pin("101", "1234") == row.staff
    assert [staff.number for staff in till.store.staff.all()] == ["101", "102"]
    assert till.store.staff.by_number("101") == row.staff
    assert till.store.staff.by_number("999") is None


@pytest.mark.parametrize("number", ["101", "777"])
def test_five_wrong_pins_lock_the_number_for_five_minutes(till, number):
    till.store.staff.replace([person()])
    for left in (4, 3, 2, 1):
        with pytest.raises(Refused, match=r"sign_in.wrong_pin") as refusal:
            till.store.staff.verify_pin(number, "0000")
        assert refusal.value.params == {"left": left}
    with pytest.raises(Refused, match=r"sign_in.locked"):
        till.store.staff.verify_pin(number, "0000")
    till.reopen()
    till.clock.advance_ms(60_000)
    with pytest.raises(Refused, match=r"sign_in.locked") as refusal:
        till.store.staff.verify_pin(number, "1234")
    assert refusal.value.params == {"minutes": 4}


def test_the_lock_ends_and_a_right_pin_forgets_the_wrong_ones(till):
    till.store.staff.replace([person()])
    for _ in range(5):
        with pytest.raises(Refused):
            till.store.staff.verify_pin("101", "0000")
    till.clock.advance_ms(LOCK_MS + 1)
    assert till.store.staff.verify_pin("101", "1234").number == "101"
    with pytest.raises(Refused) as refusal:
        till.store.staff.verify_pin("101", "0000")
    assert refusal.value.params == {"left": 4}


def test_a_clock_set_back_does_not_lock_for_longer_than_the_lock(till):
    till.store.staff.replace([person()])
    for _ in range(5):
        with pytest.raises(Refused):
            till.store.staff.verify_pin("101", "0000")
    till.clock.jump_wall_ms(-86_400_000)
    with pytest.raises(Refused) as refusal:
        till.store.staff.verify_pin("101", "1234")
    assert refusal.value.params == {"minutes": 5}


def wrong_pins(till, number: str, times: int) -> list[Refused]:
    """What each of them is told, time going by so that none is refused without being tried."""
    told = []
    for _ in range(times):
        with pytest.raises(Refused) as refusal:
            till.store.staff.verify_pin(number, "0000")
        told.append(refusal.value)
        if refusal.value.key == "sign_in.locked":
            till.clock.advance_ms(refusal.value.params["minutes"] * 60_000)
    return told


def test_every_five_more_wrong_pins_lock_twice_as_long_up_to_an_hour(till):
    till.store.staff.replace([person()])
    locked = [each for each in wrong_pins(till, "101", 14) if each.key == "sign_in.locked"]
    till.store.staff.release("777")
    locked += [each for each in wrong_pins(till, "101", 14) if each.key == "sign_in.locked"]
    assert [each.params["minutes"] for each in locked] == [5, 10, 20, 40, 60]


def test_wrong_pins_of_many_people_lock_the_till_and_nobody_learns_who_is_known(till):
    till.store.staff.replace([person()])
    for number in ("101", "102", "103", "104"):
        wrong_pins(till, number, 4 if number != "104" else 3)
    told = []
    for number, pin in (("101", "1234"), ("105", "0000")):
        with pytest.raises(Refused) as refusal:
            till.store.staff.verify_pin(number, pin)
        told.append((refusal.value.key, refusal.value.params))
    assert told == [("sign_in.till_locked", {"minutes": 1})] * 2
    till.clock.advance_ms(60_000)
    assert till.store.staff.verify_pin("101", "1234").number == "101"


def test_a_person_who_is_released_has_five_tries_again(till):
    till.store.staff.replace([person()])
    wrong_pins(till, "101", 4)
    with pytest.raises(Refused, match=r"sign_in.locked"):
        till.store.staff.verify_pin("101", "0000")
    till.store.staff.release("101")
    assert till.store.staff.verify_pin("101", "1234").number == "101"


def test_a_new_pin_from_central_ends_the_lock_and_the_same_one_does_not(till):
    row = person()
    till.store.staff.replace([row])
    for _ in range(5):
        with pytest.raises(Refused):
            till.store.staff.verify_pin("101", "0000")
    till.store.staff.replace([StaffRow(staff=row.staff, verifier=row.verifier, version=2)])
    with pytest.raises(Refused, match=r"sign_in.locked"):
        till.store.staff.verify_pin("101", "1234")
    till.store.staff.replace([person(pin="5678", version=3)])
    assert till.store.staff.verify_pin("101", "5678").number == "101"


def test_a_verifier_that_does_not_read_lets_nobody_in(till):
    row = person()
    till.store.staff.replace([StaffRow(staff=row.staff, verifier="none", version=1)])
    with pytest.raises(Refused, match=r"sign_in.wrong_pin"):
        till.store.staff.verify_pin("101", "none")


def test_only_newer_rows_replace_a_person(till):
    till.store.staff.replace([person(version=5, name="新名")])
    till.store.staff.replace([person(version=4, name="旧名")])
    assert till.store.staff.by_number("101").name == "新名"
    till.store.staff.forget_versions()
    till.store.staff.replace([person(version=1, name="重来")])
    assert till.store.staff.by_number("101").name == "重来"
    till.store.staff.remove(["staff-101"])
    assert till.store.staff.all() == ()


def test_settings_keep_the_newest_version_across_a_restart(till):
    rows = [
        SettingRow(key="language", value='"zh_TW"', version=3),
        SettingRow(key="idle_lock_s", value="300", version=3),
    ]
    assert till.store.settings.apply(rows) == 2
    assert till.store.settings.apply([SettingRow(key="language", value='"en"', version=2)]) == 0
    till.reopen()
    assert till.store.settings.values() == {"language": '"zh_TW"', "idle_lock_s": "300"}
    till.store.settings.remove(["language"])
    assert till.store.settings.values() == {"idle_lock_s": "300"}
    till.store.settings.forget_versions()
    assert till.store.settings.apply([SettingRow(key="idle_lock_s", value="60", version=1)]) == 1


def test_the_feed_brings_a_badge_and_a_row_without_one_takes_it_away(till, tmp_path):
    cache = CacheStore.open(tmp_path / "cache", b"\x02" * 32)
    intake = FeedIntake(cache, till.store.staff, till.store.settings)
    body = {
        "id": "s-1",
        "number": "101",
        "name": "王芳",
        "role": "cashier",
        "permissions": ["sell"],
    }
    hashes = {"verifier": CHEAP.hash("1234"), "badge": CHEAP.hash("SECRET")}
    for version, more in ((1, hashes), (2, {"verifier": hashes["verifier"]})):
        data = msgspec.Raw(msgspec.json.encode(body | more))
        row = FeedRow(t="staff", k="s-1", v=version, op="u", d=data)
        intake.apply([row], str(version), "epoch")
        if version == 1:
            assert till.store.staff.verify_badge("101", "SECRET").name == "王芳"
    with pytest.raises(Refused, match=r"approval\.badge_not_valid"):
        till.store.staff.verify_badge("101", "SECRET")
    assert till.store.staff.verify_pin("101", "1234").number == "101"
    cache.close()
