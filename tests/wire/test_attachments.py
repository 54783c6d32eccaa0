"""A profile travels encrypted under its subject's key; only central opens it, and only unchanged."""

from __future__ import annotations

import base64
import hashlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.member import Profile
from posapp.errors import Refused
from posapp.wire import attachments

SEAL_PRIVATE = bytes(range(1, 33))
SEAL_PUBLIC = base64.b64encode(attachments.seal_public_key_of(SEAL_PRIVATE)).decode()
SUBJECT = "0192aaaa-0000-7000-8000-000000000001"
SUBJECT_KEY = bytes(range(64, 96))
PROFILE = Profile(phone="13812345678", name="𠮷·䶮", birthday="1990-02-03")


def attachment():
    return attachments.make_attachment(PROFILE, SUBJECT, SUBJECT_KEY, SEAL_PUBLIC)


def test_central_opens_what_the_till_sealed():
    profile, key = attachments.open_attachment(attachment(), SEAL_PRIVATE)
    assert profile == PROFILE
    assert key == SUBJECT_KEY


def test_nothing_personal_is_readable_and_the_digest_names_the_ciphertext():
    sealed = attachment()
    raw = base64.b64decode(sealed.ciphertext)
    assert PROFILE.phone.encode() not in raw
    assert PROFILE.name.encode() not in raw
    assert sealed.sha256 == hashlib.sha256(raw).hexdigest()


def test_two_attachments_of_one_profile_share_no_byte_string():
    first, second = attachment(), attachment()
    assert first.ciphertext != second.ciphertext
    assert first.sealed_key != second.sealed_key


@pytest.mark.parametrize("field", ["ciphertext", "sealed_key"])
@given(place=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_any_flipped_bit_is_noticed(field, place, bit):
    sealed = attachment()
    raw = bytearray(base64.b64decode(getattr(sealed, field)))
    raw[place % len(raw)] ^= 1 << bit
    changes = {field: base64.b64encode(bytes(raw)).decode()}
    if field == "ciphertext":
        changes["sha256"] = hashlib.sha256(bytes(raw)).hexdigest()
    with pytest.raises(Refused, match=r"attachment\.damaged"):
        attachments.open_attachment(msgspec.structs.replace(sealed, **changes), SEAL_PRIVATE)


def test_attachment_of_another_subject_is_refused():
    moved = msgspec.structs.replace(attachment(), subject_id=SUBJECT[:-1] + "2")
    with pytest.raises(Refused, match=r"attachment\.damaged"):
        attachments.open_attachment(moved, SEAL_PRIVATE)


def test_another_central_cannot_open_it():
    with pytest.raises(Refused, match=r"attachment\.damaged"):
        attachments.open_attachment(attachment(), bytes(32))


@pytest.mark.parametrize("change", [{"sha256": "00"}, {"ciphertext": "###"}, {"sealed_key": ""}])
def test_malformed_attachment_is_refused(change):
    with pytest.raises(Refused, match=r"attachment\.damaged"):
        attachments.open_attachment(msgspec.structs.replace(attachment(), **change), SEAL_PRIVATE)
