"""The ground that a store stands on: one Ibis expression means the same on DuckDB, PostgreSQL and Spark, to the last digit.

Where Ibis 12 does not keep that promise, a test here holds what it does instead, so that an upgrade which mends it is noticed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ibis.backends.sql import SQLBackend
    from ibis.expr.types import Table
    from pyspark.sql import SparkSession

ROWS = 5_000
FAR = 2**53 + 1
"""The first whole number that no float can hold."""


def events() -> Any:
    """A table of events as Arrow; `left` and `right` are words of SQL, and all numbers but the ranks lie where floats have gaps."""
    import pyarrow as pa

    numbers = range(ROWS)
    whole = pa.int64()
    return pa.table(
        {
            "id": pa.array(numbers, whole),
            "left": pa.array([-FAR - 7_919 * n for n in numbers], whole),
            "right": pa.array([FAR + 2 * n for n in numbers], whole),
            "end": pa.array([FAR + 2 * n if n % 3 else None for n in numbers], whole),
            "rank": pa.array([n * 7_919 % 1_000 for n in numbers], whole),
            "plan": pa.array([n % 2 == 0 for n in numbers]),
            "text": pa.array([f'Ärger 100% "{n}" l\'été_\\{n}' if n % 5 else None for n in numbers]),
        }
    )


def fill(engine: "SQLBackend", table: Any) -> "Table":
    """Makes the table `events`. To Spark it goes around Ibis, which would send it through pandas, where NULLs make floats of numbers."""
    if engine.name == "pyspark":
        engine._session.createDataFrame(table).write.saveAsTable("events")
        return engine.table("events")
    return engine.create_table("events", table)


def rows(engine: "SQLBackend", query: "Table") -> list[dict[str, Any]]:
    """What a query returns. From Spark it comes around Ibis, for the same reason."""
    if engine.name == "pyspark":
        return engine._session.sql(engine.compile(query)).toArrow().to_pylist()  # type: ignore[no-any-return]
    return engine.to_pyarrow(query).to_pylist()  # type: ignore[no-any-return]


def test_every_value_comes_back_as_it_went_in(engine: "SQLBackend") -> None:
    table = fill(engine, events())
    assert rows(engine, table.order_by("id")) == events().to_pylist()


def test_the_highest_ranks_of_each_bin(engine: "SQLBackend") -> None:
    """What a tile asks for. `>>` rounds down on either side of zero; by a column it needs a cast to int32, for PostgreSQL."""
    import ibis

    table = fill(engine, events())
    bins = table.mutate(bin=table["left"] >> 20)
    place = ibis.row_number().over(ibis.window(group_by=bins.bin, order_by=[bins["rank"], bins.id]))
    found = rows(engine, bins.mutate(place=place).filter(ibis._.place < 32).order_by("bin", "place").select("bin", "place", "id"))
    expected, last, place_of = [], None, 0
    for event in sorted(events().to_pylist(), key=lambda event: (event["left"] >> 20, event["rank"], event["id"])):
        place_of = place_of + 1 if event["left"] >> 20 == last else 0
        last = event["left"] >> 20
        if place_of < 32:
            expected.append({"bin": last, "place": place_of, "id": event["id"]})
    assert found == expected
    assert len(expected) == 32 * 38


WORDS = ("0%", "_\\", "l'été", '"7"', "Ärger", "nowhere")


def test_text_is_found_by_its_letters(engine: "SQLBackend") -> None:
    """Without a wildcard, and with capitals other than those of ASCII (PostgreSQL: unless the database has the locale C)."""
    table = fill(engine, events())
    exact = {f"exact {number}": table["text"].contains(words) for number, words in enumerate(WORDS)}
    lower = {f"lower {number}": table["text"].lower().contains(words.lower()) for number, words in enumerate(WORDS)}
    found = rows(engine, table.select("id", **exact, **lower).order_by("id"))
    texts = [event["text"] for event in events().to_pylist()]
    for number, words in enumerate(WORDS):
        expected = [None if text is None else words in text for text in texts]
        assert [row[f"exact {number}"] for row in found] == expected
        assert [row[f"lower {number}"] for row in found] == expected


def test_sums_of_groups(engine: "SQLBackend") -> None:
    """A sum beyond 2^63 is an error on each engine, not a wrong number; NULLs and booleans count as elsewhere."""
    table = fill(engine, events().slice(0, 900))
    query = table.group_by(third=table.id % 3).aggregate(
        right=table["right"].sum(), end=table["end"].max(), given=table["end"].count(), plans=table.plan.sum(), count=table.count()
    )
    expected = []
    for third in range(3):
        group = [event for event in events().slice(0, 900).to_pylist() if event["id"] % 3 == third]
        ends = [event["end"] for event in group if event["end"] is not None]
        expected.append(
            {
                "third": third,
                "right": sum(event["right"] for event in group),
                "end": max(ends, default=None),
                "given": len(ends),
                "plans": sum(event["plan"] for event in group),
                "count": len(group),
            }
        )
    assert rows(engine, query.order_by("third")) == expected


def test_whole_numbers_are_divided_by_shift_or_remainder_only(engine: "SQLBackend") -> None:
    """Ibis turns `//` into a division of floats on every engine, wrong from 2^53 on; `%` takes the sign of the left side, not Python's."""
    table = fill(engine, events().slice(0, 1))
    left, right = table["left"], table["right"]
    [found] = rows(
        engine,
        table.select(
            shifted=right >> 1,
            below=left >> 1,
            remainder=right % 1_000,
            minus=left % 1_000,
            start=left - (left % 1_000 + 1_000) % 1_000,
            bad=right // 1,
        ),
    )
    assert found == {
        "shifted": FAR >> 1,
        "below": -FAR >> 1,
        "remainder": FAR % 1_000,
        "minus": -(FAR % 1_000),
        "start": -FAR // 1_000 * 1_000,
        "bad": FAR - 1,
    }


def test_distinct_rows_in_order_are_not_distinct_after_a_filter(engine: "SQLBackend") -> None:
    """But in DuckDB, Ibis sorts what is distinct in the columns of the filter, too; groups are right everywhere."""
    table = fill(engine, events().slice(0, 30))
    near = table.filter(table.id < 3)
    found = [row["plan"] for row in rows(engine, near.select("plan").distinct().order_by("plan"))]
    assert found == ([False, True] if engine.name == "duckdb" else [False, True, True])
    groups = near.group_by("plan").aggregate(some=lambda t: t.count()).select("plan")
    assert [row["plan"] for row in rows(engine, groups.order_by("plan"))] == [False, True]


def test_tables_are_replaced_renamed_and_dropped_by_plain_sql(engine: "SQLBackend") -> None:
    """Ibis renames on Spark only, and cannot list the tables of DuckDB 2; Spark has no temporary tables, and upserts only with Delta."""
    table = fill(engine, events().slice(0, 3))
    engine.create_table("few", table.filter(table.id < 2))
    engine.create_table("few", table.filter(table.id < 1), overwrite=True)
    assert len(rows(engine, engine.table("few"))) == 1
    result = engine.raw_sql("ALTER TABLE few RENAME TO fewer")
    if engine.name == "postgres":
        result.close()  # a cursor
    assert [row["id"] for row in rows(engine, engine.table("fewer"))] == [0]
    engine.drop_table("fewer")
    engine.drop_table("fewer", force=True)


def test_code_of_this_package_runs_on_the_workers(spark: "SparkSession") -> None:
    """A function goes to the workers as it is, but what it imports must be there: the package, and the libraries, of the same versions."""
    import pandas as pd
    import pyarrow as pa

    def walls(batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        from timeline.clock import wall_at

        for batch in batches:
            instants = batch.column("rank").to_pylist()
            yield pa.RecordBatch.from_pydict({"id": batch.column("id"), "wall": [wall_at(instant, "Asia/Kolkata") for instant in instants]})

    def latest(group: pd.DataFrame) -> pd.DataFrame:
        from timeline.clock import wall_at

        return pd.DataFrame({"third": [group["id"].iloc[0] % 3], "wall": [wall_at(int(group["rank"].max()), "Asia/Kolkata")]})

    frame = spark.createDataFrame(events())
    found = frame.mapInArrow(walls, "id long, wall long").orderBy("id").toArrow().to_pylist()
    assert found == [{"id": event["id"], "wall": event["rank"] + 19_800_000} for event in events().to_pylist()]
    thirds = frame.groupBy((frame.id % 3).alias("third")).applyInPandas(latest, "third long, wall long").orderBy("third")
    assert thirds.toArrow().to_pylist() == [{"third": third, "wall": 999 + 19_800_000} for third in range(3)]
