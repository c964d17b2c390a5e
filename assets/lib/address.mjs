// @ts-check
/** What a reader sees, in the fragment of the address: `#e8&zone=Asia/Tokyo&from=2019-02-27T10:00Z&to=2019-02-28T10:00Z`. Only what differs from
 * the usual stands in it, so that `#e8` alone stays the link that works without a script. What cannot be read is passed over, the rest holds. */

import { bring } from "./cards.mjs";
import { reached } from "./reveal.mjs";
import { DAY, HOUR, MINUTE, axisText, daysOf } from "./zones.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */
/** @typedef {import("./reveal.mjs").View} View */
/** @typedef {{anchor: string, parts: Map<string, string>}} Place */

const LONGEST = 500; // characters of a part, decoded: an address is for people; but
const LONGER = new Map([["q", 2000], ["filter", 4000]]); // as much as the field of words holds and a store takes
const MOST = 40; // parts
const PAUSE = 300; // milliseconds between two changes of the address: browsers refuse more than a hundred in ten seconds
const SOON = 30; // milliseconds after a click: a step in the history takes as long as drawing what was chosen, and can wait for it
const INSTANT = /^(-?\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?Z$/;

/** @param {string} fragment with or without its # @returns {Place} */
export function parseAddress(fragment) {
  /** @type {Place} */
  const place = { anchor: "", parts: new Map() };
  for (const [index, part] of fragment.replace(/^#/, "").split("&", MOST).entries()) {
    const [, coded = "", value] = /^([^=]*)(?:=(.*))?$/s.exec(part) ?? [];
    try {
      const [name, text] = [decodeURIComponent(coded), decodeURIComponent(value ?? "")];
      if (Math.max(name.length, text.length) > (LONGER.get(name) ?? LONGEST)) continue;
      if (value !== undefined) place.parts.set(name, text);
      else if (index === 0) place.anchor = name;
    } catch {
      continue; // %zz
    }
  }
  return place;
}

/** The fragment without its #; empty parts are left out. @param {Place} place */
export function formatAddress({ anchor, parts }) {
  const written = [...parts].filter(([, value]) => value).map(([name, value]) => `${name}=${spelled(value)}`);
  return [...(anchor ? [spelled(anchor)] : []), ...written].join("&");
}

/** Slashes, colons and commas may stand in a fragment as they are. @param {string} text */
const spelled = (text) => encodeURIComponent(text).replace(/%(?:2F|3A|2C)/g, decodeURIComponent);

/** An instant, told as exactly as a view of `length` milliseconds needs. @param {number} instant @param {number} length */
export function instantText(instant, length) {
  const unit = length > DAY ? MINUTE : length > HOUR ? 1000 : 1;
  const rounded = Math.round(instant / unit) * unit;
  if (Math.abs(rounded) > 3e16) return BigInt(rounded).toString(); // a million years off, a date says less than a number
  const text = axisText(rounded).replace(" ", "T");
  return `${text.slice(0, unit === MINUTE ? -7 : unit === 1000 ? -4 : undefined)}Z`;
}

/** Milliseconds, or NaN. @param {string | undefined} text */
export function instantIn(text = "") {
  if (/^-?\d{1,22}$/.test(text)) return Number(text);
  const [year = NaN, month = 0, day = 0, hour = 0, minute = 0, second = 0, rest = 0] = (INSTANT.exec(text) ?? []).slice(1).map((part) => Number(part ?? 0));
  const right = month > 0 && month < 13 && day > 0 && day < 32 && hour < 24 && minute < 60 && second < 60;
  return right ? daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000 + rest : NaN;
}

/** The window that an address names; null where it names none. @param {Map<string, string>} parts @returns {View | null} */
export function windowOf(parts) {
  const [earliest, latest] = [instantIn(parts.get("from")), instantIn(parts.get("to"))];
  return earliest < latest ? { earliest, latest } : null;
}

export class Address {
  /** @param {Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.text = "";
    this.at = ""; // what was current when that was written
    this.raw = ""; // as the browser has it: it may hold what cannot be read
    this.last = -PAUSE; // the last time that something changed
    this.timer = 0;
    this.soon = 0;
    this.reading = false;
    // What a visitor brought is kept nowhere, so no address leads to it; of several timelines in a page, the first has the address.
    this.owner = !timeline.root.closest("[data-private]") && document.querySelector("[data-timeline]") === timeline.root;
  }

  /** The anchor of what is current: its card, and the event where it is not the one that stands for the card. @returns {[string, string]} */
  current() {
    const { current } = this.timeline.chart;
    const card = this.timeline.chosen();
    return card ? [card.anchor, current === null || current === card.main ? "" : current] : ["", ""];
  }

  /** Whether a search or filter hides the current card. Then the address names none: it would bring back what is not seen. */
  hides() {
    return this.timeline.marked[0]?.hasAttribute("hidden") ?? false;
  }

  /** The view that the address of an event brings if it names no window. */
  usual() {
    const { chart, data } = this.timeline;
    const first = { earliest: data.window[0], latest: data.window[1] };
    const item = this.hides() ? undefined : chart.item(chart.current);
    return item ? reached(first, item, first, chart.limits) : first;
  }

  /** What is seen now. */
  tell() {
    const { chart, kept } = this.timeline;
    const [anchor, event] = this.hides() ? ["", ""] : this.current();
    const parts = new Map([["event", event], ...[...kept].map(([name, { get }]) => /** @type {[string, string]} */ ([name, get()]))]);
    const [seen, usual] = [chart.goal ?? chart.view, this.usual()].map(({ earliest, latest }) => [instantText(earliest, latest - earliest), instantText(latest, latest - earliest)]);
    if (String(seen) !== String(usual)) parts.set("from", seen?.[0] ?? "").set("to", seen?.[1] ?? "");
    return formatAddress({ anchor, parts });
  }

  /** Bring back what a fragment tells; what it does not tell becomes the usual. @param {string} fragment */
  go(fragment) {
    const { timeline } = this;
    const { anchor, parts } = parseAddress(fragment);
    const card = timeline.cards.find((one) => one.id === anchor);
    this.forget();
    if (!card && timeline.far(anchor)) timeline.seek(anchor, () => this.go(fragment));
    if (!this.owner && !card) return;
    this.reading = true;
    if (this.owner) {
      timeline.chart.show({ earliest: timeline.data.window[0], latest: timeline.data.window[1] });
      for (const [name, { get, set }] of timeline.kept) if ((parts.get(name) ?? "") !== get()) set(parts.get(name) ?? "");
    }
    const event = parts.get("event") ?? "";
    const id = card && timeline.cardOf(event) === card ? event : card?.dataset.main;
    if (card || timeline.marked[0]) timeline.select(id ?? "", card ? "chart" : "card", card);
    if (card) bring(timeline, card);
    const view = windowOf(parts);
    if (view && this.owner) timeline.chart.show(view);
    this.reading = false;
    this.note();
    timeline.emit("address");
  }

  /** Let the fields tell what is seen: a Safari that comes back to a page it kept empties the forms that browsers shall not fill in. */
  again() {
    const { parts } = parseAddress(this.text);
    for (const [name, { get, set }] of this.timeline.kept) {
      const told = parts.get(name) ?? "";
      if (told !== get() || name === "zone") set(told); // the zone is known without its field
    }
  }

  /** Write nothing that was still to be written. */
  forget() {
    clearTimeout(this.timer);
    clearTimeout(this.soon);
  }

  /** The browser went elsewhere: a link, back, forward, an address typed. */
  follow() {
    const { hash } = location;
    if (hash === this.raw) return;
    const { anchor, parts } = parseAddress(hash);
    const { timeline } = this;
    const ours = [...parts.keys()].some((name) => name === "from" || timeline.kept.has(name)) || timeline.cards.some((card) => card.id === anchor) || timeline.far(anchor);
    if (!ours && hash) return; // an anchor of the page around
    this.raw = hash;
    this.go(hash);
  }

  /** Write soon if the last wish to is a while ago, else when none has come for a while: a key held down is one step. @param {boolean} [now] */
  later(now = false) {
    if (this.reading || (!now && this.timeline.chart.goal)) return; // while the view glides, its goal is told already
    clearTimeout(this.timer);
    const calm = now && performance.now() - this.last > PAUSE;
    this.last = performance.now();
    if (calm) this.soon = setTimeout(() => this.write(), SOON); // whatever follows
    else this.timer = setTimeout(() => this.write(), PAUSE);
  }

  /** Before a step: write what was still to be written of where one is, for "back" comes back to that. */
  settle() {
    if (!this.reading && String(this.current()) === this.at) this.write();
  }

  /** What is seen now is what the address tells. */
  note() {
    [this.text, this.at] = [this.tell(), String(this.current())];
  }

  /** Choosing an event, or a mode, is a step that "back" takes back. Walking through the story mode is none, nor is anything in a frame, where the
   * history is that of the page around. */
  write() {
    const { at, text } = this;
    this.note();
    if (this.text === text) return;
    const [was, mode] = [text, this.text].map((one) => parseAddress(one).parts.get("mode"));
    this.put(self === top && (mode !== was || (this.at !== at && !mode)));
    this.timeline.emit("address");
  }

  /** @param {boolean} step whether "back" comes back to what the address was */
  put(step) {
    if (!this.owner) return;
    try {
      history[step ? "pushState" : "replaceState"](history.state, "", `${location.href.split("#", 1)[0]}${this.text && "#"}${this.text}`);
      this.raw = location.hash;
    } catch {
      // a frame without an address of its own (srcdoc, sandbox) cannot change it; its parent still hears what is seen
    }
  }
}

/** @param {Timeline} timeline */
export function bindAddress(timeline) {
  const address = (timeline.address = new Address(timeline));
  const { signal } = timeline.ending;
  signal.addEventListener("abort", () => address.forget());
  if (address.owner || !timeline.root.closest("[data-private]"))
    for (const type of ["popstate", "hashchange"]) addEventListener(type, () => address.follow(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(() => address.again()), { signal }); // it does so after this event
  timeline.on("select", () => address.later(true));
  for (const what of /** @type {const} */ (["zone", "language", "view", "filter", "mode"])) timeline.on(what, () => address.later(what === "mode"));
  timeline.root.addEventListener("click", (event) => jump(timeline, event), { signal });
  address.note();
  address.follow();
}

/** Links inside the page keep what else is seen. @param {Timeline} timeline @param {MouseEvent} event */
function jump(timeline, event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const { anchor } = parseAddress(link?.getAttribute("href") ?? "");
  const node = document.getElementById(anchor);
  if (link && !event.defaultPrevented && timeline.far(anchor)) {
    event.preventDefault();
    return timeline.seek(anchor, (found) => {
      const wanted = link.getAttribute("data-go") ?? "";
      timeline.select(timeline.cardOf(wanted) === found ? wanted : (found.dataset["main"] ?? ""), "chart", found);
    });
  }
  if (!link || !node || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const card = timeline.cards.find((one) => one === node);
  if (card) timeline.select(card.dataset.main ?? "", "chart", card);
  else node.scrollIntoView({ block: "nearest" });
  node.focus({ preventScroll: Boolean(card) });
}
