"""Answers in free words: a technical theme, a name, a company, a note."""

from __future__ import annotations

import re

from bot.text.reader import Reading

NAME_BEFORE = re.compile(
    r"^(?:えーと、?|あ、|はい、?)?(?:(?:私|わたし|僕)?の?(?:名前|氏名|なまえ|苗字|担当)は?|私は|わたしは|僕は)?[、: ]*"
)
COMPANY_BEFORE = re.compile(
    r"^(?:えーと、?|はい、?)?(?:(?:うち|弊社|当社|会社)の?(?:名前|名称|社名|会社名)?は|社名は?|会社名は?|屋号は?|所属は?|勤務先は?)[、: ]*"
)
AFTER = re.compile(
    r"(?:です(?:けど|が|ね|よ)?|でございます|と申します|と申す者です|といいます|と言います|という(?:会社|者)?です|になります|だ(?:よ)?|や(?:で)?|っていう(?:会社|の)?です?|って(?:いい|言い)ます|の者です)?[。.!！、 ]*$"
)
THEME_BEFORE = re.compile(
    r"^(?:えーと|えっと|うーん|まあ|テーマは|技術(?:課題|テーマ|分野)?は|内容は|主に|一言で(?:いう|言う)と|課題は|分野は|困りごとは)+[、: ]*"
)
THEME_AFTER = re.compile(
    r"(?:の(?:こと|件|分野|技術|関係|あたり|話)|関係|関連|系|とか|など)?(?:です(?:かね|ね|よ|けど)?|でございます|になります|だね|だよ|かな|と思います|でしょうか)?[。.! ]*$"
)
ORGANIZED = re.compile(
    r"株式|有限|合同|合資|法人|会社|工業|製作|商店|商会|大学|研究|技研|組合|協会|事務所|工場|クリニック|銀行|信用|産業|電機|精機|鉄工|印刷|ラボ|labo?|inc|ltd|co\.",
    re.I,
)
# 印刷の会社です describes a firm and names none.
NO_NAME = re.compile(r"(?:の(?:会社|企業|者|法人|店|工場)|^(?:株式|有限|合同|合資|合名)?会社|^法人)$")
VERBAL = ("動詞", "助動詞", "形容詞", "形状詞", "副詞", "接続詞", "感動詞")
LONGEST = {"name": 30, "company": 60, "tech_theme": 200, "note": 1000}


def name(reading: Reading) -> str | None:
    """A person's name: a few nouns and no verb. 田中です → 田中."""
    kept = AFTER.sub("", NAME_BEFORE.sub("", reading.normal.text.strip())).strip()
    if not kept or len(kept) > LONGEST["name"] or re.search(r"[0-9@]", kept) or NO_NAME.search(kept):
        return None
    return kept if _nominal(reading, kept) or _tagged_as_name(reading) else None


def company(reading: Reading) -> str | None:
    """A company's name: anything that has the form of one, or a few words without a verb."""
    kept = AFTER.sub("", COMPANY_BEFORE.sub("", reading.normal.text.strip())).strip()
    if not kept or len(kept) > LONGEST["company"] or "@" in kept or NO_NAME.search(kept):
        return None
    return kept if ORGANIZED.search(kept) or _nominal(reading, kept) else None


def theme(reading: Reading) -> str | None:
    """The technical theme in the person's own words."""
    text = reading.normal.text.strip()
    kept = THEME_AFTER.sub("", THEME_BEFORE.sub("", text)).strip()
    return kept[: LONGEST["tech_theme"]] if len(kept) >= 2 else None


def note(reading: Reading) -> str | None:
    """Whatever else the person wants to say."""
    return reading.normal.text.strip()[: LONGEST["note"]] or None


def _nominal(reading: Reading, kept: str) -> bool:
    """No verb, adjective or adverb within the part that is kept; kana names are short."""
    start = reading.normal.text.find(kept)
    inside = [word for word in reading.words if start <= word.start < start + len(kept)]
    return bool(inside) and not any(word.tag.startswith(VERBAL) for word in inside)


def _tagged_as_name(reading: Reading) -> bool:
    return any(word.tag.startswith("名詞-固有名詞-人名") for word in reading.words)
