"""The Plotly that npm brings and the one inside plotly.py are the same: figures are built for one, drawn by the other."""

import json
import re
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from timeline.assets import asset_folder

ROOT = Path(__file__).parent.parent


def test_npm_and_python_bring_the_same_plotly() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    assert package["dependencies"]["plotly.js-basic-dist-min"] == get_plotlyjs_version()
    assert lock["packages"]["node_modules/plotly.js-basic-dist-min"]["version"] == get_plotlyjs_version()


def test_the_bundle_in_the_assets_is_that_one() -> None:
    bundle = asset_folder() / "vendor" / "plotly-basic.min.js"
    if not bundle.exists():
        pytest.skip("no small bundle here: npm is missing")
    head = bundle.read_text("utf-8")[:400]
    assert re.search(rf"v{re.escape(get_plotlyjs_version())}\b", head), head


def test_the_lock_says_no_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert [name for name, package in lock["packages"].items() if name and not package.get("integrity")] == []
