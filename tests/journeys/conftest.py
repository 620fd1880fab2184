"""Browser fixtures for the journeys only: unit tests need not import Playwright."""

from tests.browser import any_screen, built, chromium, desktop, phone, plain_phone, server

__all__ = ["any_screen", "built", "chromium", "desktop", "phone", "plain_phone", "server"]
