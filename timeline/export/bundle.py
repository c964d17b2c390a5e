"""The runtime's modules as one classic script, for a page that has to work from file://.

A browser loads no module from file://, so the modules are joined. A *classic* script and not a module: a module waits for the end of the
document, with it for Plotly's megabyte; a classic one makes cards, zones and links work as soon as they are there.
Joining needs no parser because the modules keep to a form that is checked here: imports are whole lines, `import { a, b } from "./c.mjs";`,
without renaming; exports stand before what they export; no two modules declare the same name at their top level; a template literal ends
in the line it begins in, and no string holds ` // ` or `/**`, so that what looks like a comment is one. Comments, indentation and empty
lines are left out: half of the bytes are types and reasons.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{ [\w$]+(?:, [\w$]+)* \} from "(\.{1,2}/[\w./-]+\.mjs)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:async )?(?:function\*?|class|const|let) +([\w$]+)", re.MULTILINE)
_COMMENT = re.compile(r"/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*|(?:^|(?<=[ \t]))//(?: [^\n]*)?$", re.MULTILINE)
_BLANK = re.compile(r"^(?:[ \t]*\n)+[ \t]*|^[ \t]+|[ \t]+$", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def join_modules(entry: Path) -> str:
    """`entry` and all that it imports, each after what it needs, wrapped so that nothing becomes global.

    Raises `ValueError` where a module leaves the form above.
    """
    parts: dict[Path, str] = {}
    _collect(entry.resolve(), parts)
    owners: dict[str, Path] = {}
    for path, source in parts.items():
        if left := _LEFT_OVER.search(source):
            raise ValueError(f"{path.name}: {left.group()!r} cannot be joined; use a form that timeline/export/bundle.py names")
        if odd := next((line for line in source.splitlines() if line.count("`") % 2), None):
            raise ValueError(f"{path.name}: {odd.strip()!r} leaves a template literal open; end it in the same line")
        for name in _DECLARED.findall(source):
            if name in owners:
                raise ValueError(f"{path.name} and {owners[name].name} both declare {name!r}; rename one")
            owners[name] = path
    return '(() => {\n"use strict";\n' + _BLANK.sub("", "\n".join(parts.values())) + "})();\n"


def _collect(path: Path, parts: dict[Path, str]) -> None:
    if path in parts:
        return
    source = path.read_text("utf-8")
    for found in _IMPORT.finditer(source):
        _collect((path.parent / found[1]).resolve(), parts)
    parts[path] = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", source)))
