"""Restricted compartments: their names, the labels to file into them, and their parts of cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _sealed(table: str, *more: sa.schema.SchemaItem, indexed: tuple[str, ...] = ()) -> None:
    """A table of sealed records, with what its own clear columns need."""
    op.create_table(
        table,
        *(item for item in more if isinstance(item, sa.Column)),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("compartment_id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("schema", sa.BigInteger(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("wrap", sa.LargeBinary(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f(f"fk_{table}_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f(f"fk_{table}_compartment_id")),
        *(item for item in more if not isinstance(item, sa.Column)),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("author_id", "changed", "compartment_id", *indexed):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def upgrade() -> None:
    _sealed("restricted")
    _sealed("case_part")
    _sealed(
        "filing_label",
        sa.Column("into_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["into_id"], ["compartment.id"], name=op.f("fk_filing_label_into_id")),
        sa.ForeignKeyConstraint(["to_id"], ["account.id"], name=op.f("fk_filing_label_to_id")),
        sa.UniqueConstraint("into_id", "to_id", name=op.f("uq_filing_label_into_id_to_id")),
        indexed=("into_id", "to_id"),
    )
