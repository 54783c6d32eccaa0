"""What the frame around every screen shows: shop, till, person, link, devices, the last sale."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.ui.i18n import tr
from posapp.ui.widgets.status_pill import Mark


def till_words(name: str) -> str:
    """The operator's name of a till behind our word for it; nothing for none."""
    return tr("收银机 {name}", name=name) if name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """Whose till this is; `till` is what the operator calls it, the word before it is ours."""

    brand: str
    shop: str
    till: str
    version: str = ""

    @property
    def title(self) -> str:
        """The brand first, and the shop when it says more."""
        if not self.brand or self.brand == self.shop:
            return self.shop
        return f"{self.brand} · {self.shop}"

    @property
    def words(self) -> str:
        """Which till, in the language of the screen."""
        return till_words(self.till)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceSign:
    """A device in the top bar: its icon, its name, and what is wrong (empty when ready)."""

    name: str
    icon: str
    title: str
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of link and devices; the window shows whatever it is told."""

    mark: Mark = Mark.OK
    text: str = ""
    waiting: int = 0
    devices: tuple[DeviceSign, ...] = ()
    banner: str = ""
    banner_level: str = "warn"
    banner_action: str = ""
    online: bool = True
    reason: str = ""
