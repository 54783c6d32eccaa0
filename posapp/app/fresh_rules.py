"""The shop's rules as the feed brings them, in force without a start."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.app.stores import settings_in_force
from posapp.errors import Refused
from posapp.settings import known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.app.stores import Stores
    from posapp.workflows.desk import Desk

_LOG = logging.getLogger(__name__)

RULES: Final = tuple(
    each.name
    for each in known()
    if each.name.startswith("allow_")
    or each.name.endswith("_approval_above")
    or each.name == "switch_order"
)
"""Who may do what alone. Every other setting holds until the next start."""


class FreshRules:
    """Lane: store."""

    def __init__(self, stores: Stores, desk: Desk, chosen: Mapping[str, object]) -> None:
        self._stores = stores
        self._desk = desk
        self._chosen = chosen
        self._read = stores.till.settings.values()

    def refresh(self) -> bool:
        """Whether the feed brought other settings since the last call; those that are rules count
        from now on. What does not read is logged, and what held goes on.
        """
        found = self._stores.till.settings.values()
        if found == self._read:
            return False
        self._read = found
        try:
            settings = settings_in_force(self._stores, self._chosen)
        except Refused as refusal:
            _LOG.warning("settings of central do not read: %s", refusal.key)
            return False
        rules = {name: getattr(settings, name) for name in RULES}
        self._desk.use(replace(self._desk.settings, **rules))
        return True
