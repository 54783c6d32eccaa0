"""The member's page in a real browser at the size of a phone, in a thread beside its central."""

from __future__ import annotations

import contextlib
import json
import re
import threading

import pytest

from posapp.central.server import bind, serve_on
from posapp.paths import resource
from tests.central import chromium
from tests.central.page_visitor import FANG, STRANGER, rename, turn_on
from tests.central.test_referral import keep as keep_rewards

PLACES = ("", "/coupons", "/statement", "/me", "/data", "/seen", "/policy", "/friends")
JOIN = "form[action$='/join/send']"
ENTER = "form[action$='/join/enter']"
HOSTILE = "<img src=x onerror=document.title='broken'>" + "长" * 40
FAULTS = """
(() => {
  const seen = [...document.querySelectorAll("a, button, input:not([type=hidden]), summary")];
  const small = seen.filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && (box.height < 24 || box.width < 24);
  });
  const bare = [...document.querySelectorAll("input:not([type=hidden]), textarea")]
    .filter(each => !each.labels.length);
  const nameless = seen.filter(each => !(each.innerText || each.labels));
  return {
    wide: document.documentElement.scrollWidth > innerWidth,
    small: small.map(each => each.outerHTML), bare: bare.length, nameless: nameless.length,
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
  };
})()
"""


@contextlib.contextmanager
def served(central):
    """The address of this central on a port of its own."""
    listener, over = bind("127.0.0.1", 0), threading.Event()
    serving = threading.Thread(target=serve_on, args=(listener, central, over.wait))
    serving.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        over.set()
        serving.join()
        listener.close()


@pytest.fixture(scope="module")
def tab(tmp_path_factory):
    if chromium.program() is None:
        pytest.skip("no Chromium here: dev.py test installs Debian's, Ubuntu has it as a snap")
    with chromium.running(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def code_in(park):
    return re.search(r"(?<!\d)\d{6}(?!\d)", park.sms()[-1]["text"])[0]


def sign_in(tab, park, url):
    tab.open(url)
    tab.send("form[action$='/sign-in']", phone=FANG)
    tab.send("form[action$='/enter']", code=code_in(park))


def whole(tag):
    """A page in this language without a fault."""
    return {
        "wide": False,
        "small": [],
        "bare": 0,
        "nameless": 0,
        "headings": 1,
        "language": tag,
    }


def test_a_phone_signs_in_reads_every_page_and_gets_the_next_code_by_itself(park, tab):
    turn_on(park)
    keep_rewards(park)
    rename(park, park.fang.id, HOSTILE)
    park.write("UPDATE member SET coupons = 'SAVE20' WHERE id = :id", id=park.fang.id)
    with served(park.central) as url:
        tab.phone("zh-CN")
        sign_in(tab, park, f"{url}/m")
        for language, tag in (("zh_CN", "zh-CN"), ("zh_TW", "zh-TW"), ("en", "en")):
            tab.open(f"{url}/m")
            here = tab.js("location.origin + location.pathname")
            tab.open(f"{here}?lang={language}")
            for place in PLACES:
                tab.open(here + place)
                assert tab.js("location.href") == here + place
                assert tab.js(FAULTS) == whole(tag), (place, language)
        tab.open(f"{here}/data")
        assert "broken" not in tab.js("document.title")
        assert HOSTILE in tab.js("document.body.innerText")
        tab.look("dark")
        dark = json.loads(resource("theme/tokens.json").read_text("utf-8"))["dark"]["bg"]
        red, green, blue = (int(dark[at : at + 2], 16) for at in (1, 3, 5))
        ground = tab.js("getComputedStyle(document.body).backgroundColor")
        assert ground == f"rgb({red}, {green}, {blue})"
        park.clock.advance_ms(59_000 - park.clock.wall_ms() % 60_000)
        tab.open(here)
        old = tab.js("document.getElementById('digits').textContent")
        park.clock.advance_ms(2_000)
        tab.until(f"document.getElementById('digits').textContent !== {old!r}")
        assert (
            tab.js("document.getElementById('digits').textContent.replace(' ', '')") == park.code()
        )
        assert all(each.startswith((url, "about:")) for each in tab.asked_for)
        assert tab.complaints == []


def test_without_scripts_she_signs_in_and_the_code_page_loads_itself_anew(park, tab):
    turn_on(park)
    with served(park.central) as url:
        tab.phone("en", scripts=False, width=320)
        sign_in(tab, park, f"{url}/m")
        assert park.fang.number in tab.js("document.body.innerText")
        assert tab.js(FAULTS)["wide"] is False
        anew = "document.querySelector('noscript > meta[http-equiv=refresh]').content"
        assert 0 < int(tab.js(anew)) <= 61
        assert tab.complaints == []


@pytest.mark.parametrize(
    ("language", "tag"), [("zh-CN", "zh-CN"), ("zh-TW", "zh-TW"), ("en", "en")]
)
def test_a_friend_opens_the_link_and_is_a_member(park, tab, language, tag):
    turn_on(park)
    keep_rewards(park)
    with served(park.central) as url:
        tab.phone("zh-CN")
        sign_in(tab, park, f"{url}/m")
        tab.open(tab.js("location.origin + location.pathname") + "/friends")
        link = tab.js("document.querySelector('input[readonly]').value")
        tab.phone(language)
        tab.open(link)
        assert tab.js(FAULTS) == whole(tag)
        tab.send(JOIN, phone=STRANGER)
        assert tab.js(FAULTS) == whole(tag)
        for name in ("agree", "age"):
            tab.js(f"document.querySelector('input[name={name}]').click()")
        tab.send(ENTER, code=code_in(park))
        assert tab.js(FAULTS) == whole(tag)
        assert tab.js("document.getElementById('digits').textContent")
        assert tab.complaints == []
