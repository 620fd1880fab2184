"""Notices by e-mail: one fixed sentence, no reply address of a person, no content of a report."""

import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from rindu_app.access.keyring import get_keyring
from rindu_app.adapters.channels import MaybeSent, NotSent, Outgoing
from rindu_app.words.notices import SUBJECT, TEXTS

SECONDS = 20


class MailSender:
    """`smtps://user:password@host:465` (TLS from the start) or `smtp://…:587` (STARTTLS where the server offers it).

    With a user, the connection must be encrypted or nothing is sent. The sender's address is `?from=…` or the user.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.tls = parts.scheme == "smtps"
        self.host, self.port = parts.hostname or "", parts.port or (465 if self.tls else 587)
        self.user, self.password = unquote(parts.username or ""), unquote(parts.password or "")
        query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
        self.sender = unquote(query.get("from", "")) or (
            self.user if "@" in self.user else f"layanan@{self.host}"
        )

    def send(self, message: Outgoing) -> None:
        mail = self._compose(message)
        try:
            client = self._connect()
        except (OSError, smtplib.SMTPException) as error:
            raise NotSent(type(error).__name__) from None
        try:
            client.send_message(mail)
        except smtplib.SMTPServerDisconnected:
            raise MaybeSent("disconnected") from None
        except smtplib.SMTPException as error:
            raise NotSent(type(error).__name__) from None
        except OSError:
            raise MaybeSent("broken") from None
        finally:
            client.close()

    def was_sent(self, key: str) -> bool | None:
        return None

    def _compose(self, message: Outgoing) -> EmailMessage:
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = SUBJECT, self.sender, message.to
        # The same at every try, so that a mail server may drop a second one; tells nothing about the row.
        mail["Message-ID"] = (
            f"<{get_keyring().index_token('mail', message.key)}@{self.sender.rpartition('@')[2]}>"
        )
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content("\n\n".join(filter(None, [TEXTS[message.notice], message.link])))
        return mail

    def _connect(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        client: smtplib.SMTP = (
            smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
            if self.tls
            else smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        )
        if not self.tls and (self.user or (client.ehlo()[0] == 250 and client.has_extn("starttls"))):
            client.starttls(context=context)
        if self.user:
            client.login(self.user, self.password)
        return client
