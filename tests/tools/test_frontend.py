"""One build serves any host and port."""

from pathlib import Path

import pytest

from rindu_app.frontend import FrontendPlugin, use_page_origin

BUILT = {
    "env.js": 'const e={EVENT:"ws://same-origin.invalid/_event",PING:`http://same-origin.invalid/ping`};',
    "page.js": "export const x=1;",
}


def test_the_address_in_the_scripts_becomes_the_pages_own(tmp_path: Path) -> None:
    for name, text in BUILT.items():
        (tmp_path / name).write_text(text)
    FrontendPlugin().post_build(static_dir=tmp_path)
    assert (tmp_path / "env.js").read_text() == (
        'const e={EVENT:(location.origin+"/_event"),PING:(location.origin+"/ping")};'
    )
    assert (tmp_path / "page.js").read_text() == BUILT["page.js"]


def test_a_build_whose_address_cannot_be_found_fails(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text(BUILT["page.js"])
    with pytest.raises(RuntimeError, match="placeholder"):
        FrontendPlugin().post_build(static_dir=tmp_path)


def test_a_script_without_the_address_is_left_as_it_is(tmp_path: Path) -> None:
    script = tmp_path / "page.js"
    script.write_text("x")
    before = script.stat().st_mtime_ns
    assert use_page_origin(script) == 0
    assert script.stat().st_mtime_ns == before
