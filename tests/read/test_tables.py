"""Tables in: every kind of file, every kind of damage; nothing is lost in silence."""

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.read import sheets
from timeline.read.columns import find_columns
from timeline.read.formats import find_format
from timeline.read.raw import Raw
from timeline.table import to_frame

CASES = Path(__file__).parent.parent / "cases" / "tables"
FILES = sorted(path for path in CASES.glob("*") if not path.name.endswith(".gold.csv"))


def said(story: timeline.Story) -> list[tuple[str, int | None, str]]:
    return [(problem.code, problem.line, problem.column) for problem in story.problems]


def starts(story: timeline.Story) -> list[str]:
    return list(to_frame(story)["start"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_cases(path: Path) -> None:
    compare(timeline.load(path, language=path.name.split(".")[-2]), path.with_name(f"{path.name}.gold.csv"))


@pytest.mark.parametrize("make", [sheets.xlsx, sheets.ods, sheets.parquet], ids=lambda make: make.__name__)
def test_cases_that_are_made(make: Callable[[], bytes]) -> None:
    kind = make.__name__
    compare(timeline.load(make(), name=f"made.{kind}", language="de"), CASES / f"made.{kind}.gold.csv")


def compare(story: timeline.Story, gold: Path) -> None:
    """The events of a story, and all that is told of them, against a golden."""
    frame = to_frame(story)[["label", "start", "end", "precision", "zone", "status"]]
    lines = [frame.to_csv(index=False), *(f"# {one.code} {one.line} {one.column} {one.words!r}\n" for one in story.problems)]
    text = "".join([*lines, *(f"# assumed {one.code}\n" for one in story.assumptions)])
    if not gold.exists():
        gold.write_text(text, "utf-8")
        pytest.fail(f"{gold.name} was written; read it, then commit it")
    assert text == gold.read_text("utf-8")


@pytest.mark.parametrize(
    ("header", "row", "start", "end"),
    [
        ("Was;Wann;Bis", "Start;28.02.2019, 13:25 Uhr;28.02.2019, 14:00 Uhr", "2019-02-28T13:25Z", "2019-02-28T14:00Z"),
        ("Titel\tDatum\tUhrzeit", "Start\t28.02.2019\t13:25", "2019-02-28T13:25Z", ""),
        ("headline,date,time,timezone", "Start,2019-02-28,13:25,Europe/Berlin", "2019-02-28T13:25+01:00", ""),
        ("Event,Date,Start,End", "Talk,2019-02-28,13:25,14:00", "2019-02-28T13:25Z", "2019-02-28T14:00Z"),
        ("title,from,to", "War,1914,1918", "1914", "1918"),
        ("title|timestamp", "Start|1551335100", "2019-02-28T06:25Z", ""),
        ("title,epoch_ms", "Start,1551335100500", "2019-02-28T06:25:00.500Z", ""),
        ("Year,Month,Day,Time,End Year,Headline,Text", "2019,2,28,13:25,2020,Start,Words", "2019-02-28T13:25Z", "2020"),
        ("Year,Month,Day,Headline,Text", "-44,3,15,Ides,Words", "-0043-03-15", ""),
        ("Year,Month,Day,Headline,Text", "-44,,,Ides,Words", "-0043", ""),
        ("title,date_utc", "Start,2019-02-28 06:25", "2019-02-28T06:25Z", ""),
        ("title,date_utc,date_local", "Start,2019-02-28 06:25,2019-02-28 13:25", "2019-02-28T13:25+07:00", ""),
        ("title,published", "Start,2019-02-28", "2019-02-28", ""),
    ],
)
def test_columns_by_their_names(header: str, row: str, start: str, end: str) -> None:
    story = timeline.load(f"{header}\n{row}\n")
    frame = to_frame(story)
    assert (frame.loc[0, "start"], frame.loc[0, "end"]) == (start, end)
    assert not [one for one in story.problems if one.severity != "note"]


def test_utc_and_local_that_disagree() -> None:
    story = timeline.load("title,date_utc,date_local\nA,2019-02-28 06:25,2019-02-28 13:32\n")
    assert [problem.code for problem in story.problems] == ["utc-local"]
    assert starts(story) == ["2019-02-28T06:25Z"]


def test_an_explicit_mapping_wins() -> None:
    text = "title,start,Beginn\nA,2019,2018\n"
    story = timeline.load(text, start="Beginn")
    assert starts(story) == ["2018"]
    assert [(one.code, one.words) for one in story.problems] == [("unused-columns", "start")]


@pytest.mark.parametrize(
    ("mapping", "message"),
    [({"start": "Wann"}, "no column 'Wann' among title, start"), ({"beginning": "start"}, "unknown field 'beginning'")],
)
def test_a_mapping_that_means_nothing(mapping: dict[str, str], message: str) -> None:
    with pytest.raises(timeline.OptionError, match=message):
        timeline.load("title,start\nA,2019\n", **mapping)


def test_tag_is_a_day_in_german_and_a_keyword_in_english() -> None:
    assert find_columns(["titel", "tag"], {}).at["date"] == 1
    assert find_columns(["title", "date", "tag"], {}).at["tags"] == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    text = end.join(["Titel;Beginn;Beschreibung", 'Grüße;2019-02-28;"Zwei;', 'Zeilen ""so"""', "Ende;2019-03-01;", ""])
    story = timeline.load(text.encode(encoding), name="x.csv")
    assert [event.label for event in story.events] == ["Grüße", "Ende"]
    assert story.entries[0].body == 'Zwei;\nZeilen "so"'
    assert [entry.lines[0] for entry in story.entries] == [2, 4]


def test_ragged_rows() -> None:
    story = timeline.load("title,start,text\nA,2019\nB,2020,words,more,still\n\n,,\nC,2021,words\n", name="x.csv")
    assert starts(story) == ["2019", "2020", "2021"]
    assert said(story) == [("too-few-cells", 2, ""), ("too-many-cells", 3, "")]
    assert story.problems[1].words == "more, still"
    assert story.records == 3


def test_a_quotation_mark_that_never_closes() -> None:
    story = timeline.load('title,start\nA,2019\n"B,2020\nC,2021\nD,2022\n', name="x.csv")
    assert [event.label for event in story.events] == ["A", '"B', "C", "D"]
    assert said(story) == [("open-quote", 3, "")]


def test_double_names_and_unused_columns_are_told() -> None:
    story = timeline.load("title,start,start,colour\nA,2019,2020,red\n")
    assert [(one.code, one.words, one.severity) for one in story.problems] == [
        ("same-column", "start", "warning"),
        ("unused-columns", "start, colour", "note"),
    ]


def test_a_missing_header() -> None:
    with pytest.raises(timeline.SourceError, match="first row looks like data"):
        timeline.load(b"2019-02-28,A\n2019-03-01,B\n", name="x.csv")


def test_a_title_above_the_header_and_excels_own_line() -> None:
    assert starts(timeline.load(b"Our year;;\n\ntitle;start;text\nA;2019;x\n", name="x.csv")) == ["2019"]
    assert starts(timeline.load(b"sep=;\ntitle;start\nA;2019\n", name="x.csv")) == ["2019"]


def test_a_cell_that_is_no_date_is_quoted() -> None:
    story = timeline.load("title,start,end\nA,soon,\nB,2019,later\nC,,\n")
    assert [(one.code, one.line, one.column, one.words, one.severity) for one in story.problems] == [
        ("cell", 2, "start", "soon", "error"),
        ("cell", 3, "end", "later", "warning"),
        ("no-start", 4, "start", "C", "error"),
    ]


def test_timelinejs_titles_and_eras() -> None:
    story = timeline.load(
        "Year,End Year,Headline,Text,Type\n,,Our story,How it began,title\n1990,1999,The nineties,,era\n1991,,A start,,\n"
    )
    assert (story.title, story.introduction) == ("Our story", "How it began")
    assert [(era.label, era.start.civil, era.end.civil) for era in story.eras] == [("The nineties", "1990", "1999")]
    assert [event.label for event in story.events] == ["A start"]
    assert story.records == 1


def test_places_media_and_tags() -> None:
    story = timeline.load(
        "title,start,tags,Ort,lat,lon,image,credit,caption,url\n"
        'A,2019,"a, b",Kisumu,"-0,1",34.75,https://example.org/a.jpg,Us,Lake,https://example.org/more\n'
        "B,2020,,,95,10,,,,\n"
    )
    entry = story.entries[0]
    assert entry.place == timeline.Place("Kisumu", -0.1, 34.75)
    assert entry.media == (timeline.Media("image", "https://example.org/a.jpg", "Lake", "Us"),)
    assert entry.links == ("https://example.org/more",)
    assert next(event for event in story.events if event.label == "A").tags == ("a", "b")
    assert said(story) == [("degrees", 3, "latitude")]


def test_a_formula_and_markup_stay_text() -> None:
    story = timeline.load("title,start\n=1+1,2019\n<script>alert(1)</script>,2020\n")
    assert [event.label for event in story.events] == ["=1+1", "<script>alert(1)</script>"]


def test_a_cell_of_a_megabyte() -> None:
    story = timeline.load(f"title,start,text\nA,2019,{'x' * 1_000_000}\n")
    assert len(story.entries[0].body) == 1_000_000


@pytest.mark.parametrize(
    "text",
    ["+++ 14:39 Zug erreicht Hanoi +++\n\nText, mit, Kommas\n", "14.39 Uhr: Start, Ende, Datum\n15.00 Uhr: Titel, Datum\n",
     "title, date and place\nwere all unknown\n", "Update: date,title\n\n14:39 Something\n\nText\n"],
)  # fmt: skip
def test_a_ticker_is_never_taken_for_a_table(text: str) -> None:
    assert find_format(Raw(text.encode(), "the text")).name == "ticker"


# --- spreadsheets -------------------------------------------------------------------------------------------------------------------------


def workbook(*rows: list[Any], more: str = "", formats: dict[str, str] | None = None, merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    if more:
        sheet.append([more])
        sheet = book.create_sheet("Events")
    for row in rows:
        sheet.append(row)
    for cell, shape in (formats or {}).items():
        sheet[cell].number_format = shape
    if merged:
        sheet.merge_cells(merged)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_excel_dates_are_as_exact_as_they_are_formatted() -> None:
    data = workbook(
        ["title", "start"],
        ["day", datetime.date(2019, 2, 28)],
        ["midnight", datetime.datetime(2019, 2, 28)],
        ["clock", datetime.datetime(2019, 2, 28, 13, 25)],
        ["seconds", datetime.datetime(2019, 2, 28, 13, 25, 7)],
        ["year", 2012],
        ["text", "2012-03"],
        formats={"B3": "yyyy-mm-dd hh:mm"},
    )
    frame = to_frame(timeline.load(data, name="x.xlsx")).set_index("label")
    assert frame["start"].to_dict() == {
        "day": "2019-02-28", "midnight": "2019-02-28T00:00Z", "clock": "2019-02-28T13:25Z", "seconds": "2019-02-28T13:25:07Z",
        "year": "2012", "text": "2012-03",
    }  # fmt: skip


def test_the_first_sheet_with_dates_is_read_and_the_others_are_named() -> None:
    story = timeline.load(workbook(["title", "start"], ["A", "01234"], more="Notes"), name="x.xlsx")
    assert [(one.code, one.severity) for one in story.problems] == [("other-sheets", "note"), ("cell", "error")]
    assert story.problems[1].words == "01234"


def test_merged_cells_hold_for_every_row() -> None:
    data = workbook(["title", "start"], ["A", "2019-02-28"], ["B", None], ["C", "2019-03-01"], merged="B2:B3")
    assert starts(timeline.load(data, name="x.xlsx")) == ["2019-02-28", "2019-02-28", "2019-03-01"]


def test_ods() -> None:
    story = timeline.load(sheets.ods(), name="x.ods")
    assert (story.format, starts(story)) == ("ods", timeline.load(pd.DataFrame(sheets.ROWS)).to_frame()["start"].tolist())


def test_a_bomb_and_a_broken_workbook_are_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(1_100):
                member.write(b"0" * 1_000_000)
    with pytest.raises(timeline.SourceError, match="unpacks to more than"):
        timeline.load(data.getvalue(), name="x.xlsx")
    whole = workbook(["title", "start"], ["A", "2019"])
    for broken in (whole[: len(whole) // 2], b"PK\x03\x04" + b"x" * 100, whole[:200] + b"\0" * 50 + whole[250:]):
        with pytest.raises(timeline.SourceError, match="spreadsheet"):
            timeline.load(broken, name="x.xlsx")


# --- other kinds --------------------------------------------------------------------------------------------------------------------------


def test_parquet_with_types_and_nests() -> None:
    table = pa.table(
        {
            "title": ["A", "B"],
            "start": pa.array([datetime.datetime(2019, 2, 28, 13, 25), None], pa.timestamp("us", "Asia/Ho_Chi_Minh")),
            "end": pa.array([None, datetime.date(2019, 3, 1)], pa.date32()),
            "tags": [["a", "b"], []],
            "place": [{"name": "Hanoi"}, None],
        }
    )
    data = io.BytesIO()
    pq.write_table(table, data)
    story = timeline.load(data.getvalue(), name="x.parquet")
    frame = to_frame(story)
    assert frame["start"].tolist() == ["2019-02-28T20:25+07:00", ""]
    assert frame["end"].tolist() == ["", "2019-03-01"]
    assert next(event for event in story.events if event.label == "A").tags == ("a", "b")
    with pytest.raises(timeline.SourceError, match="Parquet"):
        timeline.load(data.getvalue()[:-20], name="x.parquet")


def test_json_lines() -> None:
    text = '{"title": "A", "date": "2019", "tags": ["a"], "place": {"name": "X"}}\n{"title": "B", "date": 2020}\n{"title": \n[1]\n'
    story = timeline.load(text)
    assert (story.format, story.records, starts(story)) == ("jsonl", 4, ["2019", "2020"])
    assert said(story) == [("json-line", 3, ""), ("json-line", 4, "")]


def test_frames() -> None:
    frame = pd.DataFrame({"Was": ["A", "B"], "Beginn": [pd.Timestamp("2019-02-28"), pd.NaT], "Jahr": [1.0, None]})
    story = timeline.load(frame, label="Was", start="Beginn")
    assert starts(story) == ["2019-02-28"]
    assert [problem.code for problem in story.problems] == ["unused-columns", "no-start"]
    aware = pd.DataFrame({"title": ["A"], "start": pd.to_datetime(["2019-02-28 13:25"]).tz_localize("Europe/Berlin")})
    assert starts(timeline.load(aware)) == ["2019-02-28T13:25+01:00"]
    assert starts(timeline.load(pd.DataFrame({"title": ["A", "B"], "date": [2012.0, None]}))) == ["2012"]
    assert starts(timeline.load(pd.DataFrame({"title": ["A"]}, index=pd.Index(["2019"], name="date")))) == ["2019"]


ROW = st.tuples(st.text(max_size=12), st.sampled_from(["2019", "2019-02-28", "soon", "", "3/4/2022", "2019-02-28 13:25", "1984?"]))


@given(st.lists(ROW, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_row_is_an_event_or_an_error(rows: list[tuple[str, str]]) -> None:
    story = timeline.load(pd.DataFrame(rows, columns=["label", "start"]))
    errors = [problem for problem in story.problems if problem.severity == "error"]
    assert len(story.events) + len(errors) == len(rows) == story.records
