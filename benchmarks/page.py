"""The page beside other timelines, in one run: first paint, drawn, bytes, what a reader does, Lighthouse on a phone. `make bench-page`.

The tools to measure beside, and the script that measures them, lie beside the project (`../shared/tools/peers`); they are copied into
`.bench-page`, which keeps what npm installs. Every tool shows the same events. Medians of fresh browsers; `busy` says how busy the
machine was just before. `--quick` takes one browser instead of three, and of the other tools only their first load at 100 events.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd

import timeline
from benchmarks.figures import first_load
from benchmarks.reader import chromium, measure_reader
from timeline.assets import sample_folder

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / "shared" / "tools" / "peers"
PLACE = HERE.parent / ".bench-page"
GROUPS = ("Research", "Design", "Build", "Test", "Release", "Support", "Legal", "Finance")
PEERS = ("timelinejs", "vis", "pxtimeline", "dash-clientdom")
SAMPLE = "hanoi-summit-2019.de.txt"
DRAWN = """new MutationObserver((changes, observer) => {
  if (!document.querySelector("[data-chart] .tl-text")) return;
  observer.disconnect();
  window.__ready?.("drawn");
}).observe(document, { subtree: true, childList: true });
"""
"""Tells who measures, who listens, that the chart has its labels."""


def main() -> None:
    """Sizes, then everything that needs the tools beside the project."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="one browser instead of three, and less of the other tools")
    quick = parser.parse_args().quick
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; headless Chromium without a GPU")
    sizes()
    first_load()
    if not TOOLS.exists() or not shutil.which("npm"):
        sys.exit("the tools to measure beside (../shared/tools/peers) or npm are missing")
    prepare(100, 1_000, 5_000)
    for count in (100, 1_000):
        beside(count, quick)
    for count in (100, 1_000, 5_000):
        measure_reader(write_own(count), 1 if quick else 3)
    lighthouse(1 if quick else 3)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def sizes() -> None:
    """The export of the first sample story, and of it the part that is script."""
    for path in sorted(sample_folder().glob("hanoi*")):
        page = timeline.export_html(timeline.load(path)).encode()
        print(f"export of {path.name}: {len(page):,} bytes, gzip {len(gzip.compress(page, 9)):,}")


def prepare(*counts: int) -> None:
    """A copy of the tools with what they need, and as many events as pages of each peer."""
    if not (PLACE / "node_modules").exists():
        shutil.copytree(TOOLS, PLACE, dirs_exist_ok=True)
        PLACE.chmod(0o755)  # where they lie, nobody may write
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], cwd=PLACE, check=True)
    (PLACE / "venv").unlink(missing_ok=True)
    (PLACE / "venv").symlink_to(Path(sys.prefix))
    subprocess.run([sys.executable, "gen.py", *map(str, counts)], cwd=PLACE, check=True, capture_output=True)


def write_own(count: int) -> Path:
    """The same events as an exported page."""
    events = json.loads((PLACE / "www" / f"events-{count}.json").read_text("utf-8"))
    frame = pd.DataFrame([{"label": one["title"], "start": one["start"], "end": one["end"] or ""} for one in events])
    story = timeline.Story.from_frame(frame, title="Synthetic timeline")
    bodies = {entry.id: one for entry, one in zip(story.entries, events, strict=True)}
    entries = tuple(replace(entry, body=bodies[entry.id]["body"]) for entry in story.entries)
    placed = tuple(replace(event, lane=GROUPS[bodies[event.entry]["group"]]) for event in story.events)
    story = replace(story, entries=entries, events=placed, lanes=GROUPS)
    path = PLACE / "www" / f"own-{count}.html"
    path.write_text(listened(timeline.export_html(story)), "utf-8")
    return path


def listened(page: str) -> str:
    """The page with a script behind its runtime that tells when the chart is drawn; its policy lets it."""
    allowed = f"'sha256-{b64encode(sha256(DRAWN.encode()).digest()).decode()}'"
    inert = '<script type="text/plain" data-plotly>'
    return page.replace("script-src ", f"script-src {allowed} ", 1).replace(inert, f"<script>{DRAWN}</script>\n{inert}", 1)


def beside(count: int, quick: bool) -> None:
    """This page and the others, one after the other. A bare Dash page takes half a minute for 1,000 cards, if it draws at all."""
    peers = PEERS if count == 100 else PEERS[:3]
    write_own(count)
    for peer in ("own", *peers):
        what = "load,bytes" if quick or peer == "own" else "load,bytes,click,pan"
        show(f"{peer} {count}", measure(peer, str(count), "--reps", "1" if quick else "3", "--only", what))


def measure(*what: str) -> dict[str, Any]:
    """What the script beside the project measures, medians of fresh browsers."""
    here = os.environ | {"QUIET": "4", "CHROMIUM": chromium()}
    done = subprocess.run(["node", "measure.mjs", *what], cwd=PLACE, capture_output=True, text=True, check=True, env=here)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    if fault := answer.get("fatal"):
        sys.exit(f"{what[0]}: {fault}")
    return answer


def show(name: str, found: dict[str, Any]) -> None:
    """One line a tool."""
    load, drag, click = found.get("load") or {}, found.get("drag") or {}, found.get("click") or {}
    drawn = load.get("readyPaint") or load.get("lastMutation")
    size = (found.get("bytes") or {}).get("gzip", 0)
    print(
        f"{name:>20}: first paint {load.get('fcp')} ms, drawn {drawn} ms, last change {load.get('lastMutation')} ms, "
        f"blocked {load.get('tbt')} ms, {size:,} bytes gzip, drag {drag.get('fps')} fps longest {drag.get('longest')} ms, "
        f"click {click.get('paint')} ms, nodes {load.get('nodes')}, busy {found.get('busy_before')}",
        flush=True,
    )
    for fault in found.get("errors", []):
        print(f"{name:>20}: {fault}")


def lighthouse(runs: int) -> None:
    """Lighthouse's own phone."""
    sample = PLACE / "www" / "own-hanoi.html"
    sample.write_text(timeline.export_html(timeline.load(sample_folder() / SAMPLE)), "utf-8")
    shutil.copy(HERE / "phone.mjs", PLACE)
    for one in (PLACE / "www" / "own-100.html", sample):
        command = ["node", "phone.mjs", str(one), str(runs)]
        done = subprocess.run(command, cwd=PLACE, capture_output=True, text=True, check=True, env=os.environ | {"CHROMIUM": chromium()})
        print(f"Lighthouse, phone, {one.stem}:", *done.stdout.strip().splitlines(), sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
