"""What a till asks central about people who may be one, and about making them one."""

from __future__ import annotations

from posapp.offline.case_calls import CaseCalls
from posapp.wire.merging import (
    AlikeAsked,
    AlikeReply,
    MergeAsked,
    MergeDone,
    MergeShown,
    MergeTakenBack,
    MergeWanted,
    PairAnswered,
    PairClosed,
    PairsAsked,
    PairsListed,
)


class MergingCalls(CaseCalls):
    """Lane: online. Raises as `CentralApi`. A merge may be sent again under its own id."""

    def alike(self, asked: AlikeAsked) -> AlikeReply:
        """What was typed of a person travels once; nothing of it is kept."""
        return self._post("/v1/members/alike", asked, AlikeReply)

    def pairs(self, asked: PairsAsked) -> PairsListed:
        return self._post("/v1/desk/pairs", asked, PairsListed)

    def pair(self, asked: MergeAsked) -> MergeShown:
        return self._post("/v1/desk/pair", asked, MergeShown)

    def merge(self, wanted: MergeWanted) -> MergeDone:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/merge", wanted, MergeDone)

    def unmerge(self, asked: MergeTakenBack) -> MergeDone:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/unmerge", asked, MergeDone)

    def different(self, answer: PairAnswered) -> PairClosed:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/different", answer, PairClosed)
