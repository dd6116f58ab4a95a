"""E-mail over SMTP: always encrypted on its way, unless the operator says that the relay stands on this machine."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid
from urllib.parse import parse_qs, unquote, urlsplit

from desk.domain.notifications import Notice
from desk.notify.notifier import NotDelivered, Undeliverable

#: seconds for the server to answer one command
PATIENCE = 10.0
#: from here on a server's answer is final
PERMANENT = 500
FOOT = "このメールは送信専用です。内容は相談窓口の画面でご覧ください。"


@dataclass(frozen=True)
class Server:
    """A mail server. `tls` is `implicit` (from the first byte), `starttls` (demanded), or `none`."""

    host: str
    port: int
    tls: str
    login: str | None
    password: str | None


def server_of(url: str) -> Server:
    """`smtps://user:password@host:465`, or `smtp://host:587`; `?tls=none` for a relay on this machine.

    Raises `ValueError` with what is wrong; the password is not in it.
    """
    parts = urlsplit(url)
    wanted = parse_qs(parts.query).get("tls", ["starttls"])[0]
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or wanted not in ("starttls", "none"):
        raise ValueError("expected smtp://host:587, smtps://host:465 or smtp://localhost:25?tls=none")
    tls = "implicit" if parts.scheme == "smtps" else wanted
    port = parts.port or (465 if tls == "implicit" else 587)
    login, password = (unquote(each) if each else None for each in (parts.username, parts.password))
    return Server(parts.hostname, port, tls, login, password)


class Mail:
    """Notices by e-mail. The letter holds a number, a kind and a link; whoever reads it must log in to see more."""

    name = "mail"

    def __init__(
        self, server: Server, sender: str, patience: float = PATIENCE, trust: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._sender = sender
        self._patience = patience
        self._trust = trust or ssl.create_default_context()

    def deliver(self, address: str, notice: Notice) -> None:
        """Hand the letter to the server. A server that offers no encryption gets nothing."""
        try:
            with self._connected() as connection:
                connection.send_message(self._letter(address, notice))
        except smtplib.SMTPRecipientsRefused as refused:
            raise _refusal(max(code for code, _ in refused.recipients.values())) from None
        except smtplib.SMTPResponseException as answer:
            raise NotDelivered(f"the server answered {answer.smtp_code}") from None
        except (smtplib.SMTPException, OSError) as failure:
            raise NotDelivered(type(failure).__name__) from None

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server = self._server
        if server.tls == "implicit":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=self._patience, context=self._trust
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=self._patience)
        with connection:
            if server.tls == "starttls":
                connection.starttls(context=self._trust)
            if server.login:
                connection.login(server.login, server.password or "")
            yield connection

    def _letter(self, address: str, notice: Notice) -> EmailMessage:
        letter = EmailMessage()
        letter["From"], letter["To"] = self._sender, address
        letter["Subject"] = f"【相談窓口】{notice.title}"
        letter["Message-ID"] = make_msgid(domain=self._sender.rpartition("@")[2].rstrip(">") or "localhost")
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(f"{notice.title}\n\n{notice.url}\n\n{FOOT}\n", cte="base64")
        return letter


def _refusal(code: int) -> NotDelivered:
    """5xx: there is no such mailbox. 4xx: it is full or busy, and may be so no longer in an hour."""
    kind = Undeliverable if code >= PERMANENT else NotDelivered
    return kind(f"the server refused the address ({code})")
