// @ts-check
/** The story mode: one event after the other in the order of time, by itself or by hand, large enough for the back of a class. */

import { bring } from "./cards.mjs";
import { find } from "./chart.mjs";
import { fill } from "./moments.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */

const PACE = 60_000 / 200; // milliseconds a word: 200 words a minute
const SHORTEST = 4000;
const SWIPE = 50; // pixels
const STILL = 0.2; // the share of its time that a text stands still at its beginning, and again at its end
const LOWEST = 15; // pixels of a row that words stand in
/** @type {Record<string, string>} what a key does; a presenter's clicker sends PageDown, PageUp and a dot or b */
const KEYS = { PageDown: "next", ArrowRight: "next", PageUp: "back", ArrowLeft: "back", Home: "first", End: "last", Escape: "leave", ".": "blank", b: "blank" };

/** Milliseconds to read a text in. @param {string} text @param {string} language @param {number} speed 2: twice as fast */
export function readingTime(text, language, speed) {
  const words = [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((part) => part.isWordLike).length;
  return Math.max(words * PACE, SHORTEST) / speed;
}

/** How far a text that is taller than its frame has gone on when a share of its time is over: it rests at its beginning and at its end.
 * @param {number} share 0 to 1 @param {number} steps into how many it jumps, for a reader who wants less motion; 0: it glides */
export function goneOn(share, steps) {
  const way = Math.min(Math.max((share - STILL) / (1 - 2 * STILL), 0), 1);
  return steps ? Math.min(Math.floor(way * (steps + 1)), steps) / steps : way;
}

class Player {
  /** @param {Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.root = timeline.root;
    this.bar = find(this.root, "[data-play-bar]");
    this.list = find(this.root, "[data-scroll]");
    this.blank = find(this.root, "[data-blank]");
    this.on = false;
    this.playing = false;
    this.timer = 0;
    this.frame = 0; // of a text that goes on by itself
    this.again = false; // whether the card is the one before: then its text has been read
    /** @type {Set<string>} why it waits */
    this.holds = new Set();
    /** @type {Element[]} what lies around the story, out of reach */
    this.around = [];
  }

  /** The events to step through: those that a filter lets stand out, or all where it lets none. */
  ids() {
    const { chart } = this.timeline;
    const all = this.timeline.tour();
    const found = all.filter((id) => chart.matching?.has(id) ?? true);
    return found.length ? found : all;
  }

  /** @param {string} what */
  act(what) {
    const ids = this.ids();
    const at = ids.indexOf(this.timeline.chart.current ?? "");
    const place = { first: 0, back: at - 1, next: at + 1, last: ids.length - 1 }[what];
    if (what === "start" || what === "leave") this.timeline.address?.settle();
    if (place !== undefined) this.show(ids[place]);
    else if (what === "start") this.enter(true);
    else if (what === "leave") this.leave();
    else if (what === "toggle") this.run(!this.playing);
    else if (what === "blank") this.cover(this.blank.hidden);
    else if (what === "full") void (document.fullscreenElement ? document.exitFullscreen() : this.root.requestFullscreen()).catch(() => {});
  }

  /** @param {string | undefined} id */
  show(id) {
    const { timeline } = this;
    if (!id || (id === timeline.chart.current && !timeline.marked[0]?.hasAttribute("hidden"))) return;
    this.again = timeline.cardOf(timeline.chart.current ?? "") === timeline.cardOf(id);
    timeline.select(id, "chart", undefined, true);
    this.turn();
    timeline.announce(`${this.progress()}: ${find(this.root, "[data-caption]").textContent}`);
  }

  /** To the words that date the event, where they lie below what is in sight, else to the beginning of its card. */
  turn() {
    const { list } = this;
    list.scrollTop = 0;
    const words = list.querySelector("mark.is-current")?.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (words && words.bottom > frame.bottom) list.scrollTop = words.top - frame.top - frame.height / 3;
  }

  /** Let a text that is taller than its frame go on while its time runs; who moves it himself is let be. @param {number} time milliseconds */
  goOn(time) {
    const { list } = this;
    const [from, begin] = [list.scrollTop, performance.now()];
    const way = list.scrollHeight - list.clientHeight - from;
    const steps = matchMedia("(prefers-reduced-motion: reduce)").matches ? Math.ceil(way / (0.8 * list.clientHeight)) : 0;
    let last = from;
    const look = () => {
      if (Math.abs(list.scrollTop - last) > 2) return;
      list.scrollTop = from + way * goneOn((performance.now() - begin) / time, steps);
      last = list.scrollTop;
      this.frame = requestAnimationFrame(look);
    };
    if (way > 2) this.frame = requestAnimationFrame(look);
  }

  /** @param {boolean} byHand */
  enter(byHand) {
    if (this.on) return;
    this.on = true;
    for (let node = /** @type {Element} */ (this.root); node !== document.body && node.parentElement; node = node.parentElement)
      this.around.push(...[...node.parentElement.children].filter((one) => one !== node && !one.hasAttribute("inert")));
    for (const node of this.around) node.setAttribute("inert", "");
    this.root.classList.add("is-story");
    this.fit();
    this.bar.hidden = false;
    this.begin();
    if (byHand || document.hasFocus()) this.button("toggle").focus({ preventScroll: true }); // a page in a frame takes no focus by itself
    this.tell();
    this.timeline.emit("mode");
  }

  /** There is always a card, and one of those to step through: an address may bring the mode and no entry, or a search that leaves it out. */
  begin() {
    const ids = this.ids();
    const { chart, marked: [card] } = this.timeline;
    if (this.on && (!card || card.hasAttribute("hidden") || (chart.matching && !ids.includes(chart.current ?? "")))) this.show(ids[0]);
  }

  /** The card goes first: where the rows of the chart would be too low for words it has fewer of them, and where these would be, too, it is a rail. */
  fit() {
    const { rows, lows } = this.timeline.data;
    /** @param {number} lines */
    const holds = (lines) => innerWidth >= 768 && (innerHeight * 0.41 - 80) / lines >= LOWEST;
    this.root.classList.toggle("is-low", this.on && !holds(rows) && holds(lows));
    this.root.classList.toggle("is-rail", this.on && !holds(rows) && !holds(lows));
  }

  leave() {
    if (!this.on) return;
    this.on = false;
    this.run(false);
    this.blank.hidden = true;
    this.holds.clear();
    for (const node of this.around.splice(0)) node.removeAttribute("inert");
    this.root.classList.remove("is-story", "is-low", "is-rail");
    this.bar.hidden = true;
    if (document.fullscreenElement === this.root) void document.exitFullscreen();
    this.button("start").focus({ preventScroll: true });
    const card = this.timeline.cardOf(this.timeline.chart.current ?? "");
    if (card) bring(this.timeline, card);
    this.timeline.emit("mode");
  }

  /** @param {string} what */
  button(what) {
    return find(this.root, `[data-play="${what}"]`);
  }

  /** @param {boolean} playing */
  run(playing) {
    const ids = this.ids();
    if (playing && this.timeline.chart.current === ids.at(-1)) this.show(ids[0]);
    this.playing = playing;
    this.root.classList.toggle("is-playing", playing);
    const { words } = this.timeline.data;
    const button = this.button("toggle");
    button.title = (playing ? words["play.pause"] : words["play.play"]) ?? "";
    button.setAttribute("aria-label", button.title);
    this.wait();
  }

  /** @param {string} why @param {boolean} held */
  hold(why, held) {
    this.holds[held ? "add" : "delete"](why);
    this.wait();
  }

  /** Let the time for the present text run, from its beginning. */
  wait() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    const { chart, data } = this.timeline;
    this.tell();
    if (!this.playing || this.holds.size) return;
    const [card, part] = this.timeline.marked;
    const read = (this.again && part) || card;
    const speed = Number(/** @type {HTMLSelectElement} */ (find(this.root, "[data-play-speed]")).value);
    const time = readingTime(read?.textContent ?? "", data.language, speed);
    this.timer = setTimeout(() => (chart.current === this.ids().at(-1) ? this.run(false) : this.act("next")), time);
    this.goOn(time);
  }

  progress() {
    const ids = this.ids();
    return fill(this.timeline.data.words["play.at"], { n: ids.indexOf(this.timeline.chart.current ?? "") + 1, all: ids.length });
  }

  tell() {
    const ids = this.ids();
    const at = ids.indexOf(this.timeline.chart.current ?? "");
    const held = this.playing && this.holds.size ? this.timeline.data.words["play.held"] : "";
    find(this.root, "[data-play-at]").textContent = this.progress() + (held ? ` · ${held}` : "");
    for (const what of ["first", "back"]) this.button(what).setAttribute("aria-disabled", String(at <= 0));
    for (const what of ["next", "last"]) this.button(what).setAttribute("aria-disabled", String(at === ids.length - 1));
    this.button("full").setAttribute("aria-pressed", String(document.fullscreenElement === this.root));
    this.bar.style.setProperty("--done", String((at + 1) / Math.max(ids.length, 1)));
  }

  /** @param {boolean} covered whether the screen is black */
  cover(covered) {
    this.blank.hidden = !covered;
    (covered ? this.blank : this.button("toggle")).focus({ preventScroll: true });
    this.hold("blank", covered);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    if (!this.on || event.ctrlKey || event.metaKey || event.altKey || target.closest("dialog, input")) return;
    const { key } = event;
    const reading = target.closest("[data-cards]");
    const free = !target.closest("button, select, a, [data-cards]");
    const what = !this.blank.hidden ? "blank" : key === " " && free ? "toggle" : KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (reading && (key === "ArrowUp" || key === "ArrowDown")) return event.stopPropagation(); // they scroll the card
    if (!what || key === "Shift" || (key === "Tab" && this.blank.hidden) || (target.closest('select, [role="slider"]') && !/^(Escape|Page)/.test(key))) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(what);
  }

  /** @param {AbortSignal} signal */
  bind(signal) {
    const { list, root } = this;
    let [x, y] = [0, 0];
    for (const button of root.querySelectorAll("[data-play]")) button.addEventListener("click", () => this.act(button.getAttribute("data-play") ?? ""), { signal });
    find(root, "[data-play-speed]").addEventListener("change", () => this.wait(), { signal });
    document.addEventListener("keydown", (event) => this.press(event), { capture: true, signal });
    document.addEventListener("visibilitychange", () => this.hold("hidden", document.hidden), { signal });
    addEventListener("resize", () => this.fit(), { signal });
    document.addEventListener("fullscreenchange", () => this.tell(), { signal });
    for (const type of ["focusin", "focusout"]) list.addEventListener(type, () => this.hold("focus", type === "focusin"), { signal });
    for (const type of ["pointerenter", "pointerleave"])
      list.addEventListener(type, (event) => this.hold("hover", type === "pointerenter" && /** @type {PointerEvent} */ (event).pointerType === "mouse"), { signal });
    list.addEventListener("pointerdown", (event) => ([x, y] = [event.clientX, event.clientY]), { signal });
    list.addEventListener("pointerup", (event) => {
      const way = event.clientX - x;
      if (!this.on || event.pointerType === "mouse" || Math.abs(way) < SWIPE || Math.abs(way) < 1.5 * Math.abs(event.clientY - y)) return;
      this.act(way > 0 === (getComputedStyle(root).direction === "rtl") ? "next" : "back");
    }, { signal });
    signal.addEventListener("abort", () => this.leave());
  }
}

/** @param {Timeline} timeline */
export function bindPlay(timeline) {
  const player = new Player(timeline);
  player.bind(timeline.ending.signal);
  player.button("full").hidden = !document.fullscreenEnabled;
  timeline.on("language", () => player.on && player.run(player.playing));
  for (const what of /** @type {const} */ (["select", "filter"])) timeline.on(what, () => player.on && player.wait());
  timeline.on("address", () => player.begin());
  timeline.keep("mode", () => (player.on ? "story" : ""), (value) => (value === "story" && timeline.order.length ? player.enter(false) : player.leave()));
}
