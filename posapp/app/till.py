"""A till without its screen: stores, lanes, devices, central, workflows, closed in reverse."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from posapp import __version__
from posapp.app.devices import device_specs
from posapp.app.fresh_rules import FreshRules
from posapp.app.key_keeping import EXPORT_FOLDER, exporter, key_care
from posapp.app.status_board import StatusBoard
from posapp.app.stores import Stores, backup_folders, open_mended_stores, settings_in_force
from posapp.app.waking import WakeWatch
from posapp.app.workflows import Workflows, build_workflows
from posapp.clock import Clock, CorrectedClock, Ids
from posapp.devices.registry import DeviceSpec
from posapp.devices.station import Station
from posapp.errors import Refused
from posapp.lanes import STORE, SYNC, Lanes, device_lane
from posapp.offline.anchor import KeyringAnchor
from posapp.offline.care import StorageCare
from posapp.offline.central_api import CentralApi, SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.central_reading import SIGNATURE_WRONG
from posapp.offline.escrow import deposit_once
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.gateway import BUDGET_MS, CentralGateway
from posapp.offline.identity import Enrolment, server_key_of
from posapp.offline.journal_export import Written
from posapp.offline.key_care import KeyCare
from posapp.offline.keys import KeyStore, TillKeys
from posapp.offline.reach import Away, SystemSurroundings, where_it_ends
from posapp.offline.service_calls import ServiceCalls
from posapp.offline.snapshot_calls import SnapshotCalls
from posapp.offline.standing import Standing
from posapp.offline.sync import Sync, SyncParts
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import Till as SyncTill
from posapp.offline.sync_status import LinkState
from posapp.offline.training import make_training_store
from posapp.settings import Settings
from posapp.workflows.desk import Desk, Place
from posapp.workflows.leasing import Leasing
from posapp.workflows.training import Training

if TYPE_CHECKING:
    from concurrent.futures import Future
    from contextlib import ExitStack

    from posapp.offline.sync_status import SyncStatus

log = logging.getLogger(__name__)

PRINTER_LANE = device_lane("printer")
NOWHERE = "http://127.0.0.1:9"
"""Where a till that is trained at looks for central: nobody listens there."""
CASES_BUDGET_MS = 8_000
"""A PIN is checked slowly on purpose, and a manager who works off cases serves nobody meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TillConfig:
    """What a start decides; `chosen` are settings that go before every other source.

    `central_url` overrides the address of the enrolment (the demo's relay has a new port each
    time); `specs` replaces the devices of the settings. With `key_store` the device key is renewed
    by itself when it is old.
    """

    folder: Path
    keys: TillKeys = field(repr=False)
    clock: Clock
    chosen: Mapping[str, object] = field(default_factory=dict)
    central_url: str = ""
    ca_file: Path | None = None
    specs: Callable[[Settings], tuple[DeviceSpec, ...]] = device_specs
    anchor: KeyringAnchor | None = None
    key_store: KeyStore | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """Everything long-lived of one till. Built by `open_till`; `start` begins its own work."""

    stores: Stores
    lanes: Lanes
    station: Station
    desk: Desk
    clock: CorrectedClock
    board: StatusBoard
    sync: Sync
    api: CentralApi
    workflows: Workflows
    care: StorageCare
    away: Callable[[], Away]
    export: Callable[[], Written]
    training: Training
    rules: FreshRules
    key_care: KeyCare | None = None
    server: str = ""

    @property
    def printer_lane(self) -> str:
        return PRINTER_LANE

    def start(self) -> None:
        """End what a crash left over, before anything is sold, and print what is still due."""
        self.stores.till.journal.watch(self._after_commit)
        self.lanes.submit(STORE, self.workflows.paying.release_left_over_holds)
        self._after_commit()

    def synchronise(self) -> None:
        """Begin to, once; in training never."""
        if not self.training.is_on:
            self.lanes.submit(SYNC, self.sync.run).add_done_callback(self._sync_ended)

    def stop(self) -> None:
        """End the sync lane's work within moments; the closing of the lanes waits for it."""
        self.sync.stop()
        self.api.cut()

    def _sync_ended(self, ended: Future[None]) -> None:
        """A mistake of the program must not end synchronising unseen: it is logged and shown."""
        error = None if ended.cancelled() else ended.exception()
        if error is not None:
            log.error("synchronising ended", exc_info=error)
            self.board.put(replace(self.board.status, link=LinkState.DEGRADED, problem="app.bug"))

    def _after_commit(self) -> None:
        self.sync.outbox_changed()
        self.lanes.submit(PRINTER_LANE, self.workflows.printing.print_pending)


def open_till(config: TillConfig, closing: ExitStack) -> Till:
    """Open an enrolled till. Raises the stores' errors and Refused("till.not_enrolled")."""
    clock = CorrectedClock(config.clock)
    stores = open_mended_stores(config.folder, config.keys, clock, closing, config.chosen)
    enrolment = stores.till.identity.enrolment()
    if enrolment is None:
        raise Refused("till.not_enrolled")
    settings = settings_in_force(stores, config.chosen)
    ids = Ids(clock)
    board = StatusBoard()
    board.watch(partial(_correct, clock))
    standing = Standing(stores.till.marks, clock)
    board.watch(standing.hear)
    desk = Desk(
        _place(enrolment),
        clock,
        ids,
        settings,
        board.is_online,
        revoked_ms=lambda: standing.revoked_ms,
    )
    address = _address(config, settings, enrolment)
    new_link = partial(_link, config, enrolment, ids, address)
    api = CentralApi(new_link(), settings.online_budget_ms)
    lending = CentralApi(new_link())
    cases = ServiceCalls(new_link(), CASES_BUDGET_MS)
    gateway = CentralGateway(new_link(), BUDGET_MS)
    closing.callback(gateway.close)
    closing.callback(cases.close)
    closing.callback(lending.close)
    closing.callback(api.close)
    lanes = Lanes()
    station = Station(config.specs(settings), lanes.submit)
    care = _care(config, stores, (settings, clock), board, lending)
    closing.callback(care.end)
    closing.callback(lanes.close)
    closing.callback(cases.cut)
    closing.callback(gateway.cut)
    closing.callback(station.close)
    lines = (SnapshotCalls(new_link(), _intake(stores)), api, lending, cases, gateway)
    sync = _sync(stores, lines, config.clock, desk, board)
    renewing = key_care(
        config.key_store,
        config.keys,
        stores,
        desk,
        clock=clock,
        announcing=lending,
        lines=lines,
        is_refused=lambda: board.status.problem == SIGNATURE_WRONG,
    )
    watch = WakeWatch(config.clock, lambda: board.status.hello_mono_ms, sync.nudge)
    leasing = Leasing(
        lending,
        api,
        leases=stores.till.leases,
        outbox=stores.till.outbox,
        desk=desk,
        is_sure=partial(_is_sure, board, care, watch, standing),
    )
    workflows = build_workflows(stores, api, station, desk, leasing, cases=cases, gateway=gateway)
    till = Till(
        stores=stores,
        lanes=lanes,
        station=station,
        desk=desk,
        clock=clock,
        board=board,
        sync=sync,
        api=api,
        workflows=workflows,
        care=care,
        training=_training(config, stores, desk, workflows),
        key_care=renewing,
        export=exporter(stores, config.keys, renewing, clock, config.folder / EXPORT_FOLDER),
        rules=FreshRules(stores, desk, config.chosen),
        away=partial(where_it_ends, address, settings.internet_probe, SystemSurroundings()),
        server=address,
    )
    closing.callback(till.stop)
    return till


def _address(config: TillConfig, settings: Settings, enrolment: Enrolment) -> str:
    """Where central is; nowhere for a till that is trained at."""
    if enrolment.training:
        return NOWHERE
    return config.central_url or settings.central_url or enrolment.central_url


def _link(config: TillConfig, enrolment: Enrolment, ids: Ids, address: str) -> CentralLink:
    """A connection of its own for each lane that talks to central."""
    credentials = Credentials(
        terminal_id=enrolment.terminal_id,
        incarnation=enrolment.incarnation,
        private_key=config.keys.device_private,
        server_key=server_key_of(enrolment),
    )
    return CentralLink(address, credentials, config.clock, ids, config.ca_file)


def _training(config: TillConfig, stores: Stores, desk: Desk, workflows: Workflows) -> Training:
    make = partial(
        make_training_store, stores.till, stores.cache, config.folder, config.keys, config.clock
    )
    return Training(workflows.shifts, stores.till.outbox, desk, make)


def _is_sure(board: StatusBoard, care: StorageCare, watch: WakeWatch, standing: Standing) -> bool:
    """Central's time is known since the start, without which there is no code to check and no day
    to end; this folder is the newest state of this till; it has not slept since a hello; and
    central did not revoke it.
    """
    is_awake = watch.is_awake()
    is_known = board.status.offset is not None and not standing.revoked_ms
    return is_awake and care.is_newest and is_known


def _intake(stores: Stores) -> FeedIntake:
    return FeedIntake(stores.cache, stores.till.staff, stores.till.settings)


def _sync(
    stores: Stores,
    lines: tuple[SyncCalls, *tuple[CentralApi, ...]],
    base: Clock,
    desk: Desk,
    board: StatusBoard,
) -> Sync:
    till, calls = stores.till, lines[0]

    def go_on_as(incarnation: int) -> None:
        for line in lines:
            line.use_incarnation(incarnation)
        desk.use_incarnation(incarnation)

    def trust(sign_key: str) -> None:
        """Enrolled before central signed: its first key is kept, as the line to it is trusted."""
        if till.identity.pin_server_key(sign_key):
            for line in lines:
                line.use_server_key(server_key_of(till.identity.required()))

    intake = _intake(stores)
    speaker = SyncTill(
        terminal_id=desk.place.terminal_id, app_version=__version__, run_id=desk.new_id()
    )
    return Sync(
        SyncParts(
            till=speaker,
            hands=StoreHands(till.journal, till.outbox, till.identity, intake, till.leases.held),
            calls=calls,
            # The offset leads from this machine's own clock to central's: measure with that one.
            clock=base,
            jitter=random.SystemRandom().randint,
            on_status=board.put,
            on_offset=till.journal.trust_offset,
            on_incarnation=go_on_as,
            on_server_key=trust,
        )
    )


def _care(
    config: TillConfig,
    stores: Stores,
    in_force: tuple[Settings, Clock],
    board: StatusBoard,
    line: CentralApi,
) -> StorageCare:
    settings, clock = in_force
    return StorageCare(
        stores.till,
        config.folder,
        backup_folders(config.folder, config.keys, settings)[0],
        clock,
        config.anchor,
        is_time_known=lambda: board.status.offset is not None,
        deposit=partial(deposit_once, stores.till, config.keys, line),
    )


def _correct(clock: CorrectedClock, status: SyncStatus) -> None:
    if status.offset is not None:
        clock.correct(status.offset.ms)


def _place(enrolment: Enrolment) -> Place:
    return Place(
        tenant_id=enrolment.tenant_id,
        tenant_name=enrolment.tenant_name,
        shop_id=enrolment.shop_id,
        shop_name=enrolment.shop_name,
        terminal_id=enrolment.terminal_id,
        terminal_code=enrolment.terminal_code,
        terminal_label=enrolment.terminal_label,
        incarnation=enrolment.incarnation,
        currency=enrolment.currency,
        time_zone=enrolment.time_zone,
        seal_key=enrolment.seal_key,
        training=enrolment.training,
    )
