"""Maps ask the tables of an engine that `cxmap.yaml` names, whatever those are called."""

import sqlite3
from importlib import import_module
from inspect import signature

import duckdb
import pytest

from cxmap import registry
from cxmap.measure.engines._addresses import file_of, parts_of

NAMES = {
    "survey": ("survey",),
    "cx.survey": ("cx", "survey"),
    "My Schema.It's 1": ("My Schema", "It's 1"),
    '"v1.2"."a ""b"""': ("v1.2", 'a "b"'),
    "Größe.Юникод": ("Größe", "Юникод"),
}
SETTINGS = 'engines: [{id: lake, url: "${LAKE}"}]'
METRIC = "{id: csat, kind: csat, source: {data: s, value: score}}"
ROWS = [("2026-09-01", 5), ("2026-09-02", 4), ("2026-09-03 23:30", 1)]


def quoted(*names: str) -> str:
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def asked(company, monkeypatch, address: str, table: str, column: str = "score"):
    """What three answers in a table come to."""
    monkeypatch.setenv("LAKE", address)
    told = table.replace("'", "''")
    company.data(
        f"{{id: s, engine: lake, table: '{told}', time: day}}",
        METRIC.replace("score", column),
        settings=SETTINGS,
    )
    return company.measure()


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_sqlite_is_found_by_its_name(company, monkeypatch, tmp_path, name) -> None:
    *schema, table = NAMES[name]
    file = tmp_path / "feed back%.sqlite"
    with sqlite3.connect(file) as base:
        base.execute(f"create table {quoted(table)} (day text, score int)")
        base.executemany(f"insert into {quoted(table)} values (?, ?)", ROWS)
    base.close()
    asked_for = name if not schema else quoted("main", table)
    address = f"sqlite://{str(file).replace('%', '%25')}"
    measured = asked(company, monkeypatch, address, asked_for)
    assert [figure.n for figure in measured.figures] == [3], measured.problems


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_duckdb_is_found_by_its_name(company, monkeypatch, tmp_path, name) -> None:
    file = tmp_path / "feed back.duckdb"
    with duckdb.connect(str(file)) as base:
        create(base.execute, NAMES[name])
    measured = asked(company, monkeypatch, f"duckdb://{file}", name)
    assert [figure.n for figure in measured.figures] == [3], measured.problems


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_postgresql_is_found_by_its_name(company, monkeypatch, postgres, name) -> None:
    import pg8000.native

    port = int(postgres.rpartition(":")[2].partition("/")[0])
    owner = pg8000.native.Connection("tester", host="127.0.0.1", port=port, database="postgres")
    owner.run(f"drop table if exists {quoted(*NAMES[name])}")
    create(owner.execute_simple, NAMES[name])
    owner.close()
    measured = asked(company, monkeypatch, postgres, name)
    assert [figure.n for figure in measured.figures] == [3], measured.problems


def create(run, names: tuple[str, ...]) -> None:
    if len(names) > 1:
        run(f"create schema if not exists {quoted(names[0])}")
    run(f"create table {quoted(*names)} (day timestamp, score int)")
    values = ", ".join(f"('{day}', {score})" for day, score in ROWS)
    run(f"insert into {quoted(*names)} values {values}")


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("other", "score", "data `s`: there is no table `other` that can be read"),
        ("main.other", "score", "data `s`: there is no table `main.other` that can be read"),
        ("a.b.c.d", "score", "data `s`: there is no table `a.b.c.d` that can be read"),
        (".", "score", "data `s`: there is no table `.` that can be read"),
        ('t"; drop table t; --', "score", "that can be read"),
        (
            "t",
            "skore",
            (
                "data `s`: the table has no column `skore` (value), did you mean `score`?;"
                " it has `day`, `score`"
            ),
        ),
    ],
)
@pytest.mark.parametrize("engine", ["sqlite", "duckdb"])
def test_what_a_database_lacks_is_told(
    company, monkeypatch, tmp_path, engine, table, column, words
) -> None:
    file = tmp_path / "base"
    with (sqlite3 if engine == "sqlite" else duckdb).connect(str(file)) as base:
        base.execute("create table t (day text, score int)")
    base.close()
    (problem,) = asked(company, monkeypatch, f"{engine}://{file}", table, column).problems
    assert words in problem


def test_no_file_is_read_that_goes_for_a_table(company, monkeypatch, tmp_path) -> None:
    (company.folder / "s.csv").write_text("day,score\n2026-09-01,5\n")
    with duckdb.connect(str(tmp_path / "base.duckdb")):
        pass
    for table in (f'"{company.folder}/s.csv"', '"s.csv"', "ROWS"):
        measured = asked(company, monkeypatch, f"duckdb://{tmp_path}/base.duckdb", table)
        assert measured.figures == () and "there is no table" in measured.problems[0]


def test_an_address_that_means_nothing_is_told_without_it(company, monkeypatch, tmp_path) -> None:
    for address, words in (
        ("", "engine `lake`: set LAKE in the environment to its address"),
        ("mysql://u:secret@h/d", "begins with none of"),
        (f"sqlite://{tmp_path}/none-secret.sqlite", "the SQLite database cannot be opened"),
        (f"duckdb://{tmp_path}/none-secret.duckdb", "the database cannot be opened"),
        ("postgresql://u:secret@127.0.0.1:1/d", "cannot be reached with this address"),
    ):
        (problem,) = asked(company, monkeypatch, address, "t").problems
        assert words in problem and "secret" not in problem


@pytest.mark.parametrize("name", registry.names("cxmap.measure.engines"))
def test_every_engine_is_opened_by_its_address_and_a_time_zone(name) -> None:
    module = import_module(f"cxmap.measure.engines.{name}")
    assert list(signature(module.open_engine).parameters) == ["url", "zone"]


def test_an_address_and_a_name_say_what_people_mean() -> None:
    assert file_of("sqlite:///home/a%20b.sqlite") == "/home/a b.sqlite"
    assert file_of("sqlite:///C:/a.sqlite") == "C:/a.sqlite"
    assert file_of("duckdb://a.duckdb") == "a.duckdb"
    assert [parts_of(name) for name in NAMES] == [list(parts) for parts in NAMES.values()]


@pytest.mark.parametrize("engine", ["sqlite", "duckdb", "postgresql"])
def test_a_table_about_one_place_belongs_there(
    company, monkeypatch, tmp_path, request, engine
) -> None:
    rows = "('2026-09-01', 'a', 'ask', 5), ('2026-09-02', 'a', 'answer', 4)"
    statements = (
        "drop table if exists events",
        "create table events (day timestamp, who varchar(9), what varchar(9), score int)",
        f"insert into events values {rows}",
    )
    address = f"{engine}://{tmp_path}/base"
    if engine == "postgresql":
        address = request.getfixturevalue("postgres")
        import pg8000.native

        port = int(address.rpartition(":")[2].partition("/")[0])
        owner = pg8000.native.Connection("tester", host="127.0.0.1", port=port, database="postgres")
        for sql in statements:
            owner.execute_simple(sql)
        owner.close()
    else:
        base = (sqlite3 if engine == "sqlite" else duckdb).connect(f"{tmp_path}/base")
        for sql in statements:
            base.execute(sql)
        base.commit()
        base.close()
    monkeypatch.setenv("LAKE", address)
    company.data(
        "{id: s, kind: events, engine: lake, table: events, time: day, customer: who,"
        " touchpoint: what, as: 'onboarding#use'}",
        "{id: wait, kind: duration, target: 2 days, source: {data: s, from: ask, to: answer}}",
        "{id: csat, kind: csat, source: {data: s, value: score}}",
        settings=SETTINGS,
    )
    for metric in ("wait", "csat"):
        assert set(company.groups(metric)) == {"all", "onboarding#use"}, company.measure().problems
