"""Which needs a consultation holds: by the topic spoken of, what support is sought for, what was asked and said.

The rule. Whoever asks for somebody within a topic gets who knows that topic. Otherwise the purposes decide, then what
was asked before, then the words. What else was sought, asked or said makes further needs, three at most: somebody who
wants a subsidy and a patent gets two coordinators. Money asked for a purpose stays one need, unless the purpose needs
advice of its own.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.domain.cases import Speciality

MOST_NEEDS = 3

#: the topic in which a person asked for somebody, and who that is
SPECIALITY_OF_TOPIC: Mapping[str, Speciality] = {
    "support": Speciality.SUBSIDY,
    "programs": Speciality.SUBSIDY,
    "application": Speciality.SUBSIDY,
    "collaboration": Speciality.TECHNOLOGY,
    "partners": Speciality.TECHNOLOGY,
    "technology": Speciality.TECHNOLOGY,
    "ip": Speciality.IP,
    "clinic": Speciality.IP,
    "startup": Speciality.STARTUP,
    "finance": Speciality.MANAGEMENT,
    "training": Speciality.MANAGEMENT,
}

#: what a person seeks support for, and who knows most of it; the first that applies decides
SPECIALITY_OF_PURPOSE: Mapping[str, Speciality] = {
    "ip_filing": Speciality.IP,
    "ip_strategy": Speciality.IP,
    "joint_research": Speciality.TECHNOLOGY,
    "testing": Speciality.TECHNOLOGY,
    "matching": Speciality.TECHNOLOGY,
    "startup": Speciality.STARTUP,
    "finance": Speciality.MANAGEMENT,
    "succession": Speciality.MANAGEMENT,
    "hiring_training": Speciality.MANAGEMENT,
    "sales_channel": Speciality.MANAGEMENT,
}

#: purposes that need advice of their own beside the money for them
NEEDS_ADVICE = frozenset({"ip_filing", "ip_strategy", "joint_research", "matching", "startup", "finance", "succession"})

#: what a person asked the bot for
SPECIALITY_OF_INTENT: Mapping[str, Speciality] = {
    "find_support": Speciality.SUBSIDY,
    "application_help": Speciality.SUBSIDY,
    "find_partner": Speciality.TECHNOLOGY,
    "post_need": Speciality.TECHNOLOGY,
    "tech_consult": Speciality.TECHNOLOGY,
    "use_facility": Speciality.TECHNOLOGY,
    "ip_consult": Speciality.IP,
    "ip_cost": Speciality.IP,
    "ip_overseas": Speciality.IP,
    "book_clinic": Speciality.IP,
    "startup_support": Speciality.STARTUP,
    "ask_finance": Speciality.MANAGEMENT,
    "hire_train": Speciality.MANAGEMENT,
}

#: words that need somebody who knows the matter; a subsidy "for" something does not make it one
WORDS: Mapping[Speciality, re.Pattern[str]] = {
    Speciality.IP: re.compile(r"特許|商標|意匠|実用新案|弁理士|知財|知的財産|発明|契約書|秘密保持|NDA|ライセンス契約"),
    Speciality.STARTUP: re.compile(r"創業|起業|開業|スタートアップ"),
    Speciality.MANAGEMENT: re.compile(r"融資|資金繰り|借入|事業承継|経営改善|人手不足"),
    Speciality.TECHNOLOGY: re.compile(r"共同研究|技術相談|技術的な課題|試作の相手|大学と(?:組|連携)|研究者"),
    Speciality.SUBSIDY: re.compile(r"補助金|助成金|公募"),
}
#: money is told of together with its purpose, so these words are no need of their own beside another
_MONEY_WORDS = Speciality.SUBSIDY


@dataclass(frozen=True)
class Told:
    """What is known of what somebody wants. `texts` are their own words, `intents` what they asked the bot for."""

    topic: str | None = None
    purposes: Collection[str] = ()
    intents: Sequence[str] = ()
    texts: Sequence[str] = ()
    #: the research partner is agreed, so none has to be found
    has_partner: bool = False


def speciality_for(topic: str | None, purposes: Collection[str]) -> Speciality:
    """Who should take the case: by the topic spoken of, else by what support is sought for, else anybody.

    Questions about subsidies stay with the subsidy coordinator whatever the money is for.
    """
    if topic is not None and topic in SPECIALITY_OF_TOPIC:
        return SPECIALITY_OF_TOPIC[topic]
    for purpose, speciality in SPECIALITY_OF_PURPOSE.items():
        if purpose in purposes:
            return speciality
    return Speciality.SUBSIDY if purposes else Speciality.GENERAL


def specialities_for(told: Told) -> tuple[Speciality, ...]:
    """The needs of a consultation as specialities, the one of the lead first; never empty."""
    first = speciality_for(told.topic, told.purposes)
    asked = [SPECIALITY_OF_INTENT[intent] for intent in told.intents if intent in SPECIALITY_OF_INTENT]
    said = _said(told.texts)
    if first is Speciality.GENERAL and (asked or said):
        # what was asked for last is nearest to why somebody is wanted now
        first = asked[-1] if asked else said[0]
    further = [*_purposes(told), *asked, *(each for each in said if each is not _MONEY_WORDS)]
    return tuple(dict.fromkeys([first, *further]))[:MOST_NEEDS]


def _purposes(told: Told) -> list[Speciality]:
    own = NEEDS_ADVICE - {"joint_research", "matching"} if told.has_partner else NEEDS_ADVICE
    return [SPECIALITY_OF_PURPOSE[each] for each in SPECIALITY_OF_PURPOSE if each in told.purposes and each in own]


def _said(texts: Iterable[str]) -> list[Speciality]:
    together = "\n".join(texts)
    return [speciality for speciality, words in WORDS.items() if words.search(together)]
