import json
from pathlib import Path

import pytest

from timeline.draw.elapsed import elapsed
from timeline.draw.moments import tell_elsewhere
from timeline.model import Moment

HERE = Path(__file__).parent


def moment(fields: dict[str, object] | None) -> Moment | None:
    return Moment(**fields) if fields else None  # type: ignore[arg-type]  # as JSON gives them


def read(name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((HERE / name).read_text("utf-8"))
    return found


@pytest.mark.parametrize("vector", read("elapsed.json"), ids=lambda vector: f"{vector['note']}, {vector['language']}")
def test_the_time_from_card_to_card(vector: dict[str, object]) -> None:
    before, after = moment(vector["before"]), moment(vector["after"])  # type: ignore[arg-type]
    assert before
    assert after
    assert elapsed(before, after, str(vector["language"])) == vector["text"]


@pytest.mark.parametrize("vector", read("elsewhere.json"), ids=lambda vector: f"{vector['note']}, {vector['language']}")
def test_the_same_moment_in_other_zones(vector: dict[str, object]) -> None:
    start, end = moment(vector["start"]), moment(vector["end"])  # type: ignore[arg-type]
    zone, home, language, places = (vector[name] for name in ("zone", "home", "language", "places"))
    said = tell_elsewhere(start, end, places, zone=zone, language=str(language), home=str(home))  # type: ignore[arg-type]
    assert said == vector["text"]
