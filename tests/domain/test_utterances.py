"""The identity of a sentence, its use, and people hidden or invented in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.inventing import invent
from desk.domain.utterances import Leak, Span, Use, Utterance, digest, hidden, invented, leak, use_of


def utterance(text: str, **found: str) -> Utterance:
    """A text with entities at the places of their words."""
    spans = [Span(name, words, text.index(words), text.index(words) + len(words)) for name, words in found.items()]
    return Utterance(text, tuple(spans))


@pytest.mark.parametrize(
    "other",
    [
        "サーバーを借りたい",
        "さーばーをかりたい".replace("かり", "借り"),
        " サーバ を借りたい。",
        "ｻｰﾊﾞｰを借りたい!?",
        "サーバーを借りたい😢",
    ],
)
def test_spelling_does_not_make_another_sentence(other: str) -> None:
    assert digest(other) == digest("サーバーを借りたい")


def test_other_words_and_figures_make_another_sentence() -> None:
    assert digest("従業員は12人") != digest("従業員は15人")


def test_signs_alone_are_a_sentence_of_their_own() -> None:
    assert digest("？？") == digest("??") != digest("！")


def test_both_uses_are_about_as_frequent() -> None:
    uses = [use_of(Utterance(f"{number}番の機械を借りたい")) for number in range(400)]
    assert 150 < uses.count(Use.TEST) < 250


@given(st.text(max_size=40))
def test_a_sentence_always_has_the_same_use(text: str) -> None:
    assert use_of(Utterance(f"あ{text}")) is use_of(Utterance(f" あ{text}。"))


def test_who_says_it_does_not_change_the_use() -> None:
    one = utterance("山田です、電話ください", person_name="山田")
    other = utterance("長谷川です、電話ください", person_name="長谷川")
    assert use_of(one) is use_of(other)


def test_on_the_screen_names_give_way_to_their_kind() -> None:
    told = utterance(
        "大山精機の山田、yamada@oyama.jpです", company_name="大山精機", person_name="山田", email="yamada@oyama.jp"
    )
    assert hidden(told) == "［会社名］の［お名前］、［メール］です"


def test_invented_people_stand_at_their_places() -> None:
    told = utterance(
        "有限会社大山精機の山田太郎です。めっきの件で03-3579-1234へ",
        company_name="有限会社大山精機",
        applicant_type="有限会社",
        person_name="山田太郎",
        tech_theme="めっき",
        phone="03-3579-1234",
    )
    made = invented(told)
    said = {span.entity: made.text[span.start : span.end] for span in made.spans}
    assert said["tech_theme"] == "めっき"
    assert said["company_name"].startswith("有限会社")
    assert said["phone"].startswith("03-0000-")
    assert all(words not in made.text for words in ("大山", "山田", "3579"))
    assert all(span.value == said[span.entity] for span in made.spans if span.entity in ("person_name", "phone"))
    assert "applicant_type" in said


def test_a_trade_that_was_only_in_the_firms_name_is_gone() -> None:
    told = utterance("大山めっき工業です、板橋です", company_name="大山めっき工業", industry="めっき", area="板橋")
    assert [span.entity for span in invented(told).spans] == ["company_name", "area"]


def test_the_same_sentence_is_about_the_same_invented_people() -> None:
    one = utterance("山田です、電話ください", person_name="山田")
    other = utterance("井上です、電話ください", person_name="井上")
    assert invented(one) == invented(other)


def test_a_surname_stays_a_surname_and_a_space_a_space() -> None:
    assert len(invent("person_name", "山田", 3)) == 2
    assert " " in invent("person_name", "山田　太郎", 3)
    assert " " not in invent("person_name", "山田太郎", 3)


def test_the_legal_form_stays_where_it_stood() -> None:
    assert invent("company_name", "大山精機株式会社", 1).endswith("株式会社")
    assert invent("company_name", "合同会社テスト", 1).startswith("合同会社")
    assert invent("company_name", "（株）大山精機", 1).startswith("（株）")
    assert "会社" not in invent("company_name", "大山精機", 1)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (Utterance("番号は■■■■です"), Leak.MASKED),
        (Utterance("taro＠example.co.jpまで"), Leak.CONTACT),
        (Utterance("０３－３５７９－１２３４に電話ください"), Leak.CONTACT),
        (Utterance("09012345678です"), Leak.CONTACT),
        (Utterance("山田と申します"), Leak.NAME),
        (Utterance("大山精機株式会社です"), Leak.NAME),
        (Utterance("㈱大山です"), Leak.NAME),
        (Utterance("山田です", (Span("person_name", "山田", 0, 0),)), Leak.PLACE),
        (Utterance("山田です", (Span("person_name", "山田", 0, 9),)), Leak.PLACE),
        (Utterance("予算は800万円、12月1日までに"), None),
        (Utterance("株式会社と合同会社の違い"), None),
        (utterance("山田と申します", person_name="山田"), None),
        (utterance("(株)大山の電話は03-3579-1234", company_name="(株)大山", phone="03-3579-1234"), None),
    ],
)
def test_what_still_tells_who_spoke_is_seen(told: Utterance, reason: Leak | None) -> None:
    assert leak(told) is reason
