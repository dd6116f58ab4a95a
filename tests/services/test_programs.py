"""Telling about programs by name, and never about another one."""

from typing import Any

from desk.services.context import Desk
from desk.services.notes import note_facts
from desk.services.programs import Choice, Told, compare_programs, tell_program
from tests.services.people import entity, exchange, person


def told(desk: Desk, conversation: str, *names: str, question: str = "教えて", place: str | None = None) -> Told:
    """The one program that is told."""
    answer = tell_program(desk, conversation, names, question, place)
    assert isinstance(answer, Told), answer
    return answer


def choice(desk: Desk, conversation: str, *names: str, question: str = "教えて", place: str | None = None) -> Choice:
    """The programs to choose from."""
    answer = tell_program(desk, conversation, names, question, place)
    assert isinstance(answer, Choice), answer
    return answer


def show(desk: Desk, conversation: str, *ids: str) -> None:
    """The bot has shown cards of these programs."""
    reply: dict[str, Any] = {"text": "次の制度があります。"}
    exchange(
        desk, conversation, "制度は?", reply | {"custom": {"type": "program", "items": [{"id": id} for id in ids]}}
    )


def test_a_program_is_told_by_its_id(desk: Desk) -> None:
    answer = told(desk, person(desk), "itabashi-sangakuko-rd", question="上限はいくら")

    assert answer.program.id == "itabashi-sangakuko-rd"
    assert "150万円" in answer.lines[0]


def test_of_a_family_the_only_one_near_by_is_told(desk: Desk) -> None:
    assert told(desk, person(desk), "sangaku-rd").program.area == "板橋区"


def test_a_place_in_the_question_tells_programs_of_one_name_apart(desk: Desk) -> None:
    assert told(desk, person(desk), "sangaku-rd", place="八王子市").program.area == "八王子市"


def test_a_place_nobody_knows_is_no_error(desk: Desk) -> None:
    assert told(desk, person(desk), "sangaku-rd", place="どこか村").program.area == "板橋区"


def test_of_a_family_with_several_the_person_chooses(desk: Desk) -> None:
    offered = choice(desk, person(desk), "go-tech", question="上限額は")

    assert {option.program.family for option in offered.options} == {"go-tech"}
    assert any("9,750万円" in line for line in offered.lines)
    assert not offered.elsewhere


def test_the_ordinary_case_of_a_family_comes_first_under_a_name_that_fits_a_button(desk: Desk) -> None:
    titles = [option.title for option in choice(desk, person(desk), "go-tech").options]

    assert titles[0] == "Go-Tech通常枠"
    assert all(len(title) <= 20 for title in titles)


def test_programs_of_other_wards_bear_their_place(desk: Desk) -> None:
    offered = choice(desk, person(desk), "chizai-shutoku")

    assert offered.elsewhere
    assert all(option.program.area and option.program.area in option.title for option in offered.options)


def test_two_names_in_one_question_are_both_answered(desk: Desk) -> None:
    offered = choice(desk, person(desk), "monodukuri", "go-tech", question="締切は")

    assert [option.program.id for option in offered.options] == ["monodukuri", "go-tech-tsujo"]
    assert len(offered.lines) == 2


def test_an_ended_program_is_told_to_have_ended_with_its_successor(desk: Desk) -> None:
    answer = told(desk, person(desk), "jigyo-saikochiku")

    assert answer.successor is not None
    assert answer.successor.program.id == "shinjigyo-shinshutsu"
    assert "第13回" in answer.lines[0]


def test_nothing_is_told_of_a_program_that_nobody_has_confirmed(desk: Desk) -> None:
    assert told(desk, person(desk), "inpit-kaigai").lines == ()


def test_it_means_the_program_shown_last(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd")

    assert told(desk, somebody, question="その補助金の締切いつ").program.id == "itabashi-sangakuko-rd"


def test_it_among_several_is_asked_back(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd", "monodukuri")

    offered = choice(desk, somebody, question="それの上限は")

    assert [option.program.id for option in offered.options] == ["itabashi-sangakuko-rd", "monodukuri"]


def test_one_of_a_list_is_pointed_at_by_its_place(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd", "monodukuri", "go-tech-tsujo")
    show(desk, somebody, "itabashi-sangakuko-rd")

    assert told(desk, somebody, question="二番目に出てきたやつの条件").program.id == "monodukuri"
    assert told(desk, somebody, question="最後の補助金の締切は").program.id == "go-tech-tsujo"


def test_a_place_beyond_the_list_points_at_nothing(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd", "monodukuri")

    assert choice(desk, somebody, question="五番目の補助金は").lines == ()


def test_an_unknown_name_is_never_answered_with_the_program_shown_last(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd")

    answer = choice(desk, somebody, question="ウルトラ補助金の締切いつ")

    assert answer.lines == ()


def test_a_name_half_remembered_leads_to_those_like_it(desk: Desk) -> None:
    offered = choice(desk, person(desk), question="都産技研に試験を頼むやつの料金")

    assert "tiri-irai-shiken" in {option.program.id for option in offered.options}


def test_a_question_that_only_points_leads_to_no_guess(desk: Desk) -> None:
    assert choice(desk, person(desk), question="その助成金の締切いつ").options == ()


def test_what_was_told_of_the_company_is_held_against_the_program(desk: Desk) -> None:
    somebody = person(desk)
    note_facts(desk, somebody, [entity("industry", "retail"), entity("area", "板橋区")])

    assert "対象外" in told(desk, somebody, "itabashi-sangakuko-rd", question="うちも対象?").lines[-1]


def test_without_facts_there_is_no_verdict(desk: Desk) -> None:
    assert "うかがった内容" not in "".join(told(desk, person(desk), "itabashi-sangakuko-rd").lines)


def test_two_programs_are_compared_by_the_ordinary_case_of_each(desk: Desk) -> None:
    lines = compare_programs(desk, person(desk), ["go-tech", "monodukuri"])

    assert lines is not None
    assert "通常枠" in lines[0]
    assert "ものづくり" in lines[1]


def test_the_two_shown_last_are_compared_when_none_is_named(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd", "monodukuri")

    lines = compare_programs(desk, somebody, [])

    assert lines is not None
    assert "産学公連携" in lines[0]


def test_two_of_a_list_are_compared_by_their_places(desk: Desk) -> None:
    somebody = person(desk)
    show(desk, somebody, "itabashi-sangakuko-rd", "monodukuri", "go-tech-tsujo")

    lines = compare_programs(desk, somebody, [], "三番目と一番目を比べて")

    assert lines is not None
    assert "通常枠" in lines[0]
    assert "産学公連携" in lines[1]


def test_one_name_is_not_enough_to_compare(desk: Desk) -> None:
    assert compare_programs(desk, person(desk), ["monodukuri"]) is None
    assert compare_programs(desk, person(desk), ["monodukuri", "monodukuri"]) is None


def test_a_program_that_nobody_has_confirmed_is_not_compared(desk: Desk) -> None:
    assert compare_programs(desk, person(desk), ["inpit-kaigai", "inpit-chizai-madoguchi"]) is None
