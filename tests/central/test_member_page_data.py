"""What a member sees on her page: statement, coupons, consents, her data, and what she asks for."""

from __future__ import annotations

import json
import re

import pytest

from posapp.central.member_page.asking import MOST_WAITING, askings_waiting
from posapp.central.member_page.own_data import _LISTS, NOT_TOLD, TOLD, own_data
from posapp.central.member_page.word_table import ROWS
from posapp.central.member_page.words import PageWords
from posapp.central.privacy.own_file import for_people
from posapp.central.pruning import prune
from posapp.central.registration.consents import entries_of
from posapp.central.tables import METADATA
from posapp.domain.member import Profile
from posapp.domain.receipt_words import LANGUAGES
from posapp.wire.complaints import ComplaintRecord
from posapp.wire.facts import RefundData, SaleData
from posapp.wire.service_desk import ProfileEdit
from tests.central.desk import Desk
from tests.central.goods import A, by_value, cart, refund, sale
from tests.central.page_visitor import FANG, Visitor, turn_on
from tests.central.test_complaints import Centre
from tests.central.test_desk_acts import holder_change
from tests.central.test_members import register, send_code, verify
from tests.central.test_privacy_reports import view_on

DAY_MS = 86_400_000
LINE = re.compile(r'<dt>([^<]+)</dt><dd class="\w+">([^<]+)</dd><dd class="quiet">([^<]*)</dd>')
HOSTILE = "=1+1 <img src=x onerror=alert(1)> \x1b[31m\u202eabc\r\n第二行"


@pytest.fixture
def page(park):
    turn_on(park)
    return Visitor(park).sign_in()


def spend(park, amount=20_000):
    """A sale that is paid with stored value and earns points."""
    hold = park.hold_value(amount)
    basket = cart(A, member_id=park.fang.id)
    sold = sale(park.till.ids, cart(A), by_value(hold), member_id=park.fang.id)
    assert basket.member is not None
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    return sold


def download(page):
    answer = page.get("/data.json")
    assert answer.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    return answer.text, json.loads(answer.text)


# -- statement


def test_the_statement_says_what_moved_and_what_stood_before_and_after(park, page):
    sold = spend(park)
    text = page.page("/statement")
    assert sold.receipt_number in text
    rows = LINE.findall(text)
    assert rows[0] == ("预留", "−¥173.91", "")
    assert rows[1] == ("赠送", "−¥26.09", "¥150.00 → ¥123.91")
    assert ("本金", "−¥173.91", "¥1,000.00 → ¥826.09") in rows
    assert rows[-2:] == [
        ("本金", "+¥1,000.00", "¥0.00 → ¥1,000.00"),
        ("赠送", "+¥150.00", "¥0.00 → ¥150.00"),
    ]
    assert "期初余额" in text
    points = LINE.findall(page.page("/statement?of=points"))
    assert points == [("积分", "+2,000", "0 → 2,000")]


def test_the_statement_is_turned_page_by_page_and_misses_nothing(park, page):
    for _ in range(11):
        hold = park.hold_value(100)
        park.till.release(hold.hold_id)
    seen, place = [], "/statement"
    while place:
        text = page.page(place)
        found = re.findall(r'<p class="when">([^<]+)</p>', text)
        assert 0 < len(found) <= 20
        seen += found
        older = re.findall(r'href="(\?of=value&amp;after=[0-9a-f.-]+)"', text)
        place = "/statement" + older[-1].replace("&amp;", "&") if older else ""
    assert len(seen) == 23
    assert seen == sorted(seen, reverse=True)


def test_somebody_elses_movements_and_data_are_on_no_page(park, page):
    spend(park)
    park.write("UPDATE member SET status = 'normal' WHERE id = :id", id=park.frozen.id)
    other = Visitor(park).sign_in("13900000002")
    text = other.page("/statement") + download(other)[0] + other.page("/data")
    for hers in ("1,000.00", "王芳", FANG, park.fang.number, "100000"):
        assert hers not in text
    assert "¥50.00" in text


# -- coupons


def test_coupons_are_shown_with_what_they_take_off_and_tickets_plainly_as_none(park, page):
    assert "没有优惠券" in page.page("/coupons")
    park.write("UPDATE member SET coupons = 'SAVE20 GONE' WHERE id = :id", id=park.fang.id)
    text = page.page("/coupons")
    assert "满200减20" in text
    assert "GONE" in text
    assert text.count('<svg class="qr"') == 2
    assert "没有存在会员名下的门票" in text


# -- consents


def test_a_free_consent_is_given_and_withdrawn_with_the_policy_of_the_shop(park, page):
    park.write("UPDATE shop SET details = :d", d='{"policy_version": "v9"}')
    # Another process wrote what she said first: within one millisecond its ids may come after ours.
    park.clock.advance_ms(1)

    def said():
        with park.central.database.read() as connection:
            last = entries_of(connection, park.fang.id)[-1]
        return (last.purpose, last.given, last.policy_version, last.channel)

    me = page.page("/me")
    assert page.form(me, "/consent") == {
        "form": page.form(me, "/consent")["form"],
        "purpose": "marketing",
        "give": "1",
    }
    assert "已保存" in page.follow(page.send(me, "/consent"))
    assert said() == ("marketing", True, "v9", "page")
    me = page.page("/me")
    assert page.form(me, "/consent")["give"] == "0"
    page.send(me, "/consent")
    assert said() == ("marketing", False, "v9", "page")


def test_a_child_withdraws_alone_and_agrees_with_her_guardian_at_the_desk(park):
    turn_on(park)
    send_id, code = send_code(park, "13711112222")
    proved = verify(park, send_id, "13711112222", code)
    profile = Profile(
        phone="13711112222",
        name="宝",
        birthday="2018-05-05",
        guardian_name="王芳",
        guardian_phone=FANG,
    )
    register(park, profile, proved.number, proved.proof)
    park.clock.advance_ms(61_000)
    page = Visitor(park).sign_in("13711112222")
    answer = page.send(page.page("/me"), "/consent")
    assert (answer.status_code, "监护人" in answer.text) == (422, True)
    fields = {**page.form(page.page("/me"), "/consent"), "give": "0"}
    assert page.post("/consent", fields).status_code == 303


def test_what_membership_rests_on_is_not_withdrawn_by_a_made_up_form(park, page):
    fields = page.form(page.page("/me"), "/consent")
    for purpose in ("agreement", "privacy", "", "x"):
        answer = page.post("/consent", {**fields, "purpose": purpose, "give": "0"})
        assert answer.status_code == 422


# -- her data


def test_every_table_of_a_members_rows_is_told_or_says_why_not():
    hers = {name for name, table in METADATA.tables.items() if "member_id" in table.c}
    assert hers == TOLD | set(NOT_TOLD)
    assert all(NOT_TOLD.values())


def test_her_data_come_whole_as_a_file_and_hold_no_secret(park, page):
    sold = spend(park)
    back = refund(park.till.ids, sold, {}, {1: 1000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    text, told = download(page)
    (returned,) = told["returns"]
    assert (returned["of_receipt"], returned["net"]) == (sold.receipt_number, 20_000)
    assert told["profile"][0] | {"name": "王芳", "phone": FANG} == told["profile"][0]
    assert told["membership"][0]["number"] == park.fang.number
    assert told["balances"][0]["principal"] + told["balances"][0]["bonus"] == 115_000
    assert [row["receipt_number"] for row in told["purchases"]] == [sold.receipt_number]
    assert sum(row["amount"] for row in told["movements"] if row["account"] == "bonus") == 15_000
    assert [each["purpose"] for each in told["consents"]] == ["agreement", "privacy", "marketing"]
    assert [each["given"] for each in told["consents_said"]] == [True, True]
    assert len(told["sign_ins"]) == 1
    for secret in (park.fang.seed.hex(), "digest", "wrapped", page.client.cookies["posapp_member"]):
        assert secret not in text
    shown = page.page("/data")
    for part in ("王芳", FANG, "¥1,000.00", "金卡"):
        assert part in shown


# -- what she asks for


def test_a_correction_opens_a_case_and_its_words_lie_under_her_key(park, page):
    assert "已提交" in page.follow(page.send(page.page("/me"), "/correction", words=HOSTILE))
    ((kind, detail),) = park.rows("SELECT kind, detail FROM open_case")
    assert (kind, json.loads(detail)) == ("member.asks_correction", {"member": park.fang.id})
    stored = park.rows("SELECT words FROM member_request")[0][0]
    assert "第二行".encode() not in stored
    with park.central.database.read() as connection:
        (asked,) = askings_waiting(connection, park.central.keys, park.seeded.tenant_id)
    assert asked.words == "=1+1 <img src=x onerror=alert(1)> [31mabc\n第二行"
    assert "第二行" not in repr(asked)
    assert "处理中" in page.page("/me")
    park.write("UPDATE open_case SET closed = 1")
    assert "已处理" in page.page("/me")
    assert download(page)[1]["requests"][0]["waiting"] is False
    park.write("DELETE FROM subject_key")
    with park.central.database.read() as connection:
        assert askings_waiting(connection, park.central.keys, park.seeded.tenant_id) == ()


def test_a_correction_needs_words_and_not_too_many_and_not_too_often(park, page):
    me = page.page("/me")
    for words, told in (
        ("", "写明要更正什么"),
        (" \x00\u200b ", "写明要更正什么"),
        ("字" * 501, "500"),
    ):
        answer = page.send(me, "/correction", words=words)
        assert (answer.status_code, told in answer.text) == (422, True)
    for _ in range(MOST_WAITING):
        assert page.send(me, "/correction", words="x").status_code == 303
    assert "正在处理" in page.send(me, "/correction", words="x").text
    assert len(park.cases()) == MOST_WAITING


def test_a_deletion_is_asked_for_once_and_only_with_the_tick(park, page):
    me = page.page("/me")
    assert "请先勾选" in page.send(me, "/deletion").text
    assert "服务台会联系你" in page.follow(page.send(me, "/deletion", confirm="1"))
    assert "正在处理" in page.send(me, "/deletion", confirm="1").text
    assert park.cases() == ["member.asks_deletion"]
    assert "/deletion" not in page.page("/me").replace("told=deletion", "")


# -- what is left behind


def test_sessions_that_are_over_and_old_codes_are_forgotten_with_the_daily_prune(park, page):
    park.clock.advance_ms(DAY_MS)
    prune(park.central, park.seeded.tenant_id)
    assert park.rows("SELECT digest FROM page_session") == []
    assert park.rows("SELECT id FROM one_time_code") == []


def test_nothing_of_a_person_is_in_an_address_or_in_a_line_of_the_log(park, page, caplog):
    caplog.set_level("INFO", logger="posapp")
    park.clock.advance_ms(60_000)
    Visitor(park).sign_in()
    page.send(page.page("/me"), "/correction", words="改成王小芳")
    said = " ".join(f"{each.getMessage()} {each.__dict__}" for each in caplog.records)
    assert "/m/{shop}/correction" in said
    for personal in (FANG, "王", page.newest_code(), park.fang.number, page.path):
        assert personal not in said


# -- what was written about her


def test_her_copy_has_the_words_of_complaints_and_what_clerks_wrote_about_her(park):
    desk = Centre(park, park.fang.id)
    record = ComplaintRecord(about="points", way="phone", member_id=park.fang.id)
    desk.do(record, note="积分少了三百分")
    desk.act(ProfileEdit(name="王小芳"), note="本人更名，证件已看")
    turn_on(park)
    _, told = download(Visitor(park).sign_in())
    assert "积分少了三百分" in [each["words"] for each in told["complaint_words"]]
    (edited,) = [each for each in told["acts"] if each["kind"] == "edited"]
    assert edited["note"] == "本人更名，证件已看"
    assert (edited["before"]["name"], edited["after"]["name"]) == ("王芳", "王小芳")


def test_words_about_the_holder_before_are_not_told_to_the_next(park):
    desk = Desk(park)
    desk.act(ProfileEdit(name="王小芳"), note="前一位的更名")
    desk.with_boss(holder_change(desk))
    with park.central.database.read() as connection:
        data = own_data(view_on(park, connection), park.fang.id)
    assert "前一位的更名" not in json.dumps(data, ensure_ascii=False)


def is_chinese(text):
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_the_readable_file_has_a_title_in_her_language(park, language):
    desk = Centre(park, park.fang.id)
    record = ComplaintRecord(about="points", way="phone", member_id=park.fang.id)
    desk.do(record, note="积分少了三百分")
    desk.act(ProfileEdit(name="王小芳"))
    spend(park)
    with park.central.database.read() as connection:
        view = view_on(park, connection)
        data = own_data(view, park.fang.id)
        words = PageWords(language, view.tenant.zone, view.tenant.currency)
        page = str(for_people(view, data, words))
    heads = re.findall(r"<th>([^<]*)</th>", page) + re.findall(r"<h2>([^<]*)</h2>", page)
    columns = {column for _, _, names in _LISTS.values() for column in names}
    for column in columns:
        assert f"field.{column.removesuffix('_ms')}" in ROWS, column
    assert all(is_chinese(head) for head in heads) or language == "en"
    assert not any(is_chinese(head) or "_" in head for head in heads if language == "en")
