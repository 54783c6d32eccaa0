"""An acquirer over HTTPS: JSON, signed with the merchant's key, answers signed with the acquirer's.

Each message is signed as `METHOD\\nPATH\\nTIME\\nNONCE\\nBODY\\n`, each answer as
`TIME\\nNONCE\\nBODY\\n`, with SHA-256 and RSA (docs/operating.md says what an acquirer offers).
"""

from __future__ import annotations

import base64
import json
import re
import secrets
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    load_pem_private_key,
    load_pem_public_key,
)

from posapp.central.gateway.acquirer import BUDGET_S
from posapp.domain.charges import (
    ChargeOutcome,
    Declined,
    Offered,
    OfferOutcome,
    Paid,
    Reversed,
    ReverseOutcome,
    Unknown,
    Waiting,
)
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.gateway.acquirer import OfferOrder, Order, RefundOrder

MERCHANT_HEADER: Final = "Pay-Merchant"
TIME_HEADER: Final = "Pay-Timestamp"
NONCE_HEADER: Final = "Pay-Nonce"
SIGNATURE_HEADER: Final = "Pay-Signature"
_MOST_BYTES: Final = 64 * 1024
_CODE_URL: Final = re.compile(r"[!-~]{1,512}")
"""What a code may say: printable and short enough to be scanned from a screen."""
_LOCAL: Final = ("127.0.0.1", "localhost")
_REASONS: Final = {
    "AUTH_CODE_EXPIRED": "gateway.code_expired",
    "AUTH_CODE_INVALID": "gateway.code_expired",
    "NOT_ENOUGH": "gateway.balance",
    "ORDER_CLOSED": "gateway.closed",
    "ORDER_REVERSED": "gateway.closed",
    "REFUND_EXCEEDS": "gateway.refund_exceeds",
    "ALREADY_REFUNDED": "gateway.refunded",
    "NOT_PAID": "gateway.not_paid",
}


class SignedHttpAcquirer:
    """One merchant at one acquirer. Any thread: each call has a connection of its own.

    An answer counts only when the acquirer signed it for this very call.
    """

    def __init__(
        self,
        url: str,
        merchant: str,
        private_key: str,
        acquirer_key: str,
        wall_ms: Callable[[], int],
    ) -> None:
        parts = urlsplit(url)
        is_local = parts.hostname in _LOCAL
        if parts.scheme != "https" and not (parts.scheme == "http" and is_local):
            raise Refused("gateway.config_not_valid", reason="url")
        self._host, self._port = parts.hostname or "", parts.port
        self._base = parts.path.rstrip("/")
        self._plain = parts.scheme == "http"
        self._merchant = merchant
        self._private = _private(private_key)
        self._acquirer = _public(acquirer_key)
        self._wall_ms = wall_ms

    def pay(self, order: Order) -> ChargeOutcome:
        """See `Acquirer.pay`."""
        message = {
            "out_trade_no": order.number,
            "amount": order.amount,
            "currency": order.currency,
            "channel": order.channel,
            "auth_code": order.code,
        }
        return _charged(self._ask("/pay", message))

    def precreate(self, order: OfferOrder) -> OfferOutcome:
        """See `Acquirer.precreate`."""
        message = {
            "out_trade_no": order.number,
            "amount": order.amount,
            "currency": order.currency,
            "valid_s": order.left_ms // 1000,
        }
        told = self._ask("/precreate", message)
        content = told.get("code_url")
        if told.get("result") != "OFFERED":
            return _charged(told)
        if not isinstance(content, str) or not _CODE_URL.fullmatch(content):
            return Unknown()
        return Offered(content, order.left_ms)

    def query(self, number: str) -> ChargeOutcome:
        """See `Acquirer.query`."""
        return _charged(self._ask("/query", {"out_trade_no": number}))

    def reverse(self, number: str) -> ReverseOutcome:
        """See `Acquirer.reverse`."""
        told = self._ask("/reverse", {"out_trade_no": number})
        match told.get("result"):
            case "REVERSED" | "CLOSED" | "ORDER_NOT_EXIST":
                return Reversed()
            case "REFUSED":
                return Declined(_reason(told))
            case _:
                return Unknown()

    def refund(self, order: RefundOrder) -> ChargeOutcome:
        """See `Acquirer.refund`."""
        message = {
            "out_trade_no": order.original,
            "out_refund_no": order.number,
            "amount": order.amount,
            "total": order.whole,
            "currency": order.currency,
        }
        return _charged(self._ask("/refund", message))

    def _ask(self, path: str, message: dict[str, Any]) -> dict[str, Any]:
        """The signed answer, or nothing where there is none that counts."""
        body = json.dumps(message, separators=(",", ":"), sort_keys=True).encode()
        target = self._base + path
        time_ms, nonce = str(self._wall_ms()), secrets.token_hex(16)
        signed = b"\n".join((b"POST", target.encode(), time_ms.encode(), nonce.encode(), body, b""))
        headers = {
            "Content-Type": "application/json",
            MERCHANT_HEADER: self._merchant,
            TIME_HEADER: time_ms,
            NONCE_HEADER: nonce,
            SIGNATURE_HEADER: _text(self._private.sign(signed, PKCS1v15(), SHA256())),
        }
        try:
            return self._exchange(target, body, headers, nonce)
        except (OSError, HTTPException, ValueError):
            return {}

    def _exchange(
        self, target: str, body: bytes, headers: dict[str, str], nonce: str
    ) -> dict[str, Any]:
        connection = self._connection()
        try:
            connection.request("POST", target, body, headers)
            answer = connection.getresponse()
            data = answer.read(_MOST_BYTES + 1)
        finally:
            connection.close()
        time_ms, signature = answer.headers[TIME_HEADER], answer.headers[SIGNATURE_HEADER]
        if answer.status != 200 or len(data) > _MOST_BYTES or not (time_ms and signature):
            return {}
        # The nonce of the question: an answer to another one does not fit here.
        signed = b"\n".join((time_ms.encode(), nonce.encode(), data, b""))
        try:
            raw = base64.b64decode(signature, validate=True)
            self._acquirer.verify(raw, signed, PKCS1v15(), SHA256())
        except InvalidSignature:
            return {}
        told = json.loads(data)
        return told if isinstance(told, dict) else {}

    def _connection(self) -> HTTPConnection:
        if self._plain:
            return HTTPConnection(self._host, self._port, timeout=BUDGET_S)
        context = ssl.create_default_context()
        return HTTPSConnection(self._host, self._port, timeout=BUDGET_S, context=context)


def _charged(told: dict[str, Any]) -> ChargeOutcome:
    match told.get("result"):
        case "SUCCESS":
            return Paid(str(told.get("transaction_id", ""))[:64], str(told.get("payer", ""))[:40])
        case "USERPAYING":
            return Waiting()
        case "FAILED":
            return Declined(_reason(told))
        case _:
            return Unknown()


def _reason(told: dict[str, Any]) -> str:
    return _REASONS.get(str(told.get("reason", "")), "gateway.declined")


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _private(pem: str) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise Refused("gateway.config_not_valid", reason="private_key") from error
    if not isinstance(key, RSAPrivateKey):
        raise Refused("gateway.config_not_valid", reason="private_key")
    return key


def _public(pem: str) -> RSAPublicKey:
    try:
        key = load_pem_public_key(pem.encode())
    except ValueError as error:
        raise Refused("gateway.config_not_valid", reason="acquirer_key") from error
    if not isinstance(key, RSAPublicKey):
        raise Refused("gateway.config_not_valid", reason="acquirer_key")
    return key
