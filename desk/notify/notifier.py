"""What every way out has in common."""

from typing import Protocol

from desk.domain.notifications import Notice


class NotDelivered(Exception):
    """It could not be delivered now; the text says why and names nobody. Another attempt may succeed."""


class Undeliverable(NotDelivered):
    """It will never be delivered to this address: another attempt would be refused as well."""


class Notifier(Protocol):
    """One way out: e-mail, a chat of the office."""

    @property
    def name(self) -> str:
        """How the rows of the record call it; never changed once in use."""
        ...

    def deliver(self, address: str, notice: Notice) -> None:
        """Bring a notice to an address. Raises `NotDelivered` and `Undeliverable`; returns once it is accepted."""
        ...
