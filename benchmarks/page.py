"""The page beside other timelines, in one run: first paint, drawn, bytes, Lighthouse on an emulated phone. Run by `make bench-page`.

The tools to measure beside, and the script that measures, lie beside the project (`../shared/tools/peers`); they are copied into
`.bench-page`, which keeps what npm installs. Every tool shows the same events. Medians of fresh browsers; `busy` says how busy the
machine was.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

import timeline
from timeline.assets import sample_folder

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / "shared" / "tools" / "peers"
PLACE = HERE.parent / ".bench-page"
GROUPS = ("Research", "Design", "Build", "Test", "Release", "Support", "Legal", "Finance")
PEERS = ("timelinejs", "vis", "pxtimeline", "dash-clientdom")


def main() -> None:
    """Sizes, then everything that needs the tools beside the project."""
    sizes()
    if not TOOLS.exists() or not shutil.which("npm"):
        sys.exit("the tools to measure beside (../shared/tools/peers) or npm are missing")
    prepare()
    for count in (100, 1_000):
        write_own(count)
        for peer in PEERS if count == 100 else PEERS[:3]:
            show(f"{peer} {count}", measure(peer, str(count)))
        show(f"own export {count}", measure((PLACE / "www" / f"own-{count}.html").as_uri()))
    lighthouse()


def sizes() -> None:
    """The export of each sample story."""
    for path in sorted(sample_folder().glob("hanoi*")):
        page = timeline.export_html(timeline.load(path)).encode()
        print(f"export of {path.name}: {len(page):,} bytes, gzip {len(gzip.compress(page, 9)):,}")


def prepare() -> None:
    """A copy of the tools with what they need, and the events as pages of each peer."""
    if not (PLACE / "node_modules").exists():
        shutil.copytree(TOOLS, PLACE, dirs_exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PLACE, check=True)
    (PLACE / "venv").unlink(missing_ok=True)
    (PLACE / "venv").symlink_to(Path(sys.prefix))
    subprocess.run([sys.executable, "gen.py", "100", "1000"], cwd=PLACE, check=True, capture_output=True)


def write_own(count: int) -> None:
    """The same events as an exported page."""
    events = json.loads((PLACE / "www" / f"events-{count}.json").read_text("utf-8"))
    frame = pd.DataFrame([{"label": one["title"], "start": one["start"], "end": one["end"] or ""} for one in events])
    story = timeline.Story.from_frame(frame, title="Synthetic timeline")
    bodies = {entry.id: one for entry, one in zip(story.entries, events, strict=True)}
    entries = tuple(replace(entry, body=bodies[entry.id]["body"]) for entry in story.entries)
    placed = tuple(replace(event, lane=GROUPS[bodies[event.entry]["group"]]) for event in story.events)
    story = replace(story, entries=entries, events=placed, lanes=GROUPS)
    (PLACE / "www" / f"own-{count}.html").write_text(timeline.export_html(story), "utf-8")


def measure(*what: str) -> dict[str, Any]:
    """What the script beside the project measures: load, bytes, click and panning, medians of three fresh browsers."""
    command = ["node", "measure.mjs", *what, "--reps", "3", "--only", "load,bytes,click,pan"]
    done = subprocess.run(command, cwd=PLACE, capture_output=True, text=True, check=True, env={**os.environ, "QUIET": "4"})
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def show(name: str, found: dict[str, Any]) -> None:
    """One line a tool."""
    load, drag, click = found.get("load") or {}, found.get("drag") or {}, found.get("click") or {}
    drawn = load.get("readyPaint") or load.get("lastMutation")
    size = (found.get("bytes") or {}).get("gzip", 0)
    print(
        f"{name:>20}: first paint {load.get('fcp')} ms, drawn {drawn} ms, blocked {load.get('tbt')} ms, {size:,} bytes gzip, "
        f"drag {drag.get('fps')} fps longest {drag.get('longest')} ms, click {click.get('paint')} ms, nodes {load.get('nodes')}, "
        f"busy {found.get('busy_before')}"
    )


def lighthouse() -> None:
    """Lighthouse's own phone, three times."""
    page = PLACE / "www" / "own-100.html"
    sample = PLACE / "www" / "own-hanoi.html"
    sample.write_text(timeline.export_html(timeline.load(sample_folder() / "hanoi-summit-2019.de.txt")), "utf-8")
    shutil.copy(HERE / "phone.mjs", PLACE)
    for one in (page, sample):
        done = subprocess.run(["node", "phone.mjs", str(one)], cwd=PLACE, capture_output=True, text=True, check=True)
        print(f"Lighthouse, phone, {one.stem}:", *done.stdout.strip().splitlines(), sep="\n  ")


if __name__ == "__main__":
    main()
