"""employees: how many people work in the company, told apart from visitors, applicants, ages and students."""

from __future__ import annotations

import re

from bot.entities.clauses import clause_of
from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.numbers import Number, numbers

ENTITY = "employees"
UNIT = re.compile(
    r"^ ?(?:名|人|にん|めい|ニン)(?!目|前(?!後)|用|件|称|義|刺|古屋|様|材|気|格|間|権|工|口|類|体(?!制)|物|的|形)"
)
STAFF = r"従業員|従業者|社員|スタッフ|職員|正社員|正規|メンバー|人数|常勤|雇用|社内|所員|店員|(?:パート|アルバイト|バイト)(?:さん)?も?(?:含め|入れ|込み|合わせ)|人員|働いて|働く人|従業"
CUE = re.compile(
    rf"(?:{STAFF})(?:数|の数|総数|規模|さん|は|が|も|の|を|、|,|:|合計|全部|全員|含めて?|入れて?|込みで?|約|およそ|だいたい|大体|ざっと|今|現在|えーと|えっと|ええと|あわせて|合わせて|私含め|私入れて|自分含め|自分入れて|役員|[ ・=~])*$"
)
AFTER_CUE = re.compile(
    r"^(?:くらい|ぐらい|ほど|程度|ちょっと|弱|強|余り|ちょい|だけ|ばかり|足らず)?(?:の|で|が|を)?"
    rf"(?:{STAFF}|会社|企業|町工場|工場|零細|小さな|小規模|所帯|体制|規模|やって|やっと|営ん|回して|切り盛り|経営|働|雇|のチーム)"
)
PART_TIME = re.compile(r"(?:パート|アルバイト|バイト|派遣)(?:さん|は|が|も|の|、| )*$")
OTHER_BEFORE = re.compile(
    r"(?:インターン|学生|参加者?|定員|お客|客|来場|来客|研究者|先生|専門家|候補|応募|募集|採用|新人|子供|子ども|孫|講師|受講|会員|登録者?|"
    r"社のうち|うち|相手|担当者?|出席|役員|顧客|利用者|患者|ユーザー?|フォロワー|派遣|外注|株主|友人|知人|仲間)(?:さん|は|が|も|の|を|数|を?約|に|と)*$"
)
OTHER_AFTER = re.compile(
    r"^(?:くらい|ぐらい|ほど|程度)?(?:で(?:お?伺|参加|行|来|お邪魔|訪問|見学)|参加|分の|を?(?:採用|募集|雇い|紹介|派遣|探|受け入れ|育て|増や|採)|"
    r"が(?:参加|来|出席)|ほしい|欲しい|必要|足り|の(?:学生|インターン|先生|研究者|専門家|お?客|子|採用|参加|候補|博士|弁理士|エンジニアを)|に(?:聞|相談|一人|1人|1)|辞め|退職)"
)
# 一人5万円、10人で50万円 counts those who pay.
EACH_PAYS = re.compile(r"(?:一人|1人|ひとり)(?:あたり|当たり|につき)?[0-9,.一二三四五六七八九十百千万]+円[、,で ]*$")
TOTAL = re.compile(r"(?:計|合計で?|合わせて|あわせて|全部で|全員で|総勢|トータルで?|都合)[、 ]*$")
CHANGED = re.compile(r"(?:増え|減っ|減り|入っ|入り|辞め|加わ|採用し)(?:て|た|まし)")
RANGE = re.compile(r"^ ?(?:名|人)? ?(?:~|-|から|か|、|・) ?[0-9一二三四五六七八九十]+ ?(?:名|人)")
ALONE = re.compile(
    r"(?<![もにと誰])(?:(?:私|僕|俺|自分|わたし|社長|代表)(?:だけ|ひとり|一人|1人|のみ)|(?:ひとり|1人|一人)(?:だけ|きり)?(?:で|社長|親方|会社|法人|起業|です(?!が)|や(?!って)|しか))"
    r"(?!話|悩|考え|困|紹介|来|行|見|担当)"
)
FAMILY = re.compile(
    r"(?:夫婦|妻と|嫁と|夫と|親子)(?:の|で)?(?:二人|2人|ふたり)?(?:だけ)?(?:で|の会社)(?:や|営|経営|切り盛り|細々)"
)
NOBODY = re.compile(
    rf"(?:{STAFF})(?:さん|は|が|も|なんて|と呼べる人は|まだ|今は|今のところ|、|,| )*(?:いない|いません|おらん|おりません|居ない|居ません|ゼロ|なし|無し|0(?![0-9])|雇ってい?(?:ない|ません)|雇って(?:へん|おらん))"
)


def find_employees(text: str) -> list[Found]:
    """At most one finding: the number that most clearly counts staff, or the one that replaces it."""
    nobody = NOBODY.search(text)
    candidates = [found for number in numbers(text) if (found := _judge(text, number)) is not None]
    if nobody and not any(found.confidence >= 0.9 for found in candidates):
        return [Found(ENTITY, 0, nobody.start(), nobody.end(), 0.9)]
    if not candidates:
        return _in_words(text)
    best = max(candidates, key=lambda found: (found.confidence, -found.start))
    return [_total(text, candidates) or _later(text, best, candidates) or best]


def _total(text: str, candidates: list[Found]) -> Found | None:
    """正社員3人とパート8人で計11人: the number that adds the others up, or that is called the total."""
    for index, found in enumerate(candidates):
        others = [int(other.value) for other in candidates[:index]]
        called = TOTAL.search(text[: found.start]) and others
        if called or (len(others) > 1 and sum(others) == found.value):
            return found
    return None


def _later(text: str, best: Found, candidates: list[Found]) -> Found | None:
    """28人と言いましたが32人, 社員30→13: the number after such words, with or without its unit."""
    changed = CHANGED.search(text, best.end)
    resumed = taken_back(text, best.end) or (changed.end() if changed else None)
    if resumed is None:
        return None
    later = next((found for found in candidates if found.start >= resumed), None)
    return later or next((_as_found(number) for number in numbers(text) if _alone(text, number, resumed)), None)


def _alone(text: str, number: Number, resumed: int) -> bool:
    """A whole number behind the words that take another back, of no other unit."""
    return number.start >= resumed and number.value == number.whole and not number.vague and _bare(text[number.end :])


def _as_found(number: Number) -> Found:
    return Found(ENTITY, number.whole, number.start, number.end, 0.7)


def _in_words(text: str) -> list[Found]:
    """一人でやってる, 自分だけ, 夫婦で."""
    for pattern, value in ((ALONE, 1), (FAMILY, 2)):
        match = pattern.search(text)
        if match:
            return [Found(ENTITY, value, match.start(), match.end(), 0.8)]
    return []


def _judge(text: str, number: Number) -> Found | None:
    """A finding whose confidence says how clearly the number counts staff, or None."""
    left, right = clause_of(text, number.start, number.end)
    before, after = text[left : number.start], text[number.end : right]
    unit = UNIT.match(after)
    cue = CUE.search(text[max(0, number.start - 24) : number.start])
    if number.value != number.whole or not (unit or (cue and _bare(after))):
        return None
    if _vague(text, number) or OTHER_BEFORE.search(before) or EACH_PAYS.search(text[: number.start]):
        return None
    rest = after[unit.end() :] if unit else after
    if not cue and OTHER_AFTER.match(rest):
        return None
    if not cue and number.whole == 1 and not ALONE.match(text, number.start):
        return None
    confidence = 0.95 if cue else 0.5 if PART_TIME.search(before) else 0.9 if AFTER_CUE.match(rest) else 0.6
    end = number.end + (unit.end() if unit else 0)
    return Found(ENTITY, number.whole, number.start, end, confidence)


def _bare(after: str) -> bool:
    """A number without a unit may count staff only when no other unit follows."""
    return not re.match(r"^ ?(?:円|年|歳|才|代|%|割|社|件|台|個|回|月|日|時|番|社|つ|ヶ|か月|期|坪|m|万|億)", after)


def _vague(text: str, number: Number) -> bool:
    return (
        number.vague
        or bool(RANGE.match(text[number.end : number.end + 12]))
        or bool(re.search(r"[0-9一二三四五六七八九] ?[~、] ?$", text[max(0, number.start - 4) : number.start]))
    )
