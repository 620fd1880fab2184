"""Every list has words a person can read, and fits what the program expects of it."""

import tomllib
from collections import Counter
from datetime import date

import pytest
from sqlmodel import Session, col, select

from rindu_app.models import ClockRule, CodeItem, Holiday, Hotline
from rindu_app.seeds.reference.code_lists import FOLDER, read_seed_rows
from rindu_app.words.codes import Channel, ContactWay, CounsellingMode, ReportStatus, Risk

SIZES = {
    "violence_kind": 7, "sexual_violence_kind": 9, "sexual_violence_other": 10, "relation": 9, "age_band": 7,
    "service_uptd": 6, "service_simfoni": 8, "service_duty": 11, "service_component": 10, "child_special_protection": 15,
}  # fmt: skip
# A phone that somebody else may read must not show any of these.
REVEALING = (
    "kekerasan",
    "korban",
    "pelaku",
    "kdrt",
    "perkosa",
    "pelecehan",
    "uptd",
    "ppa",
    "lapor",
    "kasus",
    "sapa",
)


def items(session: Session, list_code: str) -> list[CodeItem]:
    statement = select(CodeItem).where(CodeItem.list_code == list_code).order_by(col(CodeItem.position))
    return list(session.exec(statement))


def test_every_entry_has_a_label_and_fits_its_column() -> None:
    for row in read_seed_rows():
        for column, value in {**row.identity, **row.values}.items():
            if isinstance(value, str):
                limit = row.model.model_fields[column].metadata
                longest = next((rule.max_length for rule in limit if hasattr(rule, "max_length")), 10_000)
                assert len(value) <= longest, (row.identity, column)
        words = row.values.get("label", row.values.get("name"))
        assert words, row.identity
        assert words == words.strip(), row.identity


def test_no_code_occurs_twice_in_its_list() -> None:
    found = Counter((row.model, *row.identity.values()) for row in read_seed_rows())
    assert [key for key, times in found.items() if times > 1] == []


def test_no_two_entries_of_a_list_look_the_same(reference: Session) -> None:
    found = Counter((item.list_code, item.label) for item in reference.exec(select(CodeItem)))
    assert [key for key, times in found.items() if times > 1] == []


@pytest.mark.parametrize(("list_code", "size"), SIZES.items())
def test_the_national_lists_are_complete(reference: Session, list_code: str, size: int) -> None:
    assert len(items(reference, list_code)) == size


def test_every_list_says_where_it_comes_from() -> None:
    for path in (FOLDER / "lists").glob("*.toml"):
        for list_code, content in tomllib.loads(path.read_text()).items():
            assert content["source"], list_code


def test_what_is_reported_to_simfoni_has_its_name_there(reference: Session) -> None:
    for list_code in ("violence_kind", "place", "relation", "education", "job", "service_simfoni"):
        assert all(item.national["simfoni"] for item in items(reference, list_code)), list_code


@pytest.mark.parametrize(
    ("fine", "coarse"), [("relation_fine", "relation"), ("violence_form", "violence_kind")]
)
def test_every_fine_entry_is_reported_as_a_coarse_one(reference: Session, fine: str, coarse: str) -> None:
    coarse_codes = {item.code for item in items(reference, coarse)}
    assert {item.extra["parent"] for item in items(reference, fine)} <= coarse_codes


@pytest.mark.parametrize("list_code", ["age_band", "age_band_fine"])
def test_every_age_falls_in_one_band(reference: Session, list_code: str) -> None:
    bands = [item.extra for item in items(reference, list_code)]
    for age in range(111):
        assert sum(band["from"] <= age <= band.get("to", 200) for band in bands) == 1


@pytest.mark.parametrize(
    ("list_code", "codes"),
    [
        ("channel", Channel),
        ("contact_way", ContactWay),
        ("counselling_mode", CounsellingMode),
        ("risk", Risk),
    ],
)
def test_lists_the_program_decides_on_have_exactly_its_codes(
    reference: Session, list_code: str, codes: type[Channel]
) -> None:
    assert [item.code for item in items(reference, list_code)] == list(codes)


def test_every_danger_sign_has_a_weight_and_says_whether_it_is_enough_alone(reference: Session) -> None:
    signs = items(reference, "danger_sign")
    assert len(signs) >= 20
    for sign in signs:
        assert sign.extra["weight"] in range(1, 6), sign.code
        assert isinstance(sign.extra["high_alone"], bool), sign.code
        assert sign.extra["short"], sign.code
        assert sign.label.endswith("?"), sign.code


def test_the_gravest_signs_are_enough_alone_and_lesser_ones_are_not(reference: Session) -> None:
    alone = {sign.code: sign.extra["high_alone"] for sign in items(reference, "danger_sign")}
    grave = {
        "weapon",
        "strangled",
        "threat_to_kill",
        "child_danger",
        "suicide",
        "perpetrator_home",
        "danger_now",
    }
    assert all(alone[code] for code in grave)
    assert not any(alone[code] for code in ("pregnant", "escalating", "no_income"))


def test_risk_thresholds_fall_from_high_to_low(reference: Session) -> None:
    assert [item.extra["min_weight"] for item in items(reference, "risk")] == [6, 2, 0]


def test_closing_reasons_belong_to_a_status_that_closes(reference: Session) -> None:
    statuses = {item.extra["status"] for item in items(reference, "report_closing_reason")}
    assert statuses == {ReportStatus.CONSULTED, ReportStatus.NOT_OURS}


@pytest.mark.parametrize("list_code", ["message_template", "notice_template"])
def test_templates_reveal_nothing_on_a_borrowed_phone(reference: Session, list_code: str) -> None:
    for item in items(reference, list_code):
        body = item.extra["body"].lower()
        assert body, item.code
        assert [word for word in REVEALING if word in body.split() or (word in body and len(word) > 4)] == []
        assert "{" not in body
        assert "!" not in body


def test_emergency_numbers_stand_in_their_order(reference: Session) -> None:
    lines = reference.exec(select(Hotline).order_by(col(Hotline.position))).all()
    assert [line.number for line in lines] == ["112", "110", "119", "129", "148"]
    assert [line.whatsapp for line in lines] == [None, None, None, "628111129129", None]


def test_risk_clocks_run_round_the_clock(reference: Session) -> None:
    rules = {code: reference.get_one(ClockRule, f"risk_{code}") for code in Risk}
    assert {code: rule.minutes for code, rule in rules.items()} == {"high": 15, "medium": 360, "low": 1440}
    assert all(rule.around_the_clock for rule in rules.values())
    assert "segera" in rules[Risk.HIGH].label


def test_every_clock_has_one_measure_and_a_source(reference: Session) -> None:
    for rule in reference.exec(select(ClockRule)):
        assert (rule.minutes is None) != (rule.working_days is None), rule.code
        assert rule.source, rule.code


@pytest.mark.parametrize(
    ("year", "days"),
    [(2026, {"libur_nasional": 17, "cuti_bersama": 8}), (2027, {"libur_nasional": 18, "cuti_bersama": 8})],
)
def test_holidays_are_those_of_the_decree(reference: Session, year: int, days: dict[str, int]) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = reference.exec(select(Holiday.kind).where(Holiday.day >= first, Holiday.day <= last))
    assert Counter(found) == days
