"""What the till's stores and keys say when they refuse; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

STORE_TEXTS: Final[dict[str, object]] = {
    "cache.damaged": QT_TRANSLATE_NOOP(
        "errors", "本机的会员和商品数据坏了，正在重新下载，请扫码继续卖"
    ),
    "journal.body_changed": QT_TRANSLATE_NOOP(
        "errors", "流水第 {seq} 笔的内容被改过，请联系技术支持"
    ),
    "journal.box_ahead": QT_TRANSLATE_NOOP(
        "errors", "黑匣子里有数据库没有的第 {seq} 笔，请重开本机补回"
    ),
    "journal.box_damaged": QT_TRANSLATE_NOOP("errors", "黑匣子文件有一段读不出来，请联系技术支持"),
    "backup.not_found": QT_TRANSLATE_NOOP("errors", "没有备份文件 {name}，请核对路径"),
    "journal.box_differs": QT_TRANSLATE_NOOP(
        "errors", "第 {seq} 笔与黑匣子不一致，请停用本机并联系技术支持"
    ),
    "journal.chain_broken": QT_TRANSLATE_NOOP(
        "errors", "流水从第 {seq} 笔起接不上，请停用本机并联系技术支持"
    ),
    "journal.gap": QT_TRANSLATE_NOOP("errors", "流水在第 {seq} 笔前缺号，请停用本机并联系技术支持"),
    "journal.tables_differ": QT_TRANSLATE_NOOP("errors", "流水与本机账表不一致，请联系技术支持"),
    "keys.file_damaged": QT_TRANSLATE_NOOP("errors", "密钥文件打不开，请从备份恢复或重新登记本机"),
    "keys.keyring_locked": QT_TRANSLATE_NOOP("errors", "系统密钥环锁着，请先解锁再启动"),
    "keys.lost": QT_TRANSLATE_NOOP(
        "errors",
        "数据还在，密钥不见了，请用原系统账号启动，或用 till-wipe 清除后重新登记",
    ),
    "keys.not_lost": QT_TRANSLATE_NOOP("errors", "密钥还在，数据能打开，请不要加 --keys-lost"),
    "keys.no_keyring": QT_TRANSLATE_NOOP(
        "errors", "这台电脑没有可用的密钥环，请加 --keys file，用口令保护密钥"
    ),
    "keys.passphrase_short": QT_TRANSLATE_NOOP("errors", "口令至少 {least} 个字符，请换一个"),
    "keys.wrong_passphrase": QT_TRANSLATE_NOOP("errors", "口令不对，请重新输入"),
    "store.backup_failed": QT_TRANSLATE_NOOP(
        "errors", "备份没有做成，数据未变，请检查备份目录或 U 盘"
    ),
    "store.busy": QT_TRANSLATE_NOOP("errors", "本机数据正忙，请稍等再试"),
    "store.closed": QT_TRANSLATE_NOOP("errors", "程序正在关闭，请重新启动后再试"),
    "store.damaged": QT_TRANSLATE_NOOP("errors", "本机数据文件损坏，请停止收款并联系技术支持"),
    "store.disk_error": QT_TRANSLATE_NOOP(
        "errors", "磁盘读写出错，本笔未完成，请再试，仍不行请换机"
    ),
    "store.disk_full": QT_TRANSLATE_NOOP("errors", "磁盘已满，本笔未完成，请清出空间再试"),
    "store.in_use": QT_TRANSLATE_NOOP("errors", "收银程序已经在运行，请切换到已打开的窗口"),
    "store.key_wrong": QT_TRANSLATE_NOOP(
        "errors", "数据不是用这把密钥加密的，请检查密钥或数据目录"
    ),
    "store.read_only": QT_TRANSLATE_NOOP("errors", "数据目录不能写入，请检查权限和磁盘"),
    "store.schema_newer": QT_TRANSLATE_NOOP("errors", "数据来自更新的版本，请先升级收银程序"),
    "till.entries_wait": QT_TRANSLATE_NOOP(
        "errors", "还有 {n} 笔没有上传，现在不能登记、清除或升级本机，请连上总部等待同步 0 再来"
    ),
    "till.not_enrolled": QT_TRANSLATE_NOOP(
        "errors", "本机还没有登记，请用 posapp till --central 网址 登记"
    ),
}
