"""Till and central are two processes with a spoiled wire between them: the books agree all the same."""

from contextlib import ExitStack

from posapp.replay.runner import Replay, say_nothing
from tests.replay.records import MadeRecords, expected
from tests.replay.toxic_wire import SPOILED, ToxicWire

BASKETS, AT_A_TIME = 80, 5
RECORDS = MadeRecords(BASKETS)


def test_a_wire_that_spoils_every_third_exchange_loses_and_doubles_nothing(tmp_path):
    wires: list[ToxicWire] = []

    def new_wire(port: int) -> ToxicWire:
        wires.append(ToxicWire(port))
        return wires[-1]

    baskets = list(RECORDS.baskets(BASKETS))
    with ExitStack() as closing:
        replay = Replay(tmp_path, RECORDS, closing, new_wire)
        (wire,) = wires
        wire.rage(seed=20_261_122)
        for rung in range(AT_A_TIME, BASKETS + 1, AT_A_TIME):
            _, skipped = replay.ring_all(baskets[:rung], 0, say_nothing)
        wire.calm()
        till, central = replay.sums(skipped)
    assert till.as_json() == central.as_json() == expected(RECORDS, BASKETS)
    assert {toxic for toxic in SPOILED if not wire.fired[toxic]} == set()
