"""People are told of the calls they asked for, on both databases, with a clock that is moved."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from desk.clock import JST
from desk.db.tables import Offer, Subscription
from desk.domain.calls import State
from desk.domain.index import Index
from desk.domain.programs import Call, Program, Status
from desk.services.alerts import send_due_alerts
from desk.services.context import Desk
from desk.services.conversations import Said, messages_after, take_undelivered
from desk.services.subscriptions import subscribe, subscribed_programs, unsubscribe
from tests.conftest import SettableClock
from tests.domain.builders import program
from tests.services.people import person

SPRING = Call("令和9年度", date(2027, 4, 1), date(2027, 5, 31), False)
TRIAL = program("shisaku", name="試作助成", calls=(SPRING,), recurs="yearly", as_of=date(2027, 3, 20))
EQUIPMENT = program("setsubi", name="設備助成", calls=(SPRING,), recurs="yearly", as_of=date(2027, 3, 20))


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with two grants whose call is in spring."""
    return catalogued(desk, TRIAL, EQUIPMENT)


def catalogued(desk: Desk, *programs: Program) -> Desk:
    """The same desk with other records."""
    return replace(desk, seeds=replace(desk.seeds, index=Index(programs)))


def at(clock: SettableClock, month: int, day: int, hour: int = 10, year: int = 2027) -> None:
    """Set the clock."""
    clock.at = datetime(year, month, day, hour, tzinfo=JST)


def heard(desk: Desk, conversation: str) -> list[Said]:
    """What has not reached the person yet."""
    return take_undelivered(desk, conversation)


class TestSubscribing:
    """The wish, where the call stands, and taking it back."""

    def test_the_wish_is_kept_once(self, desk: Desk) -> None:
        conversation = person(desk)
        first, second = subscribe(desk, conversation, TRIAL), subscribe(desk, conversation, TRIAL)
        assert (first.kept, first.again, second.again) == (True, False, True)
        assert subscribed_programs(desk, conversation) == [TRIAL]

    def test_it_is_said_where_the_call_stands(self, desk: Desk) -> None:
        assert subscribe(desk, person(desk), TRIAL).call.state is State.UPCOMING

    @pytest.mark.parametrize("status", [Status.ENDED, Status.UNPUBLISHED, Status.PLANNED])
    def test_of_what_is_over_or_not_known_nothing_can_be_promised(self, desk: Desk, status: Status) -> None:
        conversation = person(desk)
        assert not subscribe(desk, conversation, replace(TRIAL, status=status, status_reason="…")).kept
        assert subscribed_programs(desk, conversation) == []

    def test_two_people_are_two_wishes(self, desk: Desk) -> None:
        for name in ("佐々木", "田中"):
            assert not subscribe(desk, person(desk, name), TRIAL).again

    def test_one_of_two_wishes_is_taken_back(self, desk: Desk) -> None:
        conversation = person(desk)
        for each in (TRIAL, EQUIPMENT):
            subscribe(desk, conversation, each)
        assert unsubscribe(desk, conversation, frozenset({"shisaku"})) == ["shisaku"]
        assert subscribed_programs(desk, conversation) == [EQUIPMENT]

    def test_all_wishes_of_one_person_are_taken_back(self, desk: Desk) -> None:
        mine, theirs = person(desk), person(desk, "田中")
        for conversation in (mine, theirs):
            subscribe(desk, conversation, TRIAL)
        assert unsubscribe(desk, mine) == ["shisaku"]
        assert unsubscribe(desk, mine) == []
        assert subscribed_programs(desk, theirs) == [TRIAL]


class TestTelling:
    """`send_due_alerts` with the days going by."""

    def test_a_season_is_told_in_three_messages_that_wait_to_be_picked_up(
        self, desk: Desk, clock: SettableClock
    ) -> None:
        # given somebody who asked in winter
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)

        # when the desk looks every morning and every evening until summer
        texts = []
        for month in range(1, 7):
            for day in range(1, 29):
                for hour in (10, 17):
                    at(clock, month, day, hour)
                    send_due_alerts(desk)
                    texts += [said.text for said in heard(desk, conversation)]

        # then there was one word at the start and two before the end
        assert [text.splitlines()[0] for text in texts] == [
            "お知らせです。「試作助成」の受付が始まりました。締切は2027年5月31日です。",
            "お知らせです。「試作助成」の締切まで、あと14日です（2027年5月31日）。",
            "お知らせです。「試作助成」の締切まで、あと3日です（2027年5月31日）。",
        ]

    def test_it_is_the_bot_who_speaks_and_the_chat_is_told_of_it(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)
        at(clock, 4, 1)
        rung = threading.Event()
        with desk.changes.listening(conversation, rung.set):
            assert send_due_alerts(desk) == 1
        assert rung.is_set()
        assert messages_after(desk, conversation)[-1].author == "bot"

    def test_its_buttons_can_be_pressed(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)
        at(clock, 4, 1)
        send_due_alerts(desk)
        buttons = heard(desk, conversation)[0].content["buttons"]
        with desk.database.reading() as session:
            payloads = {button["title"]: session.get_one(Offer, button["payload"]).payload for button in buttons}
        assert payloads == {
            "くわしく": '/ask_program{"program": "shisaku"}',
            "担当者に相談する": "/request_human",
            "このお知らせを止める": '/subscribe_deadline{"program": "shisaku", "topic": "stop"}',
        }

    def test_at_night_it_waits_for_the_morning(self, desk: Desk, clock: SettableClock) -> None:
        subscribe(desk, person(desk), TRIAL)
        at(clock, 4, 1, hour=0)
        assert send_due_alerts(desk) == 0
        at(clock, 4, 1, hour=9)
        assert send_due_alerts(desk) == 1

    def test_who_took_the_wish_back_hears_nothing(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)
        unsubscribe(desk, conversation)
        at(clock, 4, 1)
        assert send_due_alerts(desk) == 0

    def test_each_conversation_hears_of_its_own_programs(self, desk: Desk, clock: SettableClock) -> None:
        sasaki, tanaka = person(desk), person(desk, "田中")
        subscribe(desk, sasaki, TRIAL)
        subscribe(desk, tanaka, EQUIPMENT)
        at(clock, 4, 1)
        assert send_due_alerts(desk) == 2
        assert "試作助成" in heard(desk, sasaki)[0].text
        assert "設備助成" in heard(desk, tanaka)[0].text

    def test_what_looks_at_the_same_time_tells_once(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        for each in (TRIAL, EQUIPMENT):
            subscribe(desk, conversation, each)
        at(clock, 4, 1)
        with ThreadPoolExecutor(6) as pool:
            told = list(pool.map(lambda _: send_due_alerts(desk), range(6)))
        assert sum(told) == 2
        assert len(heard(desk, conversation)) == 2

    def test_a_call_that_the_record_learns_of_late_is_told_when_it_is_known(
        self, desk: Desk, clock: SettableClock
    ) -> None:
        # given a wish for a grant whose dates nobody knew
        conversation = person(desk)
        subscribe(catalogued(desk, replace(TRIAL, calls=())), conversation, replace(TRIAL, calls=()))

        # when the record gets its dates in the middle of the call
        at(clock, 4, 20)
        told = send_due_alerts(desk)

        # then the person is told
        assert told == 1
        assert "受付が始まりました" in heard(desk, conversation)[0].text

    def test_an_end_is_told_and_closes_the_wish(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)
        gone = replace(TRIAL, status=Status.ENDED, status_reason="終了しました", successor="setsubi")
        at(clock, 4, 1)
        later = catalogued(desk, gone, EQUIPMENT)
        assert (send_due_alerts(later), send_due_alerts(later)) == (1, 0)
        assert "後を継ぐ制度として「設備助成」があります" in heard(desk, conversation)[0].text
        assert subscribed_programs(later, conversation) == []

    @pytest.mark.parametrize("records", [(), (replace(TRIAL, status=Status.UNPUBLISHED, status_reason="確認中"),)])
    def test_what_is_not_to_be_shown_any_more_is_not_spoken_of(
        self, desk: Desk, clock: SettableClock, records: tuple[Program, ...]
    ) -> None:
        subscribe(desk, person(desk), TRIAL)
        at(clock, 4, 1)
        assert send_due_alerts(catalogued(desk, *records)) == 0

    def test_the_next_year_is_news_again(self, desk: Desk, clock: SettableClock) -> None:
        conversation = person(desk)
        subscribe(desk, conversation, TRIAL)
        at(clock, 4, 1)
        send_due_alerts(desk)
        at(clock, 7, 1)
        send_due_alerts(desk)
        with desk.database.reading() as session:
            assert session.scalars(select(Subscription)).one().opened_notified_on is None
        next_year = Call("令和10年度", date(2028, 4, 3), date(2028, 5, 31), False)
        at(clock, 4, 3, year=2028)
        assert send_due_alerts(catalogued(desk, replace(TRIAL, calls=(next_year, SPRING)))) == 1
