"""A small stand-in application that shows every macro and module under the real content policy.

It holds no records and performs nothing: forms are rendered, saves are answered from memory. Browser tests start
it in a thread; `python gallery.py` serves it on port 8765 for looking at by eye.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from flask import Flask, Response, flash, jsonify, render_template, request, url_for
from flask_babel import Babel, get_locale
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from wtforms import (
    BooleanField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    validators,
)

ROOT = Path(__file__).resolve().parents[3]
PICO = ROOT / "intake" / "static" / "vendor" / "pico" / "pico.min.css"
TOKEN = hashlib.sha256(b"token").hexdigest()
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
NARRATIVE = (
    "우리는 훈춘에 단체관광 비자로 들어갔습니다. "
    "로동 비자는 없었고 한 달이 되면 다리를 건너 돌아갔다가 다시 왔습니다.\n"
    "공장과 기숙사밖에 못 다녔습니다. 밤이면 밖에서 문을 채웠어요. 😀 관리자 리명수가 려권을 걷었습니다."
)
ABSENCES = {"": "—", "not_asked": "묻지 않음", "unknown": "모름", "withheld": "말하지 않음"}
YES_NO = {"yes": "예", "no": "아니요", "ask": "다시 묻기"}
CONCEPTS = [
    ("visa-circumvention", "비자 우회"),
    ("short-term-visitor-visa", "단기 방문비자"),
    ("one-month-rotation", "한 달 무비자 체류 반복"),
    ("dormitory-confinement", "숙소 감금·외출금지"),
]
NAMES = {
    "CN-JL-HC": ["훈춘", "琿春", "珲春", "Hunchun", "Хуньчунь"],
    "CN-LN-DD": ["단둥", "丹东", "丹東", "Dandong", "Даньдун"],
    "RU-PRI-VVO": ["블라디보스토크", "울라지보스또크", "海参崴", "Vladivostok", "Владивосток"],
    "KP-01": ["평양", "平壤", "Pyongyang", "Пхеньян"],
}


class AnswerForm(Form):
    value = StringField("값")
    absence = SelectField("답이 없으면", choices=ABSENCES)


class LegForm(Form):
    employer = StringField("고용 회사", description="들은 대로 적습니다.")
    entry = StringField("들어간 날")
    document = SelectField("들어갈 때의 문서", choices={"": "—", "group": "단체관광 비자", "pass": "도강증"})


class TaggingForm(Form):
    concept = SelectField("유형", choices={"": "—", **dict(CONCEPTS)})
    quote = StringField("근거가 되는 말")
    start = HiddenField("start")
    end = HiddenField("end")


class SectionForm(Form):
    name = StringField("면담자", [validators.DataRequired("면담한 사람의 이름을 적으십시오.")])
    when = StringField("면담한 날", description="예: 2019-03-14, 2019년 봄, 주체108년 3월 무렵")
    hours = IntegerField(
        "하루 일한 시간", [validators.Optional(), validators.NumberRange(0, 24, "0에서 24 사이의 수를 적으십시오.")]
    )
    language = SelectField("면담 언어", choices={"ko": "한국어", "ru": "러시아어", "zh": "중국어"})
    place = SelectField("일터가 있는 곳", choices={"": "—", **{key: names[0] for key, names in NAMES.items()}})
    mode = RadioField("방식", choices={"face": "대면", "call": "통화", "written": "서면"}, default="face")
    focus = SelectMultipleField(
        "관심 영역", choices={"a": "해외 북한 주민의 인권", "b": "강제노동", "c": "이동의 자유"}
    )
    recording = BooleanField("녹음에 동의했습니다")
    note = TextAreaField("메모", description="이 칸은 검토자만 봅니다.")
    file = FileField("첨부")
    password = PasswordField("비밀번호")
    pay = FormField(AnswerForm, label="약속한 월급")
    archive = RadioField("기록 보관", choices=YES_NO, default="yes")
    quotation = RadioField("익명 인용", choices=YES_NO, default="no")
    press = RadioField("언론", choices=YES_NO)
    legs = FieldList(FormField(LegForm, label="파견"), label="파견", min_entries=2, max_entries=12)


class NarrativeForm(Form):
    narrative = TextAreaField("진술")
    taggings = FieldList(FormField(TaggingForm), label="유형 표시")
    hints_rejected = TextAreaField("아니라고 한 것")


class SpanForm(Form):
    start = IntegerField("시작")
    end = IntegerField("끝")
    quote = TextAreaField("말")
    method = SelectField("방법", choices={"pseudonym": "가명", "generalise": "범주화", "mask": "마스킹"})
    replacement = StringField("대신 쓸 말")


def _pieces(marks: list[tuple[int, int, str]]) -> list[list[tuple[int, str, str | None, str | None, str | None]]]:
    """The narrative as paragraphs of pieces: (start, text, method, decision, title)."""
    paragraphs, start = [], 0
    for line in NARRATIVE.split("\n"):
        end, at = start + len(line), start
        pieces: list[tuple[int, str, str | None, str | None, str | None]] = []
        for first, last, method in [mark for mark in marks if start <= mark[0] and mark[1] <= end]:
            if at < first:
                pieces.append((at, NARRATIVE[at:first], None, None, None))
            pieces.append((first, NARRATIVE[first:last], method, f"d{first}", method))
            at = last
        if at < end or not pieces:
            pieces.append((at, NARRATIVE[at:end], None, None, None))
        paragraphs.append(pieces)
        start = end + 1
    return paragraphs


def _spans() -> list[tuple[int, int, str]]:
    wanted = [
        ("훈춘", "generalise"),
        ("단체관광 비자", "keep"),
        ("한 달이 되면", "mask"),
        ("기숙사", "suggested"),
        ("관리자", "delete"),
        ("리명수", "pseudonym"),
    ]
    return [(NARRATIVE.index(word), NARRATIVE.index(word) + len(word), method) for word, method in wanted]


def create(vendor: bool | None = None, translations: str | None = None) -> Flask:
    """The gallery as a Flask application; `extensions["gallery"]` holds what pages sent and how to answer them."""
    app = Flask("gallery", static_folder=str(ROOT / "intake" / "static"), template_folder=str(ROOT / "templates"))
    app.secret_key = hashlib.sha256(b"gallery").hexdigest()
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.loader = ChoiceLoader(
        [FileSystemLoader(ROOT / "templates"), FileSystemLoader(Path(__file__).parent / "pages")]
    )
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = translations or str(ROOT / "intake" / "translations")
    Babel(app, locale_selector=lambda: request.args.get("locale", "ko"))
    state = {"rev": 18, "mode": "ok", "saves": [], "hints": 0, "signed_out": 0, "theirs": {}, "token": TOKEN}
    app.extensions["gallery"] = state
    _frame(app, state, PICO.exists() if vendor is None else vendor)
    _pages(app, state)
    app.add_url_rule("/save", "save", lambda: _save(state), methods=["POST"])
    app.add_url_rule("/hints", "hints", lambda: _hints(state), methods=["POST"])
    app.add_url_rule("/names", "names", _names)
    return app


def _frame(app: Flask, state: dict[str, Any], vendor: bool) -> None:
    """What the door gives to every template and puts on every answer."""

    @app.context_processor
    def everywhere() -> dict[str, Any]:
        person = SimpleNamespace(name="한지우", role=request.args.get("role", "reviewer"))
        ended = state["mode"] == "ended" and request.path == "/help/read"
        return {
            "current_actor": None if ended or "out" in request.args else person,
            "may": lambda verb: True,
            "csrf_token": lambda: state["token"],
            "locale": str(get_locale()),
            "theme": request.args.get("theme"),
            "demo": True,
            "static_url": lambda path: url_for("static", filename=path),
            "vendor_available": vendor and "bare" not in request.args,
            "session_ends_in": int(request.args["ends"]) if "ends" in request.args else None,
            "shortcuts_off": request.args.get("keys") == "off",
            "config_base": "",
        }

    @app.after_request
    def policy(answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = POLICY
        answer.headers["Cache-Control"] = "no-store"
        return answer

    # Wherever the frame leads, the gallery has an empty page for it.
    app.url_build_error_handlers.append(lambda problem, endpoint, values: "/" + endpoint.replace(".", "/"))
    app.add_url_rule("/<noun>/<verb>", "elsewhere", lambda noun, verb: render_template("plain.html"))
    app.add_url_rule("/", "home.read", lambda: render_template("plain.html"))


def _pages(app: Flask, state: dict[str, Any]) -> None:
    """The pages to look at."""

    @app.route("/account/sign_out", endpoint="account.sign_out", methods=["POST"])
    def sign_out() -> str:
        state["signed_out"] += 1
        return render_template("plain.html")

    @app.route("/form", methods=["GET", "POST"])
    def form() -> str:
        shown = SectionForm(request.form if request.method == "POST" else None)
        if request.method == "POST":
            shown.validate()
        return render_template("form.html", form=shown, rev=state["rev"])

    @app.route("/narrative")
    def narrative() -> str:
        return render_template("narrative.html", form=NarrativeForm(data={"narrative": request.args.get("text", "")}))

    @app.route("/workbench")
    def workbench() -> str:
        return render_template("workbench.html", paragraphs=_pieces(_spans()), form=SpanForm(), narrative=NARRATIVE)

    @app.route("/parts")
    def parts() -> str:
        flash("저장했습니다.", "success")
        return render_template("parts.html")

    @app.route("/desk")
    def desk() -> str:
        return render_template("desk.html")

    @app.route("/error/<int:status>")
    def error(status: int) -> tuple[str, int]:
        words = "This may not be done."
        return render_template("error.html", status=status, words=words, reference="7f3a", seconds=5), status


def _save(state: dict[str, Any]) -> tuple[Response, int]:
    """Answer a save in the way `state["mode"]` says: ok, ended, refused, broken."""
    if request.headers.get("X-CSRF-Token") != state["token"]:
        return jsonify(), 400
    sent = request.get_json()
    state["saves"].append({"match": request.headers.get("If-Match"), **sent})
    if state["mode"] == "ended":
        return jsonify(), 401
    if state["mode"] == "refused":
        return jsonify(error="이름이 너무 깁니다", fields={}), 422
    if state["mode"] == "broken":
        return jsonify(), 503
    if request.headers.get("If-Match") != str(state["rev"]):
        return jsonify(rev=state["rev"], theirs=state["theirs"]), 409
    state["rev"] += 1
    checksum = hashlib.sha256(json.dumps(sent).encode()).hexdigest()[:6]
    return jsonify(rev=state["rev"], saved_at="2020-01-02T05:32:00+00:00", checksum=checksum), 200


def _hints(state: dict[str, Any]) -> Response:
    """Two phrases the gallery knows."""
    state["hints"] += 1
    text, found = request.get_json()["text"], []
    for quote, (concept, label) in (("단체관광 비자", CONCEPTS[1]), ("밖에서 문을 채웠", CONCEPTS[3])):
        if quote in text:
            start = text.index(quote)
            place = {"start": start, "end": start + len(quote), "quote": quote}
            found.append({"concept": concept, "label": label, "strength": 0.9, **place})
    return jsonify(found)


def _names() -> Response:
    return jsonify([{"value": key, "label": names[0], "names": names[1:]} for key, names in NAMES.items()])


if __name__ == "__main__":
    create().run(port=8765, threaded=True)
