"""Canned texts in the record: seeds come once, staff have the last word, a case fills them."""

import pytest

from desk.domain.canned import UnknownVariable, gaps
from desk.services.canned import NoSuchCanned, fill_for, list_canned, load_canned, retire_canned, save_canned
from desk.services.cases import read_case
from desk.services.context import Desk
from tests.console.conftest import open_case
from tests.services.staffing import member


def test_seeds_are_taken_in_once_and_what_staff_made_of_them_stays(desk: Desk) -> None:
    # given the texts that come with the desk
    tanaka = member(desk, "tanaka", role="lead")
    assert load_canned(desk) == len(list_canned(desk)) >= 12
    first, second, *_ = list_canned(desk)

    # when one is changed and one retired
    save_canned(desk, first.id, first.title, "短くしました。", tanaka)
    retire_canned(desk, second.id, tanaka)

    # then another start brings neither back
    assert load_canned(desk) == 0
    texts = {each.title: each.text for each in list_canned(desk)}
    assert texts[first.title] == "短くしました。"
    assert second.title not in texts


def test_a_case_fills_what_it_knows(desk: Desk) -> None:
    tanaka, number = member(desk, "tanaka", role="lead"), open_case(desk, "a")
    save_canned(desk, None, "連絡", "{会社名} {お名前}様、{受付番号}、{担当者名}、{窓口名}、{電話}", tanaka)

    (filled,) = fill_for(desk, read_case(desk, number), "佐藤 花子", list_canned(desk))

    known = f"有限会社田中製作所 田中 太郎様、{number}、佐藤 花子、{desk.profile.name}、"
    assert filled.text.startswith(known)
    assert gaps(filled.text) == ["電話"]


def test_what_no_case_can_fill_is_not_saved(desk: Desk) -> None:
    with pytest.raises(UnknownVariable):
        save_canned(desk, None, "連絡", "{電話番号}", member(desk, "tanaka", role="lead"))

    assert list_canned(desk) == []


def test_a_retired_text_cannot_be_changed(desk: Desk) -> None:
    tanaka = member(desk, "tanaka", role="lead")
    save_canned(desk, None, "連絡", "ご連絡します。", tanaka)
    (text,) = list_canned(desk)
    retire_canned(desk, text.id, tanaka)

    with pytest.raises(NoSuchCanned):
        save_canned(desk, text.id, "連絡", "また使います。", tanaka)
