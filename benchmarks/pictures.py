"""Fifty pictures in one browser, and beside it what one costs in a browser of its own. `make bench-pictures`."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median

import timeline
from timeline.assets import sample_folder
from timeline.export.images import Camera, Kind, Look, picture
from timeline.model import Story

COUNT = 50
ALONE = 3


def main() -> None:
    """The first picture, which starts the browser, then the others; for each kind the same."""
    paths = sorted(path for path in sample_folder().iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
    stories = [timeline.load(path) for path in paths]
    stories = [replace(stories[number % len(stories)], title=f"{number} {stories[number % len(stories)].title}") for number in range(COUNT)]
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{COUNT} pictures of {len(paths)} stories, 1200 pixels wide")
    kinds: tuple[Kind, ...] = ("png", "svg", "pdf")
    for kind in kinds:
        first, others = batch(stories, kind)
        alone = median(_timed(partial(picture, stories[0], kind)) for _ in range(ALONE))
        print(
            f"{kind}: first {first:.2f} s, then {median(others):.2f} s (longest {max(others):.2f} s); in a browser of its own {alone:.2f} s"
        )
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def batch(stories: list[Story], kind: Kind) -> tuple[float, list[float]]:
    """Seconds of the first picture, its browser's start included, and of each that follows."""
    begin = time.perf_counter()
    with Camera(Look(scale=1)) as camera:
        camera.take(stories[0], kind)
        first = time.perf_counter() - begin
        return first, [_timed(partial(camera.take, story, kind)) for story in stories[1:]]


def _timed(act: Callable[[], bytes]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
