"""Build the citizens' style sheet from the class names of their pages: a few kB, plain enough for old phones."""

import re
import sys

from tools.build import ROOT, run_logged

WORK = ROOT / ".build" / "citizen"
OUTPUT = ROOT / ".build" / "citizen.css"
DOING = "menata gaya halaman warga"

# Phones of 2020 and before: no nesting, no color-mix(), no cascade layers.
LOWER = """
const { transform, browserslistToTargets } = require("lightningcss");
const fs = require("fs");
const [from, to] = process.argv.slice(1);
const targets = { chrome: 87 << 16, safari: (14 << 16) | (1 << 8), firefox: 78 << 16 };
const { code } = transform({ filename: from, code: fs.readFileSync(from), minify: true, targets });
fs.writeFileSync(to, code);
"""


def write_pages() -> None:
    """The rendered templates are the only source of class names."""
    sys.path.insert(0, str(ROOT))
    from rindu_app.components import html
    from rindu_app.pages.public import TEMPLATES

    WORK.mkdir(parents=True, exist_ok=True)
    for old in WORK.glob("*.html"):
        old.unlink()
    for name, factory in TEMPLATES.items():
        (WORK / f"{name}.html").write_text(html.render(factory()))


# Tailwind declares the start values of its own variables only for browsers of its choice.
CONDITION = re.compile(r"^@supports[^{]*margin-trim[^{]*\{(.*)\}$", re.DOTALL)
LAYERS = ("properties", "theme", "base", "components", "utilities", "")


def flatten_layers(css: str) -> str:
    """Put the rules of each `@layer` where the layer's order puts them. Old browsers skip whole layers."""
    found: dict[str, list[str]] = {name: [] for name in LAYERS}
    for rule in split_rules(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        layered = re.match(r"@layer ([a-z]+)\s*\{(.*)\}$", rule, re.DOTALL)
        if layered:
            body = layered.group(2).strip()
            condition = CONDITION.match(body)
            found[layered.group(1)].append(condition.group(1) if condition else body)
        elif not rule.startswith(("@layer", "@property")):
            found[""].append(rule)
    return "\n".join(rule for name in LAYERS for rule in found[name])


def split_rules(css: str) -> list[str]:
    """The rules at the top level of a style sheet."""
    rules: list[str] = []
    depth = start = 0
    for match in re.finditer(r"\"[^\"]*\"|[{};]", css):
        token = match.group()
        depth += (token == "{") - (token == "}")
        if depth == 0 and token in "};":
            rules.append(css[start : match.end()].strip())
            start = match.end()
    return rules


def build() -> None:
    from rindu_app.frontend import citizen_stylesheet

    write_pages()
    web = ROOT / ".web"
    source, raw, flat = web / "citizen.css", WORK / "raw.css", WORK / "flat.css"
    source.write_text(citizen_stylesheet(WORK))
    tailwind = web / "node_modules" / ".bin" / "tailwindcss"
    run_logged([str(tailwind), "-i", str(source), "-o", str(raw), "--cwd", str(web)], DOING)
    flat.write_text(flatten_layers(raw.read_text()))
    run_logged(["node", "-e", LOWER, str(flat), str(OUTPUT)], DOING, cwd=web)


if __name__ == "__main__":
    build()
