"""The client's manners: pauses, retries, `Retry-After`, and when it gives up."""

import json

import pytest

from desk.jgrants.client import Client, Manners, Time
from desk.jgrants.errors import JGrantsError, TooBusy
from tests.fakes.jgrants import Failure, FakeJGrants
from tests.jgrants.conftest import PatientTime
from tests.jgrants.samples import KAIHATSU, raw_grant


def test_a_second_between_two_requests_is_waited(portal: FakeJGrants, client: Client, patient: PatientTime) -> None:
    portal.add(raw_grant())

    client.search("補助金")
    client.search("試作")
    client.detail(KAIHATSU)

    assert patient.slept == [1.0, 1.0]


def test_what_has_passed_already_is_not_waited_again(client: Client, patient: PatientTime) -> None:
    client.search("補助金")
    patient.sleep(0.75)

    client.search("試作")

    assert patient.slept == [0.75, 0.25]


def test_a_server_error_is_retried_after_a_while(portal: FakeJGrants, client: Client, patient: PatientTime) -> None:
    portal.add(raw_grant())
    body = json.dumps({"errorCode": "E-ML-9999", "title": "Internal Server Error"})
    portal.fail("補助金", Failure(500, body), Failure(503, body))

    assert len(client.search("補助金").result) == 1
    assert patient.slept == [2.0, 4.0]


def test_after_four_server_errors_it_gives_up_with_a_sentence(
    portal: FakeJGrants, client: Client, patient: PatientTime
) -> None:
    portal.fail("補助金", *[Failure(500, "<html>Internal Server Error</html>")] * 5)

    with pytest.raises(JGrantsError, match="検索語「補助金」: Jグランツの側で障害が起きています（500）。"):
        client.search("補助金")
    assert len(portal.asked) == 4
    assert patient.slept == [2.0, 4.0, 8.0]


def test_what_the_api_does_not_implement_is_not_retried(portal: FakeJGrants, client: Client) -> None:
    portal.fail("補助金", Failure(501))

    with pytest.raises(JGrantsError, match="対応していません（501）"):
        client.search("補助金")
    assert len(portal.asked) == 1


@pytest.mark.parametrize(
    ("told", "waited"),
    [("30", 30.0), ("Tue, 24 Nov 2026 01:00:45 GMT", 45.0), ("0", 2.0), ("soon", 2.0)],
)
def test_retry_after_is_honoured_in_seconds_and_as_a_date(
    portal: FakeJGrants, client: Client, patient: PatientTime, told: str, waited: float
) -> None:
    portal.add(raw_grant())
    portal.fail("補助金", Failure(429, headers={"Retry-After": told}))

    assert len(client.search("補助金").result) == 1
    assert patient.slept == [waited]


def test_a_long_retry_after_ends_the_run_and_says_when_to_come_back(
    portal: FakeJGrants, client: Client, patient: PatientTime
) -> None:
    portal.fail("補助金", Failure(429, headers={"Retry-After": "900"}))

    with pytest.raises(TooBusy, match="約15分後"):
        client.search("補助金")
    assert patient.slept == []


def test_too_many_requests_again_and_again_end_the_run(portal: FakeJGrants, client: Client) -> None:
    portal.fail("補助金", *[Failure(429)] * 4)

    with pytest.raises(TooBusy, match="混み合っています"):
        client.search("補助金")


def test_an_answer_that_is_late_once_is_asked_for_again(portal: FakeJGrants, patient: PatientTime) -> None:
    portal.add(raw_grant())
    portal.fail("補助金", Failure(delay=2.5))
    timing = Time(patient.sleep, patient.monotonic, patient.clock)

    with Client(portal.url, Manners(silence=1.0), timing) as client:
        assert len(client.search("補助金").result) == 1
    assert portal.paths() == ["補助金", "補助金"]


def test_answers_that_are_always_late_are_told(portal: FakeJGrants) -> None:
    portal.fail("補助金", Failure(delay=0.5))

    with (
        Client(portal.url, Manners(attempts=1, silence=0.1)) as client,
        pytest.raises(JGrantsError, match="検索語「補助金」: 応答が時間内に届きませんでした。"),
    ):
        client.search("補助金")


def test_an_answer_that_never_ends_is_given_up(portal: FakeJGrants) -> None:
    portal.fail("補助金", Failure(body=" " * 100, dribble=0.05))

    with (
        Client(portal.url, Manners(attempts=1, silence=10.0, whole=0.2)) as client,
        pytest.raises(JGrantsError, match="時間内に終わりませんでした"),
    ):
        client.search("補助金")
