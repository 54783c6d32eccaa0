"""One line of the health page."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.ui.widgets.status_pill import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthRow:
    """A component, how it is, and what to do."""

    name: str
    icon: str
    title: str
    mark: Mark
    state: str
    remark: str
