"""A team of coordinators, and looks at needs, for tests of who is asked for what."""

from desk.domain.cases import Speciality
from desk.domain.notifications import Kind
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.coordinators import save_profile
from desk.services.needs import NeedLine
from desk.services.notifications import read_notifications
from tests.services.staffing import member


def coordinator(desk: Desk, login: str, name: str, *specialities: str, max_load: int = 10) -> int:
    """Somebody who can be asked during the desk's hours; gives the id."""
    staff_id = member(desk, login, name)
    save_profile(desk, login, [Speciality(each) for each in specialities], [], max_load, active=True)
    return staff_id


def subsidy_team(desk: Desk) -> dict[str, int]:
    """A lead, two coordinators for subsidies and one for intellectual property; their ids by login."""
    return {
        "mori": member(desk, "mori", "森 光", "lead"),
        "sato": coordinator(desk, "sato", "佐藤 花子", "subsidy"),
        "suzuki": coordinator(desk, "suzuki", "鈴木 一郎", "subsidy"),
        "ito": coordinator(desk, "ito", "伊藤 恵", "ip"),
    }


def told(desk: Desk, staff_id: int) -> list[Kind]:
    """What somebody was told of."""
    return [bell.kind for bell in read_notifications(desk, staff_id)]


def needs_of(desk: Desk, number: str) -> tuple[NeedLine, ...]:
    """The needs of a case."""
    return read_case(desk, number).needs


def asked(need: NeedLine) -> list[tuple[str, str]]:
    """Who was asked for a need, and what came of it."""
    return [(each.to, each.status) for each in need.asked]


def kinds_of(desk: Desk, number: str) -> list[str]:
    """What happened to a case, in order."""
    return [event.kind for event in read_case(desk, number).events]
