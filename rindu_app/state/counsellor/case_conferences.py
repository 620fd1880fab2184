"""Case conferences of a file: planning, asking, holding, deciding."""

from typing import Any

from rindu_app.access.permissions import Permission
from rindu_app.domain.conferences import holding, inviting, planning
from rindu_app.domain.conferences.planning import ConferencePlan
from rindu_app.domain.conferences.view import CaseConferences, read_conferences
from rindu_app.domain.referrals.fields import WRITTEN
from rindu_app.domain.referrals.rows import PermittedPartner
from rindu_app.state.base import AppState, action
from rindu_app.state.counsellor.acting import focus
from rindu_app.state.counsellor.beside import plain
from rindu_app.state.counsellor.case_file import CaseFile
from rindu_app.state.counsellor.shown import Choice
from rindu_app.state.counsellor.shown_conferences import ShownConference, plan_values, show_conference
from rindu_app.state.counsellor.times import day_of, moment_of
from rindu_app.state.forms import FormData, number, text, texts
from rindu_app.words.codes import InviteAnswer

MODES = {"place": "Di satu tempat", "video": "Lewat panggilan video"}


class CaseConferencesPage(CaseFile, AppState):
    """`now`: the conference that is followed up. `partner` is chosen in its form, with the fields that she `allowed`."""

    rows: tuple[ShownConference, ...] = ()
    now: ShownConference = ShownConference()
    team: list[Choice] = []
    permitted: list[Choice] = []
    partner: str = ""
    allowed: list[Choice] = []
    written: list[Choice] = []
    _permits: dict[str, PermittedPartner] = {}

    @action(Permission.CASE_READ)
    async def load(self) -> Any:
        focused = await self._open()
        self.now = self._row(next(iter(sorted(await self._waiting("hold_notes"))), ""))
        return focused

    @action(Permission.CASE_READ)
    async def leave(self) -> None:
        self._close()

    @action(Permission.CASE_READ)
    async def begin(self, uid: str) -> Any:
        self.now = self._row(str(uid))
        self._put_away()
        self._choose("")
        return focus("tindak-lanjut")

    @action(Permission.CASE_READ)
    async def stop(self) -> Any:
        self.now = ShownConference()
        return focus("judul")

    @action(Permission.CASE_READ)
    async def choose_partner(self, uid: str) -> None:
        self._choose(str(uid))

    @action(Permission.CASE_WRITE)
    async def plan(self, form: FormData[str, Any]) -> Any:
        plan = await self._plan(form, "plan")
        made = await self._do("plan", planning.plan_conference, plan=plan)
        self.now = self._row(made.uid)
        await self._say("Konferensi direncanakan. Sekarang undang orangnya.")
        return focus("tindak-lanjut")

    @action(Permission.CASE_WRITE)
    async def move(self, form: FormData[str, Any]) -> None:
        uid = self.now.uid
        form = await self._chosen("move", form, uid)
        plan = await self._plan(form, "move")
        await self._change("move", planning.move_conference, form, of=uid, uid=uid, plan=plan)
        await self._say("Waktu dan tempat diubah. Semua yang diundang ditanya lagi.")

    @action(Permission.CASE_WRITE)
    async def agree(self) -> None:
        await self._do("agree", planning.agree_conference, uid=self.now.uid)
        await self._say("Waktunya disepakati.")

    @action(Permission.CASE_WRITE)
    async def cancel(self, form: FormData[str, Any]) -> None:
        reason = text(form, "cancel_reason")
        await self._do("cancel", planning.cancel_conference, uid=self.now.uid, reason=reason)
        await self._say("Konferensi dibatalkan. Mitra yang diundang diberi tahu.")

    @action(Permission.CASE_WRITE)
    async def invite(self, form: FormData[str, Any]) -> None:
        whom = number(form, "member_account_id")
        await self._do("member", inviting.invite_member, uid=self.now.uid, account_id=whom)
        await self._say("Anggota tim diundang.")

    @action(Permission.CASE_WRITE)
    async def invite_partner(self, form: FormData[str, Any]) -> None:
        await self._do("partner", inviting.invite_partner, uid=self.now.uid, wish=read_invite(form))
        self._choose("")
        await self._say("Mitra diundang. Yang tidak punya akun perlu ditelepon.")

    @action(Permission.CASE_WRITE)
    async def uninvite(self, uid: str) -> None:
        await self._do("invitee", inviting.uninvite, uid=self.now.uid, invitee_uid=str(uid))
        await self._say("Undangan ditarik.")

    @action(Permission.CASE_WRITE)
    async def answer(self, uid: str, said: str) -> None:
        """My own answer."""
        await self._do("answer", inviting.answer_own, uid=str(uid), answer=_answer(said))
        await self._say("Jawaban Anda dicatat.")

    @action(Permission.CASE_WRITE)
    async def note_answer(self, uid: str, said: str) -> None:
        """A partner's answer, by telephone."""
        given = {"uid": self.now.uid, "invitee_uid": str(uid), "answer": _answer(said)}
        await self._do("answer", inviting.note_partner_answer, **given)
        await self._say("Jawaban mitra dicatat.")

    @action(Permission.CASE_WRITE)
    async def hold(self, form: FormData[str, Any]) -> None:
        notes, came = text(form, "hold_notes"), texts(form, "hold_came")
        await self._do("hold", holding.hold_conference, uid=self.now.uid, notes=notes, came=came)
        await self._say("Notulen disimpan. Sekarang catat keputusannya.")

    @action(Permission.CASE_WRITE)
    async def decide(self, form: FormData[str, Any]) -> None:
        self._form = "decision"
        due = await self._read(day_of, "day", text(form, "decision_day"))
        given = {"words": text(form, "decision_words"), "who": text(form, "decision_who"), "due_on": due}
        await self._do("decision", holding.decide, uid=self.now.uid, **given)
        await self._say("Keputusan dicatat.")

    @action(Permission.CASE_WRITE)
    async def share(self, uid: str) -> None:
        await self._do("share", holding.share_notes, uid=self.now.uid, invitee_uid=str(uid))
        await self._say("Notulen dibagikan kepada mitra itu.")

    async def _plan(self, form: FormData[str, Any], name: str) -> ConferencePlan:
        self._form = name
        day, hour = text(form, f"{name}_day"), text(form, f"{name}_time")
        moment = await self._read(moment_of, day, hour, self.head.timezone)
        return ConferencePlan(
            starts_at=moment,
            purpose=text(form, f"{name}_purpose"),
            place=text(form, f"{name}_place"),
            minutes=number(form, f"{name}_minutes"),
            video=text(form, f"{name}_mode") == "video",
        )

    def _draft_of(self) -> str:
        return self.now.uid

    def _row(self, uid: str) -> ShownConference:
        return next((row for row in self.rows if row.uid == uid), ShownConference())

    def _choose(self, uid: str) -> None:
        permit = self._permits.get(uid)
        self.partner = uid if permit else ""
        fields = [Choice(code, label) for code, label in permit.fields] if permit else []
        self.allowed = [field for field in fields if field.value not in WRITTEN]
        self.written = [field for field in fields if field.value in WRITTEN]

    async def _refresh(self) -> None:
        view = await self._run(read_conferences, number=self._number)
        self._show(view.head)
        self._show_conferences(view)

    def _show_conferences(self, view: CaseConferences) -> None:
        self.rows = tuple(show_conference(row, view.head.timezone) for row in view.conferences)
        self._known = {f"move:{row.uid}": plain(row.plan) for row in view.conferences}
        self.now = self._row(self.now.uid)
        self.team = [Choice(str(row.account_id), row.name) for row in view.team]
        self._permits = {row.uid: row for row in view.permitted}
        self.permitted = [Choice(row.uid, row.name) for row in view.permitted]

    def _values(self, form: str, now: Any) -> dict[str, object]:
        return plan_values(now, self._zone())

    def _words(self, form: str, name: str) -> dict[str, str]:
        return MODES if name == "mode" else {}

    def _forget(self) -> None:
        self.rows, self.now, self.team, self.permitted = (), ShownConference(), [], []
        self._permits = {}
        self._choose("")


def read_invite(form: FormData[str, Any]) -> inviting.PartnerInvite:
    """A field that is written anew is shared where something was written."""
    written = {name: text(form, f"partner_{name}") for name in WRITTEN}
    ticked = [*texts(form, "partner_fields"), *(name for name, words in written.items() if words.strip())]
    return inviting.PartnerInvite(text(form, "partner_partner"), tuple(ticked), written)


def _answer(said: str) -> InviteAnswer:
    return InviteAnswer.COMES if said == InviteAnswer.COMES else InviteAnswer.ABSENT
