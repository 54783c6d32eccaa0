"""A service desk in the tests: people with PINs, files, acts."""

from __future__ import annotations

from argon2 import PasswordHasher
from sqlalchemy import insert

from posapp.central.tables.shops import staff
from posapp.wire.requests import SendCode, SendCodeReply
from posapp.wire.service_desk import (
    MemberAct,
    MemberActed,
    MemberFile,
    MemberFileAsked,
    RevealAsked,
    Revealed,
    TimelineAsked,
    TimelinePage,
)

PIN, BOSS_PIN = "135790", "246802"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SERVES = "sell register_member"
MANAGES = "sell register_member approve"


def hire(park, number, pin, *, rights=SERVES, role="service", name="张敏", active=1):
    """Somebody in central's own list; her id."""
    staff_id = park.till.ids.new()
    row = {
        "id": staff_id,
        "tenant_id": park.seeded.tenant_id,
        "number": number,
        "name": name,
        "role": role,
        "permissions": rights,
        "pin_verifier": QUICK.hash(pin),
        "active": active,
    }
    with park.central.database.write() as connection:
        connection.execute(insert(staff).values(**row))
    return staff_id


class Desk:
    """A clerk and a manager at one till of the park, and a member before them."""

    def __init__(self, park, member_id=""):
        self.park, self.till = park, park.till
        self.member_id = member_id or park.fang.id
        self.clerk = hire(park, "2001", PIN)
        self.boss = hire(park, "9001", BOSS_PIN, rights=MANAGES, role="manager", name="周店长")

    def file(self, staff_id="", member_id="", till=None, **asked):
        asked.setdefault("member_id", member_id or self.member_id)
        message = MemberFileAsked(staff_id=staff_id or self.clerk, **asked)
        return (till or self.till).ask("/v1/service/file", message, MemberFile)

    def page(self, after="", **asked):
        message = TimelineAsked(staff_id=self.clerk, member_id=self.member_id, after=after, **asked)
        return self.till.ask("/v1/service/timeline", message, TimelinePage)

    def kinds(self, **asked):
        return [each.kind for each in self.file(**asked).timeline]

    def reveal(self, what="phone", staff_id=""):
        message = RevealAsked(staff_id=staff_id or self.clerk, member_id=self.member_id, what=what)
        return self.till.ask("/v1/service/reveal", message, Revealed).text

    def message(self, what, **changed):
        values = {
            "staff_id": self.clerk,
            "pin": PIN,
            "act_id": self.till.ids.new(),
            "member_id": self.member_id,
            "note": "本人要求",
            "what": what,
        }
        values.update(changed)
        if "version" not in values:
            values["version"] = self.file(member_id=values["member_id"]).version
        return MemberAct(**values)

    def act(self, what, *, till=None, **changed):
        message = self.message(what, **changed)
        return (till or self.till).ask("/v1/service/act", message, MemberActed)

    def with_boss(self, what, **changed):
        return self.act(what, approver_number="9001", approver_pin=BOSS_PIN, **changed)

    def code(self, purpose, phone=""):
        """A code sent to a phone: its id and what the phone received."""
        self.park.clock.advance_ms(61_000)
        asked = SendCode(
            send_id=self.till.ids.new(), purpose=purpose, phone=phone, member_id=self.member_id
        )
        self.till.ask("/v1/codes/send", asked, SendCodeReply)
        text = self.park.sms()[-1]["text"]
        return asked.send_id, text.split("验证码 ")[1][:6]
