"""A proof that a phone answered its code: given to the till, read in the registration."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posapp.central.keys import CentralKeys


def phone_proof(keys: CentralKeys, tenant_id: str, phone: str) -> str:
    """It holds for this phone at this tenant; a registration may arrive days later."""
    return keys.code_hash(f"proof/{tenant_id}", phone).hex()


def proof_holds(keys: CentralKeys, tenant_id: str, phone: str, proof: str) -> bool:
    expected = phone_proof(keys, tenant_id, phone)
    return bool(phone) and hmac.compare_digest(expected.encode(), proof.encode())
