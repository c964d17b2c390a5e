"""What a reader of an exported page does, in a real browser: how long until it is painted, and how smoothly the chart moves.

A time begins with the reader's act (for a click: the browser's own time stamp of the pointer that lets go) and ends after the next frame
is painted: a task after the frame that has the change in it, as in the script that measures the other timelines.
"""

import os
import shutil
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
TRIES = 5

# As soon as the runtime has bound: another zone, a click on a card; and that Plotly is not there yet. Then everything is as it was.
EARLY = """(() => {
  let shift = 0;
  window.__found = { shift: () => shift };
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (shift += one.hadRecentInput ? 0 : one.value))).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const card = document.querySelectorAll("[data-entry]")[1], zone = document.querySelector("[data-zone]");
    if (window.__found.works || !card || !document.querySelector("[data-entry][tabindex='0']") || !document.querySelector("[data-stage] canvas")) return;
    const when = document.querySelector("[data-when]"), [usual, words] = [zone.value, when.textContent];
    const choose = (value) => { zone.value = value; zone.dispatchEvent(new Event("change")); };
    zone.insertAdjacentHTML("beforeend", "<option value='Asia/Kathmandu'></option>");
    choose("Asia/Kathmandu");
    card.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    const works = when.textContent !== words && card.hasAttribute("aria-current") && document.querySelector("[data-caption]").textContent !== "";
    if (works) Object.assign(window.__found, { works: performance.now(), plotly: Boolean(window.Plotly) });
    choose(usual);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
})()"""

# Resolves after the frame is painted that has the change of `act` in it.
PAINTED = """act => new Promise(done => { const begin = performance.now(); new Function(act)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))) })"""

CLICKED = """() => { window.__click = new Promise(done => { let begin = 0, hit = false;
  addEventListener("pointerup", event => (begin = event.timeStamp), { capture: true, once: true });
  new MutationObserver((list, observer) => { if (hit || !list.some(one => one.target.matches("[data-entry][aria-current]"))) return;
    hit = true; observer.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))) })
    .observe(document, { subtree: true, attributeFilter: ["aria-current"] }) }) }"""

# A label that nothing covers and that is not the current one; the n-th of them in a scattered order.
LABEL = """n => { const all = [...document.querySelectorAll(".tl-text:not(.is-current)")].map(node => node.getBoundingClientRect())
  .map(box => [box.x + Math.min(box.width, 40) / 2, box.y + box.height / 2])
  .filter(([x, y]) => x > 5 && x < innerWidth - 5 && y > 5 && y < innerHeight - 5 && document.elementFromPoint(x, y)?.closest("[data-chart]"));
  return all[(n * 7) % all.length] ?? null }"""

FRAMES = """() => { window.__frames = []; const step = () => { window.__frames?.push(performance.now()); if (window.__frames) requestAnimationFrame(step) }; requestAnimationFrame(step) }"""

ZONES = ("Asia/Kathmandu", "Pacific/Apia", "America/New_York")
WORDS = ("budget", "field visit", "launch", "audit", "sample")


def chromium() -> str:
    """The browser to measure in."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise SystemExit("Chromium is missing; install it or set CHROMIUM to its path")
    return found


def measure_reader(path: Path, runs: int) -> None:
    """Open the page `runs` times in a fresh browser and print the medians."""
    with sync_playwright() as playwright:
        found = [one_reader(playwright, path) for _ in range(runs)]
    pooled = {name: [time for one in found for time in one[name]] for name in found[0]}
    print(f"{path.stem:>20}:", ", ".join(f"{name} {median(times):.4g} (worst {max(times):.4g})" for name, times in pooled.items()), flush=True)


def one_reader(playwright: Playwright, path: Path) -> dict[str, list[float]]:
    """What one reader waits for: milliseconds, frames per second, and the layout shift up to then."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
    page = browser.new_page(viewport={"width": 1280, "height": 800}, timezone_id="UTC")
    page.add_init_script(EARLY)
    page.goto(path.as_uri())
    page.locator("[data-plot] .point").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(700)
    early = page.evaluate("({ ...window.__found, shift: window.__found.shift() })")
    assert not early["plotly"], "Plotly was there before the reader could act"
    found = {"works after": [early["works"]], "layout shift": [early["shift"]], "click to card": clicks(page)}
    found["zone"] = [painted(page, change("[data-zone]", zone)) for zone in (*ZONES, *ZONES[:2])]
    found["search"] = [painted(page, typed(word)) for word in (*WORDS, "")]
    found["filter"] = [painted(page, f"document.querySelectorAll('[data-find] [type=checkbox]')[{n % 3}].click()") for n in range(6)]
    for kind in ("drag", "wheel"):
        found |= moved(page, kind)
    browser.close()
    return found


def painted(page: Page, act: str) -> float:
    """Milliseconds from an act to its frame; then a rest, so that Plotly has drawn before the next."""
    taken: float = page.evaluate(PAINTED, act)
    page.wait_for_timeout(500)
    return taken


def change(selector: str, value: str) -> str:
    """Script that chooses a value which may not have been on offer."""
    offer = f"""if (![...node.options].some(one => one.value === "{value}")) node.add(new Option("{value}", "{value}"));"""
    return f"""const node = document.querySelector("{selector}"); {offer} node.value = "{value}"; node.dispatchEvent(new Event("change"))"""


def typed(word: str) -> str:
    """Script that has a word in the search, as a hand would have typed it."""
    return f"""const node = document.querySelector("[data-query]"); node.focus(); node.value = "{word}"; node.dispatchEvent(new Event("input", {{ bubbles: true }}))"""


def clicks(page: Page) -> list[float]:
    """A click on a mark's label, until its card is painted as the current one."""
    times = []
    for number in range(TRIES):
        place = page.evaluate(LABEL, number)
        if place is None:
            continue
        page.mouse.move(place[0] - 3, place[1])
        page.mouse.move(*place)
        page.wait_for_timeout(400)
        page.evaluate(CLICKED)
        page.mouse.click(*place)
        times.append(page.evaluate("Promise.race([window.__click, new Promise(done => setTimeout(() => done(3000), 3000))])"))
        page.wait_for_timeout(500)
    return times


def moved(page: Page, kind: str) -> dict[str, list[float]]:
    """Sixty steps over the chart, some 16 ms apart: frames a second, the longest frame, and how long Plotly then holds the page."""
    box: Any = page.locator("[data-chart]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.6
    page.mouse.move(x, y)
    page.wait_for_timeout(300)
    page.evaluate(FRAMES)
    if kind == "drag":
        page.mouse.down()
    for step in range(60):
        way = step if step < 30 else 60 - step
        if kind == "drag":
            page.mouse.move(x + way * 6, y)
        else:
            page.mouse.wheel(120 if step < 30 else -120, 0)
        page.wait_for_timeout(12)
    frames = page.evaluate("window.__frames")
    if kind == "drag":
        page.mouse.up()
    page.wait_for_timeout(800)
    rest = page.evaluate("window.__frames.splice(0)")[len(frames) - 1 :]
    page.evaluate("window.__frames = null")
    gaps, after = ([later - before for before, later in zip(times, times[1:], strict=False)] for times in (frames, rest))
    return {
        f"{kind} frames/s": [1000 * len(gaps) / (frames[-1] - frames[0])],
        f"{kind} longest frame": [max(gaps)],
        f"longest after {kind}": [max(after)],
    }
