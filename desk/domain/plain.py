"""The rules of やさしい日本語 as far as a machine can tell: what in a text is hard for a learner, and why.

After 在留支援のためのやさしい日本語ガイドライン, the guideline of the Immigration Services Agency and the Agency for
Cultural Affairs (2020): short sentences with one thought each, です・ます, no honorifics, no
double negation, the passive avoided, everyday words, hard words explained and kanji with their reading in brackets.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

#: kanji of the first two school years and of the beginners' levels of the Japanese-Language Proficiency Test (N5, N4)
BASIC = frozenset(
    "一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土"
    "二日入年白八百文木本名目立力林六"
    "引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市"
    "矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南"
    "肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話"
    "事発者業員開問代動主題意不度持以世安院界重集別物使品死特私始運終住無真有料建急送転研究起着病質待試族銀映験英医仕去味写注悪館屋習駅"
    "洋旅服借飲貸堂飯勉漢億"
)
#: words in katakana that need no explanation; names of programs stand in quotation marks
EVERYDAY = re.compile(
    "アイデア|アルバイト|イベント|インターネット|カード|グループ|サービス|システム|センター|ソフト|チャット|デザイン|ネット"
    "|パソコン|プログラム|ページ|ボタン|ホテル|マイナンバー|メール|メールアドレス|ルール|テスト|スマートフォン|ビザ"
)
LONGEST_SENTENCE = 50
MOST_COMMAS = 3
_READING = re.compile(r"（[ぁ-んー、。 　]+[^）]*）")
_KANJI_WORD = re.compile(r"[\u3400-\u9fff々]+")
_KATAKANA_WORD = re.compile(r"(?<![A-Za-zァ-ヶー])[ァ-ヶー]{2,}")
_QUOTED = re.compile(r"「[^」]*」|\{[a-z_]+\}")
#: honorific by their form, but what everybody learns first
_GREETINGS = re.compile(r"ありがとうございま(?:す|した)|どういたしまして|おはようございます")
_HONORIFIC = re.compile(
    r"いたし|致し|ござい|くださいませ|いただ|頂|申し上げ|申しま|うけたまわ|承|おります|まいり|参り|存じ|差し上げ|賜"
    r"|おっしゃ|伺|うかが"
    r"|お(?!し|金|知らせ)[^「」、。 ]{1,6}(?:ください|になり|になる|します|する|いたし)"
    r"|ご[^「」、。 ]{1,6}(?:ください|になり|します|いたし)"
)
_DOUBLE_NEGATION = re.compile(
    r"ない(?:わけ|こと|もの|とは)[^。]{0,6}(?:ない|ありません)|な(?:くは|ければ)[^。]{0,8}(?:ない|なりません|いけません)"
)
_PASSIVE = re.compile(r"(?:[わかがさたなばまら]れ|られ)(?:ます|ました|ません|て|た|る)")
_POTENTIAL = re.compile(
    r"(?:かりられ|かえられ|見られ|食べられ|来られ|わすれ|なれ|くれ|こわれ|はなれ|おくれ|知られ|[けえせてねめれべげ]られ)"
)
_ENDING = re.compile(
    r"(?:ます|ません|ました|ましょう|です|でした|ください|こんにちは|ごめんなさい|どういたしまして)(?:か|ね|よ)?$"
)
_UNSURE = re.compile(r"等|および|及び|ならびに|または|もしくは|つきまして|際は|場合は|可能|該当|当該|各自")


@dataclass(frozen=True)
class Hurdle:
    """Something hard to read: which rule, and the words."""

    rule: str
    words: str


def hurdles(text: str) -> list[Hurdle]:
    """Everything in a text that a learner may stumble over; empty for a text in やさしい日本語."""
    found = [*_unread_kanji(text), *_unknown_words(text)]
    for sentence in sentences(text):
        found += [Hurdle(rule, sentence) for rule, breaks in _RULES.items() if breaks(sentence)]
    return found


def title_hurdles(title: str) -> list[Hurdle]:
    """The same for the title of a button, which need not be a sentence."""
    return [*_unread_kanji(title), *_unknown_words(title)]


def sentences(text: str) -> list[str]:
    """Sentences without the readings in brackets, quotations and spaces; lines of a list are none."""
    plain = _QUOTED.sub("", _READING.sub("", text)).replace(" ", "").replace("　", "")
    lines = [line for line in plain.split("\n") if not re.match(r"[・①-⑨]", line)]
    pieces = [piece for line in lines for piece in line.split("。")[:-1]]
    return [re.sub(r"（[^）]*）", "", piece) for piece in pieces if piece]


def _unread_kanji(text: str) -> Iterator[Hurdle]:
    """A word with a kanji beyond the basic ones needs its reading in brackets where it first stands."""
    plain = _QUOTED.sub(lambda found: "\0" * len(found.group()), text)
    read: set[str] = set()
    for word in _KANJI_WORD.finditer(plain):
        if set(word.group()) <= BASIC:
            continue
        if _READING.match(plain, word.end()):
            read.add(word.group())
        elif not _is_read(word.group(), read):
            yield Hurdle("a kanji without its reading", word.group())


def _is_read(word: str, read: Collection[str]) -> bool:
    """Whether it was read before, alone or as the part of a word that is hard."""
    hard = {each for each in word if each not in BASIC}
    return word in read or hard <= {character for each in read for character in each}


def _unknown_words(text: str) -> Iterator[Hurdle]:
    for word in _KATAKANA_WORD.finditer(_QUOTED.sub("", text)):
        explained = text[text.find(word.group()) + len(word.group()) :].startswith("（")
        if not EVERYDAY.fullmatch(word.group()) and not explained:
            yield Hurdle("a foreign word without an explanation", word.group())


def _is_passive(sentence: str) -> bool:
    return _PASSIVE.search(_POTENTIAL.sub("", sentence)) is not None


_RULES: dict[str, Callable[[str], bool]] = {
    "a long sentence": lambda sentence: len(sentence) > LONGEST_SENTENCE,
    "several thoughts": lambda sentence: sentence.count("、") > MOST_COMMAS,
    "an honorific": lambda sentence: bool(_HONORIFIC.search(_GREETINGS.sub("", sentence))),
    "a double negation": lambda sentence: bool(_DOUBLE_NEGATION.search(sentence)),
    "the passive": _is_passive,
    "an official word": lambda sentence: bool(_UNSURE.search(sentence)),
    "no です or ます": lambda sentence: not _ENDING.search(sentence),
}
