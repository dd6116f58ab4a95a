"""What protects accounts beside the database: a key that is not in it, and who needs a second factor."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from unicodedata import normalize

from cryptography.fernet import Fernet, InvalidToken

from desk.domain.roles import Role

Policy = Literal["off", "optional", "required"]


class WrongKey(RuntimeError):
    """Something was encrypted with another `DESK_SECRET_KEY`."""


def fleeting() -> Callable[[], str]:
    """A secret that ends with the process; for tests."""
    made = secrets.token_urlsafe(32)
    return lambda: made


@dataclass(frozen=True)
class Safeguards:
    """`secret` is asked for when it is first needed; it never stands in the database."""

    secret: Callable[[], str] = field(default_factory=fleeting)
    second_factor: Policy = "optional"
    #: administrators need a second factor even where others may choose
    strict_for_administrators: bool = False

    def hide(self, text: str) -> str:
        """Encrypt."""
        return self._cipher.encrypt(text.encode()).decode()

    def reveal(self, hidden: str) -> str:
        """Decrypt. Raises `WrongKey`."""
        try:
            return self._cipher.decrypt(hidden).decode()
        except InvalidToken as error:
            raise WrongKey from error

    def digest(self, word: str) -> str:
        """The same for the same word, however it is typed; nobody without the key finds the word again."""
        plain = normalize("NFKC", word).casefold()
        return hmac.new(self._key("digest"), plain.encode(), "sha256").hexdigest()[:32]

    def needs_second_factor(self, role: str) -> bool:
        """Whether somebody of this role may not go without."""
        strict = self.strict_for_administrators and role == Role.ADMINISTRATOR
        return self.second_factor == "required" or (self.second_factor == "optional" and strict)

    @cached_property
    def _cipher(self) -> Fernet:
        return Fernet(urlsafe_b64encode(self._key("cipher")))

    def _key(self, purpose: str) -> bytes:
        return hmac.digest(self.secret().encode(), purpose.encode(), "sha256")
