"""The sample park running: central in its own process, an enrolled till, a counter to touch."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from posapp.app.devices import simulated_specs
from posapp.app.enrolling import enrol_till
from posapp.app.till import Till, TillConfig, open_till
from posapp.central import commands
from posapp.central.data_folder import DATABASE_FILE, TOKEN_FILE
from posapp.central.seeding import member_seed, only_tenant
from posapp.clock import SystemClock
from posapp.demo.central_books import CentralReader
from posapp.demo.central_process import CentralProcess
from posapp.demo.paper.draw import PaperArtist
from posapp.demo.sample import (
    MEMBER_PHONE,
    SAMPLE_PASSPHRASE,
    SHOP_CODE,
    TILL_CODE,
    TILL_LABEL,
    WEIGHED,
    WEIGHT_LABEL,
    Folders,
)
from posapp.devices.registry import Port
from posapp.devices.simulated_line import Link
from posapp.devices.simulated_phone import Phone
from posapp.errors import Refused
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.paths import BOLD_FONT, REGULAR_FONT, resource
from posapp.ui.counter.parts import Counter, ReadyCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.app.training import TrainingTurns
    from posapp.clock import Clock
    from posapp.devices.registry import DeviceSpec
    from posapp.devices.simulated_counter import SimulatedDisplay, SimulatedPinPad, SimulatedScanner
    from posapp.devices.simulated_printer import SimulatedDrawer, SimulatedPrinter
    from posapp.devices.simulated_terminal import SimulatedTerminal
    from posapp.devices.station import Station
    from posapp.domain.member import Member
    from posapp.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Park:
    """Everything of one demo; closed by the `ExitStack` that opened it, the till by `closing`."""

    folders: Folders
    central: CentralProcess
    link: Link
    till: Till
    phone: Phone
    reader: CentralReader
    config: TillConfig
    closing: ExitStack

    def turned(self, turns: TrainingTurns) -> Park:
        """The park with the till whose turn it is, in place of the one that was open."""
        self.closing.close()
        return replace(self, till=open_till(turns.config(lambda: self.config), self.closing))

    @property
    def counter(self) -> Counter:
        """What a person would touch besides the till."""
        station = self.till.station
        return Counter(
            printer=cast("SimulatedPrinter", station.printer),
            drawer=cast("SimulatedDrawer", station.drawer),
            scanner=cast("SimulatedScanner", station.scanner),
            display=cast("SimulatedDisplay", station.display),
            pin_pad=_pin_pad(station),
            terminal=cast("SimulatedTerminal", station.terminal),
            link=self.link,
            phone=self.phone,
            codes=_ready_codes(self.till),
            draw=_Pen(),
        )


def open_park(folders: Folders, chosen: Mapping[str, object], closing: ExitStack) -> Park:
    """Start central, enrol the till on its first start, open it. Nothing is on a screen yet."""
    clock = SystemClock()
    if not (folders.central / DATABASE_FILE).exists():
        commands.init(data=folders.central, sample=True)
    code = "" if _is_enrolled(folders) else _one_time_code(folders)
    central = CentralProcess(folders.central, folders.sms_spool)
    closing.callback(central.stop)
    link = Link(central.start())
    closing.callback(link.close)
    url = f"http://127.0.0.1:{link.port}"
    key_store = PassphraseKeyFile(folders.keys, SAMPLE_PASSPHRASE)
    keys = load_or_make(key_store)
    if code:
        enrol_till(folders.till, keys, clock, url=url, code=code)
    config = TillConfig(
        folder=folders.till,
        keys=keys,
        clock=clock,
        chosen=chosen,
        central_url=url,
        specs=partial(_specs, folders),
        key_store=key_store,
    )
    of_the_till = closing.enter_context(ExitStack())
    till = open_till(config, of_the_till)
    phone = _phone(folders, clock, _sample_member(till))
    reader = CentralReader(f"http://127.0.0.1:{central.port}", _token(folders))
    return Park(
        folders=folders,
        central=central,
        link=link,
        till=till,
        phone=phone,
        reader=reader,
        config=config,
        closing=of_the_till,
    )


def _pin_pad(station: Station) -> SimulatedPinPad | None:
    """None at a till that one trains at: no member is asked for anything."""
    has_one = station.has(Port.PIN_PAD)
    return cast("SimulatedPinPad", station.pin_pad) if has_one else None


def _is_enrolled(folders: Folders) -> bool:
    return folders.till.exists()


def _one_time_code(folders: Folders) -> str:
    answer = commands.enrol_code(
        data=folders.central, shop=SHOP_CODE, till=TILL_CODE, label=TILL_LABEL
    )
    return str(answer["code"])


def _sample_member(till: Till) -> Member:
    """王芳, who has value and points. Raises Refused("member.unknown")."""
    found = till.stores.cache.member_by_phone(MEMBER_PHONE)
    if found is None:
        raise Refused("member.unknown")
    return found


def _phone(folders: Folders, clock: Clock, member: Member) -> Phone:
    """The phone of the sample member; only a demo may read her seed from central."""
    central = commands.open_central(folders.central)
    try:
        tenant = only_tenant(central)
        seed = member_seed(central, tenant.id, member.number)
    finally:
        central.database.close()
    return Phone(
        number=member.number,
        phone=member.phone,
        seed=seed,
        zone=ZoneInfo(tenant.zone.key),
        clock=clock,
        spool=folders.sms_spool,
    )


def _specs(folders: Folders, settings: Settings) -> tuple[DeviceSpec, ...]:
    return simulated_specs(
        folders.root,
        settings.printer_profile,
        settings.drawer_ways,
        drawer_first=settings.drawer_before_receipt,
    )


def _token(folders: Folders) -> str:
    return (folders.central / TOKEN_FILE).read_text("ascii").strip()


def _ready_codes(till: Till) -> tuple[ReadyCode, ...]:
    """A few goods of the first tab, by their barcodes, and what the scale printed."""
    goods = till.stores.cache.favourites()
    barcodes = (
        ReadyCode(label=product.name, text=product.barcodes[0])
        for product in goods
        if product.barcodes
    )
    weighed = till.stores.cache.product_by_code(WEIGHED)
    labels = () if weighed is None else (ReadyCode(label=weighed.name, text=WEIGHT_LABEL),)
    return (*tuple(barcodes)[: 6 - len(labels)], *labels)


class _Pen:
    """Draws printer bytes; the fonts are loaded with the first job."""

    def __init__(self) -> None:
        self._artist: PaperArtist | None = None

    def __call__(self, data: bytes) -> tuple[int, int, bytes]:
        if self._artist is None:
            self._artist = PaperArtist(resource(REGULAR_FONT), resource(BOLD_FONT))
        picture = self._artist.draw_bytes(data).convert("L")
        return picture.width, picture.height, picture.tobytes()
