"""A share of the cost is a number only where the text can mean one thing."""

from fractions import Fraction

import pytest

from desk.jgrants.rates import read_rate


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("20%", "1/5"),
        ("50％以内", "1/2"),
        ("1/2以内", "1/2"),
        ("２／３以内", "2/3"),
        ("2⁄3", "2/3"),
        ("3分の2以内", "2/3"),
        ("３分の２ 以内", "2/3"),
        ("補助率：1/2", "1/2"),
        ("補助対象経費の1/2以内", "1/2"),
        ("補助対象経費の合計額の4/5以内を補助。", "4/5"),
        ("1/2（以内）", "1/2"),
        ("10/10", "1"),
        ("100%", "1"),
    ],
)
def test_one_share_is_read(text: str, share: str) -> None:
    assert read_rate(text) == Fraction(share)


@pytest.mark.parametrize(
    "text",
    [
        "2/3 以内又は 1/2 以内",
        "1/2～2/3",
        "1/2（小規模事業者は2/3）",
        "中小企業2/3、大企業1/2",
        "最大2/3",
        "定額",
        "定額補助（上限50万円）",
        "50％（上限100万円）",
        "要領を参照",
        "三分の二",
        "0.5",
        "66.7%",
        "0%",
        "150%",
        "3/2",
        "1/0",
        "4/26",
        "",
    ],
)
def test_what_is_unclear_stays_open(text: str) -> None:
    assert read_rate(text) is None
