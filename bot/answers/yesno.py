"""Answers to yes-or-no facts: plain yes and no, and the words that mean yes or no to this very question."""

from __future__ import annotations

import re
from typing import Dict, Optional, Pattern, Tuple

from bot.answers.plain import bare

YES = re.compile(r"^(?:はい|うん|ええ|そう|そや|せや|あり(?:ます|$)|ある|あります|いる|います|おります|おる|yes|イエス|もちろん|ok|オーケー|オッケー|済み?|終わ|やりました|した|しました|いい(?:です|よ|$)|大丈夫|お願い|了解|承知|同意|構いません|かまい?ません|かまへん|yep|ye?s|y$|○|〇$|まる$|当てはま|該当し(?:ます|て)|その通り|その予定|予定して|考えて(?:い)?(?:ます|る)|検討)", re.I)
NO = re.compile(
    r"^(?:いいえ|いえ|いや|ううん|ちが|違|ノー|no|n$|まだ|ない|無い|なし|無し|ありません|ないです|いない|いません|おりません|特に|とくに|してない|していません|してません|しない|しません|未|これから|やめ|嫌|だめ|ダメ|結構|"
    r"せえへん|してへん|あらへん|ゼロ|×|ばつ$|該当し(?:ない|ません)|当てはまら|予定(?:は|も)?(?:ない|なし|ありません|無し)|考えて(?:い)?(?:ない|ません|へん)|受けて(?:い)?(?:ない|ません|へん)|nope)",
    re.I,
)
NEGATIVE = re.compile(r"(?:て(?:い)?(?:ない|ません|へん|なく|ねえ|ねー)|ません|ない(?:です|よ|ね|と|状態|の|んです|っす|予定|$|。)|なく$|まだ|未[^来]|へん(?:で|$|わ|ねん)|ず(?:$|に)|これから|前(?:です|$|の段階|なので)|予定(?:です|$))")

# For each fact what means true and what means false when it stands alone; negation turns the true ones round.
WORDS: Dict[str, Tuple[Pattern[str], Pattern[str]]] = {
    "started": (
        re.compile(r"発注|注文|契約|着手|始め|はじめ|スタート|買(?:っ|い)|購入|頼(?:ん|み)|作り始め|作って|動い|動き|進め|走り出|開発(?:中|して)|取りかか|取り掛か|手付|支払|払っ|納品|進行中|やって|もう|済"),
        re.compile(r"未着手|発注前|契約前|着手前|計画(?:段階|中|だけ)|検討(?:段階|中)|見積|構想|相談中|準備(?:段階|中)|何も|なんも|白紙|アイデア"),
    ),
    "parent_is_large": (
        re.compile(r"子会社|傘下|グループ(?:会社|企業|の一員)|親会社が?(?:大|上場|東証|あ|い)|大企業(?:が|の|から)|上場企業(?:が|の)|過半数?(?:を|は)?(?:大|上|親)|出資(?:を|は|して)|資本(?:が|を)?(?:入って|受け)|持って(?:い)?る"),
        re.compile(r"独立|個人(?:の会社|経営|で|オーナー|株主|事業)|同族|オーナー(?:会社|企業|経営)?|家族(?:経営|だけ|で)|自分(?:が|で|の|だけ)|社長(?:が|の|個人)|全(?:部|株|て)(?:自分|社長|私)|百?100?%(?:自|私|社長|個人)|自己資本|資本関係(?:は|も)?な|中小企業|単独|うちだけ|親会社(?:は|なんて|も)?(?:な|い(?:な|ま)|あ(?:りま|らへ))"),
    ),
    "wage_raise_plan": (
        re.compile(r"上げ(?:る|ます|たい|よう|て)|あげ(?:る|ます|たい|よう|て)|引き?上げ|賃上げ(?:する|します|予定|を|は)?|ベースアップ|ベア|昇給|アップ|予定|計画|考え|検討|やる|やります|するつもり|前向き"),
        re.compile(r"据え?置|難し|厳し|無理|余裕(?:が|は|も)?な|上げられ|あげられ|きつい|できそうに|現状維持|そのまま|下げ|見送"),
    ),
    "disclosed": (
        re.compile(r"公開|発表|公表|展示|出展|売って|販売|売り出|論文|学会|sns|ホームページ|youtube|動画|ブログ|プレス|見せ|話し|サンプル|カタログ|載せ|配(?:っ|布)|知られ|特許公報|もう|済", re.I),
        re.compile(r"非公開|秘密|社内(?:だけ|のみ|限)|未発表|未公開|誰にも|だれにも|内緒|伏せ|社外秘|外に(?:は|も)?(?:出し|見せ)て(?:い)?(?:な|ませ|へん)|知られて(?:い)?(?:な|ませ)|nda|隠し|門外不出", re.I),
    ),
    "filed": (
        re.compile(r"出願|出し(?:た|て|ま)|だし(?:た|て)|取(?:っ|得|り)|登録|申請(?:し|中|済)|審査中|特許(?:は|が|を)?(?:あり|持っ)|持って|もう|済|仮出願"),
        re.compile(r"未出願|出願前|準備(?:段階|中)|検討(?:段階|中)|弁理士(?:に|と)相談中|何も|なんも|考え中"),
    ),
    "consent": (re.compile(r"同意|承諾|了承|構いません|かまいません|かまへん|問題(?:な|あ)|どうぞ|渡して|伝えて|送って|共有して|賛成|異議な"), re.compile(r"困る|困り|嫌|やめて|拒否|だめ|ダメ|不安|遠慮|渡さない|伝えない|送らない")),
}
AFFIRMED_BY_NEGATION = re.compile(r"問題(?:は|も)?(?:ない|ありません)|構いません|かまいません|かまへん|異議(?:は|も)?(?:なし|な)|差し支え(?:な|あ)")


def plain_yes_no(text: str) -> Optional[bool]:
    """True for はい and its like, False for いいえ, まだ, ない and theirs, None for anything else."""
    if AFFIRMED_BY_NEGATION.search(text):
        return True
    if NO.match(text):
        return False
    return True if YES.match(text) else None


def answer(fact: str, text: str) -> Optional[bool]:
    """What a text says to a yes-or-no fact, None when it says neither."""
    true_words, false_words = WORDS[fact]
    if AFFIRMED_BY_NEGATION.search(text):
        return True
    if false_words.search(text):
        return False
    if true_words.search(text):
        return not (NO.match(text) or NEGATIVE.search(text))
    plain = plain_yes_no(bare(text))
    return plain_yes_no(text) if plain is None else plain
