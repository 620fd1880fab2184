"""Everything that leaves in a busy week, looked at letter by letter: only the allowed phrases (secure-intake promise 17)."""

import json
from datetime import timedelta
from pathlib import Path

from rindu_app.adapters.mail import MailSender
from rindu_app.adapters.whatsapp import WhatsAppSender
from rindu_app.domain.deliveries.sending import send_waiting
from rindu_app.words import clock
from rindu_app.words.codes import ContactWay, DeliveryChannel
from rindu_app.words.notices import SUBJECT, TEXTS, Notice
from tests.domain.deliveries.test_queueing import PHONE, add_unit, notify, remind
from tests.factories import make_account, send_report
from tests.sinks import mail_sink, whatsapp_sink

CANARIES = ["CANARYNAMA", "CANARYCERITA", "1234", "KDRT", "kekerasan", "Banyuwangi", "Ruang Rindu"]
HEADERS = {
    "Subject",
    "From",
    "To",
    "Message-ID",
    "Auto-Submitted",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}


def test_only_allowed_phrases_leave_the_house(country: Path) -> None:
    add_unit()
    counsellor = make_account()
    sent, _ = send_report(
        ways=[ContactWay.WHATSAPP],
        phone=PHONE,
        name="CANARYNAMA",
        story="CANARYCERITA KDRT",
        danger="yes",
        kinds=["FISIK"],
    )
    for notice in Notice:
        notify(counsellor, sent.number, notice=notice)
    with mail_sink() as mails, whatsapp_sink() as chats:
        senders = {
            DeliveryChannel.MAIL: MailSender(mails.url),
            DeliveryChannel.WHATSAPP: WhatsAppSender("t", "1", base=chats.base),
        }
        remind()
        send_waiting(senders)
        with clock.moved(timedelta(days=1)):
            remind()
            send_waiting(senders)
    assert len(mails.mails) >= 2
    assert len(chats.requests) == len(Notice)
    for mail in mails.mails:
        assert set(mail.keys()) <= HEADERS
        assert (mail["Subject"], mail.get_content().strip() in TEXTS.values()) == (SUBJECT, True)
        assert not [word for word in CANARIES if word in mail.as_string()]
    for _, _, content in chats.requests:
        assert content.pop("to") == "6281200001234"
        assert content["template"] == {"name": content["template"]["name"], "language": {"code": "id"}}
        assert not [word for word in CANARIES if word in json.dumps(content)]


def test_the_allowed_phrases_say_nothing_themselves() -> None:
    revealing = (
        "kekerasan",
        "korban",
        "lapor",
        "kdrt",
        "perempuan",
        "anak",
        "konsel",
        "rindu",
        "polisi",
        "kasus",
    )
    for text in [SUBJECT, *TEXTS.values()]:
        assert not [word for word in revealing if word in text.lower()]
        assert "{" not in text
