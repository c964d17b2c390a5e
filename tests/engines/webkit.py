"""WebKit, which Safari is built on, by WebDriver: the build for GTK, its small browser and its driver, on a screen in memory."""

import json
import os
import shutil
import socket
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.engines.page import Actions, EngineError
from tests.engines.process import Wall, running, until, wall

REMEDY = "install it (sudo apt-get install webkit2gtk-driver xvfb)"

# The bar of the browser would keep its window from being as narrow as a phone.
BAR = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; } button, entry { font-size: 1px; }"


def program() -> str | None:
    """The path of WebKit's small browser, where its driver and the screen are there as well."""
    browser = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
    return str(browser) if browser and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


class WebKit:
    """A driver that runs, and the browser that it drives."""

    def __init__(self, port: int, wall: Wall) -> None:
        self._port = port
        self.wall = wall
        self.session = ""

    def send(self, method: str, path: str, *, seconds: float = 60, **parameters: Any) -> Any:
        """The answer to a command; raises `EngineError` where it is none."""
        with closing(HTTPConnection("127.0.0.1", self._port, timeout=seconds)) as connection:
            connection.request(method, path, json.dumps(parameters) if method == "POST" else None)
            value = json.loads(connection.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise EngineError(f"{path.rpartition('/')[2]}: {value['error']}: {value['message']}")
        return value

    def begin(self) -> None:
        """Starts the browser, within a third of a second. One start in twenty it crashes (2.50), and the driver would wait for ever."""
        browser = {"binary": program(), "args": ["--automation"]}
        around = f"127.0.0.1:{self.wall.port}"
        proxy = {"proxyType": "manual", "httpProxy": around, "sslProxy": around, "noProxy": ["127.0.0.1", "localhost"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": browser, "proxy": proxy}}
        until(lambda: self.send("GET", "/status"), "the start of WebKit's driver")
        begun = until(lambda: self.send("POST", "/session", seconds=6, capabilities=wanted), "the start of WebKit")
        self.session = f"/session/{begun['sessionId']}"

    @contextmanager
    def tab(self) -> Iterator["Window"]:
        """A tab with a history of its own, the only one: a reader looks at it."""
        fresh = self.send("POST", f"{self.session}/window/new", type="tab")["handle"]
        self.send("DELETE", f"{self.session}/window")
        self.send("POST", f"{self.session}/window", handle=fresh)
        yield Window(self)


class Window:
    """The one tab of the browser."""

    def __init__(self, driver: WebKit) -> None:
        self._driver = driver

    def _post(self, command: str, **parameters: Any) -> Any:
        return self._driver.send("POST", f"{self._driver.session}/{command}", **parameters)

    def go(self, address: str) -> None:
        self._post("url", url=address)

    def evaluate(self, body: str) -> str:
        value: str = self._post("execute/sync", script=f"return (async () => {{ {body} }})()", args=[])
        return value

    def act(self, sources: Actions) -> None:
        self._post("actions", actions=sources)

    def resize(self, width: int, height: int) -> None:
        bar = int(self.evaluate("return `${outerHeight - innerHeight}`"))
        self._post("window/rect", width=width, height=height + bar)

    def asked(self) -> list[str]:
        asked, self._driver.wall.asked[:] = [*self._driver.wall.asked], []
        return asked

    def picture(self) -> bytes:
        return b64decode(self._driver.send("GET", f"{self._driver.session}/screenshot"))


@contextmanager
def start(zone: str) -> Iterator[WebKit]:
    """WebKit for readers of a time zone, behind a wall."""
    with TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as name, screen(Path(name)) as display, wall() as around:
        (Path(name) / "gtk-3.0").mkdir()
        (Path(name) / "gtk-3.0" / "gtk.css").write_text(BAR, "utf-8")
        port = free_port()
        environment = {"TZ": zone, "DISPLAY": display, "GDK_BACKEND": "x11", "XDG_CONFIG_HOME": name}
        environment["WEBKIT_DISABLE_DMABUF_RENDERER"] = "1"  # eight times as fast where there is no graphics card
        with running("WebKitWebDriver", f"--port={port}", log=Path(name) / "log", environment=environment):
            driver = WebKit(port, around)
            driver.begin()
            yield driver


@contextmanager
def screen(folder: Path) -> Iterator[str]:
    """The name of a screen in memory, which is nobody else's."""
    ours, its = os.pipe()
    try:
        command = ["Xvfb", "-displayfd", str(its), "-screen", "0", "2560x1600x24", "-nolisten", "tcp"]
        with running(*command, log=folder / "screen", environment={}, pass_fds=[its]):
            os.close(its)
            yield f":{os.read(ours, 16).decode().strip()}"
    finally:
        os.close(ours)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
