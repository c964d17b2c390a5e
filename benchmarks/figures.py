"""The figures of a release: how long the commands take, what an export and the app's first load weigh. Run by `make figures`.

Commands: medians of five runs, each beside an empty Python process in the same run. First load: bytes over the wire in a fresh browser.
"""

import gzip
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

import timeline
from timeline.assets import sample_folder

SHARED = Path(__file__).parent.parent.parent / "shared" / "tickers" / "hanoi-summit-2019.de.txt"
TICKER = SHARED if SHARED.exists() else sample_folder() / "hanoi-summit-2019.de.txt"
RUNS = 5


def main() -> None:
    """Print everything."""
    print(f"ticker: {TICKER.name}, {TICKER.stat().st_size:,} bytes")
    bare = seconds([sys.executable, "-c", "pass"])
    script = [str(Path(sys.executable).parent / "timeline")]
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "timeline --help": [*script, "--help"],
            "timeline events": [*script, "events", str(TICKER)],
            "timeline export": [*script, "export", str(TICKER), "--out", f"{folder}/page.html"],
        }
        for name, command in commands.items():
            took = seconds(command)
            print(f"{name}: {took:.3f} s, {took / bare:.1f} times an empty Python ({bare:.3f} s)")
    page = timeline.export_html(timeline.load(TICKER)).encode()
    print(f"export: {len(page):,} bytes, gzip {len(gzip.compress(page, 9)):,}")
    first_load()


def seconds(command: list[str]) -> float:
    """The median wall time of a command."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return median(times)


def first_load() -> None:
    """What a browser fetches for the app's first page, by kind."""
    from timeline.serve import create_app

    logging.getLogger("werkzeug").setLevel(logging.ERROR)

    server = make_server("127.0.0.1", 0, create_app().server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--disable-gpu", "--disable-background-networking", *root])
        sizes = load(browser.new_page(), f"http://127.0.0.1:{server.server_port}/")
        browser.close()
    server.shutdown()
    print(f"first load of the app: {sum(sizes.values()):,} bytes over the wire in {len(sizes)} requests")
    for name, size in sorted(sizes.items(), key=lambda item: -item[1])[:6]:
        print(f"  {size:>9,}  {name}")


def load(page: Page, address: str) -> dict[str, int]:
    """Path -> bytes over the wire, headers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda event: names.__setitem__(event["requestId"], event["request"]["url"]))
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.__setitem__(names[event["requestId"]].removeprefix(address) or "the page", int(event["encodedDataLength"])),
    )
    page.goto(address)
    page.locator("[data-open]:enabled").wait_for()
    page.wait_for_timeout(1_500)
    return {name: size for name, size in sizes.items() if not name.startswith("data:")}


if __name__ == "__main__":
    main()
