"""Canned texts: variables are known before a text is saved, and gaps are seen before it is sent."""

import pytest
import yaml

from desk.domain.canned import VARIABLES, LooseBrace, UnknownVariable, check_canned, fill, gaps
from desk.settings import ROOT

SEEDS = yaml.safe_load((ROOT / "seeds" / "canned.yaml").read_text(encoding="utf-8"))


def test_what_is_known_is_filled_in() -> None:
    text = fill("{お名前}様、受付番号は{受付番号}です。", {"お名前": "田中 太郎", "受付番号": "I-2026-000123"})

    assert text == "田中 太郎様、受付番号はI-2026-000123です。"
    assert gaps(text) == []


def test_what_is_not_known_is_a_gap_to_be_filled_by_hand() -> None:
    text = fill("{お名前}様、{会社名}の{お名前}様", {"お名前": None, "会社名": "田中製作所"})

    assert text == "【お名前を記入】様、田中製作所の【お名前を記入】様"
    assert gaps(text) == ["お名前"]


def test_brackets_that_people_write_themselves_are_no_gaps() -> None:
    assert gaps("【重要】ご記入ください。") == []


def test_what_a_person_is_called_cannot_bring_in_variables() -> None:
    assert fill("{お名前}様", {"お名前": "{受付番号}", "受付番号": "I-2026-000123"}) == "{受付番号}様"


def test_full_width_braces_count() -> None:
    assert check_canned("｛お名前｝様") == "{お名前}様"


@pytest.mark.parametrize("text", ["{お名まえ}様", "{}様", "{name}様"])
def test_a_variable_that_no_case_can_fill_is_refused(text: str) -> None:
    with pytest.raises(UnknownVariable):
        check_canned(text)


@pytest.mark.parametrize("text", ["{お名前様", "お名前}様", "{{お名前}}様", "{お{名}前}"])
def test_a_brace_alone_is_refused(text: str) -> None:
    with pytest.raises((LooseBrace, UnknownVariable)):
        check_canned(text)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed["id"])
def test_a_seed_can_be_filled_and_says_when_it_was_checked(seed: dict[str, str]) -> None:
    assert set(seed) == {"id", "title", "checked_on", "text"}

    filled = fill(check_canned(seed["text"]), dict.fromkeys(VARIABLES, "■"))

    assert not set("{}【】") & set(filled)


def test_there_are_a_dozen_and_no_title_comes_twice() -> None:
    assert len(SEEDS) >= 12
    assert len({seed["title"] for seed in SEEDS}) == len({seed["id"] for seed in SEEDS}) == len(SEEDS)
