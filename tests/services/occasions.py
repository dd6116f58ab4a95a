"""Events and clinics for tests."""

from datetime import timedelta

from desk.domain.occasions import Occasion, OccasionKind
from desk.services.context import Desk


def occasion(
    desk: Desk, title: str = "知財の無料相談", days: int = 7, kind: OccasionKind = OccasionKind.CLINIC
) -> Occasion:
    """Two hours, so many days from now."""
    starts = desk.now() + timedelta(days=days)
    return Occasion(
        kind,
        title,
        "一人30分です。",
        "弁理士",
        "区役所 3階",
        starts,
        starts + timedelta(hours=2),
        "https://example.jp/a",
    )
