"""HTML pages: their templates, and the headers that every page of the desk carries."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

#: nothing but the desk's own files; no inline script or style anywhere
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def environment(package: str) -> Environment:
    """The templates of a package. Everything is escaped, and a name that is not there is an error."""
    loader = PackageLoader(package)
    templates = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters["in_parts"] = in_parts
    return templates


def in_parts(name: str) -> Markup:
    """A long name that may break where katakana meet other signs, so that a telephone does not cut a word in two."""
    return Markup("<wbr>").join(escape(part) for part in re.findall(r"[ァ-ヴー]+|[^ァ-ヴー]+", name))


def policy(**changes: str) -> str:
    """The content security policy with some directives changed: `policy(frame_ancestors="'self'")`."""
    named = {name.replace("_", "-"): sources for name, sources in changes.items()}
    return "; ".join(f"{name} {sources}" for name, sources in {**POLICY, **named}.items())


def page(templates: Environment, name: str, csp: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as a page that no cache keeps."""
    headers = {**HEADERS, "Content-Security-Policy": csp, "Cache-Control": "no-store"}
    return HTMLResponse(templates.get_template(name).render(context), status, headers)
