"""How editors fill in the forms of the console."""

import re
from html import unescape

import httpx

from tests.console.conftest import Console


def form_of(page: httpx.Response) -> dict[str, str]:
    """What a browser would send of the last form of a page, untouched."""
    html = page.text[page.text.rindex('<form class="writing"') :]
    inputs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*type="(?!checkbox)[^"]*"[^>]*value="([^"]*)"', html)
    inputs += re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    inputs += re.findall(r'<input type="(?:checkbox|radio)"[^>]*name="([^"]+)" value="([^"]*)" checked', html)
    inputs += re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', html)
    for name, options in re.findall(r'<select[^>]*name="([^"]+)">(.*?)</select>', html, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        inputs.append((name, (chosen or re.findall(r'<option value="([^"]*)"', options))[0]))
    return {name: unescape(value) for name, value in inputs}


def send(console: Console, path: str, page: httpx.Response | None = None, **changes: str) -> httpx.Response:
    """Fill in the form of a page (or press the button of one) and send it."""
    opened = page or console.get(path)
    fields = form_of(opened) if 'class="writing"' in opened.text else {}
    return console.post(path, **(fields | {"csrf": console.fields(opened)["csrf"]} | changes))


def press(console: Console, version: str, act: str, **fields: str) -> httpx.Response:
    """Press a button of the page of a version."""
    return console.post(f"{version}/{act}", csrf=console.token(version), **fields)
