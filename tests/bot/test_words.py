"""Trades, kinds of applicants, purposes and partners from everyday words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.entities.found import Found
from tests.bot.conftest import Facts

INDUSTRIES = {
    "板橋で金属加工をしています": "manufacturing", "町工場です": "manufacturing", "印刷屋をやってます": "manufacturing",
    "システム開発の会社です": "software", "アプリを作ってます": "software", "ＩＴ企業です": "information",
    "居酒屋を3店舗やってます": "retail", "雑貨屋です": "retail", "工務店をしております": "construction",
    "運送業、社員20人": "transport", "クリニックを経営しています": "medical", "農家です": "agriculture", "問屋です": "wholesale",
    "不動産業を営んでいます": "real_estate", "旅館の三代目です": "hotel", "美容室を開業しました": "service",
    "印刷じゃなくてソフト開発です": "software", "傘の骨を作って三代目です": "manufacturing", "屋根の修理をやってます": "construction",
    "ビルを何棟か持って貸しています": "real_estate", "中古車をアフリカに輸出しています": "wholesale", "会計ソフトのパッケージを売っています": "software",
    "トマトをハウスで栽培しています": "agriculture", "自転車の販売と修理": "retail", "スーパーに卸している豆腐メーカー": "manufacturing",
    "旋盤をやっています": "manufacturing", "発電所を運営しています": "other",
}  # fmt: skip
APPLICANTS = {
    "個人事業主です": "sole_proprietor", "フリーランスでデザインをしています": "sole_proprietor", "これから起業します": "pre_founding",
    "まだ法人化していません": "pre_founding", "株式会社みどりです": "company", "うちは合同会社です": "company", "NPO法人です": "npo",
    "大学の研究者です": "university", "大学の研究室で開発した技術です": "university", "協同組合です": "association", "うちは大企業です": "large_company",
    "個人事業主じゃなくて合同会社になりました": "company",
}  # fmt: skip
PURPOSES = {
    "試作をしたい": {"prototype"}, "海外展開を考えています": {"overseas"}, "設備投資をしたい": {"equipment"}, "設備の助成を探す": {"equipment"},
    "販路開拓に使いたい": {"sales_channel"}, "これから創業したい": {"startup"}, "省エネ設備": {"energy"}, "社員の研修": {"hiring_training"},
    "大学と共同研究して特許を取りたい": {"joint_research", "ip_filing"},
}  # fmt: skip
PARTNERS = {
    "共同研究する大学はもう決まっている": "agreed", "研究室とは話がついています": "agreed", "大学を探しています": "searching",
    "組む相手がまだ見つかっていません": "searching", "大学と組む予定はありません": "none",
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), INDUSTRIES.items())
def test_the_persons_trade(facts: Facts, text: str, value: str) -> None:
    assert facts(text).get("industry") == value


@pytest.mark.parametrize(
    "text",
    [
        "印刷会社を紹介してほしい",
        "ホテルを予約したい",
        "銀行に相談した",
        "サービスが悪い",
        "カフェで打ち合わせ",
        "英文の契約書",
        "旋盤が壊れた",
        "システム開発を外注したい",
        "近所の工務店に見積もりを頼んだ",
        "弁理士さんに30万と言われた",
        "市場調査をしてくれる会社を紹介して",
    ],
)
def test_a_trade_that_is_only_mentioned(facts: Facts, text: str) -> None:
    assert "industry" not in facts(text)


@pytest.mark.parametrize(("text", "value"), APPLICANTS.items())
def test_the_kind_of_applicant(facts: Facts, text: str, value: str) -> None:
    assert facts(text).get("applicant_type") == value


@pytest.mark.parametrize(
    "text", ["大学の先生を紹介して", "創業5年目です", "株式会社を作る方法", "協会けんぽ", "2020年5月設立です"]
)
def test_no_kind_of_applicant(facts: Facts, text: str) -> None:
    assert "applicant_type" not in facts(text)


@pytest.mark.parametrize(("text", "values"), PURPOSES.items())
def test_purposes(found: Callable[[str], list[Found]], text: str, values: set[str]) -> None:
    assert values <= {one.value for one in found(text) if one.entity == "purpose"}


@pytest.mark.parametrize("text", ["令和3年創業です", "創業100年の老舗", "起業して3年"])
def test_a_past_founding_is_no_purpose(found: Callable[[str], list[Found]], text: str) -> None:
    assert not [one for one in found(text) if one.entity == "purpose"]


@pytest.mark.parametrize(("text", "value"), PARTNERS.items())
def test_whether_there_is_a_partner(facts: Facts, text: str, value: str) -> None:
    assert facts(text).get("partner_status") == value
