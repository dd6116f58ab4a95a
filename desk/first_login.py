"""Where the first login is written down: a second desk on the same machine leaves the file of the first alone."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import make_url


def own_file(usual: Path, database_url: str) -> Path:
    """The file that bears the name of this database, beside the usual one; no password of the address stands in it."""
    url = make_url(database_url)
    mark = sha256(url.render_as_string(hide_password=True).encode()).hexdigest()[:8]
    return usual.with_name(f"{usual.stem}-{Path(url.database or 'memory').stem}-{mark}{usual.suffix}")


def write_down(usual: Path, database_url: str, text: str) -> Path:
    """Into the usual file, or beside it when that tells of another database. Only its owner can read it."""
    path = own_file(usual, database_url) if usual.exists() else usual
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(f"{text}\n", encoding="utf-8")
    return path


def find(usual: Path, database_url: str) -> str | None:
    """What was written down for this database."""
    own = own_file(usual, database_url)
    path = own if own.exists() else usual
    return path.read_text(encoding="utf-8").strip() if path.exists() else None
