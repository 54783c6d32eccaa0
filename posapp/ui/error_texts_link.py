"""What is said about the line to central, about synchronising and replaying; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

LINK_TEXTS: Final[dict[str, object]] = {
    "attachment.damaged": QT_TRANSLATE_NOOP("errors", "会员资料读不出来，请联系技术支持"),
    "auth.clock_skew": QT_TRANSLATE_NOOP("errors", "本机时间与总部相差太多，请校准时间后重试"),
    "auth.not_signed": QT_TRANSLATE_NOOP("errors", "总部不认本机的签名，请重新登记本机"),
    "auth.signature_wrong": QT_TRANSLATE_NOOP("errors", "总部不认本机的签名，请重新登记本机"),
    "cart.amount_out_of_range": QT_TRANSLATE_NOOP("errors", "这一行的金额太大，请检查后重新输入"),
    "central.address_not_valid": QT_TRANSLATE_NOOP(
        "errors", "总部地址不对，应以 https:// 开头，请检查设置"
    ),
    "central.busy": QT_TRANSLATE_NOOP("errors", "总部正忙，请过 {seconds} 秒再试"),
    "central.certificate": QT_TRANSLATE_NOOP(
        "errors", "总部的证书不可信，没有连接，请联系技术支持"
    ),
    "central.plain_http": QT_TRANSLATE_NOOP("errors", "总部地址没有加密，请改用 https:// 的地址"),
    "central.refused": QT_TRANSLATE_NOOP("errors", "总部拒绝了这次请求，请联系店长"),
    "central.unreachable": QT_TRANSLATE_NOOP("errors", "连不上总部，可以继续卖，请稍后再试"),
    "replay.count_not_valid": QT_TRANSLATE_NOOP("errors", "回放的笔数不对，请用 1 以上的数字"),
    "replay.folder_in_use": QT_TRANSLATE_NOOP(
        "errors", "文件夹里已有一次回放，请加 --resume 或换一个"
    ),
    "replay.not_found": QT_TRANSLATE_NOOP("errors", "回放的商店里没有 {code}，请换一个文件夹重来"),
    "replay.not_synced": QT_TRANSLATE_NOOP("errors", "等不到总部收完，请用 --resume 继续"),
    "replay.nothing_to_resume": QT_TRANSLATE_NOOP("errors", "没有可以继续的回放，请去掉 --resume"),
    "replay.records_missing": QT_TRANSLATE_NOOP(
        "errors", "没有回放的数据，请运行 python3 dev.py replay"
    ),
    "sync.dead_letter": QT_TRANSLATE_NOOP("errors", "总部收下了但读不懂这一笔，请联系技术支持"),
    "sync.foreign_result": QT_TRANSLATE_NOOP("errors", "总部回答了不是本机的流水，请联系技术支持"),
    "sync.fork": QT_TRANSLATE_NOOP("errors", "总部有另一份本机的流水，请停用本机并联系技术支持"),
    "sync.incarnation_changed": QT_TRANSLATE_NOOP(
        "errors", "总部已登记另一台同号的收银机，请重新登记本机"
    ),
    "sync.item_stuck": QT_TRANSLATE_NOOP(
        "errors", "有一笔流水总部收不下，仍在本机，请联系技术支持"
    ),
    "sync.now_after_restore": QT_TRANSLATE_NOOP(
        "errors", "本机从旧备份恢复，已换新编号，可以照常收银"
    ),
    "sync.now_after_copy": QT_TRANSLATE_NOOP(
        "errors", "本机数据有另一份在用，本机已换新编号，请店长查找另一台"
    ),
    "sync.till_restored": QT_TRANSLATE_NOOP(
        "errors", "本机的流水比总部的旧，暂停上传，请联系技术支持"
    ),
    "sync.update_needed": QT_TRANSLATE_NOOP("errors", "本机程序太旧，总部不再接受，请更新程序"),
}
