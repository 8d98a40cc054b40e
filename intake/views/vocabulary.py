"""Pages of the noun `vocabulary`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("vocabulary", __name__)
