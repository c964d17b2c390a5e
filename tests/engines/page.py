"""What a reader does with a page, in words that every engine understands: standards of the W3C carry the rest.

page.open(address)                    from an empty page, so that a fragment alone loads it too
page.run("$$('.tl-text').length")     the value of an expression in the page; `await` is allowed, names are given as keywords
page.wait("seen('[data-share]')")     until it is true; its value
page.click("#e4 h3")                  in its middle, once it rests and nothing lies over it
page.press("Shift+ArrowLeft", "a")    keys, one after the other
"""

import json
import time
from typing import Any, Protocol

Actions = list[dict[str, Any]]
"""Sources of input as of WebDriver's `Perform Actions`, which WebDriver BiDi took over."""

KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue006",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "Space": " ",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}

WORDS = """
const $ = selector => document.querySelector(selector);
const $$ = selector => [...document.querySelectorAll(selector)];
const seen = selector => $$(selector).some(node => node.checkVisibility({ visibilityProperty: true }));
const within = (node, { left, top, right, bottom } = node.getBoundingClientRect()) =>
  right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
const texts = selector => $$(selector).map(node => node.textContent.trim()).filter(Boolean);
const told = value => value instanceof Node || (value ?? null);
const frame = () => new Promise(requestAnimationFrame);
"""

# The middle of an element, once it rests and lies on top; until then null, and it is brought into sight.
MIDDLE = """(async () => {
  const node = $$(selector).find(found => found.textContent.includes(text) && found.checkVisibility());
  if (!node) return null;
  const box = () => node.getBoundingClientRect();
  const place = ({ x, y, width, height } = box()) => [x + width / 2, y + height / 2].map(Math.round);
  const before = place();
  await frame();
  await frame();
  const [x, y] = place(), top = document.elementFromPoint(x, y);
  if (before[0] === x && before[1] === y && top && (node.contains(top) || top.closest('label')?.contains(node))) return [x, y];
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  return null;
})()"""


class EngineError(Exception):
    """An engine answers that it could not do something."""


class Tab(Protocol):
    """What an engine has to be able to do."""

    def go(self, address: str) -> None:
        """Loads an address, until the event `load`."""

    def evaluate(self, body: str) -> str:
        """What the body of an asynchronous function returns; raises `EngineError` for what it throws."""

    def act(self, sources: Actions) -> None:
        """Mouse, wheel and keys."""

    def resize(self, width: int, height: int) -> None:
        """Asks for a size of the view in CSS pixels; it may come a little later."""

    def asked(self) -> list[str]:
        """What was asked of other hosts, by any page that it showed."""

    def picture(self) -> bytes:
        """What is in sight, as PNG."""


class Page:
    """A page that a reader has before them."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self.faults: list[str] = []
        """What pages complained of that have been left since; `look` adds what the present one did."""

    def open(self, address: str) -> "Page":
        """Loads an address from an empty page, and gives the reader's focus to the window."""
        self.look()
        self._tab.go("about:blank")
        self._tab.go(address)
        return self

    def look(self) -> list[str]:
        """Gathers what the script of `hosts.WATCH` saw: what a console would show as an error."""
        self.faults += self.run("(window.watched ?? []).splice(0)")
        return self.faults

    def resize(self, width: int, height: int = 800) -> None:
        """Makes the view as large as this, in CSS pixels."""
        self._tab.resize(width, height)
        self.wait("innerWidth === width && innerHeight === height", width=width, height=height)
        self.run("frame().then(frame)")

    def run(self, expression: str, **names: Any) -> Any:
        """The value of an expression; what is undefined is None, and an element true."""
        bound = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in names.items())
        return json.loads(self._tab.evaluate(f"{WORDS}{bound}return JSON.stringify(told(await ({expression})));"))

    def wait(self, expression: str, *, seconds: float = 15, **names: Any) -> Any:
        """The value of an expression, once it is true; what fails meanwhile, as in a page that is only loading, is asked again."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = self.run(expression, **names)
            except EngineError as error:
                value, told = None, str(error)
            else:
                told = repr(value)
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds:g} seconds: {expression} {names or ''}\nlast: {told}\npage: {self.look()}")
            time.sleep(0.02)

    def place(self, selector: str, text: str = "") -> tuple[int, int]:
        """The middle of the first visible element, or of the first that has a text, once a click would reach it."""
        x, y = self.wait(MIDDLE, selector=selector, text=text)
        return x, y

    def click(self, selector: str, text: str = "", *, times: int = 1) -> None:
        """Clicks into the middle of an element, once or more."""
        self.click_at(*self.place(selector, text), times=times)

    def click_at(self, x: int, y: int, *, times: int = 1) -> None:
        """Clicks at a place of the view."""
        self._tab.act([mouse(move(x, y), *[{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}] * times)])

    def hover(self, x: int, y: int) -> None:
        """Moves the mouse to a place of the view."""
        self._tab.act([mouse(move(x, y))])

    def drag(self, x: int, y: int, across: int) -> None:
        """Presses at a place, moves sideways in steps, and lets go."""
        steps = [move(x + across * part // 5, y) for part in range(1, 6)]
        self._tab.act([mouse(move(x, y), {"type": "pointerDown", "button": 0}, *steps, {"type": "pointerUp", "button": 0})])

    def wheel(self, x: int, y: int, down: int) -> None:
        """Turns the wheel at a place."""
        scroll = {"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": down, "origin": "viewport"}
        self._tab.act([{"type": "wheel", "id": "wheel", "actions": [scroll]}])

    def pinch(self, x: int, y: int, down: int) -> None:
        """What two fingers on a touchpad do, or the wheel with Control, which WebKit's driver does not hold while it turns the wheel."""
        self.run(
            """document.elementFromPoint(x, y).dispatchEvent(new WheelEvent('wheel',
            { clientX: x, clientY: y, deltaY: down, ctrlKey: true, bubbles: true, cancelable: true, composed: true }))""",
            x=x,
            y=y,
            down=down,
        )

    def press(self, *names: str) -> None:
        """Presses keys one after the other, where the focus is; `Shift+Tab` holds the first."""
        for name in names:
            held = name.split("+") if len(name) > 1 else [name]
            strokes = [*(key("keyDown", one) for one in held), *(key("keyUp", one) for one in reversed(held))]
            self._tab.act([{"type": "key", "id": "keys", "actions": strokes}])

    def write(self, text: str) -> None:
        """Types a text where the focus is."""
        strokes = [key(kind, letter) for letter in text for kind in ("keyDown", "keyUp")]
        self._tab.act([{"type": "key", "id": "keys", "actions": strokes}])

    def choose(self, selector: str, value: str) -> None:
        """Chooses from a list. Its menu is the window system's own, so the page is told as the browser tells it."""
        self.run(
            """(node => { node.value = value;
            if (node.value !== value) throw new Error(`no ${value} in ${selector}`);
            for (const kind of ['input', 'change']) node.dispatchEvent(new Event(kind, { bubbles: true })) })($(selector))""",
            selector=selector,
            value=value,
        )

    def picture(self) -> bytes:
        """What is in sight, as PNG."""
        return self._tab.picture()


def mouse(*steps: dict[str, Any]) -> dict[str, Any]:
    """A mouse that takes these steps."""
    return {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(steps)}


def move(x: int, y: int) -> dict[str, Any]:
    """A step of the mouse to a place of the view, at once."""
    return {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"}


def key(kind: str, name: str) -> dict[str, Any]:
    """A stroke of a key by its name or by the letter on it."""
    return {"type": kind, "value": KEYS.get(name, name)}
