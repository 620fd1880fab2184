"""Decode one image in a process of its own and write it anew without anything but its pixels.

Run as a script: `python -I image_worker.py FORMAT`, image on stdin. It imports nothing of the product, has an empty
environment, little memory and little time: a hole in a decoder finds nothing here (secure-intake promise 15).
Exit codes: 3 too many pixels, 4 not a whole image.
"""

import io
import resource
import sys
from typing import Any

MAX_PIXELS = 64_000_000
MAX_SIDE = 2560
MEMORY_BYTES = 1_500 * 1024**2
CPU_SECONDS = 15


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # we refuse by ourselves, before decoding
    data = sys.stdin.buffer.read()
    try:
        with Image.open(io.BytesIO(data), formats=[sys.argv[1]]) as image:
            if image.width * image.height > MAX_PIXELS:
                return 3
            name, clean = _recode(image)
    except (OSError, SyntaxError, ValueError, MemoryError, Image.DecompressionBombError):
        return 4
    sys.stdout.buffer.write(name.encode() + b"\n" + clean)
    return 0


def _recode(image: Any) -> tuple[str, bytes]:
    from PIL import Image, ImageOps

    image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG is decoded small at once
    image.load()
    upright = ImageOps.exif_transpose(image)
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    pixels = upright.convert("RGBA" if see_through else "RGB")
    pixels.thumbnail((MAX_SIDE, MAX_SIDE))
    # A new picture that never had metadata: nothing can be carried over by a format's own habits.
    clean = Image.new(pixels.mode, pixels.size)
    clean.paste(pixels)
    out = io.BytesIO()
    kind = "PNG" if see_through or image.format in ("PNG", "GIF") else "JPEG"
    clean.save(out, kind, quality=85)
    return kind, out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
