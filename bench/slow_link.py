"""A link that is really slow, TLS and all: between browser and server stand a pause, a narrow pipe and a certificate of our own."""

import asyncio
import ssl
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PAUSE = 0.4  # seconds there and back
BYTES_PER_SECOND = 400_000 / 8
PIECE = 1400  # bytes, as a network cuts them


class Pipe:
    """One direction of the whole link: all connections share its width."""

    def __init__(self) -> None:
        self._free_at = 0.0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, late: float) -> None:
        """`late`: seconds before the first byte may leave, for the handshake of TCP."""
        start = time.monotonic() + late
        with suppress(ConnectionError, asyncio.CancelledError):
            while data := await reader.read(PIECE):
                now = max(time.monotonic(), start)
                self._free_at = max(self._free_at, now) + len(data) / BYTES_PER_SECOND
                asyncio.get_running_loop().create_task(_deliver(writer, data, self._free_at + PAUSE / 2))
            await asyncio.sleep(max(0.0, self._free_at - time.monotonic()) + PAUSE)
            writer.close()


async def _deliver(writer: asyncio.StreamWriter, data: bytes, at: float) -> None:
    await asyncio.sleep(max(0.0, at - time.monotonic()))
    if not writer.is_closing():
        writer.write(data)


@contextmanager
def slow_link(port: int) -> Iterator[str]:
    """`https://127.0.0.1:…` in front of the server at `port`."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    address: list[int] = []

    async def serve() -> None:
        up, down = Pipe(), Pipe()
        secure = await asyncio.start_server(
            lambda r, w: _plain(r, w, port), "127.0.0.1", 0, ssl=_certificate()
        )
        inner = secure.sockets[0].getsockname()[1]

        async def shaped(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there, back = await asyncio.open_connection("127.0.0.1", inner)
            with suppress(asyncio.CancelledError):
                await asyncio.gather(up.carry(reader, back, late=PAUSE), down.carry(there, writer, late=0))

        outer = await asyncio.start_server(shaped, "127.0.0.1", 0)
        address.append(outer.sockets[0].getsockname()[1])
        ready.set()
        await outer.serve_forever()

    task = loop.create_task(serve())
    thread = threading.Thread(target=lambda: _run(loop, task), daemon=True)
    thread.start()
    ready.wait(20)
    yield f"https://127.0.0.1:{address[0]}"
    loop.call_soon_threadsafe(task.cancel)
    thread.join(10)


def _run(loop: asyncio.AbstractEventLoop, task: "asyncio.Task[None]") -> None:
    with suppress(asyncio.CancelledError):
        loop.run_until_complete(task)
    open_still = asyncio.all_tasks(loop)
    for connection in open_still:
        connection.cancel()
    loop.run_until_complete(asyncio.gather(*open_still, return_exceptions=True))
    loop.close()


async def _plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    """Behind the certificate the bytes go on as they are, at once."""
    there, back = await asyncio.open_connection("127.0.0.1", port)
    with suppress(asyncio.CancelledError):
        await asyncio.gather(_copy(reader, back), _copy(there, writer))


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
        writer.close()


def _certificate() -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "bench")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        Path(file.name).write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file.name)
    return context
