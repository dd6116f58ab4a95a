"""The interview: one question at a time, nothing asked twice, and what was found is kept as it was shown."""

from sqlalchemy import select

from desk.db.tables import Verdicts
from desk.domain.facts import FACTS
from desk.services import handover, interview
from desk.services.context import Desk
from desk.services.interview import QUESTIONS_IN_A_ROW, SHOWN, Advice
from desk.services.recommendations import recommend
from tests.services.people import facts_of, person, stored_conversation, tell

PRESS_SHOP = {
    "area": "板橋区",
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 10_000_000,
    "purpose": "prototype",
}


def kept(desk: Desk) -> list[Verdicts]:
    with desk.database.reading() as session:
        return list(session.scalars(select(Verdicts).order_by(Verdicts.id)))


def asked(advice: Advice) -> str:
    assert advice.question is not None
    return advice.question.fact


def test_the_first_question_is_what_support_is_sought_for(desk: Desk) -> None:
    conversation = person(desk)

    advice = interview.advise(desk, conversation)

    assert asked(advice) == "purposes"
    assert advice.first
    assert stored_conversation(desk, conversation).pending == "purposes"


def test_what_was_told_is_not_asked(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, **PRESS_SHOP)

    asked_for = []
    while question := interview.advise(desk, conversation).question:
        asked_for.append(question.fact)
        tell(desk, conversation, intent="dont_know")

    assert asked_for
    assert not set(asked_for) & {"area", "applicant_type", "industry", "employees", "capital_yen", "purposes"}
    assert len(set(asked_for)) == len(asked_for)


def test_not_knowing_skips_the_question_and_it_does_not_come_back(desk: Desk) -> None:
    conversation = person(desk)
    first = asked(interview.advise(desk, conversation))

    heard = tell(desk, conversation, intent="dont_know")

    assert heard.skipped
    assert facts_of(desk, conversation) == {first: None}
    assert asked(interview.advise(desk, conversation)) != first


def test_after_some_questions_what_is_found_is_shown_and_the_count_begins_anew(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, purpose="prototype", area="板橋区")
    for _ in range(QUESTIONS_IN_A_ROW):
        assert interview.advise(desk, conversation).question is not None
        tell(desk, conversation, intent="dont_know")

    advice = interview.advise(desk, conversation)

    assert advice.question is None
    assert advice.found is not None
    assert 0 < len(advice.found.items) <= SHOWN
    assert stored_conversation(desk, conversation).questions == 0


def test_somebody_in_a_hurry_sees_programs_at_once(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    advice = interview.advise(desk, conversation, "now")

    assert advice.found is not None
    assert advice.found.items
    assert stored_conversation(desk, conversation).pending is None


def test_after_the_list_one_can_be_asked_on(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation, "now")

    assert asked(interview.advise(desk, conversation, "more")) == "purposes"


def test_money_comes_before_advice(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, **PRESS_SHOP)

    found = interview.advise(desk, conversation, "now").found

    assert found is not None
    kinds = [item.program.kind in interview.MONEY_KINDS for item in found.items]
    assert kinds == sorted(kinds, reverse=True)
    assert kinds[0]


def test_what_was_shown_is_kept_with_facts_and_version_so_that_it_can_be_replayed(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, **PRESS_SHOP)
    found = interview.advise(desk, conversation, "now").found
    assert found is not None

    row = kept(desk)[0]

    assert row.catalogue_version == desk.catalogue.version
    assert row.facts == facts_of(desk, conversation)
    assert [(each["id"], each["verdict"]) for each in row.items] == [
        (item.program.id, item.verdict.outcome) for item in found.items
    ]
    with desk.database.reading() as session:
        again = recommend(desk.catalogue, interview.known_facts(session, desk, conversation), desk.now().date(), SHOWN)
    assert {item.program.id for item in again.items} == {each["id"] for each in row.items}


def test_every_kind_of_fact_can_be_kept_with_what_was_shown(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, **PRESS_SHOP, site_areas=["川口市"], started="false", start_by="2027-04-01", age_years=7.5)
    tell(desk, conversation, tech_theme="めっき", budget_yen=8_000_000, partner_status="agreed")

    interview.advise(desk, conversation, "now")

    assert kept(desk)[0].facts == facts_of(desk, conversation)
    assert kept(desk)[0].facts["start_by"] == "2027-04-01"


def test_a_question_alone_is_not_kept_as_a_verdict(desk: Desk) -> None:
    interview.advise(desk, person(desk))

    assert kept(desk) == []


def test_going_back_takes_the_last_answer_back_and_asks_it_again(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, purpose="prototype")
    tell(desk, conversation, employees=120)

    question = interview.go_back(desk, conversation)

    assert question is not None
    assert question.fact == "employees"
    assert facts_of(desk, conversation) == {"purposes": ["prototype"]}
    assert stored_conversation(desk, conversation).pending == "employees"


def test_before_the_first_answer_there_is_nothing_to_go_back_to(desk: Desk) -> None:
    assert interview.go_back(desk, person(desk)) is None


def test_work_begun_already_is_seen_at_once(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, **PRESS_SHOP, started="true")

    assert interview.advise(desk, conversation, "now").started


def test_an_open_question_is_a_fact_and_not_a_contact_field(desk: Desk) -> None:
    conversation = person(desk)
    assert interview.open_question(desk, conversation) is None

    interview.advise(desk, conversation)
    question = interview.open_question(desk, conversation)
    assert question is not None
    assert question.fact == "purposes"

    handover.request_handover(desk, conversation, "asked", None)
    assert interview.open_question(desk, conversation) is None


def test_every_fact_that_is_asked_is_in_the_vocabulary(desk: Desk) -> None:
    assert desk.catalogue.questions.keys() <= FACTS.keys()
