"""Pages of the noun `case`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("case", __name__)
