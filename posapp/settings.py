"""Every setting of a till, declared once with its type, default and meaning; holds no secrets."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import Field, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Final

from posapp.domain.badge_limits import read_badge_limits
from posapp.domain.drawer_ways import parse_ways
from posapp.domain.extra_fields import parse_fields
from posapp.domain.policy_texts import MOST_TOLD, parse_policies
from posapp.domain.scale_codes import parse_templates
from posapp.domain.tags import parse_tags
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SettingValue = str | int | bool | tuple[int, ...]

_MONEY: Final = 10_000_000_000


def _setting(
    default: SettingValue,
    zh: str,
    en: str,
    *,
    among: tuple[str, ...] = (),
    low: int = 0,
    high: int = _MONEY,
    readable: Callable[[str], object] | None = None,
    most: int = 500,
) -> Any:
    """A declared setting; `among` limits a text, `most` how long it is, `low` and `high` a number
    or each of several; `readable` raises Refused for a text that nobody could read.
    """
    limits = {"among": among, "low": low, "high": high, "readable": readable, "most": most}
    return field(default=default, metadata={"zh": zh, "en": en, **limits})


def _allowance(zh: str, en: str) -> Any:
    """A row of the table of actions x roles x limits, as domain.allowances.read_row reads it."""
    return _setting(
        "",
        f"授权额度: {zh}; 空为程序的",
        f"A row of the table of limits: {en}; empty for the program's",
    )


# With slots only one base may hold fields: each group stands on the one before.
@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceSettings:
    """The operator's table of actions x roles x limits, a row each."""

    allow_discount: str = _allowance("打折 (万分比)", "Taking a share off, in basis points")
    allow_price_change: str = _allowance(
        "减价 (占原价的万分比)", "Taking an amount off, in basis points of the price"
    )
    allow_void_order: str = _allowance("整单作废 (分)", "Voiding an order of up to an amount")
    allow_refund: str = _allowance("退款 (分)", "Refunding up to an amount")
    allow_open_drawer: str = _allowance(
        "无销售开钱箱 (0 或 all)", "Opening the drawer without a sale, 0 or all"
    )
    allow_cash_out: str = _allowance("取出现金 (分)", "Taking out cash up to an amount")
    allow_over_short: str = _allowance(
        "长短款 (分)", "Closing a shift that is over or short by up to an amount"
    )
    allow_take_over: str = _allowance(
        "接手别人的收银机 (0 或 all)", "Taking over a till that another person locked, 0 or all"
    )
    allow_record_external: str = _allowance(
        "登记外部已收的款 (分)", "Recording a payment that was taken elsewhere, up to an amount"
    )
    allow_round_off: str = _allowance("按键抹零 (分)", "Rounding off by key up to an amount")
    allow_deposit_in_cash: str = _allowance(
        "别的方式付的押金退现金 (分)",
        "Giving back in cash a deposit that was paid otherwise, up to an amount",
    )
    allow_member_status: str = _allowance(
        "会员解冻、黑名单、注销 (0 或 all)",
        "Unfreezing, blacklisting or closing a member, 0 or all",
    )
    allow_member_identity: str = _allowance(
        "凭证件换手机号或持有人 (0 或 all)",
        "Another phone without a code to the old one, or another holder, 0 or all",
    )
    allow_correct_value: str = _allowance(
        "更正会员储值 (分)", "Correcting a member's stored value by up to an amount"
    )
    allow_correct_points: str = _allowance(
        "更正会员积分或成长值 (分值)", "Correcting a member's points or growth by up to a number"
    )
    allow_compensate: str = _allowance(
        "补偿会员一次 (折合分)", "Compensating a member once, by its worth"
    )
    allow_compensate_day: str = _allowance(
        "一人一天补偿会员合计 (折合分)", "Compensating members, by person and day, by its worth"
    )
    allow_compensate_year: str = _allowance(
        "一位会员一年得到的补偿合计 (折合分)", "Compensation of one member in a year, by its worth"
    )
    allow_member_export: str = _allowance(
        "凭证件导出本人资料 (0 或 all)",
        "Handing a member her data without a code to her phone, 0 or all",
    )
    allow_member_erase: str = _allowance(
        "删除会员个人资料 (0 或 all, 总要两个人)",
        "Destroying a member's data, 0 or all; it always takes two",
    )
    allow_member_tier: str = _allowance(
        "会员等级由人工定 (0 或 all, 总要两个人)",
        "Giving a member a tier by hand, 0 or all; it always takes two",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSettings(AllowanceSettings):
    """What is asked of who becomes a member."""

    policy_version: str = _setting(
        "v3", "登记会员时出示的协议版本", "Version of the policy shown at registration"
    )
    consent_purposes: str = _setting(
        "marketing profiling partners",
        "登记时另行征求同意的用途: marketing profiling partners face, 空格隔开",
        "Purposes that are asked for one by one: marketing profiling partners face, with spaces",
    )
    member_fields: str = _setting(
        "",
        "登记表的自定义栏目, 例如 home=text:家乡; way=choice:出行方式:自驾|公交; 见操作手册",
        "The operator's own fields of a member, such as home=text:Home town; see operating.md",
        readable=parse_fields,
    )
    member_tags: str = _setting(
        "",
        "收银员看得到的会员标签, 由总部的标签目录得出: 代码=名称|繁体|英文; 不用手填",
        "Tags of members that a cashier sees, as central's catalogue tells them; not set by hand",
        readable=parse_tags,
        most=20_000,
    )
    policy_texts: str = _setting(
        "",
        "顾客屏上的协议全文, 由总部的 policy 命令得出, JSON; 不用手填",
        "The policy in full for the customer's window, as central tells it; not set by hand",
        readable=parse_policies,
        most=MOST_TOLD,
    )
    phone_region: str = _setting(
        "CN",
        "登记时手机号默认的地区",
        "The region that a phone is of until another is chosen",
        among=("CN", "HK", "MO", "TW"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(MemberSettings):
    """The settings in force. Amounts in minor units; times in the unit that the name says."""

    language: str = _setting(
        "zh_CN",
        "界面与小票的语言",
        "Language of screens and receipts",
        among=("zh_CN", "zh_TW", "en"),
    )
    theme: str = _setting(
        "light",
        "界面外观",
        "Look of the screens",
        among=("light", "dark", "contrast", "system"),
    )
    screen_ppi: int = _setting(
        0,
        "屏幕每英寸的像素, 由银行卡校准得出; 0 为相信屏幕自己的说法",
        "Pixels in an inch of the screen, as measured with a bank card; 0: as the screen says",
        high=400,
    )
    screen_percent: int = _setting(
        100,
        "界面放大的百分比, 以布局放得下为限",
        "How much larger the screens are drawn, as far as the layout fits",
        low=100,
        high=150,
    )
    sound_percent: int = _setting(
        60, "提示音的音量百分比; 0 为静音", "Volume of the tones; 0 for silence", high=100
    )
    night_sound_percent: int = _setting(
        20, "夜间提示音的音量百分比", "Volume of the tones at night", high=100
    )
    night_from_hour: int = _setting(
        22, "夜间从几点开始", "The hour at which the night begins", high=23
    )
    night_until_hour: int = _setting(
        7,
        "夜间到几点结束; 与开始相同为没有夜间",
        "The hour at which the night ends; the same as its beginning for no night",
        high=23,
    )
    waiting_tick: bool = _setting(
        False,
        "等待顾客付款时每 5 秒轻响一次",
        "A soft tick every 5 s while a customer's payment is waited for",
    )
    central_url: str = _setting(
        "", "总部服务地址; 空为登记时的", "Address of central; empty for that of the enrolment"
    )
    online_budget_ms: int = _setting(
        1_500,
        "有人等待时每次联网请求的时限",
        "Time limit of a request that a person waits for",
        low=200,
        high=30_000,
    )
    printer: str = _setting(
        "",
        "小票打印机: tcp:主机:端口、file:路径、simulated; 空为没有",
        "Receipt printer: tcp:host:port, file:path, simulated; empty for none",
    )
    printer_profile: str = _setting(
        "generic-80", "打印机型号配置", "Profile of what the printer can do"
    )
    drawer: str = _setting("printer", "钱箱的接法", "How the cash drawer is attached")
    terminal: str = _setting("", "外接支付终端; 空为没有", "Payment terminal; empty for none")
    payment_codes: str = _setting(
        "terminal",
        "顾客付款码由谁收款: terminal 本机的支付终端, central 总部的收单机构",
        "Who charges a payment code: the terminal at this till, or central with its acquirer",
        among=("terminal", "central"),
    )
    pin_pad: str = _setting("", "顾客密码键盘; 空为没有", "The member's pad; empty for none")
    display: str = _setting("", "顾客显示屏; 空为没有", "Customer display; empty for none")
    print_receipts: str = _setting(
        "always", "成交后是否打印小票", "Whether a sale prints", among=("always", "never")
    )
    print_hold_slips: bool = _setting(
        False, "挂单时是否打印取单小票", "Whether a held sale prints a slip to recall it by"
    )
    hold_old_minutes: int = _setting(
        30,
        "挂单超过多少分钟变色提醒",
        "Minutes after which a held sale is shown as old",
        low=1,
        high=1_440,
    )
    customer_screen: str = _setting(
        "second",
        "顾客屏: second 有第二块屏幕时使用, window 独立窗口, off 不用",
        "The customer's side: second on a second screen if there is one, window, or off",
        among=("second", "window", "off"),
    )
    customer_picture: str = _setting(
        "",
        "顾客屏空闲时的图片文件; 空为店名",
        "Picture file of the idle customer's side; empty for the shop's name",
    )
    drawer_before_receipt: bool = _setting(
        True, "钱箱先于小票打开", "The drawer opens before the receipt prints"
    )
    quick_cash: tuple[int, ...] = _setting(
        (100, 500, 1_000, 2_000, 5_000, 10_000),
        "现金快捷键所用的面额 (分)",
        "Notes and coins that quick cash rounds up to",
        low=1,
    )
    change_most: int = _setting(
        500_000,
        "一次找零的上限 (分), 收到的金额多于应收太多时不收",
        "The most change that one payment may give; more tendered than that is refused",
        low=100,
    )
    rounding_off: str = _setting(
        "button",
        "抹零: 不抹、收银员按键、每单自动",
        "Rounding off: never, when the cashier presses its key, or on every order",
        among=("off", "button", "automatic"),
    )
    rounding_to: str = _setting(
        "jiao",
        "抹零抹到哪一位: 到角或到元",
        "What rounding off leaves at the most: whole jiao, or whole yuan",
        among=("jiao", "yuan"),
    )
    rounding_approval_above: int = _setting(
        9,
        "按键抹零超过此金额 (分) 须店长授权",
        "Rounding off by key by more than this needs a manager",
    )
    return_window_days: int = _setting(
        7, "可退货天数", "Days in which goods may come back", high=3_650
    )
    refund_approval_above: int = _setting(
        0,
        "退款超过此金额 (分) 须店长授权",
        "A refund above this amount needs a manager",
    )
    drawers: int = _setting(
        4,
        "本机可用的钱箱数: 一人交班后待点时, 下一位开另一只",
        "Drawers of this till: while one waits for its count the next cashier opens another",
        low=1,
        high=20,
    )
    drawer_ways: str = _setting(
        "",
        "每只钱箱各自的接法, 用分号隔开, 例如 1 printer; 2 printer@5; 空为共用一个",
        "What opens each drawer, between semicolons: 1 printer; 2 printer@5; "
        "3 tcp:host:port; empty where all share one pulse",
        readable=parse_ways,
    )
    drawer_per_cashier: bool = _setting(
        False,
        "每位收银员是否用自己的钱箱",
        "Whether every cashier works with a drawer of her own",
    )
    training_opens_drawer: bool = _setting(
        False, "训练模式是否也打开钱箱", "Whether the drawer opens in training as well"
    )
    difference_approval_above: int = _setting(
        5_000,
        "长短款超过此金额 (分) 须店长授权",
        "A cash difference above this amount needs a manager",
    )
    cash_out_approval_above: int = _setting(
        0,
        "取出现金超过此金额 (分) 须店长授权",
        "Taking out more cash than this needs a manager",
    )
    approve_by_badge: str = _setting(
        "",
        "只扫工牌就可授权的项目和额度, 例如 discount 1000; refund 5000; 空为都要输 PIN",
        "What a badge alone approves, and up to how much; empty: a PIN every time",
        readable=read_badge_limits,
    )
    top_up_most: int = _setting(
        500_000, "单次储值上限 (分)", "The most that one top-up may bring", low=1
    )
    hold_minutes: int = _setting(
        15,
        "储值与积分预留的有效分钟数",
        "Minutes for which a sale may use a hold",
        low=1,
        high=15,
    )
    switch_order: str = _setting(
        "keep",
        "别人接手锁住的收银机时, 没收款的订单留着还是先挂单",
        "An unpaid order when another person comes to a locked till: kept, or put aside",
        among=("keep", "hold"),
    )
    idle_lock_s: int = _setting(
        180, "无人操作多少秒后锁定", "Seconds without work until the till locks", low=30, high=7_200
    )
    scanner: str = _setting(
        "",
        "串口扫码枪: serial:/dev/ttyACM0 或 serial:/dev/ttyUSB0@115200; 空为键盘模式",
        "Scanner on a serial port: serial:/dev/ttyACM0, serial:/dev/ttyUSB0@115200; "
        "empty for a scanner that types",
    )
    wedge_gap_ms: int = _setting(
        50,
        "扫码枪相邻字符的最大间隔",
        "Longest gap between two characters of a scan",
        low=20,
        high=150,
    )
    wedge_prefix: str = _setting("", "扫码枪前缀", "What the scanner sends before a code")
    bill_folder: str = _setting(
        "",
        "放收单机构账单文件的目录, 例如 U 盘; 空为数据目录里的 bills",
        "Where acquirers' bill files are looked for; empty for bills in the data folder",
    )
    backup_folder: str = _setting(
        "",
        "本机数据备份到的目录, 最好在另一块盘或 U 盘上; 空为数据目录里的 copies",
        "Where backups go, best another volume or a stick; empty for copies in the data folder",
    )
    backup_keep: int = _setting(
        7, "保留最近几份备份", "How many of the newest backups are kept", low=1, high=60
    )
    internet_probe: str = _setting(
        "",
        "离线时用来分辨外网的地址 主机:端口; 空为只看总部域名能否解析",
        "host:port that tells whether the internet is there; empty: does central's name resolve",
    )
    revoked_till_sells: bool = _setting(
        False,
        "被总部停用的收银机是否继续开新单",
        "Whether a till that central revoked goes on beginning orders",
    )
    device_key_days: int = _setting(
        90,
        "本机签名密钥用满多少天后自动更换; 0 为不换",
        "Days after which the till renews its signing key by itself; 0 for never",
        high=3_650,
    )
    wedge_suffix: str = _setting("", "扫码枪后缀", "What the scanner sends after a code")
    key_preset: str = _setting(
        "standard",
        "键位方案",
        "Which keys do what, before the changes made on this till",
        among=("standard", "pospal", "supermarket"),
    )
    key_changes: str = _setting(
        "",
        "在键位方案上改动的键, 由键位页面写入",
        "Keys that were given another task than the preset's; written by the page of keys",
    )
    scale_codes: str = _setting(
        "",
        "店内码的格式, 用分号隔开, 例如 21{I:5}{W:5}{C}; 见操作手册",
        "Forms of the shop's weight and price labels, between semicolons; see operating.md",
        readable=parse_templates,
    )


def known() -> tuple[Field[Any], ...]:
    """The declarations, in order."""
    return fields(Settings)


def with_values(settings: Settings, values: Mapping[str, object]) -> Settings:
    """Settings with some values replaced; lists become tuples.

    Raises Refused("settings.unknown_key", name) and Refused("settings.not_valid", name).
    """
    declared = {each.name: each for each in known()}
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name not in declared:
            raise Refused("settings.unknown_key", name=name)
        changed[name] = _checked(declared[name], value)
    return replace(settings, **changed)


def read_file(path: Path) -> Mapping[str, object]:
    """What a local TOML file says; nothing without one. Raises Refused("settings.file_damaged")."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused("settings.file_damaged", name=path.name) from error


def write_file(path: Path, values: Mapping[str, object]) -> None:
    """Replace a local TOML file whole. Raises OSError."""
    # JSON's texts, numbers, truths and lists are TOML's as well.
    lines = [f"{name} = {json.dumps(value)}" for name, value in sorted(values.items())]
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        file.write("\n".join([*lines, ""]))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def docs_table() -> str:
    """The page docs/settings.md, so that it cannot drift from the declarations."""
    rows = [
        f"| `{each.name}` | {_kind(each)} | {_shown(each.default)} | {each.metadata['en']} "
        f"| {each.metadata['zh']} |"
        for each in known()
    ]
    return "\n".join([*_DOCS_HEAD, *rows, ""])


_DOCS_HEAD: Final = (
    "# Settings of a till",
    "",
    "Central's settings come with the feed; a file `settings.toml` in the till's data folder goes",
    "before them, and what was chosen on the page 显示与声音 (`counter.toml`) before both. An",
    "unknown name, or a value that does not fit, stops the start and is named.",
    "Amounts are minor units (fen).",
    "",
    "| name | type | default | meaning | 中文 |",
    "|---|---|---|---|---|",
)


def _checked(declared: Field[Any], value: object) -> SettingValue:
    default = declared.default
    if isinstance(default, tuple) and isinstance(value, list | tuple):
        items = tuple(item for item in value if _fits_number(declared, item))
        if len(items) == len(value):
            return items
    elif isinstance(default, bool) and isinstance(value, bool):
        return value
    elif type(default) is int and _fits_number(declared, value):
        return int(str(value))
    elif isinstance(default, str) and isinstance(value, str) and _fits_text(declared, value):
        return value
    raise Refused("settings.not_valid", name=declared.name)


def _fits_number(declared: Field[Any], value: object) -> bool:
    return type(value) is int and declared.metadata["low"] <= value <= declared.metadata["high"]


def _fits_text(declared: Field[Any], value: str) -> bool:
    among, readable = declared.metadata["among"], declared.metadata["readable"]
    if readable is not None:
        try:
            readable(value)
        except Refused:
            return False
    most = declared.metadata["most"]
    return len(value) <= most and value.isprintable() and (not among or value in among)


def _kind(declared: Field[Any]) -> str:
    if declared.metadata["among"]:
        return ", ".join(f"`{each}`" for each in declared.metadata["among"])
    match declared.default:
        case bool():
            return "true or false"
        case int():
            return f"{declared.metadata['low']} to {declared.metadata['high']}"
        case tuple():
            return "list of numbers"
        case _:
            return "text"


def _shown(default: object) -> str:
    match default:
        case bool():
            return f"`{str(default).lower()}`"
        case tuple():
            return f"`{list(default)}`"
        case str():
            return f'`"{default}"`'
        case _:
            return f"`{default}`"
