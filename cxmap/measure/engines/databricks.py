"""Databricks SQL, which speaks as Spark does. No test runs it in a workspace."""

from urllib.parse import parse_qs, unquote, urlsplit

from cxmap.extras import need
from cxmap.measure.engine import Held
from cxmap.measure.engines._dbapi import TYPES, DatabaseEngine, connected, information_schema
from cxmap.measure.engines.spark import SparkDialect

_HELD = {**TYPES, "timestamp": Held.INSTANT, "timestamp_ntz": Held.TIME}


def open_engine(url: str, zone: str) -> DatabaseEngine:
    """Open `databricks://token:TOKEN@host?http_path=/sql/1.0/warehouses/ID`."""
    del zone
    need("databricks", "databricks.sql")
    from databricks import sql

    parts = urlsplit(url)
    path = parse_qs(parts.query).get("http_path", [""])[-1]
    connection = connected(
        "Databricks",
        lambda: sql.connect(
            server_hostname=parts.hostname,
            http_path=path,
            access_token=unquote(parts.password or ""),
            session_configuration={"timezone": "UTC"},
        ),
    )
    dialect = SparkDialect()
    return DatabaseEngine(
        "Databricks",
        dialect,
        connection,
        lambda names: information_schema(names, dialect.literal, dialect.name),
        _HELD,
        lambda cursor: cursor.cancel(),
    )
