"""Closing a shift, as values; nothing in the count's stage tells how much cash there should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from posapp.domain.shift import ZReport
from posapp.domain.z_blocks import ZBlock
from posapp.ui.shift.count_model import Count
from posapp.ui.shift.others_model import Others
from posapp.ui.shift.words import DifferenceReason
from posapp.workflows.shifts import CloseState, Comparison


class Stage(IntEnum):
    """Where the close stands."""

    COUNT = 0
    OTHERS = 1
    DIFFERENCE = 2
    REVIEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingState:
    """`difference` is known only after a count was submitted; `recounts` are counts begun anew."""

    stage: Stage = Stage.COUNT
    count: Count = field(default_factory=Count)
    others: Others = field(default_factory=Others)
    open_issues: CloseState | None = None
    recounts: int = 0
    difference: int | None = None
    reason: DifferenceReason | None = None
    remark: str = ""
    busy: bool = False
    z: ZReport | None = None
    blocks: tuple[ZBlock, ...] = ()
    approved_by: str = ""
    comparison: Comparison | None = None
