"""A pandas table, or a column of it, as text: what stands in a cell, no more exactly than the column means it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.read.table import Table

if TYPE_CHECKING:
    import pandas as pd


def table_of(frame: pd.DataFrame) -> Table:
    """The table of a frame; rows are counted from 1. An index with a name is a column."""
    if any(name is not None for name in frame.index.names):
        frame = frame.reset_index()
    columns: list[Any] = frame.columns.tolist()
    names = [" ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in columns]
    return Table(names, lambda number: texts_of(frame.iloc[:, number]), range(1, len(frame) + 1))


def texts_of(column: pd.Series[Any], *, clock: bool = False) -> list[str]:
    """A column as text, stripped; what is missing is empty.

    Datetimes that all lie on midnight are days, unless the column has a `clock` elsewhere. A number without a fraction is a whole one:
    `2012.0` is what a gap makes of `2012`.
    """
    import pandas as pd

    kind = column.dtype
    if isinstance(kind, pd.DatetimeTZDtype) or pd.api.types.is_datetime64_dtype(kind):
        return _datetimes(column, clock)
    if pd.api.types.is_float_dtype(kind):
        return ["" if value != value or value is pd.NA else number_text(float(value)) for value in column.tolist()]
    texts = column.tolist()
    if pd.api.types.is_string_dtype(kind) and not pd.api.types.is_object_dtype(kind):
        return [text.strip() if isinstance(text, str) else "" for text in texts]
    return [cell_text(value) for value in texts]


def number_text(value: float) -> str:
    """A number as a reader would write it.

    >>> number_text(2012.0), number_text(0.25)
    ('2012', '0.25')
    """
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def cell_text(value: Any) -> str:
    """A cell of any type as text."""
    import datetime
    import json

    if isinstance(value, str):
        return value.strip()
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime.date | datetime.time):
        return moment_text(value)
    if isinstance(value, list | tuple | set):
        parts = [cell_text(one) for one in value]
        return "; ".join(parts) if all(isinstance(one, str) for one in value) else json.dumps(list(value), ensure_ascii=False, default=str)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    text = str(value).strip()
    return "" if text in ("NaT", "<NA>") else text


def moment_text(value: Any) -> str:
    """A date, a clock or both, with seconds only where there are some, and with its zone."""
    import datetime

    if value != value:
        return ""
    if isinstance(value, datetime.datetime):
        exact = "milliseconds" if value.microsecond else "seconds" if value.second else "minutes"
        zone = getattr(value.tzinfo, "key", None)
        text = value.isoformat(timespec=exact)
        if str(value.tzinfo) == "UTC":
            return text.replace("+00:00", "Z")
        return f"{text}[{zone}]" if zone else text
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return str(value.isoformat())


def _datetimes(column: pd.Series[Any], clock: bool) -> list[str]:
    known = column.dropna()
    if not clock and len(known) and getattr(column.dtype, "tz", None) is None and bool((known == known.dt.normalize()).all()):
        days: list[str] = column.dt.strftime("%Y-%m-%d").fillna("").tolist()
        return days
    return [moment_text(value) for value in column.tolist()]
