"""What a manager at this till asks central about the things that wait for a person."""

from __future__ import annotations

from posapp.offline.registration_calls import RegistrationCalls
from posapp.wire.bills import BillGiven, BillsAsked, BillsListed, BillTaken
from posapp.wire.case_work import (
    CaseAsked,
    CaseClosing,
    CasesAsked,
    CasesListed,
    CaseTold,
    CaseWorked,
    FactMending,
)
from posapp.wire.recorded import (
    RecordedAsked,
    RecordedListed,
    RecordedSettled,
    RecordedSettling,
)


class CaseCalls(RegistrationCalls):
    """Lane: online. Raises as `CentralApi`. An act names no request id: after OutcomeUnknown the
    list says whether it was done."""

    def cases(self, asked: CasesAsked) -> CasesListed:
        return self._post("/v1/desk/cases", asked, CasesListed)

    def case(self, asked: CaseAsked) -> CaseTold:
        return self._post("/v1/desk/case", asked, CaseTold)

    def mend(self, asked: FactMending) -> CaseWorked:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/mend", asked, CaseWorked)

    def close_case(self, asked: CaseClosing) -> CaseWorked:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/close", asked, CaseWorked)

    def bills(self, asked: BillsAsked) -> BillsListed:
        return self._post("/v1/desk/bills", asked, BillsListed)

    def take_bill(self, given: BillGiven) -> BillTaken:
        """The PIN travels once and is never logged. A file that was taken already is refused."""
        return self._post("/v1/desk/bill", given, BillTaken)

    def recorded(self, asked: RecordedAsked) -> RecordedListed:
        return self._post("/v1/desk/recorded", asked, RecordedListed)

    def settle_recorded(self, asked: RecordedSettling) -> RecordedSettled:
        """The PIN travels once and is never logged."""
        return self._post("/v1/desk/recorded/settle", asked, RecordedSettled)
