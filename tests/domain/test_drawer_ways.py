"""What an operator may write about the drawers of a till."""

import pytest

from posapp.domain.drawer_ways import DrawerWay, parse_ways
from posapp.errors import Refused


def test_each_drawer_has_its_driver_its_place_and_its_pin():
    assert parse_ways("1 printer; 2 printer@5;3 tcp:10.0.0.7:9100; 4 file:/dev/usb/lp1@5;") == (
        DrawerWay(drawer="1", driver="printer"),
        DrawerWay(drawer="2", driver="printer", pin=5),
        DrawerWay(drawer="3", driver="tcp", address="10.0.0.7:9100"),
        DrawerWay(drawer="4", driver="file", address="/dev/usb/lp1", pin=5),
    )
    assert parse_ways("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "printer",
        "0 printer",
        "21 printer",
        "1 magic",
        "1 tcp:",
        "1 printer@3",
        "1 printer; 1 printer@5",
        "1 printer; 2 printer",
        "1 tcp:10.0.0.7:9100@5; 2 tcp:10.0.0.7:9100@5",
    ],
)
def test_what_does_not_read_or_would_open_two_at_once_is_refused(text):
    with pytest.raises(Refused) as refusal:
        parse_ways(text)
    assert refusal.value.key == "settings.not_valid"
