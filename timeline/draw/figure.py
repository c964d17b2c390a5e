"""Story and scene -> Plotly figure, as plain dicts: one builder for the page, the notebook and the image.

Plotly gets naive UTC and nothing else; a zone touches words only. Every trace carries `customdata`, one event id (a string: plotly.js
sends numeric customdata packed, and loses it in events) for each of its points, so that a view can pick the points it reveals.
Colours are names of the style sheet's custom properties; the page resolves them, `figure` replaces them by its own palette.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.arrange import level_at
from timeline.arrange.scene import Scene
from timeline.clock import DAY, HOUR, MINUTE, SECOND, format_date
from timeline.draw.eras import bands_of
from timeline.draw.labels import place_labels
from timeline.draw.marks import Mark, Segment, marks_of
from timeline.draw.moments import tell
from timeline.draw.ticks import ticks
from timeline.draw.words import interface_language, words
from timeline.model import Event, Story

if TYPE_CHECKING:
    import plotly.graph_objects as go

ROW = 26
"""Height of one row in pixels."""

CONFIG: dict[str, Any] = {
    "staticPlot": True,  # the runtime owns pointer and keys, so that nothing here can trap the page's scrolling
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "showLink": False,
    "displaylogo": False,
    "responsive": False,
}
"""How the page calls plotly.js: without any door to another host (plotly.js 4 has a "Share chart" upload button by default)."""

LANE_COLOURS = 8
_LANES = ("#1f5fa8", "#a8431f", "#2f7a4f", "#7a4aa8", "#8a6a00", "#0f7280", "#b0285f", "#5a4d42")
_WEIGHTS = {"soft": 0.2, "solid": 0.48}
"""How much of a lane's colour is in a bar, the rest is paper: less than what the words on it leave readable."""


def _on_paper(colour: str, share: float) -> str:
    return "#" + "".join(f"{round(int(colour[at : at + 2], 16) * share + 255 * (1 - share)):02x}" for at in (1, 3, 5))


PALETTE: dict[str, str] = {
    "--ink": "#1d2430",
    "--quiet": "#5b6472",
    "--grid": "#e3e6ea",
    "--tie": "#8a93a0",
    **{f"--lane-{number}": colour for number, colour in enumerate(_LANES)},
    **{f"--{weight}-{number}": _on_paper(colour, share) for weight, share in _WEIGHTS.items() for number, colour in enumerate(_LANES)},
}
"""The light colours of assets/styles/tokens.css, for a figure without a page."""

_CLEAR = "rgba(0,0,0,0)"
_OUTLINE = 1.25
_FIRST, _LAST = -377_705_116_800_000, 253_402_300_799_000  # years -9999 to 9999: what Plotly's date axis holds
_YEAR_ONE = -62_135_596_800_000
_WIDTH = 1100


def figure_dict(story: Story, scene: Scene) -> dict[str, Any]:
    """`data` and `layout` of the chart, with all events; rows count downwards from the axis, which is at the top."""
    axis, marks = Axis.of(story), marks_of(story.events, scene, story.lanes)
    ties = ties_of(story.events, marks, axis)
    return {"data": [*([ties] if ties["customdata"] else []), *traces_of(marks, axis)], "layout": layout_of(axis, scene)}


def layout_of(axis: Axis, scene: Scene) -> dict[str, Any]:
    """The layout of the chart; of a scene only its rows and its window are asked for."""
    return {
        "xaxis": {
            "type": axis.kind,
            "range": [axis.value(scene.window.earliest), axis.value(scene.window.latest)],
            "side": "top",
            "tickmode": "array",
            "tickvals": [],
            "ticktext": [],
            "tickangle": 0,
            "ticklabelstandoff": 4,
            "ticklabeloverflow": "allow",  # the browser drops what an edge would cut; Plotly would lay out the page to measure each
            "tickfont": {"size": 12, "color": "--quiet"},
            "gridcolor": "--grid",
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [scene.rows - 0.5, -0.5], "visible": False, "fixedrange": True},
        "margin": {"l": 0, "r": 0, "t": 24, "b": 0},
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "font": {"family": "system-ui, sans-serif"},
    }


def traces_of(marks: Sequence[Mark], axis: Axis) -> list[dict[str, Any]]:
    """The traces of some marks: of all of a story's, or of those that a tile of it shows. What ties them is `ties_of`."""
    traces = [
        *_bars(marks, axis),
        *_bounds(marks, axis),
        _ghost_outlines(marks, axis),
        *_dots(marks, axis),
    ]
    return [trace for trace in traces if trace["customdata"]]


def figure(story: Story, scene: Scene | None = None, *, language: str | None = None) -> go.Figure:
    """The chart of a story as a `plotly.graph_objects.Figure`, with the labels and ticks of its first view in the story's zone."""
    import plotly.graph_objects as go

    if scene is None:
        from timeline.arrange import arrange

        scene = arrange(story.events)
    spoken = interface_language(story, language)
    axis, drawn = Axis.of(story), figure_dict(story, scene)
    drawn["data"].append(_label_trace(story, scene, axis))
    drawn["layout"]["shapes"] = _era_shapes(story, axis)
    _name_traces(drawn["data"], words(spoken), story, spoken)
    marked = ticks(scene.window.earliest, scene.window.latest, zone=story.zone, language=spoken)
    drawn["layout"]["xaxis"] |= {
        "tickvals": [axis.value(tick.instant) for tick in marked],
        "ticktext": [tick.text for tick in marked],
        "ticklabeloverflow": "hide past div",
    }
    drawn["layout"] |= {
        "title": {"text": escape(story.title, quote=False)},
        "height": scene.rows * ROW + 110,
        "margin": {"l": 16, "r": 16, "t": 100, "b": 10},
    }
    return go.Figure(_coloured(drawn, PALETTE))


class Axis:
    """What Plotly's time axis takes: a naive UTC string, or the number itself where the story leaves the years a date axis holds.

    Such numbers are floats: whole milliseconds in the 285,000 years around 1970 (2^53 ms), at the Big Bang 65 seconds apart.
    """

    def __init__(self, earliest: int, latest: int) -> None:
        self.kind = "date" if earliest > _FIRST and latest < _LAST else "linear"

    @classmethod
    def of(cls, story: Story) -> Axis:
        """The axis of all events of a story."""
        known = [instant for event in story.events for instant in (event.earliest, event.latest) if instant is not None]
        return cls(min(known, default=0), max(known, default=0))

    def value(self, instant: int) -> str | float:
        """An instant as Plotly takes it."""
        if self.kind == "linear":
            return float(instant)
        days, rest = divmod(instant, DAY)
        text = f"{format_date(days)} {rest // HOUR:02d}:{rest // MINUTE % 60:02d}:{rest // SECOND % 60:02d}"
        return text + (f".{rest % SECOND:03d}" if rest % SECOND else "")

    def length(self, milliseconds: int) -> float:
        """The length of a bar; a number of more than 64 bits is none that Plotly's own JSON takes."""
        return float(milliseconds) if self.kind == "linear" else milliseconds


def _era_shapes(story: Story, axis: Axis) -> list[dict[str, Any]]:
    """The eras behind the marks, their names at the top; in the page they are HTML (assets/lib/eras.mjs), so that names stay in sight."""
    bands = bands_of(story)
    rows = 1 + max((band.row for band in bands), default=0)
    return [
        {
            "type": "rect",
            "name": "era",
            "layer": "below",
            "xref": "x",
            "yref": "paper",
            "x0": axis.value(max(band.left, _YEAR_ONE) if axis.kind == "date" else band.left),
            "x1": axis.value(min(band.right, _LAST - 1) if axis.kind == "date" else band.right),
            "y0": 0,
            "y1": 1 + 0.03 * (rows - 1 - band.row),
            "fillcolor": f"rgba(31,95,168,{0.09 / rows:.3f})",
            "line": {"width": 1, "color": "rgba(31,95,168,0.3)"},
            "label": {"text": escape(band.label, quote=False), "textposition": "top left", "font": {"size": 11, "color": "--ink"}},
        }
        for band in bands
    ]


def _bars(marks: Sequence[Mark], axis: Axis) -> list[dict[str, Any]]:
    """Full and with an outline where it certainly lasted, pale where it may have; hollow for plans, crossed for what was cancelled.

    An outline of the lane's colour tells a bar from the paper (WCAG 1.4.11 wants 3:1), as `_bounds` do what is pale. Pale pieces are
    a trace of their own, since the corners of a trace are either all round or none.
    """
    pieces = [(mark, piece) for mark in marks for piece in mark.segments]
    filled = [(mark, piece) for mark, piece in pieces if mark.status == "happened" or (mark.status == "planned" and _fades(mark))]
    pale, full = ([(mark, piece) for mark, piece in filled if piece.weight == weight] for weight in ("soft", "solid"))
    result = [_filled("pale", pale, axis, corner=0), _filled("bar", full, axis, corner=5)]
    for status, extra in (("planned", {}), ("cancelled", {"pattern": {"shape": "x", "fgcolor": "--tie", "size": 7, "solidity": 0.16}})):
        kept = [(mark, piece) for mark, piece in pieces if mark.status == status and piece.share == 1]
        some = [(mark, piece) for mark, piece in kept if status == "cancelled" or not _fades(mark)]
        colours = [_lane(mark) if status == "planned" else "--tie" for mark, _ in some]
        hollow = {"color": _CLEAR, "line": {"color": colours, "width": 1.5}, "cornerradius": 5}
        result.append(_bar(status, some, axis, hollow | extra))
    return result


def _filled(uid: str, pieces: Sequence[tuple[Mark, Segment]], axis: Axis, *, corner: int) -> dict[str, Any]:
    look = {
        "color": [_lane(mark, piece.weight) for mark, piece in pieces],
        "opacity": [piece.share for _, piece in pieces],
        "line": {"color": [_lane(mark) for mark, _ in pieces], "width": [_OUTLINE if corner else 0 for _ in pieces]},
        "cornerradius": corner,
    }
    return _bar(uid, pieces, axis, look)


def _lane(mark: Mark, what: str = "lane") -> str:
    """The colour of a mark's lane, in full or as a bar's filling."""
    return f"--{what}-{mark.lane % LANE_COLOURS}"


def _bar(uid: str, pieces: Sequence[tuple[Mark, Segment]], axis: Axis, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "uid": uid,
        "orientation": "h",
        "width": 0.72,
        "base": [axis.value(piece.left) for _, piece in pieces],
        "x": [axis.length(piece.right - piece.left) for _, piece in pieces],
        "y": [mark.row for mark, _ in pieces],
        "customdata": [mark.event for mark, _ in pieces],
        "marker": marker,
    }


def _dots(marks: Sequence[Mark], axis: Axis) -> list[dict[str, Any]]:
    """One trace a status, so that the style sheet can dash a ghost's outline by the trace's uid."""
    symbols = {"happened": "circle", "planned": "circle-open", "superseded": "circle-open", "cancelled": "circle-x-open"}
    result = []
    for status, symbol in symbols.items():
        some = [mark for mark in marks if mark.status == status and not mark.segments]
        quiet = status in ("superseded", "cancelled")
        colours = ["--tie" if quiet else _lane(mark) for mark in some]
        marker = {"symbol": symbol, "size": 12, "color": colours, "line": {"width": 2, "color": colours}, "opacity": 1}
        result.append(
            _scatter(
                f"dot-{status}", "markers", [(mark.event, mark.left, mark.row) for mark in some], axis, marker=marker, cliponaxis=False
            )
        )
    return result


def _bounds(marks: Sequence[Mark], axis: Axis) -> list[dict[str, Any]]:
    """A line at each known end of what is pale: it lies between the two and did not last as long. Of a plan with an open end three sides.

    A trace a lane, since a line has one colour.
    """
    lanes: dict[str, list[tuple[str, int | None, float]]] = {}
    for mark in marks:
        for edge in _edges(mark):
            lanes.setdefault(_lane(mark), []).extend((mark.event, at, row) for at, row in (*edge, (None, mark.row)))
    look = [(f"bounds-{colour[-1]}", {"color": colour, "width": 1.5}) for colour in lanes]
    return [_scatter(uid, "lines", points, axis, line=line) for (uid, line), points in zip(look, lanes.values(), strict=True)]


def _edges(mark: Mark) -> list[tuple[tuple[int, float], ...]]:
    """Lines through (instant, row); of a plan with an open end three sides of a box, up to where it begins to fade."""
    low, high = mark.row - 0.36, mark.row + 0.36
    if mark.status == "happened":
        ends = zip(mark.segments[:1] + mark.segments[-1:], (mark.left, mark.right), strict=False)  # a dot has none
        return [((at, low), (at, high)) for piece, at in ends if piece.weight == "soft" and piece.share == 1]
    if mark.status != "planned" or not _fades(mark):
        return []
    near, far = (mark.right, mark.segments[-1].left) if mark.segments[-1].share == 1 else (mark.left, mark.segments[0].right)
    return [((far, low), (near, low), (near, high), (far, high))]


def _fades(mark: Mark) -> bool:
    return any(piece.share < 1 for piece in mark.segments)


def _ghost_outlines(marks: Sequence[Mark], axis: Axis) -> dict[str, Any]:
    """Dashed boxes: Plotly's bars know no dashed line, a closed line does."""
    points: list[tuple[str, int | None, float]] = []
    for mark in marks:
        if mark.status == "superseded" and mark.segments:
            left, right = min(piece.left for piece in mark.segments), max(piece.right for piece in mark.segments)
            low, high = mark.row - 0.36, mark.row + 0.36
            corners = ((left, low), (right, low), (right, high), (left, high), (left, low), (None, low))
            points += [(mark.event, at, row) for at, row in corners]
    return _scatter("ghost", "lines", points, axis, line={"color": "--tie", "width": 1.5, "dash": "4px,3px"})


def ties_of(events: Sequence[Event], marks: Sequence[Mark], axis: Axis) -> dict[str, Any]:
    """A thin line from each plan to what replaced it; it belongs to the plan. assets/lib/tiled_ties.mjs does it for tiles."""
    by_id = {mark.event: mark for mark in marks}
    points: list[tuple[str, int | None, float]] = []
    for event in events:
        if event.replaces in by_id and event.id in by_id:
            plan, new = by_id[event.replaces], by_id[event.id]
            points += [(plan.event, plan.left, plan.row), (plan.event, new.left, new.row), (plan.event, None, new.row)]
    return _scatter("tie", "lines", points, axis, line={"color": "--tie", "width": 1.25, "dash": "2px,3px"})


def _scatter(uid: str, mode: str, points: Sequence[tuple[str, int | None, float]], axis: Axis, **look: Any) -> dict[str, Any]:
    return {
        "type": "scatter",
        "uid": uid,
        "mode": mode,
        "x": [None if at is None else axis.value(at) for _, at, _ in points],
        "y": [row for _, _, row in points],
        "customdata": [event for event, _, _ in points],
        "cliponaxis": True,
        **look,
    }


def _label_trace(story: Story, scene: Scene, axis: Axis) -> dict[str, Any]:
    """The labels that the first view reveals, no wider than their room; `<` must not become Plotly's own markup."""
    level = level_at(scene.window.latest - scene.window.earliest, _WIDTH)
    shown = [place.event for place in scene.placements if place.level is not None and place.level >= level]
    names = {event.id: event.label for event in story.events}
    window = (scene.window.earliest, scene.window.latest)
    labels = place_labels(marks_of(story.events, scene, story.lanes), shown, names, window=window, width=_WIDTH)
    points = [(label.event, label.at, float(label.row)) for label in labels]
    texts = [escape(label.text, quote=False) for label in labels]
    drawn = _scatter("label", "text", points, axis, text=[f"  {text}" for text in texts], textposition="middle right")
    return drawn | {"textfont": {"size": 12, "color": "--ink"}, "hoverinfo": "skip", "showlegend": False}


def _name_traces(traces: list[dict[str, Any]], text: Mapping[str, str], story: Story, language: str) -> None:
    """Legend names and hover words for a figure that has no page around it."""
    told = {
        event.id: f"<b>{escape(event.label, quote=False)}</b><br>"
        + tell(event.start, event.end, zone=story.zone, language=language, home=story.zone)
        for event in story.events
    }
    for trace in traces:
        if trace["uid"] in ("label", "tie", "ghost") or trace["uid"].startswith("bounds"):
            trace |= {"hoverinfo": "skip", "showlegend": False}
            continue
        status = trace["uid"].removeprefix("dot-").replace("bar", "happened")
        trace |= {"hovertext": [told[event] for event in trace["customdata"]], "hoverinfo": "text"}
        trace |= {"showlegend": False} if status == "pale" else {"name": text[f"status.{status}"]}


def _coloured(value: Any, palette: Mapping[str, str]) -> Any:
    """The same nested value with every colour name replaced."""
    if isinstance(value, dict):
        return {key: _coloured(item, palette) for key, item in value.items()}
    if isinstance(value, list):
        return [_coloured(item, palette) for item in value]
    return palette.get(value, value) if isinstance(value, str) and value.startswith("--") else value
