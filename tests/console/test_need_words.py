"""Words for needs: every state, answer, reason and event has some."""

import re
from pathlib import Path

import pytest

from desk.console import need_words
from desk.console.need_words import need_event
from desk.domain.cases import SPECIALITY_TITLES, Speciality
from desk.domain.needs import AssignmentStatus, DeclineReason, NeedStatus
from desk.settings import ROOT

SERVICES = [
    ROOT / "desk" / "services" / f"{name}.py" for name in ("needs", "asking", "assignments", "offering", "openings")
]
STAFF = {"sato": "佐藤 花子"}


def test_every_value_has_a_word() -> None:
    assert SPECIALITY_TITLES.keys() == set(Speciality)
    assert need_words.STATUSES.keys() == set(NeedStatus)
    assert need_words.ANSWERS.keys() == set(AssignmentStatus)
    assert need_words.REASONS.keys() == set(DeclineReason)


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_every_event_of_a_need_has_a_sentence(path: Path) -> None:
    kinds = set(re.findall(r'"(need_\w+|nobody_free)"', path.read_text(encoding="utf-8")))

    assert not [kind for kind in kinds if not need_event(kind, {"title": "商標"}, STAFF)]


@pytest.mark.parametrize(
    ("kind", "detail", "sentence"),
    [
        ("need_offered", {"to": "sato"}, "「商標」を佐藤 花子に打診しました"),
        ("need_offered", {"to": "gone"}, "「商標」をgoneに打診しました"),
        ("need_referred", {"body": "inpit", "name": "INPIT"}, "「商標」をINPITにつなぎました"),
        ("need_declined", {"to": "sato", "reason": "other"}, "「商標」を佐藤 花子が辞退しました（その他）"),
        (
            "need_requalified",
            {"before": "subsidy", "after": "ip"},
            "「商標」の分野を「補助金」から「知的財産」に変えました",
        ),
        ("need_renamed", {"before": "知財"}, "用件の名前を「知財」から「商標」に変えました"),
        ("need_done", {}, "「商標」を済みにしました"),
    ],
)
def test_an_event_is_told_as_a_sentence(kind: str, detail: dict[str, str], sentence: str) -> None:
    assert need_event(kind, {"title": "商標"} | detail, STAFF) == sentence


def test_other_events_are_not_its_business() -> None:
    assert need_event("answered", {}, STAFF) == ""
