"""Run as a process: sends what waits, and is killed at the point named in argv (`before` or `after` handing over)."""

import os
import signal
import sys
from pathlib import Path

from rindu_app.adapters.channels import Outgoing
from rindu_app.domain.deliveries.sending import send_waiting
from rindu_app.words.codes import DeliveryChannel


class DyingSender:
    """A way out that keeps its book in a file, and whose process dies."""

    def __init__(self, book: Path, moment: str) -> None:
        self.book, self.moment = book, moment

    def send(self, message: Outgoing) -> None:
        if self.moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        with self.book.open("a") as file:
            file.write(message.key + "\n")
        if self.moment == "after":
            os.kill(os.getpid(), signal.SIGKILL)

    def was_sent(self, key: str) -> bool | None:
        return key in self.book.read_text().splitlines() if self.book.exists() else False


if __name__ == "__main__":
    sender = DyingSender(Path(sys.argv[1]), sys.argv[2])
    send_waiting(dict.fromkeys(DeliveryChannel, sender))
