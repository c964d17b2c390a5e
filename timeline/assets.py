"""Where the files lie that are not Python: beside the package in a checkout, inside it in a wheel (see `pyproject.toml`).

This module and the wheel's folder `timeline/assets/` share a name; Python prefers the module, and the folder holds no Python.
"""

from __future__ import annotations

import re
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_STYLES = ("tokens", "page", "chart", "cards", "media", "find", "notes", "width", "play", "paper")
_COMMENT = re.compile(r"[ \t]*/\*.*?\*/\n?", re.DOTALL)


def asset_folder() -> Path:
    """The folder of styles, scripts and, where it was fetched, `vendor/plotly-basic.min.js`; raises `FileNotFoundError`."""
    return _find("assets")


def styles(*more: str) -> str:
    """The style sheet of a page: the parts in `assets/styles/` in their order, then `more` of them by name. A page carries it itself, so
    that nothing has to arrive before its first paint; without the comments, a seventh of the bytes."""
    sheets = ((asset_folder() / "styles" / f"{name}.css").read_text("utf-8") for name in (*_STYLES, *more))
    return _COMMENT.sub("", "".join(sheets))


def sheet(name: str) -> str:
    """One more part of the style sheet, for a page that carries it beside the others."""
    return _COMMENT.sub("", (asset_folder() / "styles" / f"{name}.css").read_text("utf-8"))


def sample_folder() -> Path:
    """The folder of sample stories; raises `FileNotFoundError`."""
    return _find("data")


def _find(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):  # the wheel's own folder wins over a namesake beside the installed package
        if (parent / name).is_dir():
            return parent / name
    raise FileNotFoundError(f"no folder {name!r} in or beside {str(_PACKAGE)!r}; install the package again")
