"""Pages of the noun `draft`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("draft", __name__)
