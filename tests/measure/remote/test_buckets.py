"""Files in buckets, read from servers on this machine that speak as S3 and as Google's storage."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from .conftest import CSAT, CSV, Page, Server, running

FEEDBACK = {
    "feedback/june.csv": CSV.encode(),
    "feedback/may.csv.gz": gzip.compress(CSV.encode()),
    "feedback/packed.csv": gzip.compress(CSV.encode()),
    "feedback/old/april.csv": CSV.encode(),
    "other/salaries.csv": CSV.encode(),
    "strange/a ü+&=%20.csv": CSV.encode(),
}
NOT_LOGGED_IN = {
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_CONFIG_FILE": "none",
    "AWS_SHARED_CREDENTIALS_FILE": "none",
    "AWS_DEFAULT_REGION": "us-east-1",
    "GOOGLE_APPLICATION_CREDENTIALS": "",
    "CLOUDSDK_CONFIG": "none",
    "NO_GCE_CHECK": "true",
    "http_proxy": "",
    "https_proxy": "",
    "HTTP_PROXY": "",
    "HTTPS_PROXY": "",
}
SOMEBODY = {"AWS_ACCESS_KEY_ID": "somebody", "AWS_SECRET_ACCESS_KEY": "a-secret"}


@pytest.fixture(scope="module")
def s3() -> Iterator[dict[str, str]]:
    """A server that speaks S3, with a bucket `company`, as the environment that leads to it."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    url = "http://{}:{}".format(*server.get_host_and_port())
    client = boto3.client(
        "s3",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id=SOMEBODY["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=SOMEBODY["AWS_SECRET_ACCESS_KEY"],
    )
    client.create_bucket(Bucket="company")
    for key, body in FEEDBACK.items():
        access = "private" if key.startswith("other/") else "public-read"
        client.put_object(Bucket="company", Key=key, Body=body, ACL=access)
    client.close()
    yield {**NOT_LOGGED_IN, **SOMEBODY, "AWS_ENDPOINT_URL": url}
    server.stop()


class Storage(Server):
    """Google's storage, as far as listing and reading goes, with a bucket `company`."""

    def __init__(self) -> None:
        self.refuses = 0
        super().__init__(self.answer)

    def answer(self, target: str, headers: Any) -> Page:
        url = urlsplit(target)
        _, bucket, key = url.path.partition("/b/company/o")
        if self.refuses or not bucket:
            status = self.refuses or 404
            return Page(json.dumps({"error": {"code": status, "message": "x"}}).encode(), status)
        if not key:
            prefix = parse_qs(url.query).get("prefix", [""])[0]
            return _json({"items": [_item(k) for k in FEEDBACK if k.startswith(prefix)]})
        name = unquote(key[1:])
        if name not in FEEDBACK:
            return Page(b'{"error": {"code": 404, "message": "x"}}', 404)
        if "alt=media" not in url.query:
            return _json(_item(name))
        first, _, last = headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")
        return Page(FEEDBACK[name][int(first) : int(last or 1 << 40) + 1], 206)


def _json(value: object) -> Page:
    return Page(json.dumps(value).encode(), 200, {"Content-Type": "application/json"})


def _item(key: str) -> dict[str, str]:
    return {
        "kind": "storage#object",
        "name": key,
        "bucket": "company",
        "size": str(len(FEEDBACK[key])),
        "generation": "1",
        "updated": "2026-09-01T00:00:00Z",
        "timeCreated": "2026-09-01T00:00:00Z",
    }


@pytest.fixture
def storage() -> Iterator[Storage]:
    with running(Storage()) as server:
        yield server


@pytest.fixture
def gs(storage: Storage) -> dict[str, str]:
    return {**NOT_LOGGED_IN, "STORAGE_EMULATOR_HOST": storage.url}


@pytest.fixture(params=["s3", "gs"])
def cloud(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """A scheme, and the environment in which it leads to a bucket of this machine."""
    return request.param, request.getfixturevalue(request.param)


@pytest.fixture
def run(company, cxmap):
    """Measure files by the command line: its code, the answers that count, and what it says."""

    def measure(files: str, *allow: str, env: dict[str, str], more: tuple[str, ...] = ()) -> Any:
        company.data(f"{{id: s, files: {json.dumps(files)}, time: day}}", CSAT)
        places = [word for place in allow for word in ("--allow-remote", place)]
        done = cxmap(
            *("measure", "--today", "2026-10-15", "--min-n", "1", "--format", "json"),
            *(*places, *more),
            env=env,
        )
        found = json.loads(done.stdout)["readings"]
        return done.returncode, found[0]["n"] if found else 0, done.stderr

    return measure


@pytest.mark.parametrize(
    ("files", "answers"),
    [
        ("feedback/*.csv*", 9),
        ("feedback/may.csv.gz", 3),
        ("feedback/packed.csv", 3),
        ("feedback/**/april.csv", 3),
    ],
)
def test_files_in_buckets_are_read(run, cloud, files: str, answers: int) -> None:
    scheme, env = cloud
    code, counted, said = run(f"{scheme}://company/{files}", f"{scheme}://company/", env=env)
    assert (code, counted) == (0, answers), said
    assert "a-secret" not in said and "Error" not in said


def test_a_key_may_have_any_letters(run, s3) -> None:
    code, counted, said = run("s3://company/strange/*.csv", "s3://company", env=s3)
    assert (code, counted) == (0, 3), said


@pytest.mark.parametrize("place", [(), ("{}://company/other/",), ("{}://company/feed",)])
def test_a_bucket_is_not_even_listed_unless_somebody_allows_it(
    run, cloud, storage, place: tuple[str, ...]
) -> None:
    scheme, env = cloud
    allowed = [one.format(scheme) for one in place]
    code, counted, said = run(f"{scheme}://company/feedback/*.csv", *allowed, env=env)
    assert (code, counted) == (2, 0)
    assert f"add `--allow-remote {scheme}://company/feedback/`, or set CXMAP_REMOTE" in said
    assert storage.asked == []


def test_the_environment_allows_places_too(run, s3) -> None:
    places = "https://example.com/ s3://company/feedback/"
    env = s3 | {"CXMAP_REMOTE": places}
    assert run("s3://company/feedback/june.csv", env=env)[:2] == (0, 3)


def test_the_workspace_allows_nothing(run, company, s3) -> None:
    (company.folder / ".env").write_text("CXMAP_REMOTE=s3://company/\n")
    assert run("s3://company/feedback/june.csv", env=s3)[0] == 2


@pytest.mark.parametrize("files", ["feedback/july.csv", "feedback/july*.csv"])
def test_a_file_that_is_not_there_is_told(run, cloud, files: str) -> None:
    scheme, env = cloud
    code, _, said = run(f"{scheme}://company/{files}", f"{scheme}://company/", env=env)
    assert code == 2
    assert f"there is no `{scheme}://" in said or f"no file matches `{scheme}://" in said


def test_a_bucket_that_is_not_there_is_told(run, cloud) -> None:
    scheme, env = cloud
    code, _, said = run(f"{scheme}://nobody/f/*.csv", f"{scheme}://nobody/", env=env)
    assert code == 2 and ("there is no" in said or "no file matches" in said)


def test_a_bucket_for_everybody_needs_no_login(run, s3) -> None:
    nobody = {name: value for name, value in s3.items() if name not in SOMEBODY}
    assert run("s3://company/feedback/*.csv", "s3://company/", env=nobody)[:2] == (0, 6)


def test_who_is_not_logged_in_is_told_how(run, s3) -> None:
    nobody = {name: value for name, value in s3.items() if name not in SOMEBODY}
    code, _, said = run("s3://company/other/salaries.csv", "s3://company/", env=nobody)
    assert code == 2
    assert "nobody is logged in who could read `s3://company/other/salaries.csv`: log in" in said


@pytest.mark.parametrize("status", [401, 403])
def test_a_bucket_that_refuses_is_told_in_our_words(run, storage, gs, status: int) -> None:
    storage.refuses = status
    code, _, said = run("gs://company/feedback/june.csv", "gs://company/", env=gs)
    assert code == 2
    assert "nobody is logged in who could read `gs://company/feedback/june.csv`: log in" in said


def test_too_much_is_refused_before_it_is_read(run, storage, gs) -> None:
    limit = ("--remote-limit", "1kB")
    FEEDBACK["large/a.csv"] = b"day,score\n" + b"2026-09-01,5\n" * 500
    code, _, said = run("gs://company/large/*.csv", "gs://company/", env=gs, more=limit)
    del FEEDBACK["large/a.csv"]
    assert code == 2 and "there is more than 1 kB to copy" in said
    assert not [path for path, _ in storage.asked if "alt=media" in path]


def test_without_the_libraries_people_are_told_what_to_install(run, company, s3) -> None:
    hidden = "import sys; sys.modules['s3fs'] = None\n"
    (company.folder / "sitecustomize.py").write_text(hidden)
    env = s3 | {"PYTHONPATH": f"{company.folder}:{Path(__file__).parents[3]}"}
    code, _, said = run("s3://company/feedback/*.csv", "s3://company/", env=env)
    assert code == 2 and 'this needs s3fs; install it with `pip install "cxmap[cloud]"`' in said
