"""Numbers that belong to a person alone never reach the record."""

import pytest

from desk.domain.masking import mask


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("マイナンバーは 1234 5678 9012 です", "my_number"),
        ("個人番号１２３４５６７８９０１２", "my_number"),
        ("123456789018", "my_number"),
        ("カードは4242-4242-4242-4242です", "card"),
        ("アメックス 378282246310005", "card"),
        ("口座番号は1234567です", "bank_account"),
        ("板橋信金 普通 7654321 ヤマダ", "bank_account"),
    ],
)
def test_a_personal_number_is_hidden_and_named(text: str, kind: str) -> None:
    masked = mask(text)
    assert masked.kinds == (kind,)
    assert not any(character.isdigit() for character in masked.text)
    assert len(masked.text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "電話は03-1234-5678、携帯は090-1234-5678です",
        "資本金1000万円、従業員12名、2019年設立",
        "受付番号 I-2026-000123 の件",
        "法人番号は1234567890123です",
        "予算は120,000,000円です",
        "普通の会社です。従業員は120人",
        "",
    ],
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert mask(text).text == text


def test_the_rest_of_the_sentence_is_kept() -> None:
    masked = mask("従業員12名です。マイナンバー123456789012、電話03-1234-5678")
    assert masked.text == "従業員12名です。マイナンバー■■■■■■■■■■■■、電話03-1234-5678"
