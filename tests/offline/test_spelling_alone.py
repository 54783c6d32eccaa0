"""A till and a central in one process spell as they do alone, whichever loads the library first."""

import subprocess
import sys

import pytest

NAMES = "from posapp.central.pinyin import spelled; print(spelled('重庆银行'), spelled('音乐厅'))"
PEOPLE = (
    "from posapp.offline.spelling import name_spellings; "
    "print([''.join(each) for each in name_spellings('单伟乐')]);"
    "import os; assert 'PYPINYIN_NO_PHRASES' not in os.environ"
)
SPELLED = ["('chongqingyinhang', 'cqyh') ('yinyueting', 'yyt')"]
READ = ["['shanweile', 'danweile', 'chanweile', 'shanweiyue', 'danweiyue', 'chanweiyue']"]


@pytest.mark.parametrize(
    ("programs", "told"),
    [((PEOPLE, NAMES), READ + SPELLED), ((NAMES, PEOPLE), SPELLED + READ)],
    ids=["till first", "central first"],
)
def test_order_does_not_matter(programs, told):
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "\n".join(programs)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == told
