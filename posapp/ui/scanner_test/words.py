"""The scanner test in words."""

from __future__ import annotations

from posapp.ui.i18n import tr
from posapp.ui.scanner_test.proposal import MOST_GAP, Advice, Mode, Setting
from posapp.ui.scanner_test.trace import Ending, Trace


def mode_text(mode: Mode) -> str:
    return {
        Mode.NONE: tr("还没有收到扫码"),
        Mode.BY_HAND: tr("像是手工输入"),
        Mode.WEDGE: tr("键盘模式"),
        Mode.INPUT_METHOD: tr("键盘模式，被输入法改写"),
        Mode.DEVICE: tr("串口或专用接法"),
    }[mode]


def advice_text(advice: Advice) -> str:
    return {
        Advice.SCAN: tr("请对着商品条码扫三次"),
        Advice.SCAN_MORE: tr("请再扫几次，共三次后给出建议"),
        Advice.GOOD: tr("工作正常，可以收银"),
        Advice.USE_SCANNER: tr("请用扫码枪扫条码，不要手工输入"),
        Advice.TOO_SLOW: tr(
            "字符间隔超过 {ms} 毫秒，请在扫码枪上缩短字符间隔，或改用串口模式", ms=MOST_GAP
        ),
        Advice.NO_ENTER: tr("扫码枪不发回车，每次要多等片刻，建议在扫码枪上设置回车结尾"),
        Advice.SWITCH_INPUT: tr("请切换到英文输入法，或把扫码枪改为串口模式"),
        Advice.CAPS_LOCK: tr("大小写是反的，不影响收银，可以关掉大写锁定"),
    }[advice]


def ending_text(ending: Ending) -> str:
    return {
        Ending.ENTER: tr("回车"),
        Ending.TAB: tr("Tab"),
        Ending.SILENCE: tr("没有结尾"),
    }[ending]


def gaps_text(trace: Trace) -> str:
    """Shortest, middle and longest gap; nothing for a scanner that tells a code at once."""
    if not trace.gaps:
        return tr("整码送达")
    return tr(
        "间隔 {low} / {middle} / {high} 毫秒",
        low=trace.shortest,
        middle=trace.median,
        high=trace.longest,
    )


def setting_text(setting: Setting | None) -> str:
    if setting is None:
        return ""
    nothing = tr("无")
    return tr(
        "最大间隔 {ms} 毫秒，前缀 {prefix}，后缀 {suffix}",
        ms=setting.gap_ms,
        prefix=setting.prefix or nothing,
        suffix=setting.suffix or nothing,
    )


def code_text(text: str) -> str:
    """Control characters made visible, a long code shortened in its middle."""
    seen = "".join(c if c.isprintable() else f"<{ord(c):02X}>" for c in text)
    return seen if len(seen) <= 40 else f"{seen[:24]}…{seen[-12:]}"
