"""The kit: every piece that a screen is made of. It knows no State, and all but the staff frame serve both worlds."""

from rindu_app.components.kit.bar import bar
from rindu_app.components.kit.buttons import back_link, button
from rindu_app.components.kit.choices import choice, choices, tick
from rindu_app.components.kit.citizen_shell import citizen_shell
from rindu_app.components.kit.facts import clock, code_box, risk, risk_bar, status_word
from rindu_app.components.kit.fields import error_of, field, option, options, select, textarea
from rindu_app.components.kit.icon import icon
from rindu_app.components.kit.messages import empty, error_summary, loading, notice
from rindu_app.components.kit.offline import is_live, offline_banner
from rindu_app.components.kit.page import (
    page_title,
    part_menu,
    pill,
    pills,
    section,
    tab,
    tabs,
    timeline,
    timeline_item,
)
from rindu_app.components.kit.rows import link_row, phone_list, phone_row, rows
from rindu_app.components.kit.staff_shell import NavItem, staff_header, staff_shell
from rindu_app.components.kit.stages import stages

__all__ = [
    "NavItem",
    "back_link",
    "bar",
    "button",
    "choice",
    "choices",
    "citizen_shell",
    "clock",
    "code_box",
    "empty",
    "error_of",
    "error_summary",
    "field",
    "icon",
    "is_live",
    "link_row",
    "loading",
    "notice",
    "offline_banner",
    "option",
    "options",
    "page_title",
    "part_menu",
    "phone_list",
    "phone_row",
    "pill",
    "pills",
    "risk",
    "risk_bar",
    "rows",
    "section",
    "select",
    "staff_header",
    "staff_shell",
    "stages",
    "status_word",
    "tab",
    "tabs",
    "textarea",
    "tick",
    "timeline",
    "timeline_item",
]
