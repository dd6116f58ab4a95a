"""All indicators, in the order of the tree."""

from collections.abc import Mapping

from desk.domain.indicators.bot import BOT
from desk.domain.indicators.ecosystem import ECOSYSTEM, ECOSYSTEM_UNMEASURED
from desk.domain.indicators.foundation import FOUNDATION
from desk.domain.indicators.indicator import Indicator
from desk.domain.indicators.service import SERVICE
from desk.domain.indicators.technology import TECHNOLOGY, TECHNOLOGY_UNMEASURED
from desk.domain.indicators.unmet import UNMET

INDICATORS: tuple[Indicator, ...] = (*FOUNDATION, *TECHNOLOGY, *ECOSYSTEM, *SERVICE, *BOT, *UNMET)
UNMEASURED = (*TECHNOLOGY_UNMEASURED, *ECOSYSTEM_UNMEASURED)
BY_ID: Mapping[str, Indicator] = {each.id: each for each in INDICATORS}
