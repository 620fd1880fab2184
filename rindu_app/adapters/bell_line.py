"""The bell between processes, over Redis: workers of one server, and the job process beside them."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import redis
import redis.asyncio
import structlog

from rindu_app.access import bell

CHANNEL = "rindu:bell"
# Ringing comes after a commit: it may fail, but must not keep the person waiting who caused it.
SECONDS = 1.0
LONGEST_WAIT = 30.0

log = structlog.get_logger(__name__)


@asynccontextmanager
async def bell_line(url: str) -> AsyncIterator[None]:
    """Connected while the block runs. A line that breaks is mended; meanwhile open screens look once a minute."""
    here = secrets.token_hex(8)
    end = carry_by_redis(url, here)
    hearing = asyncio.create_task(_hear_for_ever(url, here))
    try:
        yield
    finally:
        end()
        hearing.cancel()
        with suppress(asyncio.CancelledError):
            await hearing


def carry_by_redis(url: str, here: str = "") -> bell.End:
    """Send on what rings in this process, from any thread. `here` marks what comes back to oneself."""
    client = redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)

    def carry(area_code: str) -> None:
        try:
            client.publish(CHANNEL, f"{here} {area_code}")
        except redis.RedisError:
            log.warning("bell_line_broken", code="publish")

    return bell.carry_by(carry)


async def _hear_for_ever(url: str, here: str) -> None:
    wait = 1.0
    while True:
        try:
            async for area_code in _heard(url, here):
                wait = 1.0
                bell.sound(area_code)
        except (redis.RedisError, OSError):
            log.warning("bell_line_broken", code="subscribe")
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def _heard(url: str, here: str) -> AsyncIterator[str]:
    """Areas in which another process saw a change. Raises `RedisError` when the line breaks."""
    async with redis.asyncio.Redis.from_url(url, health_check_interval=15) as client, client.pubsub() as line:
        await line.subscribe(CHANNEL)
        async for message in line.listen():
            if message["type"] == "message":
                origin, _, area_code = message["data"].decode().partition(" ")
                if origin != here:
                    yield area_code
