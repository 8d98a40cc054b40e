"""Pages of the noun `journal`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("journal", __name__)
