"""What axe-core finds in a page and in its frames, and whether the page fits its window."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

#: WCAG up to 2.2 AA, and what axe-core holds to be good practice
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """One line for each rule that is broken, with the elements at fault."""
    page.wait_for_load_state()
    return [line for frame in page.frames for line in _violations(frame)]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window, once its styles have come."""
    page.wait_for_load_state()
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def _violations(frame: Frame) -> list[str]:
    options = {"runOnly": TAGS, "resultTypes": ["violations"], "iframes": False}
    result: dict[str, Any] = Axe().run(frame, options=options).response
    return [_line(frame.url, each) for each in result["violations"]]


def _line(url: str, violation: dict[str, Any]) -> str:
    nodes = "; ".join(node["html"][:200] for node in violation["nodes"])
    return f"{url}: {violation['id']}: {violation['help']}: {nodes}"
