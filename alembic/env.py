"""Alembic's entry: the models are the target; the URL is the product's own setting."""

from sqlmodel import SQLModel

import rindu_app.models  # noqa: F401  # fills the metadata
from alembic import context
from rindu_app.access.database import WRITES, get_engine

with get_engine().connect().execution_options(**{WRITES: True}) as connection:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
