"""How the C library keeps memory. Called once by the composition root, before the first slow hash."""

import ctypes

MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
ONE_MEBIBYTE = 1024 * 1024


def return_large_blocks() -> None:
    """Give a freed block of a mebibyte or more back to the system at once, as glibc does until it has seen the first.

    Otherwise the 19 MiB of every argon2 hash stay in the arena of the thread that made it: 600 MB after a flood.
    Where the C library is another one, nothing happens.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(MMAP_THRESHOLD, ONE_MEBIBYTE)
