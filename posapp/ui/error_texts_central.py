"""What central, the importer and the link between them say when they refuse; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

CENTRAL_TEXTS: Final[dict[str, object]] = {
    "auth.incarnation_unknown": QT_TRANSLATE_NOOP(
        "errors", "总部不认识本机的这次启用，请重新登记本机"
    ),
    "auth.replayed": QT_TRANSLATE_NOOP("errors", "这个请求已经用过，请重试"),
    "auth.terminal_revoked": QT_TRANSLATE_NOOP("errors", "本机已被停用，请联系店长"),
    "auth.terminal_unknown": QT_TRANSLATE_NOOP("errors", "总部不认识本机，请重新登记"),
    "auth.token_wrong": QT_TRANSLATE_NOOP("errors", "口令不对，请核对后重试"),
    "backup.file_exists": QT_TRANSLATE_NOOP("errors", "这个备份文件已经存在，请换一个文件名"),
    "backup.program_missing": QT_TRANSLATE_NOOP(
        "errors", "没有找到 {name}，请安装 PostgreSQL 的客户端程序"
    ),
    "backup.not_verified": QT_TRANSLATE_NOOP("errors", "备份没有通过校验，请重新备份"),
    "central.already_there": QT_TRANSLATE_NOOP("errors", "这里已经有总部数据，请换一个文件夹"),
    "central.database_unreachable": QT_TRANSLATE_NOOP(
        "errors", "连不上数据库，请检查地址和数据库是否在运行"
    ),
    "central.database_url_not_valid": QT_TRANSLATE_NOOP(
        "errors", "数据库地址不对，请写 postgresql://账号:密码@主机/库名"
    ),
    "central.database_url_open_to_others": QT_TRANSLATE_NOOP(
        "errors", "数据库地址的文件别人也能读，请收紧权限"
    ),
    "central.internal": QT_TRANSLATE_NOOP("errors", "总部出错了，稍后会自动重试"),
    "central.key_missing": QT_TRANSLATE_NOOP("errors", "总部的密钥不见了，请从备份恢复"),
    "central.key_open_to_others": QT_TRANSLATE_NOOP(
        "errors", "总部的密钥文件别人也能读，请收紧权限"
    ),
    "central.key_wrong": QT_TRANSLATE_NOOP("errors", "总部的密钥与数据不符，请检查备份"),
    "central.no_such_tenant": QT_TRANSLATE_NOOP("errors", "总部没有这个商户，请核对"),
    "central.not_started": QT_TRANSLATE_NOOP("errors", "总部没有启动成功，请看日志后重试"),
    "central.schema_newer": QT_TRANSLATE_NOOP("errors", "总部数据来自更新的版本，请先升级程序"),
    "central.stopping": QT_TRANSLATE_NOOP("errors", "总部正在停机，请过 {seconds} 秒再试"),
    "central.workers_need_a_server": QT_TRANSLATE_NOOP(
        "errors", "多个进程要用 PostgreSQL，请先给出数据库地址"
    ),
    "demo.out_needed": QT_TRANSLATE_NOOP("errors", "无界面演示要写结果，请加 --out 文件夹"),
    "enrol.code_not_valid": QT_TRANSLATE_NOOP("errors", "登记码不对或已过期，请在总部重新生成"),
    "enrol.key_not_valid": QT_TRANSLATE_NOOP("errors", "本机密钥不对，请重新登记"),
    "enrol.no_such_shop": QT_TRANSLATE_NOOP("errors", "没有门店 {shop}，请核对编号"),
    "fact.already_known": QT_TRANSLATE_NOOP("errors", "总部已有这一笔，不用再传"),
    "fact.contradicts_itself": QT_TRANSLATE_NOOP("errors", "这一笔的数字对不上，已留待核查"),
    "fact.digest_wrong": QT_TRANSLATE_NOOP("errors", "这一笔在传送中损坏，会自动重传"),
    "fact.not_applicable": QT_TRANSLATE_NOOP("errors", "总部暂时不能入账，已留待核查"),
    "fact.of_another_currency": QT_TRANSLATE_NOOP("errors", "这一笔的币种不对，已留待核查"),
    "fact.of_another_till": QT_TRANSLATE_NOOP("errors", "这一笔属于另一台收银机，已留待核查"),
    "fact.quarantined": QT_TRANSLATE_NOOP("errors", "这一笔已收下，留待总部核查"),
    "import.barcode_not_valid": QT_TRANSLATE_NOOP("errors", "条码不对，请核对"),
    "import.barcode_taken": QT_TRANSLATE_NOOP("errors", "条码 {code} 已是另一件商品的，请核对"),
    "import.barcode_twice": QT_TRANSLATE_NOOP("errors", "条码与第 {first} 行重复，请删去一处"),
    "import.code_twice": QT_TRANSLATE_NOOP("errors", "编码与第 {first} 行重复，请改一处"),
    "import.column_missing": QT_TRANSLATE_NOOP("errors", "缺少 {name} 列，请补上"),
    "import.column_unknown": QT_TRANSLATE_NOOP("errors", "不认识 {name} 列，请删去或改名"),
    "import.control_character": QT_TRANSLATE_NOOP("errors", "含有看不见的控制字符，请删去"),
    "import.empty": QT_TRANSLATE_NOOP("errors", "不能为空，请填写"),
    "import.formula": QT_TRANSLATE_NOOP("errors", "以 = + - @ 开头像公式，请改成普通文字"),
    "import.kind_unknown": QT_TRANSLATE_NOOP("errors", "类型不对，请填 goods、dish 或 service"),
    "import.member_price_above_price": QT_TRANSLATE_NOOP("errors", "会员价高于售价，请核对"),
    "import.no_file": QT_TRANSLATE_NOOP("errors", "没有这个文件，请核对路径"),
    "import.no_header": QT_TRANSLATE_NOOP("errors", "第一行不是列名，请补上列名"),
    "import.not_csv": QT_TRANSLATE_NOOP("errors", "第 {row} 行不是 CSV，请用 UTF-8 CSV 导出"),
    "import.tax_rate_not_valid": QT_TRANSLATE_NOOP("errors", "税率不对，请填 0 到 100 的百分数"),
    "import.too_large": QT_TRANSLATE_NOOP("errors", "文件超过 {most_mb} MB，请分成几份"),
    "import.too_long": QT_TRANSLATE_NOOP("errors", "超过 {most} 个字符，请缩短"),
    "import.too_many_cells": QT_TRANSLATE_NOOP("errors", "这一行的格子比列名多，请检查逗号"),
    "import.too_many_rows": QT_TRANSLATE_NOOP("errors", "超过 {most} 行，请分成几份"),
    "import.wrong_encoding": QT_TRANSLATE_NOOP(
        "errors", "第 {row} 行不是 UTF-8，请另存为 UTF-8 CSV"
    ),
    "keys.passphrase_needed": QT_TRANSLATE_NOOP(
        "errors", "没有收到口令，请输入，或从标准输入给一行"
    ),
    "member.attachment_missing": QT_TRANSLATE_NOOP("errors", "缺少会员资料，已留待核查"),
    "refund.contradicts_itself": QT_TRANSLATE_NOOP("errors", "这笔退款的数字对不上，已留待核查"),
    "refund.sale_unknown": QT_TRANSLATE_NOOP("errors", "总部还没有原单，请等它上传后再退"),
    "report.member_unknown": QT_TRANSLATE_NOOP("errors", "没有这个会员，请核对会员号"),
    "request.id_not_valid": QT_TRANSLATE_NOOP("errors", "请求编号不对，请重试"),
    "request.no_such_path": QT_TRANSLATE_NOOP("errors", "总部没有这个功能，请检查两边的版本"),
    "request.not_allowed": QT_TRANSLATE_NOOP("errors", "总部不接受这种请求，请检查两边的版本"),
    "request.too_large": QT_TRANSLATE_NOOP("errors", "请求太大，会自动分开重传"),
    "robot.not_there": QT_TRANSLATE_NOOP("errors", "自动演示没有找到 {what}，请看截图"),
    "sale.contradicts_itself": QT_TRANSLATE_NOOP("errors", "这笔销售的数字对不上，已留待核查"),
    "sms.not_sent": QT_TRANSLATE_NOOP("errors", "短信没有发出，请稍后重试"),
    "sync.chain_broken": QT_TRANSLATE_NOOP("errors", "流水接不上，已停止上传，请联系技术支持"),
    "sync.not_well_formed": QT_TRANSLATE_NOOP("errors", "总部读不懂第 {seq} 笔，请联系技术支持"),
    "sync.of_another_till": QT_TRANSLATE_NOOP("errors", "这批数据属于另一台收银机，请联系技术支持"),
    "sync.protocol_unknown": QT_TRANSLATE_NOOP("errors", "两边版本不合，请升级本机"),
    "sync.rebootstrap": QT_TRANSLATE_NOOP("errors", "本机缓存太旧，正在重新下载"),
    "sync.too_many_items": QT_TRANSLATE_NOOP("errors", "一次传得太多，会自动分开重传"),
    "top_up.contradicts_itself": QT_TRANSLATE_NOOP("errors", "这笔充值的数字对不上，已留待核查"),
}
