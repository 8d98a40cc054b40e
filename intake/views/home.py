"""Pages of the noun `home`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("home", __name__)
