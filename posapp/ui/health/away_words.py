"""Why central is out of reach, in words a cashier can act on."""

from __future__ import annotations

from typing import assert_never

from posapp.offline.reach import Away
from posapp.ui.i18n import tr


def away_headline(away: Away) -> str:
    """One sentence for the top of the page."""
    match away:
        case Away.LAN:
            return tr("本机没有网络，可以收现金，储值与积分限预留")
        case Away.INTERNET:
            return tr("外网不通，可以收现金，储值与积分限预留")
        case Away.SERVICE:
            return tr("总部服务没有应答，可以收现金，储值与积分限预留")
        case Away.UNKNOWN:
            return tr("离线，可以收现金，储值与积分限预留")
        case _:
            assert_never(away)


def away_remark(away: Away) -> str:
    """What to look at; empty while nobody knows."""
    match away:
        case Away.LAN:
            return tr("请检查网线、路由器或 Wi-Fi")
        case Away.INTERNET:
            return tr("店内网络正常，请看路由器或联系宽带客服")
        case Away.SERVICE:
            return tr("店内网络正常，是总部的问题，不用动这台机器")
        case Away.UNKNOWN:
            return ""
        case _:
            assert_never(away)


def away_banner(away: Away, minutes: int) -> str:
    """The banner after forty seconds."""
    match away:
        case Away.LAN:
            return tr("本机没有网络 {n} 分钟，可现金收款，储值与兑换限预留", n=minutes)
        case Away.INTERNET:
            return tr("外网不通 {n} 分钟，可现金收款，储值与兑换限预留", n=minutes)
        case Away.SERVICE:
            return tr("总部没有应答 {n} 分钟，可现金收款，储值与兑换限预留", n=minutes)
        case Away.UNKNOWN:
            return tr("已离线 {n} 分钟，可现金收款，储值与兑换限预留", n=minutes)
        case _:
            assert_never(away)
