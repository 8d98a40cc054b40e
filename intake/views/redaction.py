"""Pages of the noun `redaction`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("redaction", __name__)
