"""A browser without a screen for the member's page: keeps cookies, fills in forms."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

from starlette.testclient import TestClient

from posapp.wire.attachments import decrypt_profile, encrypt_profile

FANG = "13812345678"
STRANGER = "13700000009"
_CODE = re.compile(r"验证码 ([0-9]{6})")
_FIELD = re.compile(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">')


class Visitor:
    """One browser at one address; several of them are several phones."""

    def __init__(self, park, language="zh-CN", address="203.0.113.5"):
        self.park = park
        self.path = f"/m/{park.seeded.shop_id}"
        headers = {"Accept-Language": language}
        self.client = TestClient(
            park.site.client.app,
            base_url="https://park.example",
            headers=headers,
            client=(address, 50_000),
            follow_redirects=False,
            raise_server_exceptions=False,
        )

    def get(self, place="", **headers):
        return self.client.get(self.path + place, headers=headers)

    def page(self, place=""):
        """The text of a page that has to be there."""
        answer = self.get(place)
        assert answer.status_code == 200, (answer.status_code, answer.text)
        return answer.text

    def form(self, page, place):
        """The hidden fields of the form that posts to a place."""
        found = page.split(f'action="{self.path}{place}"')[1].split("</form>")[0]
        return {name: unescape(value) for name, value in _FIELD.findall(found)}

    def post(self, place, fields, **headers):
        return self.client.post(self.path + place, data=fields, headers=headers)

    def send(self, page, place, **fields):
        return self.post(place, {**self.form(page, place), **fields})

    def ask_code(self, phone=FANG):
        return self.send(self.page(), "/sign-in", phone=phone)

    def newest_code(self):
        return _CODE.search(self.park.sms()[-1]["text"])[1]

    def enter(self, page, code):
        return self.send(page, "/enter", code=code)

    def sign_in(self, phone=FANG):
        asked = self.ask_code(phone)
        answer = self.enter(asked.text, self.newest_code())
        assert answer.status_code == 303, answer.text
        return self

    def follow(self, answer):
        assert answer.status_code == 303, answer.text
        there = self.client.get(answer.headers["location"])
        assert there.status_code == 200
        return there.text


def turn_on(park, *shops):
    park.write(
        "INSERT INTO setting (tenant_id, name, value) VALUES (:tenant, 'central.member_page', :v)",
        tenant=park.seeded.tenant_id,
        v=json.dumps(list(shops or ("1",))),
    )


def rename(park, member_id, name):
    """Her profile with another name, under the same key."""
    keys = park.central.keys
    ((subject, profile, wrapped),) = park.rows(
        "SELECT member.subject_id, profile, wrapped_key FROM member "
        "JOIN subject_key ON subject_key.subject_id = member.subject_id WHERE member.id = :id",
        id=member_id,
    )
    key = keys.unwrap(wrapped, subject)
    changed = replace(decrypt_profile(profile, subject, key), name=name)
    park.write(
        "UPDATE member SET profile = :profile WHERE id = :id",
        profile=encrypt_profile(changed, subject, key),
        id=member_id,
    )
