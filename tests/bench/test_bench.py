"""The bench tells what it saw: its sums, its tables and the place where it runs."""

import os
from pathlib import Path

from bench.door import CODE, Tally
from bench.measure import Section, ms, p50_p95, percentile
from bench.places import installation
from bench.report import write_report
from rindu_app.settings import get_settings


def test_a_percentile_is_a_value_that_was_seen() -> None:
    values = [float(n) for n in range(100, 0, -1)]
    assert percentile(values, 0.95) == 96
    assert percentile([7.0], 0.95) == 7
    assert p50_p95(values) == ("50 ms", "96 ms")
    assert ms(3.14) == "3.1 ms"


def test_a_section_becomes_a_table_with_its_note() -> None:
    section = Section("Daftar", ("cara", "p50"), [("cepat", "3 ms")], note="Diukur dua kali.")
    assert section.markdown().splitlines() == [
        "## Daftar", "", "| cara | p50 |", "|---|---|", "| cepat | 3 ms |", "", "Diukur dua kali.",
    ]  # fmt: skip


def test_the_report_says_on_which_machine_and_commit(tmp_path: Path) -> None:
    write_report(tmp_path / "benchmarks.md", [Section("Daftar", ("cara",), [("cepat",)])], 90)
    text = (tmp_path / "benchmarks.md").read_text()
    assert "| cepat |" in text
    assert f"{os.cpu_count()} inti" in text
    assert "1.5 menit" in text


def test_an_installation_of_its_own_leaves_ours_as_it_was() -> None:
    ours, environment = get_settings().data_dir, dict(os.environ)
    with installation("SQLite") as folder:
        assert get_settings().data_dir == folder != ours
    assert get_settings().data_dir == ours
    assert dict(os.environ) == environment


def test_what_is_no_code_of_twenty_digits_counts_as_lost() -> None:
    assert CODE.search("<b>1234 5678 9012 3456 7890</b>")
    assert not CODE.search("1234 5678 9012 3456")
    assert Tally().lost == 0
