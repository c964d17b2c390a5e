"""What a case came out as, in a golden file beside it. A missing one is written, and the test fails until it was read."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.document import to_document
from timeline.model import Story
from timeline.moment import iso


def compare(story: Story, case: Path) -> None:
    """The story of a case against its golden, as JSON with every moment in short."""
    golden = case.with_name(f"{case.name}.golden.json")
    text = json.dumps(_short(to_document(story)["story"], story), ensure_ascii=False, indent=1) + "\n"
    if not golden.exists():
        golden.write_text(text, "utf-8")
        raise AssertionError(f"{golden.name} was missing and is written; read it")
    assert text == golden.read_text("utf-8")


def _short(document: dict[str, object], story: Story) -> dict[str, object]:
    """Moments as a reader checks them: the date, how exact, in which zone."""
    told: dict[str, object] = {**document}
    told["events"] = [
        {
            **{key: value for key, value in event.items() if key not in ("start", "end", "evidence")},
            "when": " – ".join(iso(moment) or "?" for moment in (own.start, own.end) if moment is not None),
            "how": f"{own.moment.precision}, {own.moment.basis}, {own.moment.zone}",
        }
        for event, own in zip(document["events"], story.events, strict=True)  # type: ignore[call-overload]
    ]
    told["entries"] = [
        {**{key: value for key, value in entry.items() if key != "position"}, "lines": "{}-{}".format(*entry.get("lines", (0, 0)))}
        for entry in document["entries"]  # type: ignore[attr-defined]
    ]
    told["eras"] = [f"{era.label}: {iso(era.start)} – {iso(era.end)}" for era in story.eras]
    told["problems"] = [f"{one.severity} {one.line or '-'} {one.column or '-'}: {one.say()}" for one in story.problems]
    told["assumptions"] = [one.say() for one in story.assumptions]
    return told
