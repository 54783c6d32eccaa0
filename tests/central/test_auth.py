"""Who may call: signatures, time, nonces, enrolment codes, and one shape for every failure."""

from __future__ import annotations

import base64
import secrets
import uuid

import pytest
from msgspec import structs

from posapp.central.enrolment import make_enrol_code
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.requests import FindMember
from posapp.wire.sync import EnrolReply, ErrorReply
from tests.central.tills import refusal

MINUTE = 60_000


def changed(identity, **changes):
    return structs.replace(identity, **changes)


def find(till, **stamp):
    body = encode(FindMember(text="13812345678"))
    return till.send("POST", "/v1/members/find", body, **stamp)


def key_of(answer):
    reply = decode(answer.content, ErrorReply)
    return answer.status_code, reply.error.key


def test_a_signed_request_passes_once(park):
    nonce = str(uuid.uuid4())
    assert find(park.till, nonce=nonce).status_code == 200
    assert key_of(find(park.till, nonce=nonce)) == (401, "auth.replayed")


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_clock_that_is_off_is_told_the_servers_time(park, minutes):
    answer = find(park.till, time_ms=park.clock.wall_ms() + minutes * MINUTE)
    assert key_of(answer) == (401, "auth.clock_skew")
    assert answer.json()["error"]["params"] == {"server_time_ms": park.clock.wall_ms()}


def test_an_altered_byte_anywhere_is_refused(park):
    till = park.till
    body = encode(FindMember(text="13812345678"))
    stamp = signing.Stamp(
        terminal_id=till.identity.terminal_id,
        incarnation=1,
        time_ms=park.clock.wall_ms(),
        nonce=str(uuid.uuid4()),
    )
    headers = signing.headers_for(
        till.private, signing.Request(method="POST", target="/v1/members/find", body=body), stamp
    )
    post = park.site.client.post
    assert (
        key_of(post("/v1/members/find", content=body + b" ", headers=headers))[1]
        == "auth.signature_wrong"
    )
    assert (
        key_of(post("/v1/members/find?x=1", content=body, headers=headers))[1]
        == "auth.signature_wrong"
    )
    later = {**headers, signing.TIME_HEADER: str(park.clock.wall_ms() + 1)}
    assert (
        key_of(post("/v1/members/find", content=body, headers=later))[1] == "auth.signature_wrong"
    )
    without = {name: value for name, value in headers.items() if name != signing.SIGNATURE_HEADER}
    assert key_of(post("/v1/members/find", content=body, headers=without)) == (
        401,
        "auth.not_signed",
    )
    assert post("/v1/members/find", content=body, headers=headers).status_code == 200


def test_a_stolen_terminal_id_without_its_key_gets_nowhere(park):
    thief = park.site.enrol(park.seeded.tenant_id, code="A09")
    answer = find(thief)
    assert answer.status_code == 200
    thief.identity = park.till.identity
    assert key_of(find(thief)) == (401, "auth.signature_wrong")


def test_a_revoked_terminal_and_an_unknown_one_are_stopped(park):
    with park.central.database.write() as connection:
        connection.exec_driver_sql("UPDATE terminal SET status = 'revoked'")
    assert key_of(find(park.till)) == (401, "auth.terminal_revoked")
    park.till.identity = changed(park.till.identity, terminal_id=str(uuid.uuid4()))
    assert key_of(find(park.till)) == (401, "auth.terminal_unknown")


def test_an_incarnation_that_was_never_given_is_refused(park):
    park.till.identity = changed(park.till.identity, incarnation=2)
    assert key_of(find(park.till)) == (401, "auth.incarnation_unknown")


def enrol(park, code, key=None):
    public = key or base64.b64encode(signing.public_key_of(secrets.token_bytes(32))).decode()
    body = encode({"code": code, "public_key": public, "app_version": "t"})
    return park.site.client.post("/v1/enrol", content=body)


def new_code(park, till="A07"):
    return make_enrol_code(
        park.central, tenant_id=park.seeded.tenant_id, shop_code="1", terminal_code=till, label=till
    )


def test_an_enrolment_code_works_once(park):
    code = new_code(park)
    assert len(code) == 8
    assert enrol(park, code).status_code == 200
    assert key_of(enrol(park, code)) == (422, "enrol.code_not_valid")


def test_an_enrolment_code_ends_after_ten_minutes(park):
    code = new_code(park)
    park.clock.advance_ms(10 * MINUTE)
    assert key_of(enrol(park, code))[1] == "enrol.code_not_valid"


def test_five_wrong_guesses_end_every_code_that_could_be_guessed(park):
    code = new_code(park)
    for _ in range(5):
        assert key_of(enrol(park, "x"))[1] == "enrol.code_not_valid"
    assert key_of(enrol(park, code))[1] == "enrol.code_not_valid"


def test_a_till_that_enrols_again_keeps_its_id_and_is_the_next_incarnation(park):
    again = decode(enrol(park, new_code(park, "A03")).content, EnrolReply)
    assert again.terminal_id == park.till.identity.terminal_id
    assert again.incarnation == 2
    assert key_of(find(park.till)) == (401, "auth.signature_wrong")


def test_a_key_that_is_no_key_and_a_shop_that_is_no_shop_are_refused(park):
    assert key_of(enrol(park, new_code(park), key="short"))[1] == "enrol.key_not_valid"
    wrong = refusal(
        make_enrol_code,
        park.central,
        tenant_id=park.seeded.tenant_id,
        shop_code="99",
        terminal_code="A",
        label="",
    )
    assert wrong.key == "enrol.no_such_shop"


def test_every_failure_has_the_one_shape_and_echoes_the_request_id(park):
    client = park.site.client
    answers = [
        client.get("/v1/nowhere", headers={"X-Request-Id": "r-1"}),
        client.get("/v1/enrol", headers={"X-Request-Id": "r-1"}),
        client.post("/v1/enrol", content=b"{", headers={"X-Request-Id": "r-1"}),
        client.post("/v1/enrol", content=b"\xff", headers={"X-Request-Id": "r-1"}),
        client.post("/v1/members/find", content=b"{}", headers={"X-Request-Id": "r-1"}),
    ]
    assert [answer.status_code for answer in answers] == [404, 405, 400, 400, 401]
    for answer in answers:
        reply = decode(answer.content, ErrorReply)
        assert reply.request_id == "r-1"
        assert reply.error.key


def test_a_body_above_eight_megabytes_is_not_read(park):
    answer = park.site.client.post("/v1/enrol", content=b" " * (8 * 1024 * 1024 + 1))
    assert key_of(answer) == (413, "request.too_large")


def test_a_bug_is_a_500_without_its_insides(park, monkeypatch):
    from posapp.central import inbox

    def broken(*_args):
        raise RuntimeError("SECRET of 13812345678")

    monkeypatch.setattr(inbox, "write_last", broken)
    answer = park.till.send("POST", "/v1/sync/push", encode({}))
    assert answer.status_code == 400
    from posapp.wire.facts import AuditData
    from posapp.wire.sync import PushRequest

    item = park.till.journal(AuditData(action="a"))
    message = PushRequest(
        request_id="r",
        epoch="e",
        terminal_id=park.till.identity.terminal_id,
        incarnation=1,
        items=(item,),
    )
    answer = park.till.send("POST", "/v1/sync/push", encode(message))
    assert key_of(answer) == (500, "central.internal")
    assert "SECRET" not in answer.text


def test_openapi_describes_every_path_with_its_messages(park):
    document = park.site.client.get("/openapi.json").json()
    push = document["paths"]["/v1/sync/push"]["post"]
    assert push["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith(
        "/PushRequest"
    )
    assert set(push["responses"]) >= {"200", "400", "401", "422", "503"}
    text = park.site.client.get("/openapi.json").text
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= set(document["components"]["schemas"])
    assert "/healthz" in document["paths"]


def test_an_operators_token_reads_reports_and_nothing_else(park):
    client = park.site.client
    good = {"Authorization": f"Bearer {park.seeded.operator_token}"}
    assert client.get("/v1/reports/summary", headers=good).status_code == 200
    bad = {"Authorization": "Bearer guess"}
    assert key_of(client.get("/v1/reports/summary", headers=bad)) == (401, "auth.token_wrong")
    assert key_of(client.get("/v1/sync/pull", headers=good)) == (401, "auth.not_signed")
