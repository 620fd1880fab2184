"""Small files of every kind, made here: nothing that somebody really sent."""

import io

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

PLACE = "CANARY-PLACE-8S114E"


def picture(kind: str = "JPEG", size: tuple[int, int] = (300, 200), *, orientation: int = 1) -> bytes:
    """A photo with a place, a device and a comment in its metadata."""
    image = Image.new("RGB", size, (200, 60, 40))
    image.paste((20, 60, 200), (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[0x010F] = PLACE
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "S", 2: (IFDRational(8), IFDRational(12), IFDRational(30))})
    out = io.BytesIO()
    options = {} if kind == "GIF" else {"exif": exif.tobytes()}
    image.save(out, kind, comment=PLACE.encode(), **options)
    return out.getvalue()


AUDIO = {
    "audio/mpeg": b"ID3\x04\x00" + bytes(200),
    "audio/ogg": b"OggS" + bytes(24) + b"OpusHead" + bytes(100),
    "audio/wav": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(100),
    "audio/mp4": b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00" + bytes(100) + b"hdlr\x00\x00\x00\x00soun",
    "audio/webm": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(50) + b"A_OPUS" + bytes(50),
}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
