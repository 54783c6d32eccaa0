"""An acquirer of the tests over HTTP on this machine: checks the merchant's hand, signs its own."""

from __future__ import annotations

import base64
import json
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from posapp.central.gateway.acquirer import OfferOrder, Order, RefundOrder
from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.domain.charges import Declined, Offered, Paid, Reversed, Waiting

REASONS = {
    "gateway.code_expired": "AUTH_CODE_EXPIRED",
    "gateway.balance": "NOT_ENOUGH",
    "gateway.refund_exceeds": "REFUND_EXCEEDS",
}


@cache
def key(_whose: str):
    return generate_private_key(65_537, 2_048)


def private_pem(whose: str) -> str:
    made = key(whose).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return made.decode()


def public_pem(whose: str) -> str:
    made = key(whose).public_key()
    return made.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


class FakeAcquirer:
    """`fault`: "" | "drop" (acts, then hangs up) | "unsigned" | "other_nonce" | "error" | "html"."""

    def __init__(self) -> None:
        self.book = SimulatedAcquirer()
        self.fault = ""
        self.wrong_hands = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                outer.answer(self)

            def log_message(self, *_args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler) -> None:
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        time_ms, nonce = handler.headers["Pay-Timestamp"], handler.headers["Pay-Nonce"]
        signed = b"\n".join(
            (b"POST", handler.path.encode(), time_ms.encode(), nonce.encode(), body, b"")
        )
        try:
            signature = base64.b64decode(handler.headers["Pay-Signature"])
            key("merchant").public_key().verify(signature, signed, PKCS1v15(), SHA256())
        except InvalidSignature:
            self.wrong_hands += 1
            handler.send_error(401)
            return
        told = self.act(handler.path.removeprefix("/v1"), json.loads(body))
        if self.fault == "drop":
            handler.connection.close()
            return
        self.say(handler, told, nonce)

    def say(self, handler, told, nonce) -> None:
        data = b"<html>" if self.fault == "html" else json.dumps(told).encode()
        time_ms = "1795000000000"
        if self.fault == "other_nonce":
            nonce = "0" * 32
        signed = b"\n".join((time_ms.encode(), nonce.encode(), data, b""))
        handler.send_response(500 if self.fault == "error" else 200)
        handler.send_header("Content-Length", str(len(data)))
        handler.send_header("Pay-Timestamp", time_ms)
        if self.fault != "unsigned":
            made = key("acquirer").sign(signed, PKCS1v15(), SHA256())
            handler.send_header("Pay-Signature", base64.b64encode(made).decode())
        handler.end_headers()
        handler.wfile.write(data)

    def act(self, path, message):
        number = message["out_trade_no"]
        match path:
            case "/pay":
                order = Order(
                    number=number,
                    amount=message["amount"],
                    currency=message["currency"],
                    channel=message["channel"],
                    code=message["auth_code"],
                )
                return told_of(self.book.pay(order))
            case "/precreate":
                offer = OfferOrder(
                    number=number,
                    amount=message["amount"],
                    currency=message["currency"],
                    left_ms=message["valid_s"] * 1_000,
                )
                return told_of(self.book.precreate(offer))
            case "/query":
                return told_of(self.book.query(number))
            case "/reverse":
                return told_of(self.book.reverse(number))
            case "/refund":
                order = RefundOrder(
                    number=message["out_refund_no"],
                    original=number,
                    amount=message["amount"],
                    whole=message["total"],
                    currency=message["currency"],
                )
                return told_of(self.book.refund(order))


def told_of(outcome):
    match outcome:
        case Paid(reference=reference, masked=masked):
            return {"result": "SUCCESS", "transaction_id": reference, "payer": masked}
        case Offered(content=content):
            return {"result": "OFFERED", "code_url": content}
        case Waiting():
            return {"result": "USERPAYING"}
        case Declined(key=reason):
            return {"result": "FAILED", "reason": REASONS.get(reason, "OTHER")}
        case Reversed():
            return {"result": "REVERSED"}
        case _:
            return {"result": "SYSTEMERROR"}
