"""A crowd of people who report, write and upload until the server is gone. They remember only what was acknowledged."""

import asyncio
import random
import re
from dataclasses import dataclass, field
from io import BytesIO

import httpx
from PIL import Image

OUR_FORM = {"sec-fetch-site": "same-origin", "origin": "null"}
CODE = re.compile(r"\d{4}(?: \d{4}){4}")


@dataclass
class Told:
    """What one person was told is safe with us, under her code."""

    story: str
    messages: list[str] = field(default_factory=list)
    uploads: int = 0


@dataclass
class Crowd:
    """`told` by receipt code; filled while the stream runs."""

    dice: random.Random
    told: dict[str, Told] = field(default_factory=dict)
    count: int = 0

    async def run(self, url: str, clients: int) -> None:
        """Until the server no longer answers."""
        await asyncio.gather(*(self._client(url) for _ in range(clients)))

    async def _client(self, url: str) -> None:
        try:
            async with httpx.AsyncClient(base_url=url, headers=OUR_FORM, timeout=20) as http:
                while True:
                    http.cookies.clear()
                    await self._person(http)
        except httpx.TransportError:
            return  # killed

    async def _person(self, http: httpx.AsyncClient) -> None:
        self.count += 1
        story = f"Cerita rekaan nomor {self.count}"
        await http.post("/mulai", data={"pintu": "lapor"})
        await http.post("/cerita/isi", data={"story": story})
        photo = {"files": ("foto.jpg", _photo(self.count), "image/jpeg")}
        kept = (
            self.dice.random() < 0.5 and (await http.post("/cerita/berkas", files=photo)).status_code == 303
        )
        await http.post("/cerita/periksa", data={})
        found = CODE.search((await http.get("/cerita/angka")).text)
        if not found:
            return
        told = self.told[found[0].replace(" ", "")] = Told(story, uploads=int(kept))
        for number in range(self.dice.randrange(3)):
            text, key = f"{story}, pesan {number}", f"{self.count:016x}{number:016x}"
            if (await http.post("/percakapan", data={"text": text, "key": key})).status_code == 303:
                told.messages.append(text)
        if (
            self.dice.random() < 0.5
            and (
                await http.post(
                    "/percakapan/berkas",
                    files=photo | {"files": ("lagi.jpg", _photo(-self.count), "image/jpeg")},
                )
            ).status_code
            == 303
        ):
            told.uploads += 1


def _photo(number: int) -> bytes:
    """A small picture that differs for each number."""
    image = Image.new("RGB", (60, 40), (number % 251, number % 241, number % 239))
    buffer = BytesIO()
    image.save(buffer, "JPEG", comment=str(number))
    return buffer.getvalue()
