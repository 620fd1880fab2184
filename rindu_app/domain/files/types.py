"""What a file is, by its content. Its name and the browser's word for it are never asked."""

from dataclasses import dataclass

from rindu_app.access.errors import Invalid

FIELD = "files"


@dataclass(frozen=True)
class FileType:
    """`image_format` is Pillow's name where the file is a picture, else empty."""

    media_type: str
    extension: str
    image_format: str = ""

    @property
    def is_image(self) -> bool:
        return bool(self.image_format)


JPEG = FileType("image/jpeg", "jpg", "JPEG")
PNG = FileType("image/png", "png", "PNG")
GIF = FileType("image/gif", "gif", "GIF")
WEBP = FileType("image/webp", "webp", "WEBP")
AVIF = FileType("image/avif", "avif", "AVIF")
PDF = FileType("application/pdf", "pdf")
MP3 = FileType("audio/mpeg", "mp3")
M4A = FileType("audio/mp4", "m4a")
OGG = FileType("audio/ogg", "ogg")
WAV = FileType("audio/wav", "wav")
WEBM = FileType("audio/webm", "webm")

_STARTS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"%PDF-1.", PDF),
    (b"%PDF-2.", PDF),
    (b"ID3", MP3),
    (b"\xff\xfb", MP3),
    (b"\xff\xf3", MP3),
    (b"\xff\xf2", MP3),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_AUDIO_BRANDS = (b"M4A ", b"M4B ", b"isom", b"iso2", b"mp41", b"mp42", b"dash", b"3gp4", b"3gp5")
# The head of a recording names its tracks; a phone writes it in the first or in the last part of the file.
_HEAD = 256 * 1024


def detect_type(data: bytes) -> FileType:
    """Raises `Invalid`: `file_empty`, `file_heic`, `file_video` or `file_type`."""
    if not data:
        raise Invalid(FIELD, "file_empty")
    for start, found in _STARTS:
        if data.startswith(start):
            return found
    found_in_container = _detect_container(data)
    if found_in_container is None:
        raise Invalid(FIELD, "file_type")
    return found_in_container


def _detect_container(data: bytes) -> FileType | None:
    if data[4:8] == b"ftyp":
        return _detect_iso(data)
    if data[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(data[8:12])
    if data[:4] == b"OggS":
        _refuse_video(data, b"theora", b"OVP80")
        return (
            OGG
            if any(codec in data[:_HEAD] for codec in (b"OpusHead", b"vorbis", b"Speex", b"FLAC"))
            else None
        )
    if data[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in data[:64]:
        _refuse_video(data, b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")
        return WEBM
    return None


def _detect_iso(data: bytes) -> FileType | None:
    brand = data[8:12]
    if brand in _HEIC_BRANDS:
        raise Invalid(FIELD, "file_heic")
    if brand in (b"avif", b"avis"):
        return AVIF
    _refuse_video(data, b"vide")
    return M4A if brand in _AUDIO_BRANDS else None


def _refuse_video(data: bytes, *marks: bytes) -> None:
    ends = (data[:_HEAD], data[-_HEAD:])
    if any(mark in end for mark in marks for end in ends):
        raise Invalid(FIELD, "file_video")
