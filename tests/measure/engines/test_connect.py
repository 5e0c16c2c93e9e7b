"""The same digits from a Spark that is somewhere else, over Spark Connect."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from cxmap.measure.engine import Held, Table
from cxmap.measure.engines.spark import SparkDialect
from cxmap.measure.queries.answers import Base, Score, answers

from . import feedback
from .conftest import need

HERE = Path(__file__).parent
HOME = HERE.parent.parent.parent


def test_a_spark_connect_server_counts_as_plain_python_does(tmp_path):
    need("java")
    port = 21_000 + os.getpid() % 20_000
    rows = [(row[0], row[4], row[6]) for row in feedback.rows(4)]
    (tmp_path / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1"}
    quiet = {"stderr": subprocess.DEVNULL, "env": environment, "encoding": "utf-8", "cwd": tmp_path}
    serve = [sys.executable, HERE / "connect_server.py", str(port), tmp_path]
    with subprocess.Popen(serve, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **quiet) as server:
        assert server.stdout.readline() == "ready\n"
        ask = [sys.executable, HERE / "connect_client.py", f"sc://127.0.0.1:{port}"]
        done = subprocess.run(ask, input=_query(), stdout=subprocess.PIPE, check=True, **quiet)
        server.stdin.close()
    said = json.loads(done.stdout)
    assert said["columns"] == dict.fromkeys(("written", "place", "score"), "TEXT")
    assert {(row[0], row[1]): row[4:8] for row in said["rows"]} == _counted(rows)


def _query():
    spoken, held = SparkDialect(), Held.TEXT
    instant = spoken.instant("`written`", held, "Europe/Paris")
    period = spoken.month(instant, "Europe/Paris")
    base = Base(Table("`feedback`", {}), period, [spoken.text("`place`", held)])
    score = spoken.text("`score`", held)
    return answers(
        base, [Score(score, spoken.number(score, held), (0, 10_000), [(9_000, 10_000)])], spoken
    )


def _counted(rows):
    found = defaultdict(lambda: [0, 0, 0, 0])
    for written, place, score in rows:
        times, value = feedback.times(written, "Europe/Paris"), feedback.number(score)
        counts = found[times and times[2], feedback.text(place)]
        inside = value is not None and 0 <= value <= 10_000
        counts[0] += feedback.text(score) is not None
        counts[1] += value is not None
        counts[2] += inside
        counts[3] += inside and value >= 9_000
    return dict(found)
