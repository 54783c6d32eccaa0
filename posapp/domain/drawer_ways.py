"""How each drawer of a till is opened, as the operator wrote it; without a word all share one.

`1 printer; 2 printer@5; 3 tcp:192.168.1.51:9100`: the number of a drawer, what its cable hangs on,
and behind @ which pin of the socket gets the pulse (2 without one).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from posapp.errors import Refused

PINS: Final = (2, 5)
_WAY: Final = re.compile(r"([1-9][0-9]?) (printer|simulated|tcp:.+?|file:.+?)(?:@([25]))?")
_LARGEST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawerWay:
    """One drawer's own way: `driver` of the drawer port, where it is, and the pin of its pulse."""

    drawer: str
    driver: str
    address: str = ""
    pin: int = PINS[0]

    @property
    def outlet(self) -> tuple[str, ...]:
        """What no second drawer may hang on: the one would open with the other."""
        apart = self.drawer if self.driver == "simulated" else str(self.pin)
        return (self.driver, self.address, apart)


def parse_ways(text: str) -> tuple[DrawerWay, ...]:
    """The drawers that have a way of their own, in the order written.

    Raises Refused("settings.not_valid", name) for a part that does not read, a drawer told twice,
    and two drawers on one pulse.
    """
    ways = tuple(_way(part.strip()) for part in text.split(";") if part.strip())
    drawers, outlets = {each.drawer for each in ways}, {each.outlet for each in ways}
    if len(drawers) != len(ways) or len(outlets) != len(ways):
        raise Refused("settings.not_valid", name="drawer_ways")
    return ways


def _way(part: str) -> DrawerWay:
    found = _WAY.fullmatch(part)
    if found is None or int(found[1]) > _LARGEST:
        raise Refused("settings.not_valid", name="drawer_ways")
    driver, _, address = found[2].partition(":")
    pin = int(found[3]) if found[3] else PINS[0]
    return DrawerWay(drawer=found[1], driver=driver, address=address, pin=pin)
