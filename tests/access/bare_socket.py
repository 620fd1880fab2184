"""A bare Socket.IO client: it sends what it likes, as an attacker would, and keeps all it receives."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import socketio

from rindu_app.access.cookies import staff_cookie

ROOT = Path(__file__).parents[2]


@contextmanager
def served(target: str, log: Path) -> Iterator[str]:
    """Run an ASGI app of the installation in the environment, in a process of its own."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), target]
    environment = os.environ | {"RINDU_PUBLIC_URL": origin, "REFLEX_TELEMETRY_ENABLED": "false",
                                "REFLEX_CHECK_LATEST_VERSION": "false"}  # fmt: skip
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            wait_until_up(origin, process, log)
            yield origin
        finally:
            process.terminate()
            process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_up(origin: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(log.read_text())
        try:
            urllib.request.urlopen(f"{origin}/ping", timeout=1).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"not up after 30 s:\n{log.read_text()}")


class Attacker:
    """One browser tab, honest or not."""

    def __init__(self, origin: str, *, cookie: str = "", token: str = "tab-1") -> None:
        self.origin, self.cookie, self.token = origin, cookie, token
        self.origin_header = origin
        self.received: list[Any] = []
        self.client = socketio.AsyncClient(reconnection=False)
        self.client.on("*", self._keep, namespace="/_event")

    async def _keep(self, *given: Any) -> None:
        self.received.append(given)

    async def __aenter__(self) -> "Attacker":
        headers = {"Origin": self.origin_header}
        if self.cookie:
            headers["Cookie"] = f"{staff_cookie()}={self.cookie}"
        await self.client.connect(
            f"{self.origin}/?token={self.token}", headers=headers, transports=["websocket"],
            socketio_path="/_event", namespaces=["/_event"],
        )  # fmt: skip
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.client.disconnect()

    async def send(self, name: str, path: str = "/tes-lain", **payload: Any) -> str:
        """Send one event and give everything received since the tab opened, as text."""
        event = {
            "name": name,
            "payload": payload,
            "router_data": {"pathname": path, "asPath": path, "query": {}},
        }
        await self.client.emit("event", event, namespace="/_event")
        return await self.settle()

    async def settle(self, *, quiet: float = 0.35) -> str:
        """Wait until nothing has come for a moment; a first answer may take a busy machine longer."""
        count, patience = -1, 12
        while not self.received and patience:
            patience -= 1
            await asyncio.sleep(0.1)
        while count != len(self.received):
            count = len(self.received)
            await asyncio.sleep(quiet)
        return json.dumps(self.received, default=str)
