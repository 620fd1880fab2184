"""Reading a form that a stranger posts: in memory only, within limits, keeping what was typed when a file is refused.

Starlette's own reader writes files above 1 MB to /tmp in the clear, and forgets the text when a file is too large.
"""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from rindu_app.access.errors import Invalid
from rindu_app.settings import get_settings

# Typed text comes back to the person even when it is far too long, so it is read beyond `text_max_chars`.
FIELD_BYTES = 4_000_000
FIELDS = 300
HEADER_BYTES = 4_000
# A larger body is drained so that the answer is seen, but not without end.
DRAIN_BYTES = 120_000_000


@dataclass
class PostedFile:
    """One file of a form. `problem` is the code of a sentence, and then `data` is empty."""

    field_name: str
    name: str
    data: bytes = field(default=b"", repr=False)
    problem: str = ""


@dataclass
class PostedForm:
    """What a form brought. `fields` holds the last value of each name, `many` all of them."""

    many: dict[str, list[str]] = field(default_factory=dict, repr=False)
    files: list[PostedFile] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, str]:
        return {name: values[-1] for name, values in self.many.items()}

    def add(self, name: str, value: str) -> None:
        if sum(map(len, self.many.values())) < FIELDS:
            self.many.setdefault(name, []).append(value)


async def read_form(request: Request) -> PostedForm:
    """Read an urlencoded or multipart body. Raises `Invalid` (`form_broken`, `form_too_large`) where nothing can be read.

    A file above `upload_max_bytes` or beyond `upload_max_files` is not kept in memory; it is listed with its problem.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind == b"multipart/form-data" and options.get(b"boundary"):
        reader: _Reader = _MultipartReader(options[b"boundary"])
    elif kind in (b"application/x-www-form-urlencoded", b""):
        reader = _PlainReader()
    else:
        raise Invalid("form", "form_broken")
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > DRAIN_BYTES:
            raise Invalid("form", "form_too_large")
        reader.write(chunk)
    return reader.finish()


class _Reader:
    def write(self, chunk: bytes) -> None: ...

    def finish(self) -> PostedForm:
        return PostedForm()


class _PlainReader(_Reader):
    def __init__(self) -> None:
        self.body = bytearray()

    def write(self, chunk: bytes) -> None:
        if len(self.body) + len(chunk) > 3 * FIELD_BYTES:  # percent-encoding triples
            raise Invalid("form", "form_too_large")
        self.body += chunk

    def finish(self) -> PostedForm:
        form = PostedForm()
        try:
            pairs = parse_qsl(
                self.body.decode("latin-1"), keep_blank_values=True, max_num_fields=FIELDS, errors="replace"
            )
        except ValueError as error:
            raise Invalid("form", "form_broken") from error
        for name, value in pairs:
            form.add(name, value)
        return form


class _MultipartReader(_Reader):
    """python-multipart calls back for every piece; pieces beyond a limit are dropped as they come."""

    def __init__(self, boundary: bytes) -> None:
        settings = get_settings()
        self.file_bytes, self.file_count = settings.upload_max_bytes, settings.upload_max_files
        self.form = PostedForm()
        self.header_name, self.header_value = bytearray(), bytearray()
        self.disposition = b""
        self.data, self.field_bytes, self.file = bytearray(), 0, None  # type: bytearray, int, PostedFile | None
        self.ended = False
        names = (
            "part_begin",
            "part_data",
            "part_end",
            "header_field",
            "header_value",
            "header_end",
            "headers_finished",
        )
        callbacks = {f"on_{name}": getattr(self, f"_{name}") for name in names} | {"on_end": self._end}
        self.parser = MultipartParser(boundary, callbacks)  # type: ignore[arg-type]  # the parser wants a TypedDict of exactly these

    def write(self, chunk: bytes) -> None:
        try:
            self.parser.write(chunk)
        except FormParserError as error:
            raise Invalid("form", "form_broken") from error

    def finish(self) -> PostedForm:
        if not self.ended:  # the connection broke: half a form is no form
            raise Invalid("form", "form_broken")
        return self.form

    def _part_begin(self) -> None:
        self.data, self.file, self.disposition = bytearray(), None, b""

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self.header_name += data[start:end][:HEADER_BYTES]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self.header_value += data[start:end][: HEADER_BYTES - len(self.header_value)]

    def _header_end(self) -> None:
        if self.header_name.lower() == b"content-disposition":
            self.disposition = bytes(self.header_value)
        self.header_name.clear()
        self.header_value.clear()

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self.disposition)
        self.name = _text(options.get(b"name", b""))
        if b"filename" not in options:
            return
        self.file = PostedFile(self.name, _text(options[b"filename"]))
        if len(self.form.files) >= self.file_count:
            self.file.problem = "file_too_many"

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        piece = data[start:end]
        if self.file is None:
            self.field_bytes += len(piece)
            if self.field_bytes > FIELD_BYTES:
                raise Invalid("form", "form_too_large")
            self.data += piece
        elif not self.file.problem:
            self.data += piece
            if len(self.data) > self.file_bytes:
                self.file.problem, self.data = "file_too_large", bytearray()

    def _part_end(self) -> None:
        if self.file is None:
            self.form.add(self.name, _text(bytes(self.data)))
        elif (
            self.file.name or self.data or self.file.problem
        ):  # browsers send an empty part for "no file chosen"
            self.file.data = bytes(self.data)
            if len(self.form.files) < 4 * self.file_count:
                self.form.files.append(self.file)

    def _end(self) -> None:
        self.ended = True


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
