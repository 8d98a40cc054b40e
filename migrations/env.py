"""Alembic: runs the migrations over the engine that `intake.schema` hands in, one transaction each."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Engine

from intake.models import (
    account,
    case,
    compartment,
    draft,
    export,
    journal,
    judgement,
    query,
    redaction,
    restricted,
    rule,
    testimony,
    vocabulary,
    workplace,
)
from intake.models.base import Base

TABLES = (
    account,
    case,
    compartment,
    draft,
    export,
    journal,
    judgement,
    query,
    redaction,
    restricted,
    rule,
    testimony,
    vocabulary,
    workplace,
)

engine: Engine = context.config.attributes["engine"]

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transaction_per_migration=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
