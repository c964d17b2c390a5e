"""A cluster writes the very files that one machine writes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.made import of_many
from timeline.errors import OptionError
from timeline.store.snapshot import publish
from timeline.store.spark import spread
from timeline.store.static import write_static

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_cluster_writes_the_same_files(spark: "SparkSession", tmp_path: Path) -> None:
    publish(tmp_path / "store", of_many(900, crowd=250))
    here = write_static(tmp_path / "store", tmp_path / "here", lambda answers: answers.story.title, processes=1)
    told: list[tuple[str, int, int]] = []
    there = write_static(
        tmp_path / "store", tmp_path / "there", lambda answers: answers.story.title, processes=1, spread=partial(spread, spark),
        told=lambda *step: told.append(step),
    )  # fmt: skip
    one, two = files(tmp_path / "here"), files(tmp_path / "there")
    assert list(one) == list(two)
    assert one == two
    assert here == there
    assert len([name for name in one if name.startswith("tiles/")]) > 30
    assert told[0][0] == "writing tiles"
    assert told[-1][1] == told[-1][2]
