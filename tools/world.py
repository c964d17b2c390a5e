"""Natural Earth's land as one small outline, `assets/world.svg`; run once: `python tools/world.py land-110m.json`.

The file is the one of the npm package `world-atlas` (TopoJSON of Natural Earth 1:110m, which is in the public domain). The outline is
equirectangular in tenths of a degree, x from -1800 to 1800, y downwards; what is smaller than a dot of a locator map is left out.
"""

import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "assets" / "world.svg"
NEAR = 3.0
"""Tenths of a degree that a simplified line may be off."""
SMALLEST = 60.0
"""Area in squared tenths of a degree: islands below it are left out."""
HEAD = """<!-- The world's land, for locator maps. Made with Natural Earth, 1:110m physical vectors (public domain, naturalearthdata.com),
     by tools/world.py: equirectangular, tenths of a degree. -->
"""

Point = tuple[float, float]


def main() -> None:
    """Write the outline and say how large it is."""
    rings = [simple(ring) for ring in rings_of(json.loads(Path(sys.argv[1]).read_text("utf-8")))]
    paths = [path_of(ring) for ring in rings if len(ring) > 3 and abs(area(ring)) >= SMALLEST]
    svg = f'{HEAD}<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1800 -900 3600 1800"><path d="{"".join(paths)}"/></svg>\n'
    TARGET.write_text(svg, "utf-8")
    print(f"{len(paths)} rings, {len(svg):,} bytes, gzip {len(gzip.compress(svg.encode(), 9)):,}")  # noqa: T201


def rings_of(atlas: dict[str, Any]) -> list[list[Point]]:
    """The closed rings of TopoJSON (https://github.com/topojson/topojson-specification), as x and y in tenths of a degree."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in atlas["arcs"]:
        x = y = 0
        line: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(((x * sx + tx) * 10, -(y * sy + ty) * 10))
        arcs.append(line)
    found = []
    for shape in atlas["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
                found += unwrapped([point for piece in pieces for point in piece[:-1]] + [pieces[0][0]])
    return found


def unwrapped(ring: list[Point]) -> list[list[Point]]:
    """A ring that goes on beyond the 180th meridian instead of jumping to the other side of the map, once at each side; Antarctica, which
    goes all around, closed along the pole."""
    points = ring[:1]
    for (ax, _), (bx, by) in pairwise(ring):
        turns = round((ax - bx) / 3600)
        points.append((bx + 3600 * (turns + round((points[-1][0] - ax) / 3600)), by))
    if abs(points[-1][0] - points[0][0]) > 1800:
        points += [(points[-1][0], 900), (points[0][0], 900), points[0]]
    others = [
        shift
        for shift in (-3600, 3600)
        if any(-1800 < x + shift < 1800 for x, _ in points) and max(map(abs, (x for x, _ in points))) > 1800
    ]
    return [points, *([(x + shift, y) for x, y in points] for shift in others)]


def simple(line: list[Point]) -> list[Point]:
    """Douglas and Peucker: without the points that are no further than `NEAR` from the line between their neighbours."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def off(point: Point) -> float:
        px, py = point[0] - ax, point[1] - ay
        return float(abs(px * (by - ay) - py * (bx - ax)) / length if length else (px**2 + py**2) ** 0.5)

    far = max(range(1, len(line) - 1), key=lambda number: off(line[number]))
    if off(line[far]) <= NEAR and length:
        return [line[0], line[-1]]
    return simple(line[: far + 1])[:-1] + simple(line[far:])


def area(ring: list[Point]) -> float:
    """The signed area of a closed ring."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring)) / 2


def path_of(ring: list[Point]) -> str:
    """A ring in relative whole steps."""
    points = [(round(x), round(y)) for x, y in ring[:-1]]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-") + "z"


if __name__ == "__main__":
    main()
