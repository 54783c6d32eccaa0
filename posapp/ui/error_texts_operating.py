"""What the command line says to an operator, good news and bad; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

OPERATING_TEXTS: Final[dict[str, object]] = {
    "backup.cannot_write": QT_TRANSLATE_NOOP("errors", "备份写不进 {name}，请核对路径和权限"),
    "central.not_there": QT_TRANSLATE_NOOP(
        "errors", "这里没有总部数据，请先运行 posapp central init"
    ),
    "central.port_taken": QT_TRANSLATE_NOOP(
        "errors", "端口 {port} 用不了（{reason}），请换一个，0 为自动"
    ),
    "doctor.central_answers": QT_TRANSLATE_NOOP("errors", "总部 {url} 有应答"),
    "doctor.central_not_named": QT_TRANSLATE_NOOP(
        "errors", "不知道总部地址，请加 --keys，或写进 settings.toml"
    ),
    "doctor.central_silent": QT_TRANSLATE_NOOP(
        "errors", "总部 {url} 没有应答（{reason}），请查网络，可以先离线卖"
    ),
    "doctor.clock_differs": QT_TRANSLATE_NOOP(
        "errors", "本机时钟与总部差 {seconds} 秒，请校准时钟"
    ),
    "doctor.clock_plausible": QT_TRANSLATE_NOOP("errors", "时钟正常"),
    "doctor.clock_years_behind": QT_TRANSLATE_NOOP("errors", "时钟慢了好几年，请校准时钟"),
    "doctor.database_in_the_clear": QT_TRANSLATE_NOOP(
        "errors", "till.db 没有加密，请停用本机并从备份恢复"
    ),
    "doctor.database_opens": QT_TRANSLATE_NOOP("errors", "till.db 能用密钥打开"),
    "doctor.database_sealed": QT_TRANSLATE_NOOP(
        "errors", "till.db 在，已加密，要打开检查请加 --keys"
    ),
    "doctor.disk_free": QT_TRANSLATE_NOOP("errors", "可用空间 {megabytes} MB"),
    "doctor.disk_low": QT_TRANSLATE_NOOP(
        "errors", "可用空间只剩 {megabytes} MB，至少要 {least} MB，请清理"
    ),
    "doctor.fonts_missing": QT_TRANSLATE_NOOP("errors", "缺少字体 {names}，请重新安装程序"),
    "doctor.fonts_there": QT_TRANSLATE_NOOP("errors", "屏幕和小票的字体都在"),
    "doctor.keyring_answers": QT_TRANSLATE_NOOP("errors", "系统密钥环可用"),
    "doctor.no_window": QT_TRANSLATE_NOOP("errors", "打不开窗口（{reason}），请接屏幕并安装系统包"),
    "doctor.qt_missing": QT_TRANSLATE_NOOP("errors", "没有 PySide6，请按说明重新安装程序"),
    "doctor.window_opens": QT_TRANSLATE_NOOP("errors", "可以打开窗口"),
    "keys.passphrases_differ": QT_TRANSLATE_NOOP("errors", "两次口令不一样，请重新输入"),
    "till.not_here": QT_TRANSLATE_NOOP("errors", "这里还没有收银机，请用 till --central 网址 登记"),
    "till.no_display": QT_TRANSLATE_NOOP("errors", "没有屏幕，请接上屏幕或在桌面里启动"),
    "system.file_trouble": QT_TRANSLATE_NOOP(
        "errors", "{name} 用不了（{reason}），请核对路径和权限"
    ),
    "central.running": QT_TRANSLATE_NOOP("errors", "总部正在运行，请先停止再恢复"),
    "quarantine.unknown": QT_TRANSLATE_NOOP("errors", "隔离区里没有这一笔，请核对编号"),
    "quarantine.still_fails": QT_TRANSLATE_NOOP(
        "errors", "这一笔还是记不进账（{code}），请先消除原因"
    ),
    "quarantine.body_not_valid": QT_TRANSLATE_NOOP(
        "errors", "更正的内容不是这一笔流水，请核对后重试"
    ),
    "export.damaged": QT_TRANSLATE_NOOP("errors", "文件已损坏，或不是这台收银机导出的，请重新导出"),
    "terminal.unknown": QT_TRANSLATE_NOOP("errors", "没有这台收银机，请核对编号"),
}
