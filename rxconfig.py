"""Configuration of the Reflex build and server. No application module but the settings is imported here."""

import reflex as rx

from rindu_app.frontend import FRONTEND_PACKAGES, FrontendPlugin, tailwind_plugin
from rindu_app.settings import get_settings

settings = get_settings()
origin = settings.public_url.rstrip("/")

config = rx.Config(
    app_name="rindu_app",
    # Replaced in the built scripts by the page's own origin, so that one build serves any host and port.
    api_url="http://same-origin.invalid",
    deploy_url=origin,
    cors_allowed_origins=[
        origin,
        *([origin.replace("127.0.0.1", "localhost")] if not settings.production else []),
    ],
    trusted_proxy_hops=settings.trusted_proxy_hops,
    # What a State holds has been decrypted: it stays in memory, or in Redis where several workers share it.
    state_manager_mode="redis" if settings.redis_url else "memory",
    redis_url=settings.redis_url or None,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    default_color_mode="light",
    frontend_packages=FRONTEND_PACKAGES,
    plugins=[tailwind_plugin(), FrontendPlugin()],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
