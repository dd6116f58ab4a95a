"""Who is asked for a need, and what they say; nobody is asked twice, and only one takes it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.domain.cases import Speciality
from desk.domain.needs import DeclineReason, ImpossibleStep, UnexplainedRefusal
from desk.domain.notifications import Kind
from desk.domain.roles import NoCaseworker
from desk.services.asking import AlreadyAsked
from desk.services.assignments import (
    Onward,
    accept_need,
    bodies,
    decline_need,
    hand_on,
    note_answer,
    offer_need,
    refer_need,
    withdraw_offer,
)
from desk.services.case_rows import AlreadyTaken, NoSuchNeed, NoSuchStaff
from desk.services.cases import read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after
from desk.services.coordinators import save_profile
from desk.services.leads import claim_case
from tests.services.people import person
from tests.services.staffing import member
from tests.services.team import asked, kinds_of, needs_of, told

INPIT = "inpit-chizai-madoguchi"


def need_of(desk: Desk, number: str) -> int:
    return needs_of(desk, number)[0].id


def test_who_says_yes_first_leads_the_case(desk: Desk, number: str) -> None:
    accept_need(desk, number, need_of(desk, number), "sato")

    need, line = needs_of(desk, number)[0], read_case(desk, number).line
    assert (need.status, need.owner, asked(need)) == ("taken", "sato", [("sato", "accepted")])
    assert (line.assignee, line.status) == ("sato", "assigned")


def test_two_coordinators_never_both_take_a_need(desk: Desk, number: str) -> None:
    # given both were asked
    need = need_of(desk, number)
    offer_need(desk, number, need, "suzuki", "mori")

    # when both say yes at the same moment
    def try_it(login: str) -> str:
        try:
            accept_need(desk, number, need, login)
        except AlreadyTaken as refusal:
            return refusal.name
        return "taken"

    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(("sato", "suzuki"), pool.map(try_it, ("sato", "suzuki")), strict=True))

    # then one has it, and the other is told who
    owner = needs_of(desk, number)[0].owner
    assert owner in answers
    assert answers.pop(owner) == "taken"
    assert list(answers.values()) == [{"sato": "佐藤 花子", "suzuki": "鈴木 一郎"}[owner]]
    assert sorted(status for _, status in asked(needs_of(desk, number)[0])) == ["accepted", "withdrawn"]


def test_a_refusal_has_a_reason_and_the_next_is_asked(desk: Desk, team: dict[str, int], number: str) -> None:
    decline_need(desk, number, need_of(desk, number), "sato", DeclineReason.CONFLICT, "以前の勤め先です")

    need = needs_of(desk, number)[0]
    assert asked(need) == [("sato", "declined"), ("suzuki", "offered")]
    assert (need.asked[0].reason, need.asked[0].note) == ("conflict", "以前の勤め先です")
    assert told(desk, team["mori"]) == [Kind.DECLINED]


def test_when_all_have_said_no_the_need_waits_with_the_leads(desk: Desk, team: dict[str, int], number: str) -> None:
    for login in ("sato", "suzuki"):
        decline_need(desk, number, need_of(desk, number), login, DeclineReason.NO_TIME)

    assert needs_of(desk, number)[0].status == "open"
    assert Kind.UNOWNED in told(desk, team["mori"])


def test_another_reason_must_be_told(desk: Desk, number: str) -> None:
    with pytest.raises(UnexplainedRefusal):
        decline_need(desk, number, need_of(desk, number), "sato", DeclineReason.OTHER, " ")


def test_who_was_not_asked_cannot_decline(desk: Desk, number: str) -> None:
    with pytest.raises(NoSuchNeed):
        decline_need(desk, number, need_of(desk, number), "ito", DeclineReason.NO_TIME)


def test_nobody_is_asked_twice_but_may_change_their_mind(desk: Desk, number: str) -> None:
    need = need_of(desk, number)
    decline_need(desk, number, need, "sato", DeclineReason.NO_TIME)

    with pytest.raises(AlreadyAsked) as refusal:
        offer_need(desk, number, need, "sato", "mori")
    assert refusal.value.name == "佐藤 花子"

    accept_need(desk, number, need, "sato")
    assert needs_of(desk, number)[0].owner == "sato"


def test_a_need_goes_to_an_outside_body_once_and_the_lead_stays(desk: Desk, number: str) -> None:
    claim_case(desk, number, "sato")
    need = need_of(desk, number)

    refer_need(desk, number, need, INPIT, "sato", "商標の先行調査をお願いします")
    with pytest.raises(AlreadyAsked) as refusal:
        refer_need(desk, number, need, INPIT, "sato")

    assert "知財総合支援窓口" in refusal.value.name
    sent = needs_of(desk, number)[0].asked[1]
    assert (sent.to, sent.outside, sent.status, sent.note) == (INPIT, True, "offered", "商標の先行調査をお願いします")
    assert needs_of(desk, number)[0].owner == "sato"


def test_what_a_body_answers_is_noted(desk: Desk, number: str) -> None:
    claim_case(desk, number, "sato")
    need = need_of(desk, number)
    refer_need(desk, number, need, INPIT, "sato")
    refer_need(desk, number, need, bodies(desk)[0].id, "sato")
    yes, no = (each.id for each in needs_of(desk, number)[0].asked if each.outside)

    note_answer(desk, number, yes, "sato")
    note_answer(desk, number, no, "sato", DeclineReason.NOT_SERVED)

    assert [(each.status, each.reason) for each in needs_of(desk, number)[0].asked if each.outside] == [
        ("accepted", None),
        ("declined", "not_served"),
    ]


def test_a_body_that_nobody_knows_gets_nothing(desk: Desk, number: str) -> None:
    with pytest.raises(NoSuchNeed):
        refer_need(desk, number, need_of(desk, number), "monodukuri", "sato")


def test_an_offer_can_be_taken_back(desk: Desk, number: str) -> None:
    need = needs_of(desk, number)[0]

    withdraw_offer(desk, number, need.asked[0].id, "mori")

    after = needs_of(desk, number)[0]
    assert (after.status, asked(after)) == ("open", [("sato", "withdrawn")])
    with pytest.raises(ImpossibleStep):
        withdraw_offer(desk, number, need.asked[0].id, "mori")


def test_a_need_is_handed_to_a_colleague_with_a_note_and_the_person_is_told_once(
    desk: Desk, team: dict[str, int], number: str
) -> None:
    claim_case(desk, number, "sato")
    before = len(messages_after(desk, person(desk)))

    hand_on(desk, number, need_of(desk, number), Onward(to="ito", note="商標の話が中心です"), "sato")

    need = needs_of(desk, number)[0]
    assert (need.status, need.owner, need.responsible) == ("offered", None, "sato")
    assert asked(need)[-1] == ("ito", "offered")
    assert need.asked[-1].note == "商標の話が中心です"
    assert Kind.TRANSFERRED in told(desk, team["ito"])
    said = messages_after(desk, person(desk))[before:]
    assert [each.author for each in said] == ["bot"]
    assert "詳しい担当者に引き継ぎます" in said[0].text


def test_a_need_is_handed_to_another_speciality_silently(desk: Desk, number: str) -> None:
    claim_case(desk, number, "sato")
    before = len(messages_after(desk, person(desk)))

    hand_on(desk, number, need_of(desk, number), Onward(speciality=Speciality.IP, tell=False), "sato")

    need = needs_of(desk, number)[0]
    assert (need.speciality, need.title) == ("ip", "特許・商標など知的財産のこと")
    assert asked(need)[-1] == ("ito", "offered")
    assert read_case(desk, number).line.speciality == "ip"
    assert "need_requalified" in kinds_of(desk, number)
    assert len(messages_after(desk, person(desk))) == before


def test_a_need_does_not_wander_back(desk: Desk, number: str) -> None:
    need = need_of(desk, number)
    claim_case(desk, number, "sato")
    hand_on(desk, number, need, Onward(to="ito"), "sato")
    accept_need(desk, number, need, "ito")

    with pytest.raises(AlreadyAsked):
        hand_on(desk, number, need, Onward(to="sato"), "ito")
    assert needs_of(desk, number)[0].owner == "ito"


def test_a_stranger_can_neither_be_asked_nor_take(desk: Desk, number: str) -> None:
    with pytest.raises(NoSuchStaff):
        offer_need(desk, number, need_of(desk, number), "nobody", "mori")
    with pytest.raises(NoSuchStaff):
        accept_need(desk, number, need_of(desk, number), "api")


@pytest.mark.parametrize("role", ["editor", "auditor"])
def test_nothing_is_given_to_somebody_who_does_not_work_on_cases(desk: Desk, number: str, role: str) -> None:
    member(desk, "abe", "阿部 涼", role)
    need = need_of(desk, number)

    for attempt in (
        lambda: offer_need(desk, number, need, "abe", "mori"),
        lambda: hand_on(desk, number, need, Onward(to="abe"), "mori"),
        lambda: accept_need(desk, number, need, "abe"),
        lambda: claim_case(desk, number, "abe"),
        lambda: update_case(desk, number, "mori", {"assignee": "abe"}),
        lambda: save_profile(desk, "abe", [Speciality.SUBSIDY], [], 10, active=True),
    ):
        with pytest.raises(NoCaseworker):
            attempt()
    assert asked(needs_of(desk, number)[0]) == [("sato", "offered")]


def test_a_finished_need_is_taken_by_nobody(desk: Desk, number: str) -> None:
    need = need_of(desk, number)
    update_case(desk, number, "mori", {"status": "closed"})

    for attempt in (lambda: accept_need(desk, number, need, "sato"), lambda: claim_case(desk, number, "sato")):
        with pytest.raises(ImpossibleStep):
            attempt()
    with pytest.raises(ImpossibleStep):
        refer_need(desk, number, need, INPIT, "sato")
    with pytest.raises(ImpossibleStep):
        hand_on(desk, number, need, Onward(to="ito"), "sato")
