"""What it costs to say a query once for every engine: the question of a tile to a table of a million events in DuckDB, in four ways.

    SQL            written by hand, with two values bound: the baseline
    Ibis           the expression built, compiled to SQL and run, for each question
    Ibis, kept     compiled once, its two values turned into places for values, then run as above
    narwhals       the same expression in the words of Polars, built and run for each question

The table is invented. The question is for the 32 highest ranks in each of 16 bins: 512 rows of a window with a fifteenth of the
events. All ways are asked in turn for one window after the other, and must give the same rows, as Arrow. Run it with
`python benchmarks/engines.py [number of rows]`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import ibis
import narwhals as nw

ROUNDS = 40
BINS, HIGHEST = 16, 32
STEP = 1_024
"""Milliseconds from one event to the next, a power of two as the bins are."""

BY_HAND = """
SELECT id, bin, rank FROM (
  SELECT *, row_number() OVER (PARTITION BY bin ORDER BY rank, id) AS place
  FROM (SELECT id, "left" >> {shift} AS bin, rank FROM events WHERE "left" >= $low AND "left" < $high)
) WHERE place <= {highest} ORDER BY bin, rank, id
"""
LOW, HIGH = 4_611_686_018_427_387_901, 4_611_686_018_427_387_902
"""Numbers that no question names: where they stand in the kept SQL, a value is bound."""

Ask = Callable[[int, int], Any]


def events(rows: int) -> Any:
    """A connection of Ibis to DuckDB with so many events."""
    connection = ibis.duckdb.connect()
    connection.raw_sql(
        f'CREATE TABLE events AS SELECT i::BIGINT AS id, (i * {STEP})::BIGINT AS "left", (i * {STEP} + 500)::BIGINT AS "right", '
        f"(hash(i) % 1000000000)::BIGINT AS rank, 'What was at ' || i AS text FROM range({rows}) t(i)"
    )
    return connection


def expression(table: Any, low: int, high: int, shift: int) -> Any:
    """The question in Ibis."""
    inside = table.filter(table["left"] >= low, table["left"] < high).mutate(bin=table["left"] >> shift)
    order = [inside["rank"], inside["id"]]
    placed = inside.mutate(place=ibis.row_number().over(ibis.window(group_by=inside["bin"], order_by=order)))
    return placed.filter(placed["place"] < HIGHEST).order_by("bin", "rank", "id").select("id", "bin", "rank")


def in_narwhals(relation: Any, low: int, high: int, shift: int) -> Any:
    """The question in narwhals, which has neither shifts nor a number of the row: floor division, and a sum of ones."""
    inside = nw.from_native(relation).filter(nw.col("left") >= low, nw.col("left") < high)
    placed = inside.with_columns(bin=nw.col("left") // (1 << shift), one=nw.lit(1)).with_columns(
        place=nw.col("one").cum_sum().over("bin", order_by=["rank", "id"])
    )
    return placed.filter(nw.col("place") <= HIGHEST).sort("bin", "rank", "id").select("id", "bin", "rank").collect("pyarrow").to_native()


def ways(connection: Any, shift: int) -> dict[str, Ask]:
    """Each way by its name: a function from the window to a table of Arrow."""
    raw = connection.con
    table = connection.table("events")
    by_hand = BY_HAND.format(shift=shift, highest=HIGHEST)
    kept = str(connection.compile(expression(table, LOW, HIGH, shift))).replace(str(LOW), "$low").replace(str(HIGH), "$high")
    relation = raw.table("events")
    return {
        "SQL": lambda low, high: raw.sql(by_hand, params={"low": low, "high": high}).to_arrow_table(),
        "Ibis": lambda low, high: connection.to_pyarrow(expression(table, low, high, shift)),
        "Ibis, kept": lambda low, high: raw.sql(kept, params={"low": low, "high": high}).to_arrow_table(),
        "narwhals": lambda low, high: in_narwhals(relation, low, high, shift),
        "  building in Ibis": lambda low, high: expression(table, low, high, shift),
        "  building, compiling": lambda low, high: connection.compile(expression(table, low, high, shift)),
    }


def measure(found: dict[str, Ask], windows: list[tuple[int, int]]) -> dict[str, tuple[float, float]]:
    """Milliseconds for one question in each way, the median and the least; the ways take turns, so that a busy machine slows them alike."""
    times: dict[str, list[float]] = {name: [] for name in found}
    for low, high in windows:
        for name, ask in found.items():
            start = time.perf_counter()
            ask(low, high)
            times[name].append((time.perf_counter() - start) * 1_000)
    return {name: (statistics.median(taken), min(taken)) for name, taken in times.items()}


def import_time(module: str) -> float:
    """Milliseconds of an import in a fresh process, the quickest of five."""
    program = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    return min(float(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout) for _ in range(5)) * 1_000


def main(rows: int) -> None:
    """The table of figures."""
    connection = events(rows)
    width = rows // 10 // BINS  # events in a bin, rounded down to a power of two
    shift = (width * STEP).bit_length() - 1
    high = (rows * STEP >> shift) - BINS
    windows = [(first << shift, first + BINS << shift) for first in (number * high // ROUNDS for number in range(ROUNDS))]
    found = ways(connection, shift)
    answers = {name: ask(*windows[1]).to_pylist() for name, ask in found.items() if name[0] != " "}
    baseline = answers["SQL"]
    for name, answer in answers.items():
        if answer != baseline:
            raise SystemExit(f"{name} gives other rows than SQL")
    print(f"{rows:,} events, {len(baseline)} rows of {BINS * (1 << shift) // STEP:,} in the window, {ROUNDS} windows\n")
    print(f"{'':24}{'median ms':>10}{'least ms':>10}{'ratio':>8}")
    figures = measure(found, windows)
    for name, (median, least) in figures.items():
        print(f"{name:24}{median:10.1f}{least:10.1f}{median / figures['SQL'][0]:8.2f}")
    print(
        "\nimport, ms: "
        + ", ".join(f"{module} {import_time(module):.0f}" for module in ("duckdb", "narwhals", "ibis", "ibis.backends.duckdb"))
    )
    reached = [name for name in ("DUCKDB", "POSTGRES", "PYSPARK", "IBIS") if name in nw.Implementation.__members__]
    print(f"narwhals reaches {', '.join(reached)}; Ibis reaches DuckDB, PostgreSQL and PySpark (tests/store/test_engines.py)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
