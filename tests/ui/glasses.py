"""The screens that the walks go over: sizes with their ppi, the system's scaling, and our own."""

from posapp.settings import Settings, with_values
from posapp.ui.glass import Glass

XGA = Glass(width=1024, height=768, ppi=85.0)
WIDE = Glass(width=1366, height=768, ppi=100.5)
FULL = Glass(width=1920, height=1080, ppi=141.3)
LARGE = Glass(width=1920, height=1080, ppi=102.0)
PORTRAIT = Glass(width=1080, height=1920, ppi=82.0)
# 1366x768 where the system itself enlarges everything.
WIDE_125 = Glass(width=1093, height=614, ppi=80.4, ratio=1.25)
WIDE_150 = Glass(width=911, height=512, ppi=67.0, ratio=1.5)

# Each glass and each percentage meets each language, or the one whose words are longest.
WALKS = [
    ("zh_CN", XGA, 100),
    ("en", XGA, 125),
    ("zh_TW", WIDE, 150),
    ("en", WIDE, 100),
    ("zh_CN", FULL, 125),
    ("en", LARGE, 150),
    ("zh_TW", PORTRAIT, 100),
    ("en", WIDE_125, 100),
    ("zh_CN", WIDE_150, 100),
]
# Pages are dearer to walk; the narrow layout is where words are cut.
PAGE_WALKS = [
    ("zh_CN", XGA, 125),
    ("zh_TW", XGA, 100),
    ("en", XGA, 150),
    ("en", PORTRAIT, 100),
    ("en", WIDE_125, 100),
    ("zh_CN", FULL, 100),
]
# Everything once, in one window, on what the walks above leave out; 1366x768 has no room for more
# than 100 %, so its other percentages are this one.
TOURS = [
    ("en", WIDE, 100),
    ("zh_TW", PORTRAIT, 125),
    ("en", PORTRAIT, 150),
]


def walk_name(walk) -> str:
    language, glass, percent = walk
    return f"{language}-{glass.width}x{glass.height}-{percent}"


def scale_on(glass: Glass, percent: int) -> float:
    return glass.scale(with_values(Settings(), {"screen_percent": percent}))
