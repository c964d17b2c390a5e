"""Events in, a `Scene` out: a row and a reveal level for each event, the first window, the count of what is hidden. Numbers only."""

from timeline.arrange.certain import certain_order
from timeline.arrange.hidden import count_hidden
from timeline.arrange.levels import FINEST, level_at
from timeline.arrange.low import LOWS, low
from timeline.arrange.place import ROWS, arrange
from timeline.arrange.rail import RAILS, rail
from timeline.arrange.scene import Placement, Scene, Window
from timeline.arrange.spans import span
from timeline.arrange.width import label_width, shorten
from timeline.arrange.window import find_window

__all__ = [
    "FINEST",
    "LOWS",
    "RAILS",
    "ROWS",
    "Placement",
    "Scene",
    "Window",
    "arrange",
    "certain_order",
    "count_hidden",
    "find_window",
    "label_width",
    "level_at",
    "low",
    "rail",
    "shorten",
    "span",
]
