"""What the ways out really put on the wire, and how they tell "surely not" from "perhaps"."""

from pathlib import Path

import pytest

from rindu_app.adapters.channels import MaybeSent, NotSent, NullSender, Outgoing, get_senders
from rindu_app.adapters.mail import MailSender
from rindu_app.adapters.whatsapp import WhatsAppSender
from rindu_app.words.codes import DeliveryChannel
from rindu_app.words.notices import SUBJECT, TEXTS, Notice
from tests.sinks import mail_sink, whatsapp_sink

MAIL = Outgoing("late:1:2026112308", "piket@contoh.example", Notice.LATE)
CHAT = Outgoing("m:abc", "+6281200000001", Notice.NEW_MESSAGE)


def test_a_mail_holds_one_allowed_sentence_and_nothing_else(installation: Path) -> None:
    with mail_sink() as sink:
        MailSender(sink.url).send(MAIL)
    [mail] = sink.mails
    assert mail.get_content().strip() == TEXTS[Notice.LATE]
    assert mail["Subject"] == SUBJECT
    assert mail["To"] == "piket@contoh.example"
    assert mail["From"] == "layanan@contoh.example"
    assert mail["Reply-To"] is None
    assert MAIL.key not in mail.as_string()


def test_the_same_notice_has_the_same_message_id(installation: Path) -> None:
    with mail_sink() as sink:
        MailSender(sink.url).send(MAIL)
        MailSender(sink.url).send(MAIL)
    assert len({mail["Message-ID"] for mail in sink.mails}) == 1


def test_a_refused_mail_surely_did_not_leave(installation: Path) -> None:
    with mail_sink() as sink:
        sink.refuse = 550
        with pytest.raises(NotSent):
            MailSender(sink.url).send(MAIL)
    with pytest.raises(NotSent):
        MailSender("smtp://127.0.0.1:1").send(MAIL)


def test_a_line_that_breaks_after_the_mail_is_a_perhaps(installation: Path) -> None:
    with mail_sink() as sink:
        sink.hang_up = True
        with pytest.raises(MaybeSent):
            MailSender(sink.url).send(MAIL)
    assert len(sink.mails) == 1


def test_a_password_is_never_said_on_an_open_line(installation: Path) -> None:
    with mail_sink() as sink, pytest.raises(NotSent):
        MailSender(f"smtp://orang:rahasia@127.0.0.1:{sink.port}").send(MAIL)
    assert sink.mails == []


def test_whatsapp_sends_an_approved_template_without_variables() -> None:
    with whatsapp_sink() as sink:
        WhatsAppSender("token-uji", "123", base=sink.base).send(CHAT)
    [(path, authorization, content)] = sink.requests
    assert (path, authorization) == ("/123/messages", "Bearer token-uji")
    assert content == {
        "messaging_product": "whatsapp",
        "to": "6281200000001",
        "type": "template",
        "template": {"name": "new_message", "language": {"code": "id"}},
        "biz_opaque_callback_data": "m:abc",
    }


@pytest.mark.parametrize(
    ("status", "error"), [(400, NotSent), (401, NotSent), (429, NotSent), (500, MaybeSent), (503, MaybeSent)]
)
def test_whatsapp_tells_a_refusal_from_a_perhaps(status: int, error: type[Exception]) -> None:
    with whatsapp_sink() as sink:
        sink.status = status
        with pytest.raises(error):
            WhatsAppSender("t", "1", base=sink.base).send(CHAT)
    with pytest.raises(NotSent):
        WhatsAppSender("t", "1", base="http://127.0.0.1:1").send(CHAT)


def test_nothing_leaves_unless_it_is_configured(installation: Path) -> None:
    assert {type(sender) for sender in get_senders().values()} == {NullSender}
    assert set(get_senders()) == set(DeliveryChannel)


def test_an_address_never_shows_in_a_repr() -> None:
    assert "81200000001" not in repr(CHAT)
