"""What can be done at this till: every workflow, built from the stores, the devices and central."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from posapp import __version__
from posapp.offline.search import Search
from posapp.workflows.approving import Approving
from posapp.workflows.bill_desk import BillDesk
from posapp.workflows.case_work import CaseWork
from posapp.workflows.charging import Charging
from posapp.workflows.complaints import ComplaintDesk
from posapp.workflows.drawers import Drawers
from posapp.workflows.families import Families
from posapp.workflows.gateway import Gateways, Via
from posapp.workflows.held_sales import HeldSales
from posapp.workflows.holding import Holding
from posapp.workflows.leasing import Leasing
from posapp.workflows.likeness import Likeness
from posapp.workflows.members import Members
from posapp.workflows.merging import MergeDesk
from posapp.workflows.no_sale import NoSale
from posapp.workflows.on_account import OnAccount
from posapp.workflows.paper import Paper
from posapp.workflows.paying import Paying
from posapp.workflows.price_book import PriceBook
from posapp.workflows.printing import Printing
from posapp.workflows.recorded_desk import RecordedDesk
from posapp.workflows.refunding import Refunding
from posapp.workflows.reporting import Reporting
from posapp.workflows.revealing import Revealing
from posapp.workflows.rights import Rights
from posapp.workflows.seeking import Seeking
from posapp.workflows.selling import Selling
from posapp.workflows.service_desk import ServiceDesk
from posapp.workflows.setting_aside import SettingAside
from posapp.workflows.shifts import Shifts
from posapp.workflows.signing_in import SigningIn
from posapp.workflows.topping_up import ToppingUp
from posapp.workflows.voiding import Voiding
from posapp.workflows.withdrawing import Withdrawing

if TYPE_CHECKING:
    from posapp.app.stores import Stores
    from posapp.devices.station import Station
    from posapp.offline.central_api import CentralApi
    from posapp.offline.gateway import CentralGateway
    from posapp.offline.service_calls import ServiceCalls
    from posapp.workflows.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflows:
    """One of each; they hold no state of the screen."""

    price_book: PriceBook
    paper: Paper
    signing_in: SigningIn
    selling: Selling
    held: HeldSales
    members: Members
    families: Families
    revealing: Revealing
    withdrawing: Withdrawing
    paying: Paying
    setting_aside: SettingAside
    leasing: Leasing
    voiding: Voiding
    refunding: Refunding
    topping_up: ToppingUp
    on_account: OnAccount
    shifts: Shifts
    drawers: Drawers
    approving: Approving
    printing: Printing
    no_sale: NoSale
    reporting: Reporting
    case_work: CaseWork
    bill_desk: BillDesk
    recorded_desk: RecordedDesk
    service_desk: ServiceDesk
    complaints: ComplaintDesk
    merging: MergeDesk
    likeness: Likeness
    seeking: Seeking


def build_workflows(
    stores: Stores,
    api: CentralApi,
    station: Station,
    desk: Desk,
    leasing: Leasing,
    *,
    cases: ServiceCalls,
    gateway: CentralGateway,
) -> Workflows:
    """Wire them; nothing is asked of a store, a device or central here but the price book."""
    till, cache = stores.till, stores.cache
    search = Search(cache, till.sales.served)
    price_book = PriceBook(cache, desk)
    paper = Paper(desk, cache.shop, __version__)
    holding = Holding(api, till.attempts, till.outbox, desk, cache.point_rules)
    gateways = Gateways(station, gateway, lambda: Via(desk.settings.payment_codes))
    charging = Charging(gateways, till.attempts, desk, holding.clock)
    printing = Printing(till.prints, station, desk, paper)
    rights = Rights(leasing.shelf, desk, cache.offers)
    paying = Paying(
        holding,
        charging,
        till.sales,
        desk=desk,
        paper=paper,
        rules=cache.point_rules,
        leasing=leasing,
        rights=rights,
    )
    selling = Selling(
        cache,
        search,
        till.drafts,
        desk,
        price_book.sources,
        leasing=leasing,
        rights=rights,
        rules=price_book.rules,
    )
    members = Members(cache, search, api, till.outbox, desk, rights=rights)
    return Workflows(
        price_book=price_book,
        paper=paper,
        signing_in=SigningIn(till.staff, till.outbox, desk, Drawers(till, charging, desk, paper)),
        selling=selling,
        held=HeldSales(selling, till, api, desk, paper),
        members=members,
        families=Families(cases, desk),
        revealing=Revealing(till.outbox, desk),
        withdrawing=Withdrawing(till.outbox, till.journal, desk),
        paying=paying,
        setting_aside=SettingAside(till.attempts, till.outbox, desk, holding.clock),
        leasing=leasing,
        voiding=Voiding(paying, till.drafts, till.outbox, desk),
        refunding=Refunding(api, till.sales, charging, till.outbox, desk, paper=paper),
        topping_up=ToppingUp(api, till.sales, desk, paper),
        on_account=OnAccount(cache, api, till.sales, desk),
        shifts=Shifts(till, charging, api, desk, paper),
        drawers=Drawers(till, charging, desk, paper),
        approving=Approving(till.staff, till.outbox, desk),
        printing=printing,
        no_sale=NoSale(till.outbox, printing, desk),
        reporting=Reporting(till.shifts, till.journal, till.outbox, desk),
        case_work=CaseWork(cases),
        bill_desk=BillDesk(cases, _bill_folder(stores, desk)),
        recorded_desk=RecordedDesk(cases),
        service_desk=ServiceDesk(cases, desk),
        complaints=ComplaintDesk(cases, desk),
        merging=MergeDesk(cases, members, desk),
        likeness=Likeness(cases, members, cache, desk),
        seeking=Seeking(cases, desk),
    )


def _bill_folder(stores: Stores, desk: Desk) -> Path:
    """Where a manager puts an acquirer's bills: a stick, or a folder beside the till's files."""
    named = desk.settings.bill_folder
    return Path(named) if named else stores.folder / "bills"
