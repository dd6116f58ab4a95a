"""The browser of a login in a few words, for its owner to know it again among others."""

_BROWSERS = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "Mac",
    "Linux": "Linux",
}
UNKNOWN = "ほかのブラウザ"


def browser_of(user_agent: str) -> str:
    """Such as "Chrome（Windows）". Nothing else of what a browser tells about itself is kept."""
    browser = next((name for mark, name in _BROWSERS.items() if mark in user_agent), UNKNOWN)
    system = next((name for mark, name in _SYSTEMS.items() if mark in user_agent), "")
    return f"{browser}（{system}）" if system else browser
