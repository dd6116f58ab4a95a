"""Who is meant by an @ in a note: a login, a whole name, or a family name that only one colleague bears."""

import re
import unicodedata
from collections.abc import Mapping

#: what follows an @ (no mail address) up to a space or punctuation; a given name may stand after one space
_MENTION = re.compile(r"(?<![A-Za-z0-9._-])@([^\s@、。，．,!！?？:：;；（）()「」]+)(?:[ ](\w+))?")
_TITLES = ("さん", "様", "殿")


def mentioned(text: str, names: Mapping[str, str]) -> list[str]:
    """Logins of those whom a text calls by `@`, in the order in which they stand; `names` maps logins to names.

    Full-width signs count. A family name that two colleagues share calls nobody.
    """
    plain = unicodedata.normalize("NFKC", text)
    found = [_meant(word, more, names) for word, more in _MENTION.findall(plain)]
    return list(dict.fromkeys(login for login in found if login))


def _meant(word: str, more: str, names: Mapping[str, str]) -> str | None:
    called = [_bare(word + more), _bare(word)] if more else [_bare(word)]
    for each in called:
        bearers = [login for login, name in names.items() if each in (login.casefold(), _bare(_joined(name)))]
        bearers = bearers or [login for login, name in names.items() if each == _bare(name.split()[0])]
        if len(bearers) == 1:
            return bearers[0]
    return None


def _joined(name: str) -> str:
    return "".join(name.split())


def _bare(word: str) -> str:
    """Without 「さん」, in one case of letters."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return next((folded.removesuffix(title) for title in _TITLES if folded.endswith(title)), folded)
