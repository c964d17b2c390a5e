"""What people install is the wheel, not the checkout: built, installed and used here, without a network."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import timeline
from timeline.assets import asset_folder, sample_folder

ROOT = Path(__file__).parent.parent
PROBE = """
import json
import timeline
import timeline
from timeline.assets import asset_folder, sample_folder
files = [
    sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for folder in (asset_folder(), sample_folder())
]
page = timeline.export_html(timeline.load("+++ 14:39 Zug erreicht Hanoi +++\\n", date="2019-02-26", zone="Asia/Ho_Chi_Minh"))
print(json.dumps({"module": timeline.__file__, "files": files, "page": page}))
"""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What the command printed; a failure shows its words."""
    done = subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def tracked(folder: str) -> set[str]:
    """The files of a folder that belong to the project: those in git and, where it was fetched, the bundle."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", folder, cwd=ROOT).splitlines()
    vendor = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder / "vendor").glob("*")]
    return {name.removeprefix(f"{folder}/") for name in [*listed, *vendor] if (ROOT / name).is_file()}


def test_installed_wheel_makes_a_page_with_its_own_assets(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "--no-deps", "--no-index", "--no-compile", "--target", target, wheel, cwd=tmp_path)
    found = json.loads(run(sys.executable, "-c", PROBE, cwd=tmp_path, PYTHONPATH=str(target)))
    assert Path(found["module"]) == target / "timeline" / "__init__.py"
    assert "Zug erreicht Hanoi" in found["page"]
    assert [set(files) for files in found["files"]] == [tracked("assets"), tracked("data")]


def test_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    beside = {f"timeline/{folder}/{name}" for folder in ("assets", "data") for name in tracked(folder)}
    inside = {f"timeline/{name}" for name in tracked("timeline")}
    about = {name for name in names if name.startswith(f"ticker_timeline-{timeline.__version__}.dist-info/")}
    assert names - about == inside | beside


def test_checkout_finds_its_own_folders() -> None:
    assert asset_folder() == ROOT / "assets"
    assert sample_folder() == ROOT / "data"
