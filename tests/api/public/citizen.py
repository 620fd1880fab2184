"""A citizen with a browser, for fast tests: follows redirects of ours, keeps cookies, presses buttons."""

import html
import re
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from rindu_app.api.app import create_app
from rindu_app.words.codes import Door

EXIT = "https://www.bmkg.go.id/cuaca/prakiraan-cuaca"
STEPS = ("siapa", "sekarang", "isi", "tempat", "kontak", "cara", "nama", "berkas")
OUR_FORM = {"sec-fetch-site": "same-origin", "origin": "null"}


class Citizen:
    """One device. `address` is where she comes from, as the server sees it."""

    def __init__(self, address: str = "203.0.113.7") -> None:
        self.http = TestClient(
            create_app(), base_url="http://testserver", follow_redirects=False, client=(address, 50000)
        )

    def get(self, path: str) -> Response:
        """The page she sees in the end."""
        return self._follow(self.http.get(path))

    def post(self, path: str, *, files: Any = None, **fields: Any) -> Response:
        """Send a form; the answer itself, not where it leads."""
        return self.http.post(path, data=fields, files=files, headers=OUR_FORM)

    def press(self, path: str, *, files: Any = None, **fields: Any) -> Response:
        """Send a form and see the page it leads to."""
        return self._follow(self.post(path, files=files, **fields))

    def begin(self, door: Door | str = "lapor", **fields: Any) -> Response:
        return self.press("/mulai", pintu=door, **fields)

    def tell(self, story: str = "Saya takut pulang.") -> Response:
        """From the first question to the review, answering only what must be."""
        self.begin()
        for step in STEPS:
            said = {"story": story} if step == "isi" else {"lewati": "1"}
            self.post(f"/cerita/{step}", **said)
        return self.get("/cerita/periksa")

    def report(self, story: str = "Saya takut pulang.") -> str:
        """A whole report; returns the code on the receipt, as 20 digits."""
        self.tell(story)
        return code_on(self.press("/cerita/periksa"))

    def come_back(self, code: str) -> Response:
        return self.press("/lanjut", code=code)

    def _follow(self, response: Response) -> Response:
        for _ in range(5):
            address = response.headers.get("location", "")
            if response.status_code != 303 or not address.startswith("/"):
                return response
            response = self.http.get(address)
        raise AssertionError("redirects in a circle")


def code_on(response: Response) -> str:
    found = re.search(r"\d{4}( \d{4}){4}", response.text)
    assert found, words_of(response)[:500]
    return found[0].replace(" ", "")


def words_of(response: Response) -> str:
    """What she reads, without tags and style."""
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", response.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(text)).strip()


def title_of(response: Response) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", response.text, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found[1])) if found else ""


def is_left(response: Response) -> bool:
    """Whether she stands on the neutral page, or is on the way there."""
    if response.headers.get("refresh") == "0; url=/keluar?lagi=1":
        return True
    return response.status_code == 303 and response.headers["location"] == EXIT
