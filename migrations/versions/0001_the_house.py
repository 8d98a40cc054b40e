"""The tables of the house: people, compartments, sealed records, the audit chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "interviewer", "reviewer", "coordinator", "administrator", name="role", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("activated", "admitted", "left", name="accountstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("seed_box", sa.LargeBinary(), nullable=False),
        sa.Column("totp_box", sa.LargeBinary(), nullable=False),
        sa.Column("totp_step", sa.BigInteger(), nullable=False),
        sa.Column("kem_public", sa.LargeBinary(), nullable=False),
        sa.Column("sign_public", sa.LargeBinary(), nullable=False),
        sa.Column("personal_public", sa.LargeBinary(), nullable=False),
        sa.Column("personal_id", sa.Uuid(), nullable=False),
        sa.Column("signer_id", sa.Uuid(), nullable=True),
        sa.Column("certificate", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["signer_id"], ["account.id"], name=op.f("fk_account_signer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
        sa.UniqueConstraint("personal_id", name=op.f("uq_account_personal_id")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("done", "refused", "failed", name="outcome", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("record_id", sa.Uuid(), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entry_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entry_record_id"), ["record_id"], unique=False)

    op.create_table(
        "stored_object",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_object")),
    )
    with op.batch_alter_table("stored_object", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stored_object_record_id"), ["record_id"], unique=False)

    op.create_table(
        "throttle",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttle")),
    )
    with op.batch_alter_table("throttle", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_throttle_until"), ["until"], unique=False)

    op.create_table(
        "vocabulary_version",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("loaded_on", sa.Date(), nullable=False),
        sa.Column("checksum", sa.LargeBinary(), nullable=False),
        sa.Column("vocabulary", sa.JSON(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_vocabulary_version")),
    )
    op.create_table(
        "account_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("box", sa.LargeBinary(), nullable=False),
        sa.Column("step_up_box", sa.LargeBinary(), nullable=True),
        sa.Column("step_up_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_session_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_session")),
        sa.UniqueConstraint("token", name=op.f("uq_account_session_token")),
    )
    with op.batch_alter_table("account_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_session_account_id"), ["account_id"], unique=False)

    op.create_table(
        "audited_write",
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["audit_entry.seq"], name=op.f("fk_audited_write_seq")),
        sa.PrimaryKeyConstraint("seq", "record_id", "kind", name=op.f("pk_audited_write")),
    )
    with op.batch_alter_table("audited_write", schema=None) as batch_op:
        batch_op.create_index("ix_audited_write_record_id", ["record_id"], unique=False)

    op.create_table(
        "compartment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("built-in", "personal", "restricted", name="compartmentkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_compartment_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compartment")),
        sa.UniqueConstraint("name", name=op.f("uq_compartment_name")),
        sa.UniqueConstraint("owner_id", name=op.f("uq_compartment_owner_id")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "interviewer", "reviewer", "coordinator", "administrator", name="role", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("invited_by", sa.Uuid(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("founding_box", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["invited_by"], ["account.id"], name=op.f("fk_invitation_invited_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token", name=op.f("uq_invitation_token")),
    )
    op.create_table(
        "case_file",
        sa.Column("reference", sa.String(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_case_file_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_case_file_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_file_reference")),
    )
    with op.batch_alter_table("case_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_file_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_file_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "compartment_epoch",
        sa.Column("compartment_id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("previous_box", sa.LargeBinary(), nullable=True),
        sa.Column("signer_id", sa.Uuid(), nullable=True),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["compartment_id"], ["compartment.id"], name=op.f("fk_compartment_epoch_compartment_id")
        ),
        sa.ForeignKeyConstraint(["signer_id"], ["account.id"], name=op.f("fk_compartment_epoch_signer_id")),
        sa.PrimaryKeyConstraint("compartment_id", "epoch", name=op.f("pk_compartment_epoch")),
    )
    op.create_table(
        "compartment_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("compartment_id", sa.Uuid(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("granter_id", sa.Uuid(), nullable=True),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_compartment_grant_account_id")),
        sa.ForeignKeyConstraint(
            ["compartment_id"], ["compartment.id"], name=op.f("fk_compartment_grant_compartment_id")
        ),
        sa.ForeignKeyConstraint(["granter_id"], ["account.id"], name=op.f("fk_compartment_grant_granter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compartment_grant")),
        sa.UniqueConstraint(
            "compartment_id", "epoch", "account_id", name=op.f("uq_compartment_grant_compartment_id_epoch_account_id")
        ),
    )
    with op.batch_alter_table("compartment_grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_compartment_grant_account_id"), ["account_id"], unique=False)

    op.create_table(
        "draft",
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_draft_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_draft_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_draft_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_draft_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "export",
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_export_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_export_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "saved_query",
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_saved_query_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_saved_query_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_query")),
    )
    with op.batch_alter_table("saved_query", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_saved_query_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_saved_query_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_saved_query_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "testimony",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("filed", "in-review", "released", "withdrawn", name="testimonystate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("external", sa.LargeBinary(), nullable=True),
        sa.Column("attachment_count", sa.BigInteger(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_testimony_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_testimony_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_testimony")),
        sa.UniqueConstraint("external", name=op.f("uq_testimony_external")),
        sa.UniqueConstraint("reference", name=op.f("uq_testimony_reference")),
    )
    with op.batch_alter_table("testimony", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_testimony_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_testimony_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_testimony_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "workplace",
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_workplace_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_workplace_compartment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace")),
    )
    with op.batch_alter_table("workplace", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workplace_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_workplace_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_workplace_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "amendment",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_amendment_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_amendment_compartment_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_amendment_testimony_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_testimony_id"), ["testimony_id"], unique=False)

    op.create_table(
        "assignment",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_assignment_author_id")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_assignment_case_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_assignment_compartment_id")),
        sa.ForeignKeyConstraint(["to_id"], ["account.id"], name=op.f("fk_assignment_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("case_id", "to_id", name=op.f("uq_assignment_case_id_to_id")),
    )
    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_assignment_to_id"), ["to_id"], unique=False)

    op.create_table(
        "judgement",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_judgement_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_judgement_compartment_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_judgement_testimony_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_judgement_testimony_id"), ["testimony_id"], unique=False)

    op.create_table(
        "question",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state", sa.Enum("open", "answered", name="questionstate", native_enum=False, length=32), nullable=False
        ),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_question_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_question_compartment_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_question_testimony_id")),
        sa.ForeignKeyConstraint(["to_id"], ["account.id"], name=op.f("fk_question_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_testimony_id"), ["testimony_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_to_id"), ["to_id"], unique=False)

    op.create_table(
        "redaction",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("working", "sent", "returned", "approved", name="redactionstate", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("redactor_id", sa.Uuid(), nullable=False),
        sa.Column("approver_id", sa.Uuid(), nullable=True),
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
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name=op.f("fk_redaction_approver_id")),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_redaction_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_redaction_compartment_id")),
        sa.ForeignKeyConstraint(["redactor_id"], ["account.id"], name=op.f("fk_redaction_redactor_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_redaction_testimony_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction")),
        sa.UniqueConstraint("testimony_id", "audience", name=op.f("uq_redaction_testimony_id_audience")),
    )
    with op.batch_alter_table("redaction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redaction_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_redaction_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_redaction_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_redaction_testimony_id"), ["testimony_id"], unique=False)

    op.create_table(
        "witness",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_witness_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_witness_compartment_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_witness_testimony_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_witness")),
        sa.UniqueConstraint("testimony_id", name=op.f("uq_witness_testimony_id")),
    )
    with op.batch_alter_table("witness", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_witness_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_witness_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_witness_compartment_id"), ["compartment_id"], unique=False)

    op.create_table(
        "release",
        sa.Column("testimony_id", sa.Uuid(), nullable=False),
        sa.Column("redaction_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest_sha256", sa.LargeBinary(), nullable=False),
        sa.Column(
            "state", sa.Enum("released", "recalled", name="releasestate", native_enum=False, length=32), nullable=False
        ),
        sa.Column("redactor_id", sa.Uuid(), nullable=False),
        sa.Column("approver_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["approver_id"], ["account.id"], name=op.f("fk_release_approver_id")),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_release_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_release_compartment_id")),
        sa.ForeignKeyConstraint(["redaction_id"], ["redaction.id"], name=op.f("fk_release_redaction_id")),
        sa.ForeignKeyConstraint(["redactor_id"], ["account.id"], name=op.f("fk_release_redactor_id")),
        sa.ForeignKeyConstraint(["testimony_id"], ["testimony.id"], name=op.f("fk_release_testimony_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
        sa.UniqueConstraint("testimony_id", "audience", "number", name=op.f("uq_release_testimony_id_audience_number")),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_release_testimony_id"), ["testimony_id"], unique=False)

    op.create_table(
        "hand_out",
        sa.Column("release_id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_hand_out_author_id")),
        sa.ForeignKeyConstraint(["compartment_id"], ["compartment.id"], name=op.f("fk_hand_out_compartment_id")),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name=op.f("fk_hand_out_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_out")),
    )
    with op.batch_alter_table("hand_out", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_out_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_out_changed"), ["changed"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_out_compartment_id"), ["compartment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_out_release_id"), ["release_id"], unique=False)
