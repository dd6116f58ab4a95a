"""Plain text from what others wrote: HTML without its tags, lines without control characters."""

import re
import unicodedata
from html.parser import HTMLParser

import nh3

LONGEST_TEXT = 8000
_PARTS = frozenset({"p", "div", "section", "ul", "ol", "dl", "table"}) | {f"h{level}" for level in range(1, 7)}
_LINES = frozenset({"br", "hr", "li", "dt", "dd", "tr"})
_GONE_WITH_CONTENT = {"script", "style", "noscript", "template", "iframe", "object", "svg", "math"}
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})


def one_line(text: str) -> str:
    """The text on one line, without invisible characters and doubled spaces."""
    return re.sub(r"\s+", " ", _visible(text)).strip()


def plain_text(html: str) -> str:
    """The text of an HTML fragment: paragraphs as lines, list items with a dot, links with their address.

    Scripts and styles go with their content. At most `LONGEST_TEXT` characters; the text says where it was cut.
    """
    reader = _Reader()
    reader.feed(_sanitised(_visible(html)))
    reader.close()
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in "".join(reader.parts).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…（以下略）"


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=_PARTS | _LINES | {"a", "td", "th"},
        clean_content_tags=_GONE_WITH_CONTENT,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        url_relative="deny",
        link_rel=None,
    )


def _visible(text: str) -> str:
    """Line ends as newlines; control, formatting (also text direction) and unassigned characters taken out."""
    unified = re.sub("\r\n?|[\u0085\u2028\u2029]", "\n", text)
    return "".join(each for each in unified if each in "\n\t" or unicodedata.category(each) not in _INVISIBLE)


class _Reader(HTMLParser):
    """Collects text of HTML that is clean already."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARTS | _LINES:
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("・")
        if tag == "a":
            self._address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.parts.append(" ")
        elif tag in _PARTS:
            self.parts.append("\n")
        elif tag == "a" and self._address:
            self.parts.append(f"（{self._address}）")
            self._address = ""

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
