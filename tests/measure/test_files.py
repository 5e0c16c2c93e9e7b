"""Files as people have them: every one is a real file of its kind."""

import gzip
import json
import re
import tempfile
from datetime import date
from pathlib import Path

import duckdb
import pytest

from cxmap.errors import CxmapError
from cxmap.measure.engine import EngineError
from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.queries.select import select
from cxmap.output.measured import remarks

SCORES = "{id: csat, kind: csat, source: {data: s, value: score}}"
CSV = "day,place,score\n2026-09-01,letter,5\n2026-09-02,call,4\n2026-09-03,call,1\n"


def survey(company, files: str = "s.csv", more: str = "", metric: str = SCORES):
    return company.data(f"{{id: s, files: {files}, time: day, {more}}}", metric)


def counted(company) -> tuple[int, int]:
    """How many answers count in September, and how many of them are good."""
    figure = company.all("csat")["2026-09"]
    return figure.n, round(figure.estimate.value * figure.n / 100)


@pytest.mark.parametrize(
    ("name", "data", "more"),
    [
        ("s.csv", CSV.encode(), ""),
        ("s.txt", CSV.encode(), ""),
        ("s.csv", CSV.replace("\n", "\r\n").encode(), ""),
        ("s.csv", CSV.replace("\n", "\r").encode(), ""),
        ("s.csv", CSV.rstrip("\n").encode(), ""),
        ("s.csv", CSV.replace("\n", "\r\n", 1).encode(), ""),
        ("s.csv", CSV.replace("\n", "\r\n", 3).encode(), ""),
        ("s.csv", CSV.replace("letter", '"one\ntwo"').replace("1\n", "1\r\n").encode(), ""),
        ("s.csv.gz", gzip.compress(CSV.replace("\n", "\r\n", 2).encode()), ""),
        ("s.csv", b"\xef\xbb\xbf" + CSV.encode(), ""),
        ("s.csv", CSV.replace(",", ";").encode(), ""),
        ("s.csv", ("sep=;\r\n" + CSV.replace(",", ";").replace("\n", "\r\n")).encode(), ""),
        ("s.csv", CSV.replace(",", "|").encode(), ""),
        ("s.csv", CSV.replace(",", "^").encode(), "csv: {delimiter: '^'}"),
        ("s.tsv", CSV.replace(",", "\t").encode(), ""),
        ("s.csv.gz", gzip.compress(CSV.encode()), ""),
        ("s.csv", CSV.encode("utf-16"), ""),
        (
            "s.csv",
            CSV.replace("letter", "Brief Müller").encode("cp1252"),
            "csv: {encoding: windows-1252}",
        ),
        (
            "s.csv.gz",
            gzip.compress(CSV.replace("letter", "é").encode("latin-1")),
            "csv: {encoding: latin-1}",
        ),
        ("s.csv", CSV.replace("letter", '"a ""quoted""\r\nletter, in two lines"').encode(), ""),
        ("s.csv", CSV.replace(",5", ",  5 ").encode(), ""),
        ("s.csv", CSV.replace(",5", ',"5,0"').encode(), "csv: {decimal: ','}"),
        (
            "s.csv",
            re.sub(r"2026-09-(\d\d)", r"\1/09/2026", CSV).encode(),
            "csv: {date: '%d/%m/%Y'}",
        ),
        (
            "s.csv",
            re.sub(r"2026-09-(\d\d)", r"\1.09.2026 14:05", CSV).encode(),
            "csv: {date: '%d.%m.%Y'}",
        ),
        ("s.csv", CSV.replace("day,", " day ,").encode(), ""),
    ],
    ids=range(25),
)
def test_a_file_is_read_as_it_is(company, name: str, data: bytes, more: str) -> None:
    (company.folder / name).write_bytes(data)
    assert counted(survey(company, name, more)) == (3, 2)


@pytest.mark.parametrize("packed", [False, True])
def test_records_in_lines_of_json_are_read(company, *, packed: bool) -> None:
    lines = [
        {"day": "2026-09-01", "score": 5, "nested": {"a": [1]}},
        {"score": "4", "day": "2026-09-02T10:00:00Z"},
        {"day": "2026-09-03", "score": None},
        {"day": "2026-09-03", "score": 1.0},
    ]
    text = "\n".join(map(json.dumps, lines)).encode()
    name = "s.jsonl.gz" if packed else "s.jsonl"
    (company.folder / name).write_bytes(gzip.compress(text) if packed else text)
    assert counted(survey(company, name)) == (3, 2)


@pytest.mark.parametrize("kind", ["tinyint", "bigint", "double", "decimal(4, 1)", "varchar"])
@pytest.mark.parametrize("time", ["date", "timestamp", "timestamptz", "varchar"])
def test_columns_of_any_type_in_parquet_are_read(company, kind: str, time: str) -> None:
    rows = "values ('2026-09-01', 5), ('2026-09-02', 4), ('2026-09-03', 1), ('2026-09-03', null)"
    with duckdb.connect() as base:
        base.execute(
            f"create table t (day {time}, score {kind}, mail varchar default 'jane@example.com')"
        )
        base.execute(f"insert into t (day, score) {rows}")
        base.execute(f"copy t to '{company.folder}/s.parquet'")
    assert counted(survey(company, "s.parquet")) == (3, 2)


def test_files_with_different_headers_are_read_together(company) -> None:
    company.write(
        s1_csv=CSV, s2_csv="score;day\n5;2026-09-09\n", s3_csv="day,other\n2026-09-09,1\n"
    )
    measured = survey(company, "s*.csv").measure()
    figure = measured.figures[0]
    assert (figure.n, measured.sources[0].rows) == (4, 5)
    assert measured.sources[0].notes == ("s3.csv has no column `score` (value)",)


def test_files_of_different_kinds_are_read_together(company) -> None:
    company.write(s1_csv=CSV, s2_jsonl='{"day": "2026-09-09", "score": 2}\n')
    assert counted(survey(company, "[s1.csv, s2.jsonl]")) == (4, 2)


def test_bad_cells_cost_their_answer_and_are_listed_with_their_true_line(company) -> None:
    company.write(
        s_csv='day,score,comment\n2026-09-01,five,"one\ntwo"\n2026-09-02,5,\n09/03/2026,4,\n2026-09-04,9,\n2026-09-05,,\n'
    )
    measured = survey(company).measure()
    assert [(bad.line, bad.column) for bad in measured.sources[0].bad] == [
        (2, "score"),
        (5, "day"),
        (6, "score"),
    ]
    assert "day or month first" in measured.sources[0].bad[1].reason
    assert measured.sources[0].undated == 1
    out = dict(measured.sources[0].left_out)["csat"]
    assert (out.empty, out.unreadable, out.outside) == (1, 1, 1)


def test_cells_of_rows_that_nobody_asked_for_are_not_listed(company) -> None:
    company.write(s_csv="day,country,score\n2026-09-01,DE,five\n2026-09-01, FR ,six\n")
    measured = survey(company, more="where: {country: FR}").measure()
    assert [bad.line for bad in measured.sources[0].bad] == [3]


def test_lines_that_end_in_more_than_one_way_keep_their_numbers(company) -> None:
    company.write(
        s_csv=b'day,score,comment\n2026-09-01,5,"one\r\ntwo"\r\n2026-09-02,five,\n2026-09-03,4,\r\n'
    )
    measured = survey(company).measure()
    assert (measured.figures[0].n, [bad.line for bad in measured.sources[0].bad]) == (2, [4])


@pytest.mark.parametrize(
    ("mark", "cell", "words"),
    [
        (",", "4.5", "is no number alone, such as 1234,5"),
        (",", "1.23,4", "is no number alone, such as 1234,5"),
        (",", "1 234,5", "is no number alone, such as 1234,5"),
        (".", "4,5", 'has a comma: say `csv: {decimal: ","}` if that is the decimal mark'),
        (".", "$4", "is no number alone, such as 1234.5"),
        (".", "four", "is no number"),
    ],
)
def test_a_number_that_could_mean_another_is_left_out_and_told(
    company, mark: str, cell: str, words: str
) -> None:
    company.write(s_csv=f'day;score\n2026-09-01;"{cell}"\n2026-09-02;3\n')
    metric = SCORES.replace("kind: csat", "kind: cost")
    measured = survey(company, more=f"csv: {{decimal: '{mark}'}}", metric=metric).measure()
    assert [f.estimate.value for f in measured.figures if f.group.is_all] == [3]
    assert [bad.reason for bad in measured.sources[0].bad] == [words]


def test_points_part_thousands_where_the_comma_is_the_decimal_mark(company) -> None:
    company.write(s_csv="day;score\n2026-09-01;1.234.567,5\n2026-09-02;1.000\n2026-09-03;,5\n")
    metric = SCORES.replace("kind: csat", "kind: cost")
    figure = survey(company, more="csv: {decimal: ','}", metric=metric).all("csat")["2026-09"]
    assert figure.estimate.value == pytest.approx(1_235_568 / 3)


def test_lines_with_missing_or_more_columns_are_listed_with_their_true_line(company) -> None:
    company.write(
        s_csv='day,score,comment\n2026-09-01,5,"one\ntwo"\n2026-09-02,5\n2026-09-03,4,a,b\n2026-09-04,4,ok\n2026-09-05,4,"open\n'
    )
    measured = survey(company).measure()
    assert [bad.line for bad in measured.sources[0].bad] == [4, 5, 7]
    assert measured.figures[0].n == 2


def test_bad_lines_of_json_are_listed_and_the_rest_counts(company) -> None:
    company.write(
        s_jsonl='{"day": "2026-09-01", "score": 5}\n{broken\n[1]\n{"day": "2026-09-02", "score": "x"}\n'
    )
    measured = survey(company, "s.jsonl").measure()
    assert [(bad.line, bad.column) for bad in measured.sources[0].bad] == [
        (2, ""),
        (3, ""),
        (4, "score"),
    ]
    assert measured.figures[0].n == 1


def test_what_stands_for_no_answer_is_left_out_and_told(company) -> None:
    company.write(s_csv="day,score\n2026-09-01,5\n2026-09-01,n/a\n2026-09-01,-\n")
    measured = survey(company, more="csv: {missing: [n/a, '-']}").measure()
    assert measured.figures[0].n == 1
    assert dict(measured.sources[0].left_out)["csat"].empty == 2


@pytest.mark.parametrize(
    ("files", "content", "words"),
    [
        ("s.csv", b"", "data `s`: s.csv is empty"),
        ("s.csv", b"\n\n", "data `s`: s.csv is empty"),
        (
            "s.csv",
            b"day,scor\n2026-09-01,5\n",
            "s.csv has no column `score` (value), did you mean `scor`?; it has `day`, `scor`",
        ),
        ("s.csv", b"day,score,score\n2026-09-01,5,4\n", "s.csv has two columns `score`"),
        ("none*.csv", b"", "data `s`: no file matches `none*.csv`"),
        ("s.xlsx", b"PK", "s.xlsx is a spreadsheet: save it as CSV first"),
        ("s.csv", b"PK\x03\x04\0\0\0", "s.csv is no text: is it a spreadsheet"),
        ("s.json", b'{"day": 1}', "s.json is JSON: write one record a line, and call it .jsonl"),
        ("s.csv", CSV.encode("utf-16-le"), "or in `csv: {encoding: utf-16}`?"),
        ("s.parquet", b"PAR1", "s.parquet is no Parquet file"),
        (
            "s.csv.gz",
            b"day,score",
            "s.csv.gz cannot be read: it is no gzip file, or its end is missing",
        ),
        ("s.jsonl", b'[{"day": 1}]', "s.jsonl is one list: write one record a line"),
        ("s.csv", b"a," * 6_000, "s.csv has over 5,000 columns"),
        ("s.csv", b"x" * 1_100_000, "s.csv has no line end in its first million characters"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    company, files: str, content: bytes, words: str
) -> None:
    (company.folder / (files if "*" not in files else "s.csv")).write_bytes(content)
    measured = survey(company, f"'{files}'").measure()
    assert len(measured.problems) == 1 and words in measured.problems[0]


def test_a_file_with_a_header_only_has_no_answers(company) -> None:
    company.write(s_csv="day,score\n")
    measured = survey(company).measure()
    assert (measured.figures, measured.sources[0].rows) == ((), 0)
    assert "data `s`: 0 rows in 1 file" in list(remarks(measured))


def test_a_column_that_holds_no_times_is_told(company) -> None:
    with duckdb.connect() as base:
        base.execute(f"copy (select 1788220800 as day, 5 as score) to '{company.folder}/s.parquet'")
    assert survey(company, "s.parquet").measure().problems == (
        "data `s`: its column `day` (time) holds no times: dates, times or ISO 8601 text do",
    )


@pytest.mark.parametrize(
    ("csv", "words"),
    [
        ("date: DD/MM/YYYY", "`date: DD/MM/YYYY` is no way to write a day, month and year"),
        ("date: '%d/%m'", "`date: %d/%m` is no way to write a day, month and year"),
        ("date: '%Q'", "`date: %Q` is no way to write a day, month and year"),
        ("decimal: ';'", "`decimal: ;` is neither a point nor a comma"),
    ],
)
def test_a_description_of_a_file_that_means_nothing_is_told(cxmap, company, csv, words) -> None:
    company.write(s_csv=CSV)
    survey(company, more=f"csv: {{{csv}}}")
    done = cxmap("validate", cwd=company.folder)
    assert done.returncode == 1 and words in done.stdout


def test_a_field_of_millions_of_characters_costs_its_line(company) -> None:
    company.write(s_csv="day,score,comment\n2026-09-01,5," + "x" * 5_000_000 + "\n2026-09-02,5,\n")
    measured = survey(company).measure()
    assert (measured.figures[0].n, [bad.line for bad in measured.sources[0].bad]) == (1, [2])


def test_text_that_is_not_utf_8_in_a_column_that_counts_costs_its_line(company) -> None:
    company.write(s_csv=b"day,place,score\n2026-09-01,M\xfcller,5\n2026-09-02,call,5\n")
    measured = survey(company, more="touchpoint: place").measure()
    assert measured.sources[0].rows == 1
    assert "say `csv: {encoding: windows-1252}`" in measured.sources[0].bad[0].reason


@pytest.mark.parametrize(
    "files",
    [
        "../out.csv",
        "/etc/passwd",
        "a/../../out.csv",
        "'C:/out.csv'",
        "'..\\out.csv'",
        "link.csv",
        "folder/out.csv",
    ],
)
def test_no_file_outside_the_workspace_is_read(company, tmp_path_factory, files: str) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "out.csv").write_text(CSV)
    (company.folder / "link.csv").symlink_to(outside / "out.csv")
    (company.folder / "folder").symlink_to(outside)
    measured = survey(company, files).measure()
    assert measured.figures == () and len(measured.problems) == 1


def test_an_engine_reads_nothing_but_the_files_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(CSV)
    (tmp_path / "b.csv").write_text(CSV)
    engine = DuckDBEngine(allowed=[(tmp_path / "a.csv").resolve()])
    ours, theirs = (f"read_csv('{(tmp_path / name).resolve()}')" for name in ("a.csv", "b.csv"))
    assert list(engine.run(select(["count(*)"], ours))) == [(3,)]
    for forbidden in (
        select(["count(*)"], theirs),
        "select * from read_text('/etc/passwd')",
        "set enable_external_access = true",
        "install httpfs",
        f"copy (values (1)) to '{tmp_path}/c.csv'",
        f"attach '{tmp_path}/d.duckdb'",
    ):
        with pytest.raises(EngineError):
            list(engine.run(forbidden))
    engine.close()


def test_no_private_file_is_left(company, monkeypatch, tmp_path_factory) -> None:
    private = tmp_path_factory.mktemp("private")
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    company.write(s_csv=CSV.encode("utf-16"))
    assert counted(survey(company)) == (3, 2)
    assert list(private.iterdir()) == []


def test_a_day_ends_where_the_customers_are(company) -> None:
    company.write(s_csv="day,score\n2026-09-30T22:30:00Z,5\n2026-09-30T23:30:00,5\n")
    survey(company, more="timezone: Europe/Paris")
    assert set(company.all("csat", today=date(2026, 12, 1))) == {
        "2026-09",
        "2026-10",
    }


def test_an_unknown_time_zone_is_told(company) -> None:
    company.write(s_csv=CSV)
    assert (
        "no time zone `Europe/Pariss`, did you mean `Europe/Paris`?"
        in survey(company, more="timezone: Europe/Pariss").measure().problems[0]
    )


def test_an_encoding_that_does_not_exist_is_told(company) -> None:
    company.write(s_csv=CSV)
    with pytest.raises(CxmapError, match="no encoding `windows-9`"):
        raise CxmapError(survey(company, more="csv: {encoding: windows-9}").measure().problems[0])
