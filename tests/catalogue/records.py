"""Record files for the tests of the catalogue."""

from pathlib import Path
from textwrap import dedent

RECORD = dedent("""\
    id: itabashi-shisaku
    name: 試作品製作助成金
    aliases: [板橋の試作助成]
    family: null
    operator: 公益財団法人板橋区産業振興公社
    level: ward
    area: 板橋区
    kind: subsidy
    audience: direct
    status: published
    status_reason: null
    successor: null
    summary: 区内の製造業が試作品をつくる費用の一部を助成します。
    purposes: [prototype]
    fields: []
    amount:
      max_yen: 1500000
      min_yen: null
      rate: "2/3"
      base_yen: null
      tracks:
        - {name: 小規模企業者, max_yen: null, rate: "4/5", criterion: small_basic_act}
      text: 上限150万円・助成率2/3以内
    calls:
      - {name: 令和8年度, opens_on: 2026-05-08, closes_on: 2026-06-05}
    recurs: yearly
    prior_steps:
      - {kind: hearing, text: 申請の前に担当者のヒアリングを受ける, mandatory: true}
    documents: [納税証明書]
    conditions:
      - text: 板橋区内に事業所がある製造業の中小企業であること
        clause: 0
        criterion: {all: [sme_basic_act, {any_site_in: [板橋区]}, {industry: {in: [manufacturing]}}]}
      - text: 税金の滞納がないこと
        clause: 1
        person: 納税証明書で確認します
      - text: ヒアリングを受けること
        clause: [2, 3]
        step: hearing
      - text: 上限は150万円
        clause: 4
        detail: amount
    combinations:
      - {kind: same_theme, with: null, text: 同じテーマでほかの助成を受けている場合は使えません}
    url: https://example.jp/
    contact: null
    sources:
      - {title: 公社「試作品製作助成金」, url: "https://example.jp/", checked_on: 2026-11-22}
    as_of: "2026-04-01"
    confidence: high
    cautions: []
    facts_conditions: 5
    """)


def write(folder: Path, text: str = RECORD, name: str = "itabashi-shisaku") -> Path:
    """A record file in a folder; the id follows the name."""
    path = folder / f"{name}.yaml"
    path.write_text(text.replace("id: itabashi-shisaku", f"id: {name}"), encoding="utf-8")
    return path


def changed(before: str, after: str) -> str:
    """The record with one passage replaced."""
    assert RECORD.count(before) == 1, before
    return RECORD.replace(before, after)
