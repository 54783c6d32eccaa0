"""A person planted by every way in, forgotten, and sought in the bytes of everything that is kept."""

from __future__ import annotations

import logging
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from posapp.central.commands import backup
from posapp.central.exchange.commands import bring_in
from posapp.domain.ids import MemberId
from posapp.domain.member import Consent, Member, Profile
from posapp.offline.box_format import read_segment
from posapp.wire.attachments import make_attachment
from posapp.wire.complaints import ComplaintRecord
from posapp.wire.facts import MemberData
from posapp.wire.service_desk import Erasure, ProfileEdit
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_central_restored import restore_central
from tests.central.test_complaints import Centre, work_off
from tests.offline.tills import KEYS

NAME, PHONE, CARD = "司马青瓷", "13566667777", "VIP-4455667788"
EDITED = "司马青瓷儿"
WORDS, NOTE = "请把我的地址改为梧桐里十七号", "司马青瓷投诉排队太久"
TOLD = "说她住皂角弄，积分没有到账"
IMPORTED, IMPORTED_PHONE = "公孙白露", "13577778888"
PLANTED = (NAME, PHONE, CARD, WORDS, NOTE, TOLD, "梧桐里", "皂角弄", IMPORTED, IMPORTED_PHONE)
PAGE, RESERVED, IV = 4096, 80, 16


def decrypted(path, key):
    """Every page of a file of SQLCipher and of its log, free ones too, as it reads with its key."""
    plain = b"".join(_page(page, key, place == 0) for place, page in enumerate(_pages(path)))
    log = path.with_name(path.name + "-wal")
    if log.exists():
        data = log.read_bytes()[32:]
        frames = [data[at : at + PAGE + 24] for at in range(0, len(data), PAGE + 24)]
        plain += b"".join(_page(f[24:], key, f[:4] == b"\0\0\0\1") for f in frames)
    return plain


def _pages(path):
    data = path.read_bytes()
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def _page(page, key, is_first):
    body, tail = page[16 if is_first else 0 : -RESERVED], page[-RESERVED:]
    if len(page) < PAGE:
        return b""
    opened = Cipher(algorithms.AES256(key), modes.CBC(tail[:IV])).decryptor()
    return opened.update(body) + opened.finalize()


def register_at(machine):
    """As a till does it without a network: the fact, the profile beside it, her row in the cache."""
    ids = machine.till.ids
    subject, member_id = ids.new(), ids.new()
    profile = Profile(phone=PHONE, name=NAME, card=CARD, birthday="1988-08-08")
    seal_key = machine.enrolment.seal_key
    attachment = make_attachment(profile, subject, secrets.token_bytes(32), seal_key)
    data = MemberData(
        member_id=member_id,
        subject_id=subject,
        number="T0001",
        attachment_sha256=attachment.sha256,
        consent=Consent(policy_version="v3", channel="display", at_ms=1),
        offline=True,
    )
    store = machine.till.store
    store.outbox.append(machine.till.entry(data, (attachment,)))
    machine.cache.remember_member(
        Member(id=MemberId(member_id), number="T0001", name=NAME, phone=PHONE, card=CARD)
    )
    return member_id


def imported(park):
    file = park.folder.parent / "members.csv"
    file.write_text(f"手机号,姓名\n{IMPORTED_PHONE},{IMPORTED}\n", encoding="utf-8")
    say = str
    bring_in(
        park.folder,
        file,
        name="old",
        words=[],
        mapping="",
        commit=True,
        leave_out=False,
        report=None,
        say=say,
    )
    file.unlink()
    rows = park.rows("SELECT id FROM member ORDER BY id")
    return rows[-1][0]


def found_in(data):
    return [text for text in PLANTED if text.encode() in data]


def files_of(folder):
    """What central keeps, but for its key and the simulated phones' messages."""
    skipped = {"central.key", "sms.jsonl"}
    return [path for path in folder.rglob("*") if path.is_file() and path.name not in skipped]


def till_files(machine):
    """The till's two databases, opened with their keys, and its black box."""
    folder = machine.folder / "till"
    opened = [decrypted(path, KEYS.cache_db) for path in folder.glob("cache*.db")]
    opened.append(decrypted(folder / "till.db", KEYS.till_db))
    box = ChaCha20Poly1305(KEYS.black_box)
    for path in folder.rglob("[0-9]*.bin"):
        opened += [record.body for record in read_segment(box, path.read_bytes()).records]
    return b"\n".join(opened)


def test_nothing_of_a_forgotten_person_is_left_in_any_file(park, machine, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    keeping = tmp_path.parent / (tmp_path.name + "-backups")
    keeping.mkdir()
    # Planted: at a till without a network, on the page, at the desk, in a complaint, by an import.
    hers = register_at(machine)
    other = imported(park)
    machine.synchronise(2)
    park.write("UPDATE member SET phone_verified = 1")
    turn_on(park)
    page = Visitor(park).sign_in(PHONE)
    page.send(page.page("/me"), "/correction", words=WORDS)
    desk = Centre(park, hers)
    desk.act(ProfileEdit(name=EDITED), note=NOTE)
    complained = ComplaintRecord(about="points", way="phone", member_id=hers)
    complaint = desk.do(complained, note=TOLD).complaint_id
    assert TOLD in {each.words for each in desk.told(complaint).steps}
    work_off(desk, complaint)
    machine.synchronise(2)
    backup(park.folder, to=keeping / "before.db")
    subjects = "SELECT wrapped_key FROM subject_key JOIN member USING (subject_id) WHERE id = :id"
    wrapped = [bytes(park.rows(subjects, id=each)[0][0]) for each in (hers, other)]
    central = park.folder / "central.db"
    log = central.with_name("central.db-wal")
    before = central.read_bytes() + (log.read_bytes() if log.exists() else b"")
    assert all(key in before for key in wrapped)
    assert set(found_in(till_files(machine))) >= {NAME, PHONE, CARD}

    for each in (hers, other):
        desk.member_id = each
        desk.with_boss(Erasure(forfeit_points=True))
    machine.synchronise(2)
    machine.stop()

    assert found_in(till_files(machine)) == []
    for path in files_of(machine.folder):
        assert found_in(path.read_bytes()) == [], path
    for path in files_of(park.folder):
        data = path.read_bytes()
        assert found_in(data) == [], path
        assert not any(key in data for key in wrapped), path
    assert found_in(caplog.text.encode()) == []
    assert park.rows("SELECT 1 FROM inbox WHERE attachments <> '[]'") == []

    # An older backup knows her key; put in place it forgets her as well.
    assert wrapped[0] in (keeping / "before.db").read_bytes()
    restore_central(park, keeping / "before.db")
    for each in (hers, other):
        assert desk.file(member_id=each).is_forgotten
    for name in ("central.db", "central.db-wal"):
        path = park.folder / name
        data = path.read_bytes() if path.exists() else b""
        assert not any(key in data for key in wrapped), path
    machine.start()
