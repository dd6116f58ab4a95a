"""Letters over SMTP, against a server of this machine: accepted, refused, too slow, and never sent in the open."""

import ssl
from pathlib import Path

import pytest

from desk.domain.notifications import Kind, Notice
from desk.notify.mail import Mail, server_of
from desk.notify.notifier import NotDelivered, Undeliverable
from tests.fakes.mail import Mailbox, catching, certificate
from tests.running import free_port

NOTICE = Notice(Kind.WRITTEN, "I-2026-000123", "https://soudan.example.lg.jp/console/cases/I-2026-000123")
SENDER = "相談窓口 <soudan@example.lg.jp>"
SATO = "sato@example.lg.jp"


def open_mail(mailbox: Mailbox, patience: float = 5.0) -> Mail:
    """Mail over a relay on this machine."""
    return Mail(server_of(f"smtp://127.0.0.1:{mailbox.port}?tls=none"), SENDER, patience)


def test_a_letter_says_what_happened_to_which_case_and_where_to_look() -> None:
    with catching() as mailbox:
        open_mail(mailbox).deliver(SATO, NOTICE)

    (letter,) = mailbox.letters
    assert letter["To"] == SATO
    assert letter["From"] == SENDER
    assert letter["Subject"] == "【相談窓口】相談者から返信がありました（I-2026-000123）"
    assert NOTICE.url in letter.get_content()
    assert letter["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("kind", Kind)
def test_a_letter_of_any_kind_holds_number_kind_and_link_and_nothing_else(kind: Kind) -> None:
    notice = Notice(kind, "I-2026-000123", NOTICE.url)
    with catching() as mailbox:
        open_mail(mailbox).deliver(SATO, notice)

    title, link, foot = (line for line in mailbox.letters[0].get_content().splitlines() if line)
    assert (title, link) == (notice.title, notice.url)
    assert foot.startswith("このメールは送信専用です")


def test_a_mailbox_that_does_not_exist_is_not_tried_again() -> None:
    with catching(refusal="550 no such user") as mailbox, pytest.raises(Undeliverable, match="550"):
        open_mail(mailbox).deliver(SATO, NOTICE)


def test_a_full_mailbox_may_have_room_later() -> None:
    with catching(refusal="452 mailbox full") as mailbox, pytest.raises(NotDelivered, match="452") as caught:
        open_mail(mailbox).deliver(SATO, NOTICE)

    assert not isinstance(caught.value, Undeliverable)
    assert SATO not in str(caught.value)


def test_a_server_that_takes_too_long_is_left() -> None:
    with catching(delay=1.0) as mailbox, pytest.raises(NotDelivered, match=r"Timeout|Disconnected"):
        open_mail(mailbox, patience=0.2).deliver(SATO, NOTICE)


def test_a_server_that_is_not_there_is_told_as_such() -> None:
    mail = Mail(server_of(f"smtp://127.0.0.1:{free_port()}?tls=none"), SENDER)

    with pytest.raises(NotDelivered, match="ConnectionRefusedError"):
        mail.deliver(SATO, NOTICE)


def test_a_server_without_encryption_gets_nothing() -> None:
    with catching() as mailbox, pytest.raises(NotDelivered):
        Mail(server_of(f"smtp://127.0.0.1:{mailbox.port}"), SENDER).deliver(SATO, NOTICE)

    assert mailbox.letters == []


def test_a_letter_travels_encrypted_after_a_login(tmp_path: Path) -> None:
    path = certificate(tmp_path)
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    served.load_cert_chain(path)
    trust = ssl.create_default_context(cafile=str(path))
    with catching(served) as mailbox:
        server = server_of(f"smtp://desk:p%40ss@localhost:{mailbox.port}")
        Mail(server, SENDER, trust=trust).deliver(SATO, NOTICE)

    assert len(mailbox.letters) == 1
    assert mailbox.logins == [("desk", "p@ss")]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    served.load_cert_chain(certificate(tmp_path))
    with catching(served) as mailbox, pytest.raises(NotDelivered, match="SSLCertVerificationError"):
        Mail(server_of(f"smtp://localhost:{mailbox.port}"), SENDER).deliver(SATO, NOTICE)

    assert mailbox.letters == []


@pytest.mark.parametrize(
    ("url", "host", "port", "tls"),
    [
        ("smtp://mail.example.lg.jp", "mail.example.lg.jp", 587, "starttls"),
        ("smtps://mail.example.lg.jp", "mail.example.lg.jp", 465, "implicit"),
        ("smtp://127.0.0.1:25?tls=none", "127.0.0.1", 25, "none"),
    ],
)
def test_an_address_of_a_server_says_how_it_is_reached(url: str, host: str, port: int, tls: str) -> None:
    server = server_of(url)

    assert (server.host, server.port, server.tls) == (host, port, tls)


@pytest.mark.parametrize("url", ["http://mail.example.lg.jp", "smtp://", "smtp://mail.example.lg.jp?tls=perhaps"])
def test_an_address_that_means_nothing_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="expected smtp"):
        server_of(url)
