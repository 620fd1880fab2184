"""Places where what leaves the house arrives in tests: a mail server and a WhatsApp server that keep everything."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast


@dataclass
class MailSink:
    """`refuse` answers every recipient with that code; `hang_up` breaks the line after the mail's last byte."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    refuse: int = 0
    hang_up: bool = False

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=layanan@contoh.example"


class _MailTalk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        sink: MailSink = self.server.sink  # type: ignore[attr-defined]
        self._say(220)
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"RCPT" and sink.refuse:
                self._say(sink.refuse)
            elif word == b"DATA":
                self._say(354)
                data = b""
                while not data.endswith(b"\r\n.\r\n"):
                    data += self.rfile.readline()
                sink.mails.append(cast(EmailMessage, message_from_bytes(data[:-5], policy=policy.default)))
                if sink.hang_up:
                    return
                self._say(250)
            elif word == b"QUIT":
                self._say(221)
                return
            else:
                self._say(250)

    def _say(self, code: int) -> None:
        self.wfile.write(f"{code} ok\r\n".encode())


@contextmanager
def mail_sink() -> Iterator[MailSink]:
    sink = MailSink()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _MailTalk) as server:
        server.daemon_threads = True
        server.sink = sink  # type: ignore[attr-defined]
        sink.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield sink
        server.shutdown()


@dataclass
class WhatsAppSink:
    base: str = ""
    status: int = 200
    requests: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)


@contextmanager
def whatsapp_sink() -> Iterator[WhatsAppSink]:
    sink = WhatsAppSink()

    class Talk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            sink.requests.append((self.path, self.headers["authorization"], json.loads(body)))
            self.send_response(sink.status)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Talk) as server:
        sink.base = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield sink
        server.shutdown()
