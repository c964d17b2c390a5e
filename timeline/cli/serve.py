"""`timeline serve`: the stories of a folder as an app."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from timeline.store import is_address


class _Place(click.Path):
    """A folder, or the address of a database."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if is_address(value) else super().convert(value, param, ctx)


@click.command()
@click.argument("folder", required=False, type=_Place(exists=True, file_okay=False))
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True)
@click.option("--debug", is_flag=True, help="Reload on change, show errors in the browser.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer, with gunicorn; else one, to look at things.")
@click.option("--data", type=_Place(exists=True, file_okay=False), help="The same as FOLDER.")
def serve(folder: str | None, host: str, port: int, debug: bool, workers: int | None, data: str | None) -> None:
    """Serve the stories of FOLDER as an app; without one, the samples.

    FOLDER is a store, as 'timeline build' writes it, or holds stories and stores; or it is the address of a database that a store is in.
    """
    import time

    from timeline.serve import run
    from timeline.serve.workers import run_workers

    named = folder or data
    stories = named if named is None or is_address(named) else Path(named)

    def clock() -> int:
        return time.time_ns() // 1_000_000

    if workers:
        run_workers(workers, host=host, port=port, folder=stories, clock=clock)
    else:
        run(host=host, port=port, debug=debug, folder=stories, clock=clock)
