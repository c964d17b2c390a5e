"""The Dash app and what it hands out: the stories of a folder, and those of stores, tile by tile."""

from timeline.serve.app import LARGEST, MOST, Refusal, Shelf, answer, create_app, run

__all__ = ["LARGEST", "MOST", "Refusal", "Shelf", "answer", "create_app", "run"]
