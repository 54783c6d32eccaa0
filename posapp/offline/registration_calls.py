"""What this till asks central about a member's consents, her family and a company's pack."""

from __future__ import annotations

from posapp.offline.central_api import CentralApi
from posapp.wire.consents import ConsentChange, ConsentsAsked, ConsentsTold
from posapp.wire.families import FamilyAsked, FamilyChange, FamilyChanged, FamilyTold
from posapp.wire.packs import PackAsked, PackTold, PackUse
from posapp.wire.registering import RegistrationChecked, RegistrationFits


class RegistrationCalls(CentralApi):
    """Lane: online. Raises as `CentralApi`."""

    def consents(self, asked: ConsentsAsked) -> ConsentsTold:
        return self._post("/v1/members/consents", asked, ConsentsTold)

    def change_consent(self, change: ConsentChange) -> ConsentsTold:
        return self._post("/v1/members/consent", change, ConsentsTold)

    def check_registration(self, asked: RegistrationChecked) -> RegistrationFits:
        return self._post("/v1/members/check", asked, RegistrationFits)

    def pack(self, asked: PackAsked) -> PackTold:
        return self._post("/v1/packs/show", asked, PackTold)

    def use_pack(self, use: PackUse) -> PackTold:
        """The code travels once more, and a second time brings nothing."""
        return self._post("/v1/packs/use", use, PackTold)

    def family(self, asked: FamilyAsked) -> FamilyTold:
        return self._post("/v1/families/show", asked, FamilyTold)

    def change_family(self, change: FamilyChange) -> FamilyChanged:
        """The PIN travels once and is never logged."""
        return self._post("/v1/families/change", change, FamilyChanged)
