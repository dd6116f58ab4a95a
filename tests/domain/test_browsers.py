"""The browser of a login, in words that its owner knows it by."""

import pytest

from desk.domain.browsers import UNKNOWN, browser_of

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "told"),
    [
        (WINDOWS, "Chrome（Windows）"),
        (f"{WINDOWS} Edg/140.0", "Edge（Windows）"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox（Mac）"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1", "Safari（iPhone）"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome（Android）"),
        ("<script>alert(1)</script>", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_browser_is_told_by_its_kind_and_system_alone(user_agent: str, told: str) -> None:
    assert browser_of(user_agent) == told
