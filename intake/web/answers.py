"""What goes back: where to look after a post, a word about what was done, files, and the headers of every answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Response, g, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from intake.errors import N_
from intake.web.who import instance, set_cookie, visit_cookie

_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Frame-Options": "DENY",
}


def see(endpoint: str, **values: Any) -> AnyResponse:
    """After a post: go and see this page (303)."""
    return redirect(url_for(endpoint, **values), code=303)


_DONE = {
    "saved": N_("Saved."),
    "sent": N_("Sent."),
    "removed": N_("Removed."),
    "admitted": N_("Admitted. The person signs in again to receive the keys."),
    "closed": N_("The account is closed."),
    "password": N_("Your password is changed. Your other sessions have ended."),
    "activated": N_("Your account is ready. Sign in, then ask a member to admit you."),
    "signed-out": N_("You are signed out."),
    "withdrawn": N_("The testimony is withdrawn. Its content no longer exists."),
    "returned": N_("Returned to the redactor."),
    "released": N_("Approved and released."),
    "recalled": N_("The release is recalled."),
    "asked": N_("The question was sent. Only the interviewer can open it."),
    "assigned": N_("The interviewer sees the label on their desk."),
    "grouped": N_("The testimonies are in the case."),
    "restricted": N_("The compartment is made. Sign in again to receive its key; so do the others in it."),
    "dismissed": N_("They were taken out and a new key was made. Sign in again to receive it."),
    "labelled": N_("The interviewer can choose the label when they file."),
}


def notices(with_categories: bool = False, category_filter: tuple[str, ...] = ()) -> list[Any]:
    """What the page before wants to say here, by a key in the address (`?done=saved`): nothing is kept anywhere."""
    said = _DONE.get(request.args.get("done", ""))
    if said is None or category_filter:
        return []
    return [("success", gettext(said))] if with_categories else [gettext(said)]


def file_response(data: bytes | Iterator[bytes], name: str, media_type: str) -> AnyResponse:
    """A download that no browser renders: opaque bytes, a sandbox, and a name that tells nothing."""
    response = Response(data, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def local_path(path: str) -> str:
    """A path on this site to go to next, or the front page: never another site."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain and "\\" not in path else "/"


def after(response: AnyResponse) -> AnyResponse:
    """The headers every answer carries; nothing is kept by a browser but what is the same for everybody."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if instance().settings.secure:
        response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "public, max-age=3600"
    else:
        response.headers["Cache-Control"] = "no-store"
    if "visit" in g:
        set_cookie(response, visit_cookie(), g.visit)
    return response
