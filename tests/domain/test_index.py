"""The catalogue arranged for judging: sets of programs by everything the rules ask for."""

from datetime import date, timedelta
from fractions import Fraction

from desk.domain.bits import positions_of
from desk.domain.calls import State
from desk.domain.index import Index
from desk.domain.programs import Audience, Status
from tests.domain.builders import ROLLING, TODAY, Call, amount, hard, person, program, rule, soft, track

AUTUMN = Call("第2回", date(2026, 11, 1), date(2026, 12, 1), False)
INDEX = Index(
    (
        program("shisaku", hard("sme_basic_act"), hard({"started": {"is": False}})),
        program("kaihatsu", hard({"all": ["sme_basic_act", {"started": {"is": False}}]}), person(), calls=(AUTUMN,)),
        program("soudan", kind="advice", area=None, amount=amount(max_yen=None, rate=None), purposes=frozenset()),
        program("db", kind="database", audience=Audience.REFERENCE, area="東京都", fields=("医療機器",)),
        program("kyu", status=Status.ENDED, status_reason="終了", calls=()),
    )
)


def ids(mask: int) -> set[str]:
    return {INDEX.programs[at].id for at in positions_of(mask)}


class TestRules:
    """Each distinct requirement once, with the programs that hang on it."""

    def test_joint_requirements_are_shared_with_single_ones(self) -> None:
        shared = {each.criterion: ids(each.programs) for each in INDEX.rules}
        assert shared == {
            rule("sme_basic_act"): {"shisaku", "kaihatsu"},
            rule({"started": {"is": False}}): {"shisaku", "kaihatsu"},
        }

    def test_preferences_and_persons_checks_are_no_rules(self) -> None:
        assert Index((program("a", soft("small_basic_act"), person()),)).rules == ()

    def test_tracks_are_kept_apart(self) -> None:
        raised = track("賃上げ枠", {"wage_raise_plan": {"is": True}}, rate=Fraction(3, 4))
        index = Index((program("a", amount=amount(tracks=(raised,))), program("b")))
        assert [(each.criterion, each.programs) for each in index.track_rules] == [(raised.criterion, 0b01)]

    def test_a_track_without_a_known_amount_does_not_matter(self) -> None:
        raised = track("賃上げ枠", {"wage_raise_plan": {"is": True}})
        index = Index((program("a", amount=amount(rate=None, tracks=(raised,))),))
        assert index.track_rules == ()
        assert index.rated == 0


class TestSets:
    """Programs by their properties."""

    def test_by_id(self) -> None:
        assert INDEX.position["soudan"] == 2
        assert ids(INDEX.every) == {"shisaku", "kaihatsu", "soudan", "db", "kyu"}

    def test_by_status_check_and_money(self) -> None:
        assert ids(INDEX.published) == {"shisaku", "kaihatsu", "soudan", "db"}
        assert ids(INDEX.person_checked) == {"kaihatsu"}
        assert ids(INDEX.rated) == {"shisaku", "kaihatsu", "db", "kyu"}

    def test_by_kind(self) -> None:
        assert ids(INDEX.of_kinds(["advice", "database", "festival"])) == {"soudan", "db"}

    def test_by_audience_every_audience_has_a_set(self) -> None:
        assert INDEX.by_audience.keys() == set(Audience)
        assert ids(INDEX.by_audience[Audience.REFERENCE]) == {"db"}
        assert INDEX.by_audience[Audience.OPERATOR] == 0

    def test_by_purpose_one_with_none_stands_by_itself(self) -> None:
        assert ids(INDEX.by_purpose[""]) == {"soudan"}
        assert "soudan" not in ids(INDEX.by_purpose["prototype"])

    def test_by_field_and_area(self) -> None:
        assert ids(INDEX.by_field["医療機器"]) == {"db"}
        assert ids(INDEX.by_area[None]) == {"soudan"}
        assert ids(INDEX.by_area["東京都"]) == {"db"}

    def test_what_serves_many_purposes_is_wide(self) -> None:
        four = frozenset({"prototype", "testing", "digital", "equipment"})
        index = Index((program("a", purposes=four), program("b", purposes=four - {"digital"})))
        assert index.wide == 0b01


class TestDay:
    """Where the calls stand, once a day."""

    def test_each_program_has_one_state(self) -> None:
        day = INDEX.on(TODAY)
        assert [state.state for state in day.states] == [
            State.ROLLING,
            State.OPEN,
            State.ROLLING,
            State.ROLLING,
            State.ENDED,
        ]
        assert ids(day.by_state[State.OPEN]) == {"kaihatsu"}
        assert ids(day.by_state[State.ENDED]) == {"kyu"}
        assert day.by_state[State.UPCOMING] == 0

    def test_what_closes_soon(self) -> None:
        assert ids(INDEX.on(TODAY).urgent) == {"kaihatsu"}
        assert ids(INDEX.on(date(2026, 11, 1)).urgent) == {"kaihatsu"}
        assert ids(INDEX.on(date(2026, 10, 31)).urgent) == set()

    def test_what_has_not_been_checked_for_long(self) -> None:
        assert ids(INDEX.on(TODAY).stale) == set()
        assert ids(INDEX.on(TODAY + timedelta(days=400)).stale) == {"shisaku", "kaihatsu", "soudan", "db", "kyu"}

    def test_the_same_day_is_worked_out_once(self) -> None:
        assert INDEX.on(TODAY) is INDEX.on(TODAY)
        assert INDEX.on(TODAY + timedelta(days=1)) is not INDEX.on(TODAY)

    def test_rolling_calls_never_hurry(self) -> None:
        index = Index((program("a", calls=(ROLLING,)),))
        assert index.on(TODAY).urgent == 0
