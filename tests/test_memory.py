"""Large blocks leave the process when they are freed, so that a flood does not make it heavy for good."""

import ctypes
import subprocess
import sys

import pytest

# mallinfo2: the fourth number counts the blocks that were taken from the system on their own.
PROBE = """
import ctypes, sys
from rindu_app.memory import return_large_blocks
libc = ctypes.CDLL(None)
class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "abcdefghij"]
libc.mallinfo2.restype, libc.malloc.restype, libc.free.argtypes = Info, ctypes.c_void_p, [ctypes.c_void_p]
if sys.argv[1] == "returning":
    return_large_blocks()
before = libc.mallinfo2().d
for _ in range(2):
    block = libc.malloc(2 * 1024 * 1024)
    own = libc.mallinfo2().d - before
    libc.free(block)
print(own)
"""


def own_blocks(way: str) -> int:
    found = subprocess.run([sys.executable, "-c", PROBE, way], capture_output=True, text=True, check=True)
    return int(found.stdout)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="not glibc 2.33 or newer")
def test_a_large_block_is_taken_from_the_system_on_its_own_each_time() -> None:
    assert own_blocks("returning") == 1
    assert own_blocks("as it comes") == 0
