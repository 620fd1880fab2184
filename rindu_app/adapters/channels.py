"""Ways out of the house behind one Protocol, each with a version that sends nothing."""

from dataclasses import dataclass, field
from typing import Protocol

from rindu_app.settings import get_settings
from rindu_app.words.codes import DeliveryChannel
from rindu_app.words.notices import Notice


class NotSent(Exception):
    """It surely did not leave; trying again is safe. The text is a code for the log, never an address."""


class MaybeSent(Exception):
    """The connection broke when it may have left already; only a person can tell."""


@dataclass(frozen=True)
class Outgoing:
    """One notice to one address. `key` is the same at every try. `link` is the page a mail leads to, with a random address."""

    key: str
    to: str = field(repr=False)
    notice: Notice
    link: str = field(default="", repr=False)


class Sender(Protocol):
    def send(self, message: Outgoing) -> None:
        """Hand over. Raises `NotSent` or `MaybeSent`."""
        ...

    def was_sent(self, key: str) -> bool | None:
        """After a crash: did this one leave? None where the way cannot tell."""
        ...


class NullSender:
    """Sends nothing; the row in the table is all there is. The demo and every installation without a way out use it."""

    def send(self, message: Outgoing) -> None:
        return

    def was_sent(self, key: str) -> bool | None:
        return False


def get_senders() -> dict[DeliveryChannel, Sender]:
    """The configured way for each channel, or the one that sends nothing."""
    from rindu_app.adapters.mail import MailSender
    from rindu_app.adapters.whatsapp import WhatsAppSender

    settings = get_settings()
    mail = MailSender(settings.smtp_url) if settings.smtp_url else NullSender()
    whatsapp = (
        WhatsAppSender(settings.whatsapp_token, settings.whatsapp_phone_id)
        if settings.whatsapp_token
        else NullSender()
    )
    return {DeliveryChannel.MAIL: mail, DeliveryChannel.WHATSAPP: whatsapp}
