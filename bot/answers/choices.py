"""Answers that choose: trade, kind of applicant, purposes, partner, places, start."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.plain import bare
from bot.entities.dates import find_dates, find_month
from bot.entities.found import Found, first_of
from bot.entities.industries import INDUSTRY, find_mentions
from bot.entities.lexicon import Choices, choices
from bot.entities.own import APPLICANT
from bot.entities.places import Places
from bot.entities.words import find_partner_status, find_purposes
from bot.text.reader import Reading

SHORT = 20  # characters; in a longer answer loose words may belong to something else
TOPIC = re.compile(r"[はがも]")  # 工場は120坪です: something is said of a thing, no trade is named
NOWHERE = re.compile(
    r"(?:^(?:い(?:いえ|や)|ううん|特に|とくに)?[、。 ]*(?:他|ほか)?(?:に|には)?(?:は|も)?(?:ない|なし|無い|無し|ありません|ございません|ゼロ|あらへん)|(?:本社|本店|ここ|1か所|一か所|1箇所|一箇所|この場所|自宅)(?:だけ|のみ)|^(?:いいえ|いえ|ううん)$|(?:支店|工場|拠点|他|ほか)(?:は|も|には?)?(?:ない|なし|ありません|あらへん))"
)


def trade(lower: str, found: Sequence[Found]) -> str | None:
    """The person's trade, as `found` in the same text or by any word for one."""
    told = first_of(found, INDUSTRY)
    if told and not TOPIC.match(lower, told.end):
        return str(told.value)
    mentions = [mention for mention in find_mentions(lower) if not TOPIC.match(lower, mention.end)]
    longest = max(mentions, key=lambda mention: mention.length, default=None)
    return longest.trade if longest else _first(bare(lower), choices("asked_industry"))


def applicant(lower: str, found: Sequence[Found]) -> str | None:
    """What kind of applicant, as `found` or by the looser words."""
    told = first_of(found, APPLICANT)
    return str(told.value) if told else _first(bare(lower), choices("asked_applicant_type"))


def purposes(lower: str) -> list[str]:
    """All purposes named; in a short answer the looser words count as well."""
    found = [str(one.value) for one in find_purposes(lower)]
    if found and len(lower) > SHORT:
        return found
    return list(dict.fromkeys([*found, *(value for value, words in choices("asked_purpose") if words.search(lower))]))


def partner(lower: str) -> str | None:
    """Whether a partner is agreed, sought or not wanted."""
    found = find_partner_status(lower)
    return str(found[0].value) if found else _first(bare(lower), choices("asked_partner_status"))


def areas(places: Places, reading: Reading) -> list[str]:
    """Municipalities; short forms that are ambiguous elsewhere count here."""
    found = [str(one.value) for one in places.find(reading.normal.text, reading.words)]
    plain = bare(reading.normal.text)
    plain = re.sub(r"(?:に(?:あります|ある)|の(?:ほう|方)|都|内)$", "", plain)
    answered = places.answer(plain)
    return found or ([answered] if answered else [])


def has_no_other_site(lower: str) -> bool:
    """No site beside the head office."""
    return bool(NOWHERE.search(bare(lower)))


def start(text: str, today: date) -> str | None:
    """When the project should start, as an ISO date; a month means its first day."""
    found = find_dates(text, today)
    day = date.fromisoformat(str(found[0].value)) if found else find_month(text, today)
    return day.isoformat() if day else None


def _first(lower: str, options: Choices) -> str | None:
    return next((value for value, pattern in options if pattern.search(lower)), None)
