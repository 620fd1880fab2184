"""Everything about an upload that needs no database, so that it is done before a transaction begins."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from rindu_app.access.errors import Invalid
from rindu_app.adapters.images import ImageRefused, WorkingCopy, recode_image
from rindu_app.domain.files.types import FIELD, FileType, detect_type
from rindu_app.settings import get_settings

NAME_CHARS = 80
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')


@dataclass(frozen=True)
class CheckedFile:
    """An upload that may be kept. `working` is the copy without metadata; only pictures have one."""

    name: str
    type: FileType
    data: bytes = field(repr=False)
    sha256: str
    working: WorkingCopy | None = field(repr=False, default=None)


def check_upload(name: str, data: bytes) -> CheckedFile:
    """Decide what the bytes are and make the working copy of a picture. Takes up to a second, off the transaction.

    Raises `Invalid` on `files`: `file_empty`, `file_too_large`, `file_type`, `file_heic`, `file_video`, `file_pixels`,
    `file_broken`.
    """
    limit = get_settings().upload_max_bytes
    if len(data) > limit:
        raise Invalid(FIELD, "file_too_large", limit=limit // 1_000_000)
    found = detect_type(data)
    digest = hashlib.sha256(data).hexdigest()
    return CheckedFile(clean_name(name, found), found, data, digest, _working_copy(found, data))


def _working_copy(found: FileType, data: bytes) -> WorkingCopy | None:
    if not found.is_image:
        return None
    try:
        return recode_image(data, found.image_format)
    except ImageRefused as refusal:
        raise Invalid(FIELD, refusal.code) from refusal


def clean_name(name: str, found: FileType) -> str:
    """The last part of a path without control, format (bidi) or reserved characters, ending as its content demands."""
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(c for c in last if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    stem = _UNSAFE.sub("", visible).rsplit(".", 1)[0]
    return f"{stem.strip(' .')[:NAME_CHARS] or 'berkas'}.{found.extension}"
