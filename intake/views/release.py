"""Pages of the noun `release`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("release", __name__)
