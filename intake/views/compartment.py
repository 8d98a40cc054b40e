"""Pages of the noun `compartment`."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("compartment", __name__)
