"""What a log and Prometheus are told: enough to find a fault by, and nothing of a person."""

from __future__ import annotations

import json
import logging
import re

import pytest

from posapp.central.app import ENDPOINTS, ROUTES
from posapp.central.backup import back_up
from posapp.central.log_lines import JsonLines, set_up_log
from posapp.central.meters import Meters
from posapp.errors import Refused
from posapp.wire.canonical import encode
from posapp.wire.facts import AuditData, SaleData
from posapp.wire.sync import ItemOutcome
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

CANARIES = ("13812345678", "王芳", "张敏", "CANARY-73", "88371920")
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture
def lines(caplog):
    """What the log of this test says as lines, so far."""
    caplog.set_level(logging.INFO)
    form = JsonLines()
    return lambda: [form.format(each) for each in caplog.records]


def cash_sale(till, **changes):
    return SaleData(sale=sale(till.ids, cart(A), cash(till.ids, A.price), **changes))


def scraped(park, **headers):
    return park.site.client.get("/metrics", headers=headers)


def figures(park):
    words = {"Authorization": f"Bearer {park.seeded.operator_token}"}
    answer = scraped(park, **words)
    assert answer.status_code == 200
    rows = [row for row in answer.text.splitlines() if not row.startswith("#")]
    return {name: float(value) for name, _, value in (row.rpartition(" ") for row in rows)}


@pytest.mark.logs_error("Exception|did not answer")
def test_no_line_of_the_log_holds_anything_of_a_person(park, lines):
    """Every endpoint is fed canaries: in path, query, headers, body; known and unknown ones."""
    body = encode({"text": CANARIES[0], "code": CANARIES[4], "name": CANARIES[1], "x": CANARIES})
    for endpoint in ENDPOINTS:
        path = re.sub(r"\{\w+\}", CANARIES[0], endpoint.path)
        park.till.send(endpoint.method, f"{path}?text={CANARIES[0]}", body, CANARIES[3])
        park.site.client.request(
            endpoint.method, path, content=body, headers={"X-Posapp-Terminal": CANARIES[3]}
        )
    park.till.ask("/v1/members/find", {"text": CANARIES[0]}, object)
    item = park.till.entry(park.till.ids.new(), CANARIES[3], CANARIES[0], CANARIES[1])
    assert park.till.push(item)[0].outcome is ItemOutcome.QUARANTINED
    logging.getLogger("posapp.central.x").error("Exception %s", CANARIES[0])
    found = lines()
    assert len(found) > 2 * len(ENDPOINTS)
    assert not [line for line in found if any(each in line for each in CANARIES)]


def test_a_line_says_what_was_asked_by_whom_and_how_it_went(park, lines):
    park.till.tell(AuditData(action="a"))
    line = json.loads(lines()[-1])
    assert (line["event"], line["route"], line["status"]) == ("request", "/v1/sync/push", 200)
    assert line["terminal"] == park.till.identity.terminal_id
    assert line["level"] == "info"
    assert line["ms"] > 0
    assert ID.fullmatch(line["request_id"])
    assert line["time"].endswith("+00:00")


def test_an_error_is_told_by_its_kind_and_place(lines):
    try:
        int(CANARIES[3])
    except ValueError:
        logging.getLogger("posapp.x").warning("it broke: %s", CANARIES[0], exc_info=True)
    line = json.loads(lines()[-1])
    assert (line["event"], line["error"]) == ("it broke: %s", "ValueError")
    assert line["where"][0].startswith("test_log_and_metrics.py:")


def test_an_unknown_format_stops_the_start():
    error = refusal(set_up_log, {"POSAPP_LOG_FORMAT": "xml"})
    assert isinstance(error, Refused)
    assert error.key == "settings.not_valid"


def test_figures_are_for_this_machine_or_for_an_operator(park):
    assert scraped(park).status_code == 401
    assert scraped(park, Authorization="Bearer wrong").status_code == 401
    assert figures(park)


def test_requests_facts_and_what_waits_are_counted(park, tmp_path):
    till = park.till
    before = figures(park)
    good, poor = till.journal(cash_sale(till)), till.journal(cash_sale(till, net=1))
    till.push(good, poor)
    till.push(good)
    park.site.client.get(f"/{CANARIES[0]}")
    park.clock.advance_ms(60_000)
    after = figures(park)
    assert after['posapp_requests_total{route="/v1/sync/push",status="200"}'] == 2
    assert after['posapp_requests_total{route="other",status="404"}'] == 1
    assert after['posapp_request_seconds_count{route="/v1/sync/push"}'] == 2
    assert after['posapp_request_seconds_bucket{route="/v1/sync/push",le="+Inf"}'] == 2
    assert after['posapp_push_items_total{outcome="applied"}'] == 1
    assert after['posapp_push_items_total{outcome="duplicate"}'] == 1
    assert after['posapp_push_items_total{outcome="quarantined"}'] == 1
    assert before["posapp_quarantine_facts"] == 0
    assert after["posapp_quarantine_facts"] == 1
    assert after["posapp_quarantine_oldest_seconds"] >= 60
    assert "posapp_backup_age_seconds" not in after
    back_up(park.central, tmp_path / "copy.db")
    park.clock.advance_ms(5_000)
    assert figures(park)["posapp_backup_age_seconds"] == 5


def test_processes_count_together_and_one_that_takes_a_place_goes_on():
    cells = [0.0] * (2 * Meters.size(ROUTES))
    first, second = (Meters(ROUTES, cells, place) for place in (0, 1))
    first.request("/healthz", 200, 0.01)
    second.request("/healthz", 200, 20)
    Meters(ROUTES, cells, 1).request("/healthz", 418, 0.2)
    second.outcome(ItemOutcome.FORK)
    assert list(first.requests()) == [("/healthz", 200, 2), ("/healthz", 0, 1)]
    ((_, counts, total),) = second.times()
    assert (counts[0], counts[1], counts[-2], counts[-1]) == (0, 1, 2, 3)
    assert total == pytest.approx(20.21)
    assert dict(first.outcomes())["fork"] == 1
