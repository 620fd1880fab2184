"""Logs that say what happened and never to whom: JSON lines in production, readable ones in development."""

import logging
import logging.config
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from rindu_app.settings import Settings, get_settings

# Only these may carry a value. A new one is added here on purpose, or it is not logged.
KEYS = frozenset({
    "account", "action", "area", "attempts", "channel", "code", "count", "duration_ms", "error", "event", "exception", "handler",
    "job", "key", "level", "logger", "method", "permission", "port", "reference", "report", "role", "route", "status", "template", "timestamp",
    "where",
})  # fmt: skip
# Whatever slips into a sentence all the same: addresses, long digit runs (phones, NIK, receipt codes), queries, mail.
_PATTERNS = (
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), "[surel]"),
    (re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b"), "[alamat]"),
    (re.compile(r"(?<![\w.:])(?:[0-9a-fA-F]{0,4}:){3,7}[0-9a-fA-F]{0,4}(?![\w.:])"), "[alamat]"),
    (re.compile(r"(?:\+?\d[\s-]?){9,}"), "[angka] "),
    (re.compile(r"\?[^\s\"']+"), ""),
)
_QUIET = {
    "granian.access": "CRITICAL",
    "uvicorn.access": "CRITICAL",
    "httpx": "WARNING",
    "httpcore": "WARNING",
    "PIL": "WARNING",
    "huey": "WARNING",
    "alembic": "WARNING",
}


def setup_logging(settings: Settings | None = None) -> None:
    """Send structlog and the standard library through the same filter. Call once per process."""
    settings = settings or get_settings()
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.ExceptionRenderer(_exception_places),
        drop_personal_data,
    ]
    show: Processor = (
        structlog.processors.JSONRenderer()
        if settings.production
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, show],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name, level in _QUIET.items():
        logging.getLogger(name).setLevel(level)


def get_logger() -> Any:
    return structlog.stdlib.get_logger()


def drop_personal_data(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Keep known keys only, and take out of every text what looks like a person's number or address."""
    return {key: _clean(key, value) for key, value in event.items() if key in KEYS or key.startswith("_")}


def _clean(key: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_clean(key, item) for item in value]
    return (
        scrub(value) if isinstance(value, str) and key not in ("timestamp", "level", "reference") else value
    )


def scrub(text: str) -> str:
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def _exception_places(info: Any) -> str:
    """Where it broke and what kind of error, without the error's own words: they may quote what somebody wrote."""
    lines = []
    error = info[1]
    while error is not None:
        frame = error.__traceback__
        while frame is not None:
            code = frame.tb_frame.f_code
            lines.append(
                f"{code.co_filename.rpartition('/site-packages/')[2]}:{frame.tb_lineno} {code.co_name}"
            )
            frame = frame.tb_next
        lines.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return " < ".join(reversed(lines[-40:]))
