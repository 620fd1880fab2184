"""Notices by WhatsApp (Meta's Cloud API): approved templates only, without any variable."""

import httpx

from rindu_app.adapters.channels import MaybeSent, NotSent, Outgoing

BASE = "https://graph.facebook.com/v21.0"
SECONDS = 20


class WhatsAppSender:
    """Off until token and phone id are set. Template names are the values of `Notice`, language `id`."""

    def __init__(self, token: str, phone_id: str, *, base: str = BASE) -> None:
        self.url = f"{base}/{phone_id}/messages"
        self.headers = {"Authorization": f"Bearer {token}"}

    def send(self, message: Outgoing) -> None:
        content = {
            "messaging_product": "whatsapp",
            "to": message.to.lstrip("+"),
            "type": "template",
            "template": {"name": str(message.notice), "language": {"code": "id"}},
            "biz_opaque_callback_data": message.key,
        }
        try:
            answer = httpx.post(self.url, json=content, headers=self.headers, timeout=SECONDS)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise NotSent(type(error).__name__) from None
        except httpx.HTTPError as error:
            raise MaybeSent(type(error).__name__) from None
        if answer.status_code >= 500:
            raise MaybeSent(str(answer.status_code))
        if answer.status_code != 200:
            raise NotSent(str(answer.status_code))

    def was_sent(self, key: str) -> bool | None:
        return None
