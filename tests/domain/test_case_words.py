"""The form in which cases are found by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.case_words import MOST_WORDS, PIECE, normal, pieces, pieces_of_word, words_in

texts = st.text(max_size=80)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ﾒｯｷ　加工", "めっき 加工"),
        ("めっき 加工", "めっき 加工"),
        ("ｶﾞｽ カ゛ス ガス", "がす がす がす"),
        ("ｻ-ﾊﾞ- サーバー サ－バ―", "さーばー さーばー さーばー"),
        ("ヴァイオリン、いすゞ、イスヾ", "ゔぁいおりん、いすゞ、いすゞ"),
        ("メモ-3 めも-3 03-1234-5678", "めも-3 めも-3 03-1234-5678"),
        ("Ｇｏ－Ｔｅｃｈ", "go-tech"),
        ("㈱大山精機", "(株)大山精機"),
        (" 改行\nと\tタブ ", "改行 と たぶ"),
        ("０３－１２３４", "03-1234"),
        ("零\x00文字", "零 文字"),
    ],
)
def test_width_kana_capitals_and_white_space_make_no_difference(text: str, form: str) -> None:
    assert normal(text) == form


def test_a_question_is_some_words_each_once() -> None:
    assert words_in("大山　メッキ 大山") == [("大山",), ("めっき",)]
    assert words_in("  ") == []
    assert len(words_in(" ".join(map(str, range(50))))) == MOST_WORDS


@pytest.mark.parametrize(
    ("question", "spellings"),
    [
        ("サーバー", ("さーば",)),  # which stands in さーばー, too
        ("サーバ", ("さーば",)),
        ("サーバー管理", ("さーばー管理", "さーば管理")),
        ("サーバ管理", ("さーば管理", "さーばー管理")),
        ("シャワー室", ("しゃわー室",)),  # two sounds: nobody writes シャワ
        ("エラー", ("えらー",)),
        ("カラー印刷", ("からー印刷",)),
        ("キー", ("きー",)),
        ("ー", ("ー",)),
        ("データのセンサーとモーターとヒーターの値", 4),
    ],
)
def test_a_loan_word_has_its_last_long_vowel_or_not(question: str, spellings: tuple[str, ...] | int) -> None:
    (word,) = words_in(question)
    if isinstance(spellings, int):
        assert (len(word), word[0]) == (spellings, normal(question))
    else:
        assert word == spellings


@given(st.text(alphabet="サーバナャ管理のa3-", min_size=1, max_size=12), st.data())
def test_a_part_of_a_text_is_found_in_it_whatever_the_spellings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    if normal(part) in normal(text):
        assert all(any(spelling in normal(text) for spelling in word) for word in words_in(part))


def test_every_place_of_a_text_is_a_piece() -> None:
    assert pieces("補助金の a") == {"補助金", "助金の", "金の", "の", "a"}


@given(texts, st.data())
def test_whatever_stands_in_a_text_is_found_by_its_pieces(text: str, data: st.DataObject) -> None:
    form = normal(text)
    words = [word for word in form.split() if word]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 1))
    part = word[start : data.draw(st.integers(start + 1, len(word)))]
    found = pieces(form)
    if len(part) < PIECE:
        assert any(piece.startswith(part) for piece in found)
    else:
        assert pieces_of_word(part) <= found


@given(texts)
def test_the_normal_form_is_final(text: str) -> None:
    assert normal(normal(text)) == normal(text)
