"""Pages of the noun `testimony`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("testimony", __name__)
