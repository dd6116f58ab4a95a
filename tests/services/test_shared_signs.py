"""Who is there and who writes shows in every process; a Redis that is away hides nobody from their own."""

import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from desk.services import shared_signs, sharing, signs
from desk.services.attendance import Partner, end_sign, is_here, partner_of, show_sign, signs_subject
from desk.services.cases import answer_case
from desk.services.context import Desk
from desk.services.shared_signs import SharedSigns
from desk.services.sharing import SharedChanges
from desk.services.signs import PERSON, Sign
from desk.settings import ROOT
from tests.conftest import REDIS, need_redis
from tests.running import PATIENCE, free_port, wait_until
from tests.services.people import handed_over, person

TALK = "会話一"
ELSEWHERE = """
import sys
from desk.services import shared_signs
from desk.services.signs import Sign
shared_signs.PREFIX, url = sys.argv[1:]
print(shared_signs.SharedSigns(url).given("会話一", Sign.HERE))
"""


@pytest.fixture
def prefix(monkeypatch: pytest.MonkeyPatch) -> str:
    """Keys that no other test uses."""
    need_redis()
    monkeypatch.setattr(shared_signs, "PREFIX", f"test:{uuid.uuid4().hex}")
    return shared_signs.PREFIX


@pytest.fixture
def processes(prefix: str) -> Iterator[tuple[SharedSigns, SharedSigns]]:
    """Two processes of the application on one Redis."""
    with closing(SharedSigns(REDIS)) as one, closing(SharedSigns(REDIS)) as other:
        yield one, other


def test_a_sign_given_here_shows_there_in_the_order_they_began(processes: tuple[SharedSigns, SharedSigns]) -> None:
    here, there = processes
    assert there.give(TALK, Sign.HERE, "suzuki")
    assert here.give(TALK, Sign.HERE, "sato")
    assert not here.give(TALK, Sign.HERE, "suzuki")
    here.give(TALK, Sign.WRITING, PERSON)

    assert here.given(TALK, Sign.HERE) == there.given(TALK, Sign.HERE) == ["suzuki", "sato"]
    assert there.given(TALK, Sign.WRITING) == [PERSON]
    assert there.given("会話二", Sign.HERE) == []


def test_what_is_sent_here_ends_the_writing_that_was_shown_there(processes: tuple[SharedSigns, SharedSigns]) -> None:
    here, there = processes
    there.give(TALK, Sign.WRITING, PERSON)

    assert here.take_back(TALK, Sign.WRITING, PERSON)
    assert there.given(TALK, Sign.WRITING) == []
    assert not there.take_back(TALK, Sign.WRITING, PERSON)


def test_a_sign_is_over_by_itself_everywhere(
    processes: tuple[SharedSigns, SharedSigns], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = processes
    here.give(TALK, Sign.HERE, "sato")
    here.give(TALK, Sign.WRITING, "sato")
    assert 0 < (there.soonest_end(TALK) or 0) <= signs.LIFETIMES[Sign.WRITING]

    # when it is shown once more, for a moment
    monkeypatch.setitem(signs.LIFETIMES, Sign.WRITING, 0.2)
    here.give(TALK, Sign.WRITING, "sato")

    wait_until(lambda: there.given(TALK, Sign.WRITING) == [], "the end of the writing")
    assert (there.soonest_end(TALK) or 0) > 1


def test_another_process_of_the_machine_sees_it(processes: tuple[SharedSigns, SharedSigns], prefix: str) -> None:
    processes[0].give(TALK, Sign.HERE, "sato")

    other = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, prefix, REDIS], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert other.stdout.strip() == "['sato']"


def test_at_two_desks_colleagues_see_each_other_and_the_person_sees_them_write(
    desk: Desk, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given two processes on one database, and a conversation that staff hold
    monkeypatch.setattr(sharing, "CHANNEL", f"test:{uuid.uuid4().hex}")
    conversation = person(desk)
    answer_case(desk, handed_over(desk, conversation), "佐藤です。", "sato")
    told = threading.Semaphore(0)
    with closing(SharedChanges(REDIS)) as news, closing(SharedChanges(REDIS)) as their_news:
        assert news.connected.wait(PATIENCE)
        here = replace(desk, changes=news, signs=SharedSigns(REDIS))
        there = replace(desk, changes=their_news, signs=SharedSigns(REDIS))
        with news.listening(signs_subject(conversation), told.release):
            # when somebody opens the case and writes at one
            show_sign(there, conversation, Sign.HERE, "sato")
            show_sign(there, conversation, Sign.WRITING, "sato")

            # then it shows at the other, which was told
            assert is_here(here, conversation, "sato")
            assert partner_of(here, conversation) is Partner.WRITING
            end_sign(there, conversation, Sign.WRITING, "sato")
            assert partner_of(here, conversation) is Partner.STAFF
            assert all(told.acquire(timeout=PATIENCE) for _ in range(3))
        here.signs.close()
        there.signs.close()


def test_without_redis_the_signs_of_this_process_show_all_the_same() -> None:
    with closing(SharedSigns(f"redis://127.0.0.1:{free_port()}/0")) as alone:
        assert alone.give(TALK, Sign.HERE, "sato")
        assert not alone.give(TALK, Sign.HERE, "sato")
        assert alone.given(TALK, Sign.HERE) == ["sato"]
        assert (alone.soonest_end(TALK) or 0) > 1
        assert alone.take_back(TALK, Sign.HERE, "sato")
