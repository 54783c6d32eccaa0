"""Searching members by conditions: asking, paging, opening a file; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.tags import parse_tags
from posapp.errors import PosError
from posapp.lanes import ONLINE
from posapp.ui.navigation import Place
from posapp.ui.search.state import SearchState
from posapp.workflows.seeking import SearchForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.floor import Floor
    from posapp.ui.service.state import Seen
    from posapp.wire.member_search import MembersFound
    from posapp.workflows.seeking import Seeking


class SearchPresenter(QObject):
    """`changed` carries a `SearchState`; `emptied` a `SearchForm` that the fields are to show.

    `seen` says whose files were open at this sign-in, the last first.
    """

    changed = Signal(object)
    emptied = Signal(object)

    def __init__(
        self,
        work: Seeking,
        floor: Floor,
        seen: Callable[[], tuple[Seen, ...]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._floor = floor
        self._seen = seen
        self._state = SearchState()
        self._turn = 0
        self._staff_id = ""
        floor.duty.changed.connect(self._on_duty)

    @property
    def state(self) -> SearchState:
        return self._state

    @property
    def seen(self) -> tuple[Seen, ...]:
        return self._seen()

    @property
    def tags(self) -> tuple[tuple[str, str], ...]:
        """Codes and names of what a cashier may see, in the operator's order."""
        settings = self._floor.desk.settings
        return tuple(
            (each.code, each.of(settings.language)) for each in parse_tags(settings.member_tags)
        )

    def open(self, typed: str) -> None:
        """With what was typed in the member panel; with nothing, as it was left."""
        if typed:
            is_name = any(mark.isalpha() for mark in typed)
            form = SearchForm(name=typed) if is_name else SearchForm(phone=typed)
            self._begin_anew(form)
        self._show()

    @Slot()
    def clear(self) -> None:
        self._begin_anew(SearchForm())
        self._show()

    def _begin_anew(self, form: SearchForm) -> None:
        self._turn += 1
        self._state = SearchState(form=form)
        self.emptied.emit(form)

    @Slot()
    def _on_duty(self) -> None:
        """What one person found is not left for the next one."""
        staff = self._floor.duty.staff
        staff_id = "" if staff is None else staff.id
        if staff_id != self._staff_id:
            self._staff_id = staff_id
            self._begin_anew(SearchForm())
            self.changed.emit(self._state)

    # -- asking

    def search(self, form: SearchForm) -> None:
        """From the first page on."""
        if self._state.loading:
            return
        self._show(form=form, asked=True)
        self._page(("",))

    @Slot()
    def next_page(self) -> None:
        if self._state.next and not self._state.loading:
            self._page((*self._state.places, self._state.next))

    @Slot()
    def page_before(self) -> None:
        if len(self._state.places) > 1 and not self._state.loading:
            self._page(self._state.places[:-1])

    def _page(self, places: tuple[str, ...]) -> None:
        self._turn += 1
        self._show(loading=True, problem=None)
        staff = self._floor.duty.need_staff()
        ask = partial(self._work.page, staff, self._state.form, places[-1])
        known = partial(self._known, self._turn, places)
        self._floor.background.run(ONLINE, ask, known, partial(self._not_known, self._turn))

    def _known(self, turn: int, places: tuple[str, ...], found: MembersFound) -> None:
        if turn == self._turn:
            chosen = 0 if found.rows else -1
            self._show(
                loading=False, rows=found.rows, next=found.next, places=places, chosen=chosen
            )

    def _not_known(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        problem = error if isinstance(error, PosError) else None
        self._show(loading=False, problem=problem, rows=(), next="", places=("",), chosen=-1)
        self._floor.messages.show_error(error)

    # -- choosing

    def choose(self, place: int) -> None:
        if 0 <= place < len(self._state.rows):
            self._show(chosen=place)

    def step(self, by: int) -> None:
        """The row above or below."""
        self.choose(max(0, min(self._state.chosen + by, len(self._state.rows) - 1)))

    def open_file(self, place: int = -1) -> None:
        """Of this row, or of the chosen one."""
        self.choose(place)
        row = self._state.row
        if row is not None:
            self._floor.navigation.go(Place.SERVICE, row.id)

    def open_seen(self, member_id: str) -> None:
        self._floor.navigation.go(Place.SERVICE, member_id)

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    def _show(self, **changes: object) -> None:
        changes["online"] = self._floor.desk.is_online()
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
