"""How well the dating engine reads: beside other tools, on the evaluation data that lies beside the project. Run by `make bench-dating`.

KRAUTS: F1 through the scorer of the data (strict, relaxed, relaxed and the same value). Phrases: extent and instant. Recognizers: sentences
whose every expression is found (overlap) and means one of the values given. Peers answer the phrases in the same run.
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from timeline.clock import format_date, format_instant, wall_at
from timeline.date.language import find_language
from timeline.date.resolve import Frame
from timeline.date.timex import Timex, find_moments
from timeline.model import Moment
from timeline.moment import day_of

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
PEERS = HERE.parent / ".venv-peers" / "bin" / "python"
REFERENCE, ZONE, SUMMIT = "2019-02-28", "Asia/Ho_Chi_Minh", {"gipfel": "2019-02-27"}
PARTS = ("TMO", "TMI", "TAF", "TEV", "TNI")
MEALS = {"TMEB": "TMO", "TMEL": "TMI", "TMED": "TEV", "TNT": "TNI"}
SIDES = {
    side: mods
    for sides, mods in ((("before", "until"), ("BEFORE", "ON_OR_BEFORE")), (("after", "since"), ("AFTER", "ON_OR_AFTER")))
    for side in sides
}
PORTIONS = {"START": "start", "MID": "mid", "END": "end"}
Row = dict[str, str]


def main() -> None:
    """Print every part; data or peers that are missing are named and left out."""
    if not SHARED.exists():
        sys.exit("the evaluation data does not lie beside the project (../shared)")
    krauts()
    phrases()
    stories()
    for language in ("german", "english"):
        recognizers(language)


def krauts() -> None:
    """Relaxed and relaxed+value F1; HeidelTime has 83.1 / 80.0 on dolomiten and 80.4 / 61.9 on zeit."""
    print("KRAUTS (HeidelTime: dolomiten 79.4 / 83.1 / 80.0, zeit 72.4 / 80.4 / 61.9)")
    command = f"{sys.executable} -m timeline.cli dates --jsonl"
    folders = [str(SHARED / "corpora" / "krauts" / part) for part in ("dolomiten", "zeit")]
    subprocess.run([sys.executable, str(SHARED / "tools" / "score_timex.py"), "--command", command, *folders], check=True)


def phrases() -> None:
    """30 phrases with extent and instant, 5 that must stay silent."""
    with (SHARED / "gold" / "phrases.de.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    spoken, silent = [row for row in rows if row["kind"] != "none"], [row for row in rows if row["kind"] == "none"]
    right = [row for row in spoken if phrase_is_right(row)]
    false = [row for row in silent if moments(row["phrase"])]
    print(f"\nphrases: {len(right)} of {len(spoken)} with extent and instant; {len(false)} false of {len(silent)} that must stay silent")
    for row in spoken:
        if row not in right:
            print(f"  wrong: {row['id']} {row['span']!r}: {[(one.text, one.value) for one in moments(row['phrase'])]}")
    for name, answers in peers([row["span"] or row["phrase"] for row in rows]).items():
        hits = [row for row, answer in zip(rows, answers, strict=True) if answer and inside(row, answer)]
        print(
            f"  {name}: {sum(row in spoken for row in hits)} of {len(spoken)}, given the span; {sum(row in silent for row in hits)} false"
        )


def stories() -> None:
    """Of what is stated in the own stories: the share that a careful reader dated so; and of its clocks, the share on the right instant."""
    sys.path.insert(0, str(HERE.parent))
    from tests.test_stories import agrees, all_stories, same_time

    told = [(event, table) for events, table in all_stories() for event in events if event["basis"] == "stated"]
    right = [event for event, table in told if any(agrees(event, row) for row in table)]
    clocks = [(event, table) for event, table in told if "T" in event["start"]]

    def at(event: Row, row: Row) -> bool:
        return row["entry"] == event["entry"] and same_time(event["start"], row["start"], "")

    placed = [event for event, table in clocks if any(at(event, row) for row in table)]
    print(f"\nown stories: {len(right)} of {len(told)} stated events as the reader dated them; {len(placed)} of {len(clocks)} clocks right")


def moments(text: str, reference: str = REFERENCE) -> list[Timex]:
    """What a phrase says, seen from the summit's second day in Hanoi."""
    day = day_of(reference)
    occasions = {name: day_of(first) for name, first in SUMMIT.items()}
    return find_moments(text, Frame(day, day, ZONE, ZONE, find_language("de"), occasions))


def phrase_is_right(row: Row) -> bool:
    """Some expression has the span, and its bounds in UTC (a length: its value)."""
    for one in moments(row["phrase"]):
        if one.text != row["span"]:
            continue
        if row["kind"] in ("shift", "duration"):
            return one.value == {"PT1H30M": "PT1.5H"}.get(row["precision"], row["precision"])
        if one.moment is None or one.moment.earliest is None:
            return False
        last = (one.end_moment or one.moment).latest
        end = format_instant(last or 0)
        if one.end_moment is not None and one.rule == "between":
            end = format_instant((last or 0) - 60_000)  # `zwischen 9 und 11` ends at 11:00, not with its minute
        return (format_instant(one.moment.earliest), end) == (row["start_utc"], row["end_utc"])
    return False


def peers(phrases: list[str]) -> dict[str, list[str | None]]:
    """Tool -> its answers, from the environment that `make bench-dating` makes for them."""
    if not PEERS.exists():
        print("  no other tools: `make bench-dating` installs them")
        return {}
    asked = json.dumps({"now": f"{REFERENCE}T12:00", "language": "de", "phrases": phrases})
    done = subprocess.run([str(PEERS), str(HERE / "peers.py")], input=asked, capture_output=True, text=True, check=True)
    answers: dict[str, list[str | None]] = json.loads(done.stdout)
    return answers


def inside(row: Row, answer: str) -> bool:
    """An answer lies in the interval, on the wall of the phrase; any answer is false where none belongs."""
    if not row["start_local"]:
        return row["kind"] == "none"
    return row["start_local"] <= answer < row["end_local_excl"]


def recognizers(language: str) -> None:
    """The share of sentences that are right, by the type of what they hold; types without a counterpart are named and left out."""
    cases = json.loads((SHARED / "corpora" / "recognizers" / f"{language}.json").read_text("utf-8"))
    right, total, left_out = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        if reason := next(filter(None, map(no_counterpart, case["Results"])), None):
            left_out[reason] += 1
            continue
        kinds = {result["TypeName"].removeprefix("datetimeV2.") for result in case["Results"]} or {"silent"}
        kind = "+".join(sorted(kinds))
        total[kind] += 1
        ok = sentence_is_right(case, language)
        right[kind] += ok
        if not ok and "-v" in sys.argv:
            print("  ", kind, "|", case["Input"], "|", [r["Text"] for r in case["Results"]], "|", answers(case, language))
    print(f"\nRecognizers, {language}: {sum(right.values())} of {sum(total.values())} sentences; left out: {dict(left_out)}")
    for kind, count in total.most_common():
        print(f"  {kind}: {right[kind]} of {count}")


def no_counterpart(result: dict[str, Any]) -> str | None:
    """What the model has no type for, and should not have: the second that somebody asks at, dates that never were."""
    kind, text = result["TypeName"].removeprefix("datetimeV2."), result["Text"].lower()
    timexes = " ".join(str(value.get("timex")) for value in (result.get("Resolution") or {}).get("values") or [])
    if kind == "timezone":
        return "a zone without a time"
    if "PRESENT_REF" in timexes or (
        kind.startswith("datetime") and re.search(r"\b(?:minuten?|stunden?|minutes?|hours?|seconds?|mins?|now|\d+h)\b", text)
    ):
        return "counted from the second of the question"
    if re.search(r"02-30|02-31", timexes) or text in ("30/2", "feb 30"):
        return "a date that never was"
    return None


def answers(case: dict[str, Any], language: str) -> list[tuple[str, str]]:
    """What is found in a sentence."""
    return [(one.text, one.value) for one in read_case(case, language)]


def read_case(case: dict[str, Any], language: str) -> list[Timex]:
    """The expressions of a sentence, seen from its own reference."""
    day = day_of(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
    return find_moments(case["Input"], Frame(day, day, "UTC", "UTC", find_language(language[:2] if language == "english" else "de")))


def sentence_is_right(case: dict[str, Any], language: str) -> bool:
    """Every expression is found, with a value that is given, and nothing else is found where there is nothing."""
    found = read_case(case, language)
    if not case["Results"]:
        return not found
    return all(any(agrees(one, result) for one in found) for result in case["Results"])


def agrees(one: Timex, result: dict[str, Any]) -> bool:
    """The spans overlap, and the meaning is one of those given (which day of the week a bare weekday means is open there)."""
    if one.end <= result["Start"] or one.start > result["End"]:
        return False
    values = (result.get("Resolution") or {}).get("values") or [{}]
    return any(same_value(one, value) for value in values)


def same_value(one: Timex, value: dict[str, str]) -> bool:
    """A date, clock or range by its bounds or its TIMEX value; a length or a repetition by its TIMEX value.

    What is only a custom of the specs is not held against an answer, what they say is: parts of the day have other hours there, so the part
    alone is compared, and meals are parts of the day; "some" is three there and X in TIMEX3. An open range needs its side, and a portion
    (`mid-May`) the same piece of the calendar: each contains the middle of the other.
    """
    timex, side = value.get("timex", ""), value.get("Mod", "").partition("-")[0]
    if side in SIDES and one.mod not in SIDES[side] and one.rule != "between":
        return False
    if side in ("start", "mid", "end") and one.mod is not None and PORTIONS.get(one.mod) != side:
        return False
    part = MEALS.get(timex, timex[-3:])
    if timex == one.value or (part in PARTS and one.value.endswith(part)):
        return True
    if value.get("type") in ("duration", "set"):
        unsaid = "X" in one.value and re.sub(r"\d+", "X", timex) == one.value
        return unsaid or one.kind == "set" == value.get("type")
    if one.moment is None or one.moment.earliest is None:
        return False
    return same_bounds(one, one.moment, value, side)


def same_bounds(one: Timex, moment: Moment, value: dict[str, str], side: str) -> bool:
    """On the wall of the moment's own zone, as the specs write them."""
    zone, start, end = moment.zone or "UTC", value.get("start"), value.get("end")
    first, last = (wall_of(instant or 0, zone) for instant in (moment.earliest, moment.latest))
    point = first if moment.named is None else wall_of(moment.named, zone)
    if "value" in value:
        if one.rule in ("ago", "ahead"):  # a point inside of an interval that is honest about its length
            return first <= f"{value['value']} 12:00:00" < last
        return value["value"] == "not resolved" or point.startswith(value["value"]) or point.endswith(f" {value['value']}")
    if side in SIDES:
        bound = f"{start or end or ''}"
        return bound in point or bound in last or (moment_is_portion(one) and loosely(first, bound, last))
    if side in ("start", "mid", "end") and start and end and len(start) == 10:
        return first <= middle(start, end) < last and start <= middle(first[:10], last[:10]) < end
    right = not start or start in point or (moment_is_portion(one) and first <= start <= last)
    if one.end_moment is None:
        return right and (not end or end in last or moment.civil is not None)
    finish = [wall_of(instant or 0, zone) for instant in (one.end_moment.earliest, one.end_moment.latest)]
    return right and (not end or end in finish[0] or (one.end_moment.approximate and finish[0] <= end <= finish[1]))


def moment_is_portion(one: Timex) -> bool:
    """`the end of March` is a stretch: where a range begins or ends somewhere in it, any of it will do."""
    return one.moment is not None and one.moment.civil is not None and one.moment.approximate


def loosely(first: str, bound: str, last: str) -> bool:
    """Where `late July` begins is a custom (the 16th there, the 21st here): up to half a portion away it is the same."""
    slack = (day_of(last[:10]) - day_of(first[:10])) // 2
    return day_of(first[:10]) - slack <= day_of(bound[:10]) <= day_of(last[:10]) + slack


def middle(first: str, last: str) -> str:
    """The day between two days."""
    return format_date((day_of(first) + day_of(last)) // 2)


def wall_of(instant: int, zone: str = "UTC") -> str:
    """`2016-11-07 00:00:00`, as the specs write it."""
    text = format_instant(wall_at(instant, zone)).removesuffix("Z").replace("T", " ")
    return text if len(text) > 16 else f"{text}:00"


if __name__ == "__main__":
    main()
