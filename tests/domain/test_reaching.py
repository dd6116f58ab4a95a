"""A wish for how to be reached is read from everyday words; whatever else is said is left to the bot."""

import pytest

from desk.domain.reaching import contact_in, missing_for, unasked_wish, wish_in

WISHES = """
平日の午後に電話でお願いします
メールがいいです
夕方に電話をもらえますか？
電話は困るのでメールで
15時以降なら出られます
火曜か木曜の朝
いつでも大丈夫です
ごごに でんわ おねがいします
Please call me in the morning
０３－１２３４－５６７８です
"""
NO_WISHES = """
特になし
特にありません
ない
おまかせします
No preference
"""
OTHERS = """
補助金の締切は月曜ですか
電話の相談は何時までですか？
メールアドレスを変えたい
午後の相談会を予約したい
板橋区で金属加工をしています
ありがとうございました
"""


UNASKED = """
午後に電話ください
電話は15時以降にお願いします
メールで返事をもらえますか
17時以降なら出られます
連絡はメールでお願いします
昼間は電話に出られないので
折り返しは夕方が希望です
Please call me in the morning
ごごに でんわ おねがいします
だから電話しろって言ってんだろ
今すぐかけろ
"""
NOT_UNASKED = """
電話番号を教えてください
電話で申請できますか
メールの設定に困っています
午後は雨だそうです
平日は何時まで開いていますか
窓口に電話してもいいですか
板橋区で電話機を作っています
補助金が出たら電話で教えてください
"""


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


def test_a_wish_is_kept_in_the_words_of_the_person() -> None:
    assert {text: wish_in(text) for text in lines(WISHES)} == {text: text for text in lines(WISHES)}


def test_no_wish_is_an_answer_too() -> None:
    assert {wish_in(text) for text in lines(NO_WISHES)} == {""}


@pytest.mark.parametrize("text", [*lines(OTHERS), "電話で。" + "事情を説明します。" * 20])
def test_something_else_is_not_taken(text: str) -> None:
    assert wish_in(text) is None


def test_a_wish_that_nobody_asked_for_is_heard() -> None:
    assert {text: unasked_wish(text) for text in lines(UNASKED)} == {text: text for text in lines(UNASKED)}


def test_what_only_speaks_of_calls_and_hours_is_no_wish() -> None:
    assert {text: unasked_wish(text) for text in lines(NOT_UNASKED)} == dict.fromkeys(lines(NOT_UNASKED))


def test_of_a_longer_message_the_sentence_with_the_wish_is_kept() -> None:
    text = "図面の件でお世話になっております。電話は15時以降にお願いします。資料も用意しておきます。"

    assert unasked_wish(text) == "電話は15時以降にお願いします"


def test_a_number_and_an_address_are_found_in_what_is_said() -> None:
    assert contact_in("０９０-1234-5678か t.sato@example.jp へ") == {
        "phone": "090-1234-5678",
        "email": "t.sato@example.jp",
    }
    assert contact_in("平日9時から17時、2026年") == {}


@pytest.mark.parametrize(
    ("wish", "contact", "missing"),
    [
        ("午後に電話", {"email": "a@example.jp"}, "phone"),
        ("午後に電話", {"phone": "03-1234-5678"}, None),
        ("メールで", {"phone": "03-1234-5678"}, "email"),
        ("電話でもメールでも", {"email": "a@example.jp"}, None),
        ("電話は困るのでメールで", {"email": "a@example.jp"}, None),
        ("平日の午後", {"email": "a@example.jp"}, None),
    ],
)
def test_what_is_missing_to_do_as_they_wish(wish: str, contact: dict[str, str], missing: str | None) -> None:
    assert missing_for(wish, contact) == missing
