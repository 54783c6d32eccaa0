"""What a till asks central about a member's file, and has done to it."""

from __future__ import annotations

from posapp.offline.merging_calls import MergingCalls
from posapp.wire.complaints import (
    ComplaintAct,
    ComplaintActed,
    ComplaintAsked,
    ComplaintsAsked,
    ComplaintsListed,
    ComplaintTold,
)
from posapp.wire.member_search import MembersFound, MembersSought
from posapp.wire.privacy import ErasureAsked, ErasureShown, ExportAsked, Exported
from posapp.wire.service_desk import (
    MemberAct,
    MemberActed,
    MemberFile,
    MemberFileAsked,
    RevealAsked,
    Revealed,
    TimelineAsked,
    TimelinePage,
)


class ServiceCalls(MergingCalls):
    """Lane: online. Raises as `CentralApi`. An act may be sent again under its own id."""

    def members_sought(self, asked: MembersSought) -> MembersFound:
        return self._post("/v1/members/search", asked, MembersFound)

    def member_file(self, asked: MemberFileAsked) -> MemberFile:
        return self._post("/v1/service/file", asked, MemberFile)

    def timeline(self, asked: TimelineAsked) -> TimelinePage:
        return self._post("/v1/service/timeline", asked, TimelinePage)

    def reveal(self, asked: RevealAsked) -> Revealed:
        """The text is shown for a moment and kept nowhere."""
        return self._post("/v1/service/reveal", asked, Revealed)

    def member_act(self, asked: MemberAct) -> MemberActed:
        """PINs and codes travel once and are never logged."""
        return self._post("/v1/service/act", asked, MemberActed)

    def complaints(self, asked: ComplaintsAsked) -> ComplaintsListed:
        return self._post("/v1/complaints/list", asked, ComplaintsListed)

    def complaint(self, asked: ComplaintAsked) -> ComplaintTold:
        """What she said is shown and kept nowhere."""
        return self._post("/v1/complaints/show", asked, ComplaintTold)

    def complaint_act(self, asked: ComplaintAct) -> ComplaintActed:
        """PINs travel once and are never logged."""
        return self._post("/v1/complaints/act", asked, ComplaintActed)

    def erasure(self, asked: ErasureAsked) -> ErasureShown:
        return self._post("/v1/service/erasure", asked, ErasureShown)

    def export_data(self, asked: ExportAsked) -> Exported:
        """Everything about a member, for herself: it is written to her stick and nowhere else."""
        return self._post("/v1/service/export", asked, Exported)
