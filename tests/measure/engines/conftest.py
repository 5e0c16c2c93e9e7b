"""Every engine that runs in tests, each with the same table of feedback in it."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxmap.measure.engine import Engine
from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.engines.postgresql import PostgreSQLEngine
from cxmap.measure.engines.spark import SparkEngine
from cxmap.measure.engines.sqlite import SQLiteEngine

from .feedback import COLUMNS, Row

Filled = Callable[..., Engine]
"""Puts rows into an engine; DuckDB takes the zone of times that name none for its session."""


def _quoted(names: list[str]) -> str:
    return ", ".join('"' + name.replace('"', '""') + '"' for name in names)


def _create(types: dict[str, str]) -> str:
    columns = (f"{_quoted([name])} {types[kind]}" for name, kind in COLUMNS.items())
    return f"create table feedback ({', '.join(columns)})"


SQL = {
    "text": "text",
    "whole": "bigint",
    "number": "numeric(14, 4)",
    "day": "date",
    "time": "timestamp",
    "instant": "timestamptz",
}


def need(program: str, *found: Path) -> None:
    """Skip where a program is not installed; the build has to have it."""
    if not found and not shutil.which(program) and not os.environ.get("CI"):
        pytest.skip(f"{program} is not installed here")


@pytest.fixture
def duckdb_engine() -> Iterator[Filled]:
    engines = []

    def fill(rows: list[Row], zone: str = "UTC") -> Engine:
        engine = DuckDBEngine(zone=zone)
        engine.connection.execute(_create(SQL))
        marks = ", ".join("?" * len(COLUMNS))
        engine.connection.executemany(f"insert into feedback values ({marks})", rows)
        engines.append(engine)
        return engine

    yield fill
    for engine in engines:
        engine.close()


@pytest.fixture
def sqlite_engine(tmp_path: Path) -> Iterator[Filled]:
    engines = []

    def fill(rows: list[Row], zone: str = "UTC") -> Engine:
        del zone
        file = tmp_path / "feed back.sqlite"
        with sqlite3.connect(file) as connection:
            connection.execute(_create(SQL))
            marks = ", ".join("?" * len(COLUMNS))
            cells = [
                [str(c) if c is not None and not isinstance(c, int) else c for c in r] for r in rows
            ]
            connection.executemany(f"insert into feedback values ({marks})", cells)
        connection.close()
        engines.append(SQLiteEngine(file))
        return engines[-1]

    yield fill
    for engine in engines:
        engine.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server of our own, in a folder of its own, run by an ordinary user."""
    need("initdb", *Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or [
        Path(shutil.which("initdb") or "")
    ]
    home = Path(tempfile.mkdtemp(prefix="cxmap-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(home, "postgres")
    data, programs = home / "data", programs[-1:]
    port = 20_000 + os.getpid() % 20_000
    run = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home}
    initdb = [
        *as_user,
        programs[0] / "initdb",
        "-D",
        data,
        "-U",
        "tester",
        "--auth=trust",
        "-E",
        "UTF8",
    ]
    subprocess.run([*initdb, "--locale=C.UTF-8"], check=True, **run)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    control = [*as_user, programs[0] / "pg_ctl", "-D", data]
    subprocess.run([*control, "-w", "-l", data / "log", "-o", options, "start"], check=True, **run)
    yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    subprocess.run([*control, "-m", "immediate", "stop"], check=True, **run)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def postgres_engine(postgres: str) -> Iterator[Filled]:
    import pg8000.native

    port = int(postgres.rpartition(":")[2].partition("/")[0])
    owner = pg8000.native.Connection("tester", host="127.0.0.1", port=port, database="postgres")
    engines = []

    def fill(rows: list[Row], zone: str = "UTC") -> Engine:
        del zone
        owner.run("drop table if exists feedback")
        owner.run(_create(SQL))
        marks = ", ".join(f":p{n}" for n in range(len(COLUMNS)))
        for row in rows:
            owner.run(
                f"insert into feedback values ({marks})", **{f"p{n}": c for n, c in enumerate(row)}
            )
        engines.append(PostgreSQLEngine(postgres))
        return engines[-1]

    yield fill
    for engine in engines:
        engine.close()
    owner.close()


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkEngine]:
    need("java")
    os.environ["PYSPARK_PYTHON"] = shutil.which("python3") or "python3"
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    engine = SparkEngine("spark://local[2]")
    engine.session.conf.set("spark.sql.shuffle.partitions", "2")
    yield engine
    engine.close()


@pytest.fixture
def spark_engine(spark: SparkEngine) -> Filled:
    types = {
        "text": "string",
        "whole": "bigint",
        "number": "decimal(14, 4)",
        "day": "date",
        "time": "timestamp_ntz",
        "instant": "timestamp",
    }

    def fill(rows: list[Row], zone: str = "UTC") -> Engine:
        del zone
        name = spark.dialect.name
        schema = ", ".join(f"{name(column)} {types[kind]}" for column, kind in COLUMNS.items())
        spark.session.createDataFrame(rows, schema).createOrReplaceTempView("feedback")
        return spark

    return fill


@pytest.fixture(params=["duckdb_engine", "sqlite_engine", "postgres_engine", "spark_engine"])
def filled(request: pytest.FixtureRequest) -> Filled:
    """Puts rows into one engine after the other."""
    return request.getfixturevalue(request.param)
