"""Intake: takes testimony, seals it, redacts it, releases it and answers questions about it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from flask import Flask, url_for
from flask_babel import Babel
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from intake import morphology, schema, views, web
from intake.access import may
from intake.errors import N_, Misconfigured
from intake.instance import Instance, open_instance
from intake.resources import folder, inside
from intake.sealing import selftest
from intake.settings import Settings, load


def create_app(settings: Settings, instance: Instance | None = None) -> Flask:
    """The application of one instance. Refuses to start (`Misconfigured`) on a wrong setting, one that asks for what
    is not installed, a failed self-test of the cryptography, or a database not exactly at the newest migration."""
    selftest.run()
    if settings.korean_analyser:
        morphology.check()
    instance = instance or open_instance(settings)
    schema.check(instance.database)
    app = Flask("intake", template_folder=str(folder("templates")), static_folder=str(inside("static")))
    app.config.update(
        MAX_CONTENT_LENGTH=web.FORM_LIMIT,
        TRUSTED_HOSTS=trusted_hosts(settings),
        BABEL_TRANSLATION_DIRECTORIES=str(inside("translations")),
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(hours=1),
    )
    app.extensions["intake"] = instance
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.globals["get_flashed_messages"] = web.notices
    app.jinja_options["autoescape"] = True
    if settings.trusted_proxies:
        n = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
    web.install(app)
    Babel(app, locale_selector=web.locale, default_locale=settings.language)
    for blueprint in views.BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.context_processor(_words_for_templates(settings))
    web.check_routes(app)
    return app


def application() -> Flask:
    """The application of the instance named by `INTAKE_INSTANCE`: what a WSGI server calls."""
    folder_ = os.environ.get("INTAKE_INSTANCE")
    if not folder_:
        raise Misconfigured(N_("Say which instance: --instance DIR, or INTAKE_INSTANCE in the environment."))
    return create_app(load(Path(folder_)))


def trusted_hosts(settings: Settings) -> list[str]:
    """The one name people use; on this machine also its other name."""
    host, _, port = settings.host.partition(":")
    names = {"127.0.0.1", "localhost"} if host in ("127.0.0.1", "localhost") else {host}
    return sorted(names | {f"{name}:{port}" for name in names if port})


def _words_for_templates(settings: Settings) -> Callable[[], dict[str, object]]:
    vendor = inside("static", "vendor", "pico", "pico.min.css").is_file()

    def words() -> dict[str, object]:
        return {
            "current_actor": web.actor() if web.actor().id else None,
            "may": lambda verb: may(web.actor(), verb),
            "csrf_token": web.csrf_token,
            "locale": web.locale(),
            "demo": settings.demo,
            "title": settings.title,
            "static_url": lambda path: url_for("static", filename=path),
            "vendor_available": vendor,
            "config_base": settings.base_url,
            "nav": views.navigation(),
            "step_up_until": web.actor().step_up_until,
            "idle_minutes": settings.idle_minutes,
        }

    return words
