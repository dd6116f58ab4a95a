"""Who has answered enough and wants to see something, and who is about to leave."""

import re
import unicodedata

#: whoever writes more tells something, too
LONGEST = 40
_RESULTS = re.compile(
    r"(?:一覧|リスト|候補|結果)(?:だけ|を|は|が)?.{0,6}(?:見せ|見たい|見れ|見られ|出し|教え|ください|表示|知りたい|ほしい|欲しい)"
    r"|^(?:それで|で|じゃあ|では|結局|つまり|実際|だいたい|うちは?|[、,\s])*いくら.{0,8}(?:もら|貰|出る|出ます|戻|返って|受け取)|(?:めんどう?|面倒)(?:くさ|い(?!合)|だ|です)"
    r"|あと(?:何|なに|いくつ).{0,6}(?:聞|質問|答え)|(?:まだ|いつまで).{0,3}(?:聞く|聞か|質問)|質問(?:が|、)?(?:まだ|長い)"
    r"|(?:早く|さっさと|とっとと).{0,4}(?:教え|出し|見せ)"
)
_SOMETHING_ELSE = re.compile(r"電話|担当|人[にとを]|やめ|中止|資本金|従業員")
_LEAVING = re.compile(
    r"持ち帰|検討し|失礼|(?:今日|本日|いったん|一旦)は?(?:これで|ここまで)|(?:また|後で|あとで|改めて|今度).{0,8}"
    r"(?:来|連絡|相談|うかが|伺|お願い|聞き|書き|使い)|(?:社長|上司|家族|先生|社内).{0,3}(?:確認|相談|聞い)"
)


def wants_results(text: str) -> bool:
    """Whether somebody would rather see what was found than answer on: 「一覧を見せて」「結局いくらもらえるの」."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return len(plain) <= LONGEST and bool(_RESULTS.search(plain)) and not _SOMETHING_ELSE.search(plain)


def takes_leave(text: str) -> bool:
    """Whether thanks mean that the person goes: 「一度持ち帰ります」."""
    return bool(_LEAVING.search(unicodedata.normalize("NFKC", text)))
