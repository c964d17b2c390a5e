"""Firefox by WebDriver BiDi, the standard that it speaks itself: no driver stands between.

Playwright 1.65 can drive a stock Firefox in this way, but asks for `emulation.setMediaFeaturesOverride`, which the ESR (153) does not have;
Selenium needs geckodriver, which Debian does not have.
"""

import json
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.engines.page import Actions, EngineError
from tests.engines.process import running, until, wall

PROGRAMS = ("firefox-esr", "firefox")
OWN = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:")
REMEDY = "install it (sudo apt-get install firefox-esr)"


def program() -> str | None:
    """The path of the machine's Firefox."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Firefox:
    """A Firefox that runs."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._sent = 0
        self.asked: list[tuple[str, str]] = []
        """What pages asked for: the tab and the address."""
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["network.beforeRequestSent"])

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command; raises `EngineError` where it is none."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv(timeout=60))).get("id") != self._sent:
            if answer.get("method") == "network.beforeRequestSent":
                self.asked.append((answer["params"]["context"], answer["params"]["request"]["url"]))
        if answer["type"] == "error":
            raise EngineError(f"{method}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    @contextmanager
    def tab(self) -> Iterator["Context"]:
        """A tab with cookies, storage and history of its own."""
        user = self.send("browser.createUserContext")["userContext"]
        yield Context(self, self.send("browsingContext.create", type="tab", userContext=user)["context"])
        self.send("browser.removeUserContext", userContext=user)


class Context:
    """A tab of Firefox."""

    def __init__(self, browser: Firefox, context: str) -> None:
        self._browser = browser
        self._context = context

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.send(method, context=self._context, **parameters)

    def go(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def evaluate(self, body: str) -> str:
        script = f"(async () => {{ {body} }})()"
        answer = self._browser.send("script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True)
        if answer["type"] == "exception":
            raise EngineError(answer["exceptionDetails"]["text"])
        value: str = answer["result"]["value"]
        return value

    def act(self, sources: Actions) -> None:
        self._send("input.performActions", actions=sources)

    def resize(self, width: int, height: int) -> None:
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})

    def asked(self) -> list[str]:
        self._browser.send("session.status")  # what was told before its answer has arrived with it
        asked, self._browser.asked = self._browser.asked, []
        return [address for context, address in asked if context == self._context and not address.startswith(OWN)]

    def picture(self) -> bytes:
        return b64decode(self._send("browsingContext.captureScreenshot")["data"])


@contextmanager
def start(zone: str) -> Iterator[Firefox]:
    """A Firefox for readers of a time zone. The wall keeps it from calling home, too."""
    with TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as folder, wall() as around:
        log = Path(folder) / "log"
        (Path(folder) / "user.js").write_text(preferences(around.port), "utf-8")
        command = [program() or "", "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0"]
        with running(*command, log=log, environment={"TZ": zone}):
            found = until(lambda: re.search(r"BiDi listening on (\S+)\n", log.read_text("utf-8")), "the start of Firefox")
            # No pings: their thread takes numbers from `random`, and Hypothesis holds that against the test that runs at that moment.
            with connect(f"{found[1]}/session", max_size=None, proxy=None, ping_interval=None) as socket:
                yield Firefox(socket)


def preferences(port: int) -> str:
    """What differs from Firefox as it is: nothing passes the wall but this machine's own addresses."""
    values = {"network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": port}
    values |= {"network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": port}
    return "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in values.items())
