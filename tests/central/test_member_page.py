"""The member's own page: the way in, the code of the minute, the guards around both."""

from __future__ import annotations

import re

import pytest

from posapp.central.member_page.routes import PLACES
from posapp.central.member_page.sessions import IDLE_MS, LONGEST_MS
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.errors import Unavailable
from tests.central.page_visitor import FANG, STRANGER, Visitor, rename, turn_on

MINUTE_MS = 60_000
_NO_MEMBER = re.compile(r'(name="send_id" value=")[^"]+|137\*{4}0009|138\*{4}5678|1[0-9]{10}')


@pytest.fixture
def page(park):
    turn_on(park)
    return Visitor(park)


def sessions(park):
    return park.rows("SELECT digest, phone_digest FROM page_session")


# -- whose page it is


def test_without_the_setting_there_is_no_page_and_no_code_leaves(park):
    visitor = Visitor(park)
    assert visitor.get().status_code == 404
    assert visitor.client.get("/m").status_code == 404
    answer = visitor.post("/sign-in", {"phone": FANG})
    assert (answer.status_code, park.sms()) == (404, [])


def test_the_short_address_leads_to_the_one_shop_that_has_a_page(park, page):
    assert page.client.get("/m").headers["location"] == page.path
    assert page.client.get("/m/not-a-shop").status_code == 404


# -- the way in


def test_a_member_signs_in_with_phone_and_code_and_sees_what_she_has(park, page):
    asked = page.ask_code()
    assert "138****5678" in asked.text
    (message,) = park.sms()
    assert message["phone"] == FANG
    home = page.follow(page.enter(asked.text, page.newest_code()))
    assert park.fang.number in home
    for amount in ("¥1,150.00", "¥1,000.00", "¥150.00", "2,000"):
        assert amount in home
    assert FANG not in home


def test_a_stranger_gets_the_same_words_and_no_message(park, page):
    hers = page.ask_code(FANG)
    other = Visitor(park)
    strangers = other.ask_code(STRANGER)
    assert len(park.sms()) == 1
    plain = [
        re.sub(r'name="form" value="[0-9a-f]+"', "", _NO_MEMBER.sub("", answer.text))
        for answer in (hers, strangers)
    ]
    assert plain[0] == plain[1]
    assert hers.status_code == strangers.status_code
    assert sorted(hers.headers) == sorted(strangers.headers)
    wrong = other.enter(strangers.text, "000000")
    assert (wrong.status_code, "还可试 2 次" in wrong.text) == (422, True)


def test_asking_again_is_paced_alike_for_members_and_strangers(park, page):
    for phone in (FANG, STRANGER):
        visitor = Visitor(park)
        visitor.ask_code(phone)
        again = visitor.ask_code(phone)
        assert (again.status_code, "60 秒后再试" in again.text) == (429, True)
        for _ in range(4):
            park.clock.advance_ms(MINUTE_MS)
            assert visitor.ask_code(phone).status_code == 200
        park.clock.advance_ms(MINUTE_MS)
        assert "请明天再试" in visitor.ask_code(phone).text


def test_codes_asked_for_here_take_none_of_hers_at_the_counter(park, page):
    page.ask_code()
    hold = park.till.begin(park.fang.id, 1_000)
    park.till.send_sms(hold.hold_id)
    assert len(park.sms()) == 2


def test_three_wrong_codes_end_it_and_a_code_works_once_in_its_own_browser(park, page):
    asked = page.ask_code().text
    thief = Visitor(park)
    thief.page()
    fields = page.form(asked, "/enter") | thief.form(thief.page(), "/sign-in")
    stolen = thief.post("/enter", {**fields, "code": page.newest_code()})
    assert (stolen.status_code, sessions(park)) == (422, [])
    for _ in range(2):
        page.enter(asked, "000000")
    assert "已失效" in page.enter(asked, page.newest_code()).text
    park.clock.advance_ms(MINUTE_MS)
    asked = page.ask_code().text
    assert page.enter(asked, page.newest_code()).status_code == 303
    other = page.form(asked, "/enter")
    late = Visitor(park)
    late.client.cookies = page.client.cookies
    assert late.post("/enter", {**other, "code": page.newest_code()}).status_code == 422
    assert len(sessions(park)) == 1


def test_a_code_runs_out_after_five_minutes(park, page):
    asked = page.ask_code().text
    park.clock.advance_ms(5 * MINUTE_MS)
    assert "已失效" in page.enter(asked, page.newest_code()).text


def test_a_message_that_does_not_leave_looks_like_one_that_does(park, page):
    park.central.sms.is_gone = True
    answer = page.ask_code()
    assert (answer.status_code, park.sms()) == (200, [])
    park.central.sms.is_gone = False
    park.clock.advance_ms(MINUTE_MS)
    page.sign_in()


def test_a_phone_that_nobody_verified_opens_nothing(park, page):
    park.write("UPDATE member SET phone_verified = 0 WHERE id = :id", id=park.fang.id)
    assert page.ask_code().status_code == 200
    assert park.sms() == []


def test_one_address_that_tries_too_often_is_told_to_wait(park, page):
    park.write(
        "INSERT INTO setting (tenant_id, name, value) "
        "VALUES (:tenant, 'central.page_sign_ins_a_minute', '3')",
        tenant=park.seeded.tenant_id,
    )
    phones = [f"1370000000{n}" for n in range(4)]
    assert [page.ask_code(phone).status_code for phone in phones] == [200, 200, 200, 429]
    assert Visitor(park, address="203.0.113.6").ask_code(FANG).status_code == 200


def test_what_is_no_phone_is_said_and_never_repeated(park, page):
    for phone in ("", "12345", "<script>", "1" * 400, "\x00", "138 1234 567８x"):
        answer = page.ask_code(phone)
        assert (answer.status_code, "手机号不对" in answer.text) == (422, True)
        assert "<script>" not in answer.text


# -- being signed in


def test_the_database_holds_digests_of_a_session_and_the_cookie_is_out_of_reach(park, page):
    asked = page.ask_code().text
    answer = page.enter(asked, page.newest_code())
    cookie = answer.headers["set-cookie"]
    for guard in ("HttpOnly", "Secure", "SameSite=strict", f"Path={page.path}"):
        assert guard in cookie
    token = page.client.cookies["posapp_member"]
    stored = str(park.rows("SELECT * FROM page_session"))
    assert token not in stored
    assert FANG not in stored


def test_a_session_ends_without_use_and_after_half_a_day(park, page):
    page.sign_in()
    park.clock.advance_ms(IDLE_MS - 1)
    page.page("/me")
    park.clock.advance_ms(IDLE_MS - 1)
    page.page("/me")
    park.clock.advance_ms(IDLE_MS)
    assert page.get("/me").headers["location"].endswith("told=in.ended")
    park.clock.advance_ms(MINUTE_MS)
    page.sign_in()
    aged = "UPDATE page_session SET begun_ms = :begun"
    park.write(aged, begun=park.clock.wall_ms() - LONGEST_MS + 1)
    page.page("/coupons")
    park.write(aged, begun=park.clock.wall_ms() - LONGEST_MS)
    assert page.get("/coupons").status_code == 303


def test_the_pages_own_refresh_keeps_no_session_alive(park, page):
    page.sign_in()
    for _ in range(2):
        park.clock.advance_ms(IDLE_MS // 2)
        answer = page.get("/code.json")
    assert answer.status_code == 401


def test_signing_out_ends_this_browser_and_everywhere_ends_all(park, page):
    page.sign_in()
    park.clock.advance_ms(MINUTE_MS)
    other = Visitor(park).sign_in()
    assert "已退出" in page.follow(page.send(page.page("/me"), "/sign-out"))
    other.page("/me")
    park.clock.advance_ms(MINUTE_MS)
    page.sign_in()
    me = page.page("/me").rsplit("<form", 1)[1]
    page.post("/sign-out", {**page.form("<form" + me, "/sign-out")})
    assert sessions(park) == []
    assert other.get("/me").status_code == 303


def test_a_phone_that_is_no_longer_hers_is_out_at_once(park, page):
    page.sign_in()
    park.write("DELETE FROM member_token WHERE member_id = :id", id=park.fang.id)
    assert page.get("/me").status_code == 303


def test_who_was_forgotten_is_out_at_once(park, page):
    page.sign_in()
    park.write("DELETE FROM subject_key")
    assert page.get("/me").status_code == 303
    park.clock.advance_ms(MINUTE_MS)
    page.ask_code()
    assert len(park.sms()) == 1


# -- the code of the minute


def test_the_page_shows_the_code_that_the_till_takes_and_a_used_one_says_so(park, page):
    page.sign_in()
    park.clock.advance_ms(MINUTE_MS)
    told = page.get("/code.json").json()
    digits = told["digits"].replace(" ", "")
    hold = park.till.begin(park.fang.id, 1_000)
    assert park.till.confirm(hold.hold_id, digits).state.value == "usable"
    again = page.get("/code.json").json()
    assert (again["digits"], again["used"], told["used"]) == (told["digits"], True, False)
    assert "已用过" in page.page()
    park.clock.advance_ms(MINUTE_MS)
    newer = page.get("/code.json").json()
    assert newer["digits"] != told["digits"]
    assert 0 < newer["left_ms"] <= MINUTE_MS


def test_the_picture_reads_as_her_member_code_and_the_seed_is_nowhere(park, page):
    pyzbar = pytest.importorskip("pyzbar.pyzbar")
    from PIL import Image, ImageDraw

    page.sign_in()
    told = page.get("/code.json").json()
    scale = 6
    image = Image.new("L", (told["size"] * scale,) * 2, 255)
    pen = ImageDraw.Draw(image)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", told["path"]):
        left, top = int(x) * scale, int(y) * scale
        pen.rectangle([left, top, left + int(width) * scale - 1, top + scale - 1], fill=0)
    (read,) = pyzbar.decode(image)
    own = parse_own(read.data.decode())
    assert isinstance(own, DynamicMemberCode)
    assert (own.member_number, own.digits) == (park.fang.number, told["digits"].replace(" ", ""))
    everything = page.page() + str(told)
    assert park.fang.seed.hex() not in everything


def test_a_closed_account_has_no_code_and_still_sees_her_data(park, page):
    page.sign_in()
    park.write("UPDATE member SET status = 'closed' WHERE id = :id", id=park.fang.id)
    home = page.page()
    assert "已注销" in home
    assert 'id="live"' not in home
    assert page.get("/code.json").json() == {"path": ""}
    assert "王芳" in page.page("/data")


# -- the guards


def every_place(page):
    return [page.path + place.path for place in PLACES]


def test_every_answer_forbids_scripts_of_others_frames_and_storing(park, page):
    page.sign_in()
    for path in (*every_place(page), "/m", "/m/page.css", "/m/nobody"):
        answer = page.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        expected = "no-cache" if path.endswith(".css") else "no-store"
        assert answer.headers["cache-control"] == expected


def test_no_page_has_an_inline_script_style_or_a_foreign_address(park, page):
    page.sign_in()
    for place in ("", "/coupons", "/statement", "/me", "/data"):
        text = page.page(place)
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text)
        assert not re.search(r"<script(?! src=\"/m/page.js\" defer></script>)", text)
        assert not re.search(r'(?:href|src|action)="(?:https?:)?//', text)


def test_a_form_from_elsewhere_changes_nothing(park, page):
    page.sign_in()
    before = park.rows("SELECT consent FROM member") + sessions(park)
    fields = {"purpose": "marketing", "give": "1", "words": "x", "confirm": "1", "phone": STRANGER}
    token = page.form(page.page("/me"), "/sign-out")["form"]
    for place in (each.path for each in PLACES if each.post):
        for sent, headers in (
            ({**fields, "form": "0" * 64}, {}),
            ({**fields, "form": token}, {"Sec-Fetch-Site": "cross-site"}),
        ):
            answer = page.post(place, sent, **headers)
            assert (answer.status_code, "页面已过期" in answer.text) == (422, True)
    assert page.post("/deletion", fields).status_code == 422
    assert park.rows("SELECT consent FROM member") + sessions(park) == before
    assert park.rows("SELECT * FROM member_request") == []


def test_nothing_without_signing_in(park, page):
    for place in PLACES:
        if not place.is_open:
            answer = page.get(place.path)
            assert answer.status_code == (401 if place.path == "/code.json" else 303)
            assert park.fang.number not in answer.text


def test_who_comes_by_a_link_of_another_site_is_led_on_once(park, page):
    page.sign_in()
    token = page.client.cookies.pop("posapp_member", None) or ""
    page.client.cookies.clear()
    step = page.get("", **{"Sec-Fetch-Site": "cross-site"})
    assert f'content="0; url={page.path}"' in step.text
    assert token


def test_a_hostile_name_is_text_and_nothing_else(park, page):
    hostile = '"><script>alert(1)</script>{brand}\u202e'
    park.write("UPDATE shop SET details = :d", d='{"brand": "<b>&\\"x"}')
    rename(park, park.fang.id, hostile)
    page.sign_in()
    for place in ("", "/data", "/me"):
        text = page.page(place)
        assert "<script>alert" not in text
        assert "<b>&" not in text
        assert "&lt;b&gt;&amp;&#34;x" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{brand}" in page.page("/data")


def test_no_body_breaks_the_page(park, page):
    page.sign_in()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    many = b"&".join([b"a=1"] * 50)
    for body in (b"\xff\xfe", b"a=%ZZ&form=%00", many, b"x" * 40_000, b""):
        for place in ("/enter", "/correction"):
            answer = page.client.post(page.path + place, content=body, headers=kind)
            assert 400 <= answer.status_code < 500


def test_no_query_breaks_the_page(park, page):
    page.sign_in()
    for query in ("after=x", "after=9" * 9, "of=%00&after=1.2", "told=<b>", "lang=../x", "told=me"):
        for place in ("", "/statement"):
            assert page.get(f"{place}?{query}").status_code == 200


# -- languages


def test_the_browsers_language_is_taken_and_the_switch_is_remembered(park, page):
    visitor = Visitor(park, language="fr-FR, en;q=0.5, zh-Hant;q=0.8")
    assert '<html lang="zh-TW">' in visitor.page()
    assert '<html lang="en">' in visitor.follow(visitor.get("?lang=en"))
    assert '<html lang="en">' in visitor.page()


def test_a_database_that_does_not_answer_is_said_in_words(park, page, monkeypatch):
    def gone():
        raise Unavailable("central.busy", seconds=2)

    monkeypatch.setattr(park.central.database, "read", gone)
    answer = page.get()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert "2 秒后再试" in answer.text
