"""The way to a member's phone: a gateway port, its file for simulated phones, and the messages."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING, Protocol

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path


class SmsGateway(Protocol):
    """Sends one message. Raises Unavailable("sms.not_sent"); never logs text or number."""

    def send(self, phone: str, text: str, *, at_ms: int) -> None: ...


class FileGateway:
    """Appends each message as a JSON line {at_ms, phone, text} for a simulated phone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def send(self, phone: str, text: str, *, at_ms: int) -> None:
        line = json.dumps({"at_ms": at_ms, "phone": phone, "text": text}, ensure_ascii=False)
        with self._lock:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as spool:
                spool.write(line + "\n")


class NoGateway:
    """A central without a gateway: every message fails, and the till offers other factors."""

    def send(self, phone: str, text: str, *, at_ms: int) -> None:  # noqa: ARG002  # the port's shape
        raise Unavailable("sms.not_sent")


def payment_text(brand: str, code: str, amount: int, minutes: int) -> str:
    """What a member reads before she tells anybody a code: who asks, how much, how long."""
    whole, rest = divmod(amount, 100)
    return (
        f"【{brand}】验证码 {code}, 用于本次储值支付 ¥{whole}.{rest:02d}, "
        f"{minutes} 分钟内有效。请勿告诉他人。"
    )


def registration_text(brand: str, code: str, minutes: int) -> str:
    return f"【{brand}】验证码 {code}, 用于登记会员, {minutes} 分钟内有效。"


def page_text(brand: str, code: str, minutes: int) -> str:
    return f"【{brand}】验证码 {code}, 用于登录会员页面, {minutes} 分钟内有效。请勿告诉他人。"


def phone_change_text(brand: str, code: str, minutes: int) -> str:
    """To the old phone and to the new one: she reads what her yes is to."""
    return f"【{brand}】验证码 {code}, 用于更换会员手机号, {minutes} 分钟内有效。请勿告诉他人。"


def identity_text(brand: str, code: str, minutes: int) -> str:
    return f"【{brand}】验证码 {code}, 用于核验您本人, {minutes} 分钟内有效。请勿告诉他人。"


def erased_text(brand: str, until: str) -> str:
    """The last that she hears; `until` is a day where the law has her data kept, sealed."""
    if not until:
        return f"【{brand}】您的个人资料已删除, 本号码不再接收我们的信息。"
    return (
        f"【{brand}】您的会员资料已停止使用。法律要求保存的部分已封存, "
        f"到 {until} 自动销毁, 在此之前不作他用。"
    )
