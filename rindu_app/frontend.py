"""How the browser's part is built: npm packages, the Tailwind theme, and one build for any host and port."""

import re
from pathlib import Path
from typing import Any

from reflex_base.constants import Dirs, Ext, PageNames
from reflex_base.plugins import Plugin
from reflex_base.plugins.tailwind_v4 import (
    TailwindV4Plugin,
    add_tailwind_to_css_file,
    add_tailwind_to_postcss_config,
)

THEME = Path(__file__).parent / "components" / "theme.css"

FRONTEND_PACKAGES = ["daisyui@5.8.1", "@fontsource-variable/plus-jakarta-sans@5.3.0"]
BUILD_PACKAGES = ["@tailwindcss/cli@4.3.0", "axe-core@4.14.1"]

STAFF_FONT = """
@font-face {
  font-family: "Plus Jakarta Sans";
  font-weight: 200 800;
  font-display: swap;
  src: url("../node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2");
}
@layer base {
  :root { --font-sans: "Plus Jakarta Sans", system-ui, sans-serif; }
}
"""

PLACEHOLDER = re.compile(r"""(["'`])(?:http|ws)://same-origin\.invalid(/[^"'`\s]*)\1""")


class ThemePlugin(TailwindV4Plugin):
    """Tailwind with our own root stylesheet: citizen and staff pages share one theme, without Radix."""

    def pre_compile(self, **context: Any) -> None:
        context["add_save_task"](lambda: (str(Path(Dirs.STYLES) / "tailwind.css"), staff_stylesheet()))
        context["add_modify_task"](Dirs.POSTCSS_JS, add_tailwind_to_postcss_config)
        context["add_modify_task"](
            str(Path(Dirs.STYLES) / (PageNames.STYLESHEET_ROOT + Ext.CSS)),
            lambda content: add_tailwind_to_css_file(content, include_radix_themes=False),
        )


def staff_stylesheet() -> str:
    """The theme with the compiled staff pages as the only source of class names."""
    return with_sources("../app", "../app_components", "../components", "../utils") + STAFF_FONT


def citizen_stylesheet(pages: Path) -> str:
    """The same theme over the citizens' pages. They use none of daisyUI's components, so these stay out."""
    return re.sub(r"/\*daisyui.*?/\*end\*/", "", with_sources(f"{pages}/*.html"), flags=re.DOTALL)


def with_sources(*sources: str) -> str:
    return THEME.read_text().replace("/*sources*/", "\n".join(f'@source "{source}";' for source in sources))


class FrontendPlugin(Plugin):
    """What the build needs beside Reflex's own steps."""

    def get_frontend_development_dependencies(self, **context: Any) -> list[str]:
        return BUILD_PACKAGES

    def post_build(self, **context: Any) -> None:
        """Let the scripts connect to the origin they came from, whatever it is.

        Reflex bakes an absolute address into its bundle; with it, a build would serve one host and port only.
        """
        scripts = sorted(Path(context["static_dir"]).rglob("*.js"))
        if not sum(use_page_origin(script) for script in scripts):
            raise RuntimeError("The placeholder of the server's address was not found in the built scripts.")


def use_page_origin(script: Path) -> int:
    """Replace the placeholder in one built script by the page's own origin; returns how often."""
    text, count = PLACEHOLDER.subn(r'(location.origin+"\2")', script.read_text())
    if count:
        script.write_text(text)
    return count


def tailwind_plugin() -> ThemePlugin:
    return ThemePlugin(config={})
