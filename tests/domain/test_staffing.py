"""Who is asked to take a need."""

from datetime import date, datetime, time, timedelta

from desk.clock import JST
from desk.domain.calendar import Calendar
from desk.domain.cases import Speciality
from desk.domain.staffing import Away, Coordinator, Window, choose, next_presence

CALENDAR = Calendar(time(9), time(17), frozenset(range(5)), frozenset({date(2026, 11, 23)}))
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
TOMORROW = TUESDAY + timedelta(days=1)


def coordinator(id: int, specialities: str = "ip", max_load: int = 5, **more: object) -> Coordinator:
    return Coordinator(id, f"staff{id}", frozenset(specialities.split()), max_load, **more)  # type: ignore[arg-type]


def chosen(*people: Coordinator, now: datetime = TUESDAY, by: datetime = TOMORROW, asked: tuple[int, ...] = ()) -> int:
    found = choose(Speciality.IP, people, CALENDAR, now, by, asked)
    return found.id if found else 0


def test_only_who_knows_the_matter_is_asked() -> None:
    assert chosen(coordinator(1, "technology"), coordinator(2, "subsidy ip")) == 2
    assert chosen(coordinator(1, "technology")) == 0


def test_nobody_fits_in_an_empty_desk() -> None:
    assert chosen() == 0


def test_who_can_carry_no_more_is_left_alone() -> None:
    assert chosen(coordinator(1, load=5), coordinator(2, load=4)) == 2
    assert chosen(coordinator(1, load=5)) == 0
    assert chosen(coordinator(1, max_load=0)) == 0


def test_the_smallest_share_of_what_one_can_carry_decides() -> None:
    # two of ten are less than one of two
    assert chosen(coordinator(1, max_load=2, load=1), coordinator(2, max_load=10, load=2)) == 2


def test_on_a_tie_who_was_asked_longest_ago_is_next() -> None:
    assert chosen(coordinator(1, asked_last=7), coordinator(2, asked_last=3), coordinator(3, asked_last=5)) == 2


def test_who_is_there_today_comes_before_who_has_less_to_do_but_comes_tomorrow() -> None:
    busy = coordinator(1, load=4)
    away_today = coordinator(2, absences=(Away(date(2026, 11, 20), date(2026, 11, 24)),))

    assert chosen(busy, away_today, by=TOMORROW + timedelta(hours=1)) == 1


def test_who_comes_only_after_the_reply_is_due_is_not_asked() -> None:
    on_fridays = coordinator(1, windows=(Window(4, time(9), time(12)),))

    assert chosen(on_fridays) == 0
    assert chosen(on_fridays, by=datetime(2026, 11, 27, 10, 0, tzinfo=JST)) == 1


def test_nobody_is_asked_twice() -> None:
    assert chosen(coordinator(1), coordinator(2, load=4), asked=(1,)) == 2
    assert chosen(coordinator(1), asked=(1,)) == 0


def test_somebody_is_there_when_the_desk_is_open() -> None:
    assert next_presence(coordinator(1), CALENDAR, TUESDAY) == TUESDAY
    saturday = datetime(2026, 11, 21, 12, 0, tzinfo=JST)
    assert next_presence(coordinator(1), CALENDAR, saturday) == datetime(2026, 11, 24, 9, 0, tzinfo=JST)


def test_own_hours_count_within_those_of_the_desk() -> None:
    early_and_late = (Window(1, time(7), time(9, 30)), Window(1, time(15), time(19)))

    assert next_presence(coordinator(1, windows=early_and_late), CALENDAR, TUESDAY) == TUESDAY.replace(hour=15)
    late = TUESDAY.replace(hour=17)
    assert next_presence(coordinator(1, windows=early_and_late), CALENDAR, late) == datetime(
        2026, 12, 1, 9, 0, tzinfo=JST
    )


def test_an_absence_counts_to_its_last_day() -> None:
    away = coordinator(1, absences=(Away(date(2026, 11, 24), date(2026, 11, 26)),))

    assert next_presence(away, CALENDAR, TUESDAY) == datetime(2026, 11, 27, 9, 0, tzinfo=JST)


def test_who_stays_away_for_more_than_a_month_is_not_waited_for() -> None:
    away = coordinator(1, absences=(Away(date(2026, 11, 1), date(2027, 3, 31)),))

    assert next_presence(away, CALENDAR, TUESDAY) is None
