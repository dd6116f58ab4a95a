"""What somebody's words tell of how and when they would like to be reached, and what is missing for it."""

import re
import unicodedata
from collections.abc import Mapping

from desk.domain.asking_back import asks_back

#: who writes more is telling something else, too
LONGEST = 120
_PHONE_WISH = re.compile(
    r"(?:電話|でんわ)(?!は?(?:困|NG|だめ|ダメ|駄目|無理|苦手|以外|では?なく|じゃなく|に出られ?な))"
    r"|\b(?:phone|call)",
    re.IGNORECASE,
)
_MAIL_WISH = re.compile(r"メール|めーる|mail", re.IGNORECASE)
_WISH = re.compile(
    r"電話|でんわ|メール|めーる|チャット|オンライン|zoom|午前|午後|ごぜん|ごご|朝|昼|夕方|夜|平日|土日|週末|[月火水木金土日]曜"
    r"|\d{1,2}(?:時|:\d\d)|いつでも|いつがよい|どちらでも|どっちでも"
    r"|\b(?:phone|call|e-?mail|chat|mornings?|afternoons?|evenings?|weekdays?|any ?time|either)\b",
    re.IGNORECASE,
)
_NO_WISH = re.compile(
    r"(?:希望は|とくに|特に)?、?(?:なし|無し|ない|無い|ありません|ございません|おまかせ|お任せ)(?:です|します)?|いいえ"
    r"|no(?:ne| preference|thing)?",
    re.IGNORECASE,
)
#: a wish that is put as a question: 電話をもらえますか
_REQUEST = re.compile(r"(?:(?:もら|貰)え|(?:いただ|頂)け|くれ|お願いでき)(?:ます|ません|ない|る)(?:でしょう)?か?[?]?$")
_SOMETHING_ELSE = re.compile(
    r"教えて|知りたい|探し|使え|変え|やめ|取り消|キャンセル|締め?切|補助|助成|制度|申請|特許|予約|相談会"
)
_HOUR = r"(?:午前|午後|ごぜん|ごご|朝|昼|夕方|夜|平日|土日|週末|[月火水木金土日]曜|\d{1,2}(?:時|:\d\d))"
_PLEASE = r"(?:ください|下さい|くれ|ほしい|欲しい|もらえ|もらいた|貰え|いただ|頂|お願い|おねがい|願います|希望)"
_CALL = r"(?:電話(?!番号|相談|代|帳|機|会議|口|回線)|でんわ(?!ばんごう)|折り返し)"
#: nobody has asked for it: it must say that they want to be called or written to, or when a call reaches them
_UNASKED = re.compile(
    rf"{_CALL}.{{0,12}}{_PLEASE}|{_CALL}.{{0,4}}(?:しろ|よこせ|してこい|かけろ|かけてこい)|(?:すぐに?|早く)かけろ|{_CALL}.{{0,6}}(?:出られ|出れ|困|NG|控え|やめて|つなが|繋が)"
    rf"|(?:連絡|返事|返信|回答)(?:は|を|なら).{{0,12}}(?:{_HOUR}|電話|メール|でんわ).{{0,12}}(?:{_PLEASE}|$)"
    rf"|メールで.{{0,6}}(?:連絡|返事|返信|回答).{{0,6}}{_PLEASE}|メールで{_PLEASE}"
    rf"|{_HOUR}.{{0,4}}(?:かけて?(?:ろ|くれ|こい|ほしい|ください|もらえ)|(?:出られ|出れ|つながり|繋がり|連絡.{{0,6}}{_PLEASE}))"
    r"|\b(?:call|phone|ring|e-?mail|mail) me\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^。！!\n]+")
_NUMBER = re.compile(r"(?<!\d)0\d{1,4}[-( ]?\d{1,4}[-) ]?\d{3,4}(?!\d)")
_CURT = re.compile(r"(?:しろ|かけろ|よこせ|こい|くれ|だろ|やがれ)(?:[よな!。]|って|$)")
_NOTHING_LEFT = re.compile(
    r"(?:先ほど|さきほど|さっき|正しく|間違い|訂正|変更|電話|でんわ|携帯|けいたい|メール|番号|アドレス|連絡先"
    r"|私|わたし|こちら|[はのにへで、: ]|です|まで|お願いします|tel|e?-?mail)*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def wish_in(text: str) -> str | None:
    """A wish in somebody's words, empty when there is none; None when they speak of something else."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.!")
    if _NO_WISH.fullmatch(plain):
        return ""
    asks = (asks_back(plain) or "?" in plain) and not _REQUEST.search(plain)
    if asks or len(plain) > LONGEST or _SOMETHING_ELSE.search(plain):
        return None
    return text.strip() if _WISH.search(plain) or contact_in(plain) else None


def unasked_wish(text: str) -> str | None:
    """The sentence in which somebody says of their own accord how they want to be reached; None without one."""
    for sentence in _SENTENCES.findall(unicodedata.normalize("NFKC", text)):
        if _UNASKED.search(sentence) and not _SOMETHING_ELSE.search(sentence) and len(sentence) <= LONGEST:
            return str(sentence).strip()
    return None


def is_curt(wish: str) -> bool:
    """Whether a wish was told in words that nobody wants to read back: 電話しろ."""
    return bool(_CURT.search(wish))


def contact_in(text: str) -> dict[str, str]:
    """Numbers and addresses that are told along with it."""
    plain = unicodedata.normalize("NFKC", text)
    found = {"phone": _NUMBER.search(plain), "email": _ADDRESS.search(plain)}
    return {field: match[0] for field, match in found.items() if match}


def without_reach(text: str) -> str:
    """A text without its numbers and addresses; empty when politeness is all that is left."""
    plain = unicodedata.normalize("NFKC", text)
    if not contact_in(plain):
        return text
    rest = _ADDRESS.sub(" ", _NUMBER.sub(" ", plain)).strip(" 、。:")
    return "" if _NOTHING_LEFT.fullmatch(rest) else rest


def missing_for(wish: str, contact: Mapping[str, str]) -> str | None:
    """The contact field without which nobody can reach the person in any of the ways they named."""
    wanted = [field for field, way in (("phone", _PHONE_WISH), ("email", _MAIL_WISH)) if way.search(wish)]
    return wanted[0] if wanted and not any(field in contact for field in wanted) else None
