"""A story out: one file per format, one row in `formats.WRITERS`. `timeline.export(story, "summit.ics")` calls this package."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from timeline.errors import OptionError
from timeline.model import Story


def export(story: Story, path: str | Path, *, format: str | None = None) -> None:
    """Write a story into a file, in the format that the end of its name, or `format`, says.

    Raises `OptionError` where no format is called so, its library is missing, or the file cannot be written.
    """
    from timeline.export.formats import find_writer, written

    path = Path(path)
    data = written(story, find_writer(path.suffix, format))
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OptionError(f"cannot write {str(path)!r} ({error.strerror or error}); give a path in a folder that is there") from error


class _Door(ModuleType):
    """A package that can be called. As soon as a part of it is imported, the name `timeline.export` is this package, whatever it was before
    (https://docs.python.org/3/reference/import.html#submodules); it stays the function that it is for everybody else."""

    def __call__(self, story: Story, path: str | Path, *, format: str | None = None) -> None:
        export(story, path, format=format)


sys.modules[__name__].__class__ = _Door
