"""A wish to look for the other file of a member, or at a merge of hers."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.wire.merging import AlikeMember


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWith:
    """Payload of Place.MERGING; `merge_id` is the merge that may have to be taken back."""

    her: AlikeMember
    merge_id: str = ""
