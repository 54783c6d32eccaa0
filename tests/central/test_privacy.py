"""A person's data at central: handed to her, destroyed or sealed, in the names of two people."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from posapp.central.commands import backup, restore
from posapp.central.privacy.destroyed import FILE, ForgottenFile
from posapp.central.privacy.erasing import DESTROYED, SEALED
from posapp.central.privacy.keeping import complete_list, keep
from posapp.central.privacy.places import PLACES
from posapp.central.privacy.standing import YEAR_MS
from posapp.central.searching.indexing import index_members
from posapp.central.seeding import only_tenant
from posapp.central.tables import METADATA
from posapp.central.tagging.nightly import run_night
from posapp.domain.member import Profile
from posapp.wire.facts import SaleData
from posapp.wire.privacy import ErasureAsked, ErasureShown, ExportAsked, Exported
from posapp.wire.service_desk import Balance, Correction, Erasure, ProfileEdit
from posapp.wire.tags import TagChange
from tests.central.desk import BOSS_PIN, PIN, Desk, hire
from tests.central.goods import A, cart, cash, sale
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_central_restored import restore_central
from tests.central.test_complaints import Centre, work_off
from tests.central.test_members import proof_of, registration, send_code, verify
from tests.central.test_registration import child, registered
from tests.central.test_tags import CATALOGUE, agree, buy, in_force
from tests.central.test_tags import keep as keep_tags
from tests.central.tills import refusal

NAME, PHONE, BIRTHDAY = "诸葛云裳", "13655556666", "1991-02-03"
HER = Profile(phone=PHONE, name=NAME, birthday=BIRTHDAY, card="VIP-778899")


@pytest.fixture
def desk(park):
    """A member without any value before a clerk."""
    return Desk(park, registered(park, HER))


def shown(desk, member_id=""):
    asked = ErasureAsked(staff_id=desk.clerk, member_id=member_id or desk.member_id)
    return desk.till.ask("/v1/service/erasure", asked, ErasureShown)


def erase(desk, **changed):
    return desk.with_boss(Erasure(forfeit_points=True), **changed)


def obstacles(desk):
    return {each.kind for each in shown(desk).obstacles}


def state(park, member_id):
    ((found,),) = park.rows("SELECT state FROM erasure WHERE member_id = :id", id=member_id)
    return found


def pay_out(desk):
    """Her value is paid back, by the desk's corrections."""
    file = desk.file()
    for balance, amount in ((Balance.PRINCIPAL, file.principal), (Balance.BONUS, file.bonus)):
        if amount:
            desk.with_boss(Correction(balance=balance, amount=-amount))


def keep_now(park):
    return keep(park.central, only_tenant(park.central))


# -- destroyed


def test_a_member_without_value_is_destroyed_at_once_and_hears_of_it(park, desk):
    erase(desk)
    file = desk.file()
    assert (file.is_forgotten, file.name, file.phone) == (True, "", "")
    assert state(park, desk.member_id) == DESTROYED
    subjects = park.rows("SELECT subject_id FROM member WHERE id = :id", id=desk.member_id)
    assert park.rows("SELECT subject_id FROM destroyed_subject") == subjects
    assert park.rows("SELECT 1 FROM subject_key WHERE subject_id = :id", id=subjects[0][0]) == []
    assert park.sms()[-1]["phone"] == PHONE
    assert "已删除" in park.sms()[-1]["text"]
    assert park.rows("SELECT told FROM erasure") == [(1,)]


def test_nothing_finds_her_any_more_and_her_phone_is_free(park, desk):
    erase(desk)
    assert park.rows("SELECT 1 FROM member_token WHERE member_id = :id", id=desk.member_id) == []
    again = registered(park, HER)
    assert desk.file(member_id=again).phone.startswith("136")


def test_sales_receipts_and_ledger_stay_as_they_were(park, desk):
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000), member_id=desk.member_id)
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    tables = ("sale", "alloc", "sale_tender")
    before = {name: park.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in tables}
    entries = park.rows("SELECT * FROM entry ORDER BY posting_id, account_id")
    erase(desk)
    assert {name: park.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in tables} == before
    after = park.rows("SELECT * FROM entry ORDER BY posting_id, account_id")
    assert set(entries) <= set(after)
    assert park.member(desk.file().number).points == 0


def test_it_takes_two_people_whatever_the_shops_table_says(park, desk):
    park.write(
        "INSERT INTO setting (tenant_id, name, value) VALUES (:t, 'allow_member_erase', :v)",
        t=park.seeded.tenant_id,
        v=json.dumps("cashier all; service all; manager all; own all"),
    )
    assert refusal(desk.act, Erasure(forfeit_points=True)).key == "service.needs_manager"
    hire(park, "7007", "112233")
    refused = refusal(desk.act, Erasure(), approver_number="7007", approver_pin="112233")
    assert refused.key == "approval.not_allowed"
    assert not desk.file().is_forgotten


def test_once_forgotten_nobody_is_there_to_forget(desk):
    erase(desk)
    assert refusal(erase, desk).key == "service.forgotten"


def test_all_that_became_hers_goes_with_her(park, desk):
    """A second registration of the same phone has a key of its own, sealed beside its fact."""
    alias = registered(park, HER, proof=proof_of(park, HER.phone))
    assert desk.file(member_id=alias).id == desk.member_id
    keys = park.rows("SELECT attachments FROM inbox WHERE attachments <> '[]'")
    assert len(keys) == 2
    erase(desk)
    assert park.rows("SELECT attachments FROM inbox WHERE attachments <> '[]'") == []
    assert len(park.rows("SELECT 1 FROM destroyed_subject")) == 2


def test_points_are_given_up_only_when_she_says_so(park, desk):
    desk.with_boss(Correction(balance=Balance.POINTS, amount=300))
    assert shown(desk).points == 300
    refused = refusal(desk.with_boss, Erasure())
    assert (refused.key, refused.params) == ("service.close_points_left", {"points": 300})
    erase(desk)


# -- what stands in the way


def test_value_a_debt_a_case_and_children_stand_in_the_way_in_words(park, desk):
    assert obstacles(desk) == set()
    desk.with_boss(Correction(balance=Balance.PRINCIPAL, amount=5_000))
    refused = refusal(erase, desk)
    assert (refused.key, refused.params) == ("privacy.value_left", {"value": 5_000})
    pay_out(desk)
    unit_case(park, desk.member_id)
    assert refusal(erase, desk).key == "privacy.case_open"
    park.write("UPDATE open_case SET closed = 1")
    little = child(park, desk.member_id)
    assert obstacles(desk) == {"children", "family"}
    park.write("DELETE FROM family_member WHERE member_id = :id", id=little)
    assert obstacles(desk) == set()


def unit_case(park, member_id):
    with park.central.work(only_tenant(park.central)) as unit:
        unit.open_case("member.complaint", None, None, member=member_id)


def test_a_complaint_is_worked_off_before_her_data_go(park):
    """Her words go with her key; what it was about stays, for the figures."""
    centre = Centre(park, registered(park, HER))
    complaint = centre.record()
    assert obstacles(centre) == {"complaint"}
    refused = refusal(erase, centre)
    assert (refused.key, refused.params) == ("privacy.complaint_open", {"count": 1})
    work_off(centre, complaint)
    erase(centre)
    told = centre.told(complaint)
    assert {each.words for each in told.steps} == {""}
    assert park.rows("SELECT about, state FROM complaint") == [("points", "closed")]


def test_no_tag_of_hers_is_left_in_force_nor_made_by_a_sale_that_comes_late(park, desk):
    keep_tags(park, *CATALOGUE)
    agree(park, desk.member_id)
    desk.act(TagChange(code="vip"))
    buy(park, member_id=desk.member_id)
    assert in_force(park, desk.member_id) == ["basket", "vip"]
    erase(desk)
    buy(park, member_id=desk.member_id)
    run_night(park.central, park.tenant)
    assert in_force(park, desk.member_id) == []
    assert park.rows("SELECT DISTINCT ended_by FROM member_tag") == [("forgotten",)]
    for table in ("tag_reason", "member_purchase"):
        assert park.rows(f"SELECT 1 FROM {table}") == []


def test_what_is_held_or_lent_stands_in_the_way(park):
    desk = Desk(park)
    park.hold_value(1_000)
    assert {"value", "held", "hold"} <= obstacles(desk)


# -- sealed


@pytest.fixture
def sealed(park):
    """Who had stored value: paid back, and kept by the law."""
    desk = Desk(park)
    pay_out(desk)
    assert shown(desk).keep_until_ms > park.clock.wall_ms()
    erase(desk)
    return desk


def test_who_had_value_is_sealed_and_serves_nobody(park, sealed):
    assert state(park, sealed.member_id) == SEALED
    assert sealed.file().is_forgotten
    assert sealed.reveal() == ""
    assert "封存" in park.sms()[-1]["text"]
    assert park.rows("SELECT count(*) FROM destroyed_subject") == [(0,)]
    ((sealed_key, subject),) = park.rows("SELECT sealed_key, subject_id FROM sealed_subject")
    assert len(park.central.keys.take_out(sealed_key, subject)) == 32
    assert refusal(park.central.keys.unwrap, sealed_key, subject).key == "central.key_wrong"


def test_nobody_who_was_forgotten_or_sealed_is_indexed_again(park, sealed):
    both = [sealed.member_id, registered(park, HER)]
    sealed.member_id = both[1]
    erase(sealed)
    park.write("UPDATE member SET status = 'normal'")
    index_members(park.folder)
    for each in both:
        assert park.rows("SELECT 1 FROM member_token WHERE member_id = :id", id=each) == []


def test_the_term_of_the_law_ends_by_itself_in_bounded_batches(park, sealed):
    assert keep_now(park).ended == 0
    park.clock.advance_ms(5 * YEAR_MS + 1)
    assert keep_now(park).ended == 1
    assert state(park, sealed.member_id) == DESTROYED
    assert park.rows("SELECT 1 FROM sealed_subject") == []
    assert park.rows("SELECT profile FROM member WHERE id = :id", id=sealed.member_id) == [(None,)]
    assert keep_now(park).ended == 0


# -- asked on her page


def test_asking_on_the_page_begins_the_term_and_doing_it_answers_her(park, desk):
    park.write("UPDATE member SET phone_verified = 1")
    turn_on(park)
    page = Visitor(park).sign_in(PHONE)
    page.send(page.page("/me"), "/deletion", confirm="1")
    asked = shown(desk)
    assert asked.state == "asked"
    assert asked.due_ms - asked.asked_ms == 15 * 86_400_000
    erase(desk)
    assert park.rows("SELECT closed FROM open_case WHERE kind = 'member.asks_deletion'") == [(1,)]
    assert page.get("/me").status_code == 303
    assert len(park.rows("SELECT 1 FROM erasure")) == 1


# -- her own data


def ask_export(desk, **changed):
    values = {"staff_id": desk.clerk, "pin": PIN, "member_id": desk.member_id, "note": "本人要求"}
    return desk.till.ask("/v1/service/export", ExportAsked(**values | changed), Exported)


def test_her_data_are_handed_out_by_a_code_to_her_phone_and_written_down(park, desk):
    send_id, code = desk.code("identity")
    exported = ask_export(desk, send_id=send_id, code=code)
    with zipfile.ZipFile(io.BytesIO(exported.archive)) as archive:
        told = json.loads(archive.read("my-data.json"))
        readable = archive.read("my-data.html").decode()
    assert told["profile"][0]["name"] == NAME
    assert NAME in readable
    assert NAME not in exported.file_name
    assert park.rows("SELECT what, why FROM data_access WHERE what = 'export'") == [
        ("export", "request")
    ]
    assert "exported" in desk.kinds()
    left = [path.name for path in park.folder.rglob("*.zip")]
    assert left == []


def test_without_a_code_a_second_person_has_seen_her_papers(desk):
    assert refusal(ask_export, desk).key == "service.needs_manager"
    assert ask_export(desk, approver_number="9001", approver_pin=BOSS_PIN).archive
    send_id, _ = desk.code("identity")
    wrong = refusal(ask_export, desk, send_id=send_id, code="000000")
    assert wrong.key == "service.old_code_wrong"


def test_a_hostile_name_is_text_in_the_readable_file(desk):
    desk.act(ProfileEdit(name="<script>x</script>"))
    exported = ask_export(desk, approver_number="9001", approver_pin=BOSS_PIN)
    with zipfile.ZipFile(io.BytesIO(exported.archive)) as archive:
        readable = archive.read("my-data.html").decode()
    assert "<script>" not in readable
    assert "&lt;script&gt;" in readable


# -- backups and late facts


def test_a_backup_from_before_does_not_bring_her_back(park, desk, tmp_path):
    copy = tmp_path / "before.db"
    backup(park.folder, to=copy)
    erase(desk)
    assert (park.folder / FILE).stat().st_mode & 0o077 == 0
    answer = restore_central(park, copy)
    assert answer["forgotten_again"] == 1
    assert desk.file().is_forgotten
    assert park.rows("SELECT attachments FROM inbox WHERE attachments <> '[]'") == []
    assert park.till.pull_all()[-1].op == "d"


def test_a_copy_of_the_list_is_enough_where_the_folder_was_lost(park, desk, tmp_path):
    copy, kept = tmp_path / "before.db", tmp_path / "list.txt"
    backup(park.folder, to=copy)
    erase(desk)
    (park.folder / FILE).rename(kept)
    park.site.client.close()
    park.central.database.close()
    assert restore(park.folder, backup=copy, forgotten=kept)["forgotten_again"] == 1


def test_a_sealed_person_stays_sealed_in_a_backup_from_before(park, tmp_path):
    desk, copy = Desk(park), tmp_path / "before.db"
    pay_out(desk)
    backup(park.folder, to=copy)
    erase(desk)
    restore_central(park, copy)
    assert state(park, desk.member_id) == SEALED
    assert desk.file().is_forgotten


def test_a_registration_that_comes_again_leaves_an_id_and_nobody(park, tmp_path):
    """A restored central is sent everything anew, by tills that do not know."""
    copy = tmp_path / "before.db"
    backup(park.folder, to=copy)
    data, attachment = registration(park.till, HER)
    told = park.till.journal(data, (attachment,))
    park.till.push(told)
    desk = Desk(park, data.member_id)
    erase(desk)
    restore_central(park, copy)
    assert [each.outcome.value for each in park.till.push(told)] == ["applied"]
    assert park.rows(
        "SELECT status, profile, seed FROM member WHERE id = :id", id=desk.member_id
    ) == [("closed", None, None)]
    assert park.rows("SELECT attachments FROM inbox WHERE attachments <> '[]'") == []
    assert park.rows("SELECT 1 FROM member_token WHERE member_id = :id", id=desk.member_id) == []


def test_the_list_is_completed_where_a_process_was_killed_in_between(park, desk):
    erase(desk)
    (park.folder / FILE).unlink()
    assert complete_list(park.central) == 1
    assert complete_list(park.central) == 0


def test_half_a_line_of_the_list_is_none(tmp_path):
    listed = tmp_path / FILE
    listed.write_text("0" * 36 + " " + "1" * 36 + "\n" + "0" * 36 + " 111", encoding="ascii")
    assert [each.subject_id for each in ForgottenFile(listed).read()] == ["1" * 36]


# -- every table


def test_every_table_says_what_becomes_of_a_person_in_it():
    assert set(PLACES) == set(METADATA.tables)


def test_a_verified_phone_leaves_nobody_in_the_answers_that_are_kept(park):
    send_id, code = send_code(park, "13812345678")
    reply = verify(park, send_id, "13812345678", code)
    assert reply.member.name == "王芳"
    bodies = park.rows("SELECT body FROM idem WHERE request LIKE '/v1/codes/verify%'")
    assert bodies
    for (body,) in bodies:
        assert "王芳" not in bytes(body).decode()
        assert "13812345678" not in bytes(body).decode()
