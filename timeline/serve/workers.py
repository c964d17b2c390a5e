"""The app in several processes, by gunicorn: each opens the same snapshots for itself, and none knows of the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline.errors import OptionError
from timeline.serve.app import create_app

THREADS = 8
"""Answers of a worker at a time; readers who rest on a connection take none."""
CONNECTIONS = 2_000
"""Open connections of a worker."""
_RESTS = 30
"""Seconds that a connection stays open without a question."""
_LINE = 8_190  # the longest line of a request that gunicorn takes: a search in letters that take nine bytes each in an address


def run_workers(
    workers: int, *, host: str = "127.0.0.1", port: int = 8050, folder: Path | str | None = None, clock: Callable[[], int] | None = None
) -> None:
    """Serve from so many processes until interrupted. Raises `OptionError` where gunicorn is missing, as on Windows."""
    try:
        from gunicorn.app.base import BaseApplication
    except ModuleNotFoundError as error:
        raise OptionError(
            "--workers needs gunicorn, which there is for Linux and macOS; install it with: pip install 'ticker-timeline[scale]'"
        ) from error

    settings = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}", "workers": workers, "worker_class": "gthread", "threads": THREADS,
        "worker_connections": CONNECTIONS, "keepalive": _RESTS, "limit_request_line": _LINE, "control_socket_disable": True,
    }  # fmt: skip

    class Workers(BaseApplication):  # type: ignore[misc]  # gunicorn carries no types
        def load_config(self) -> None:
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            """In each worker, after the fork: a database that was opened before would be shared."""
            return create_app(folder, clock=clock).server

    Workers().run()
