from dataclasses import replace

from cxmap.finding import Severity
from cxmap.output.findings.github import FORMAT
from cxmap.output.results import Look
from cxmap.source.span import Span


def levels(text):
    return [line.split(" ")[0].strip(":") for line in text.splitlines()]


def test_ten_of_each_level_are_kept_and_a_last_notice_counts_the_rest(many):
    written = FORMAT.write(many, Look())
    assert levels(written) == ["error"] + ["warning"] * 10 + ["notice"] * 10
    assert written.endswith(
        "::notice title=cxmap::20 warnings, 21 notes more: `cxmap lint` shows them all\n"
    )


def test_ten_notices_need_no_notice_about_the_rest(many):
    notes = [f for f in many.findings if f.severity is Severity.INFO][:10]
    assert levels(FORMAT.write(replace(many, findings=tuple(notes)), Look())) == ["notice"] * 10


def test_what_is_new_comes_first(many):
    note = next(f for f in many.findings if f.severity is Severity.INFO)
    run = replace(many, new=frozenset({note.fingerprint}))
    assert levels(FORMAT.write(run, Look()))[:2] == ["notice", "error"]


def test_names_of_files_cannot_add_properties(results):
    finding = replace(results.findings[0], span=Span("a,line=9:b%\n.yaml", 2, 3, 2, 4))
    written = FORMAT.write(replace(results, findings=(finding,)), Look())
    assert written.startswith("::notice file=a%2Cline=9%3Ab%25 .yaml,line=2,endLine=2,col=3,end")


def test_paths_begin_at_the_folder_the_command_runs_in(results):
    assert "file=maps/library.yaml," in FORMAT.write(replace(results, base="maps"), Look())


def test_a_run_that_fills_a_summary_points_there(many):
    written = FORMAT.write(replace(many, command="ci"), Look())
    assert written.endswith("21 notes more: the summary of this step has them all\n")
