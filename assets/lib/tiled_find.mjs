// @ts-check
/** Finding in a story in tiles: a store looks through all of it, or `tiled_words.mjs` where there are files alone. Of a very long story these do not have the
 * words: there what is here is looked through, and the page says so. */

import { bring, scroller } from "./cards.mjs";
import { find } from "./chart.mjs";
import { Finder } from "./find.mjs";
import { fill } from "./moments.mjs";
import { fold, matches, parseQuery, passes, valuesOf, writeChosen } from "./search.mjs";

/** @typedef {import("./tiled.mjs").TiledTimeline} TiledTimeline */
/** @typedef {{entries: number, events: number, counts: Record<string, Record<string, number>>, density: import("./tiles.mjs").Density}} Found */

const TYPING = 250; // milliseconds after the last key until a store is asked

/** @param {TiledTimeline} timeline */
export function bindTiledFind(timeline) {
  if (timeline.root.querySelector("[data-find]")) new TiledFinder(timeline);
}

class TiledFinder extends Finder {
  /** @param {TiledTimeline} timeline */
  constructor(timeline) {
    super(timeline);
    this.remember();
    if (!this.asked) this.numbers((box) => this.usual?.get(box) ?? 0); // with the separators of the reader's language
    timeline.on("cards", () => this.refreshed());
    timeline.root.querySelector("[data-keys-all]")?.addEventListener("click", () => {
      for (const box of this.boxes) if (box.name === "key") box.checked = true;
      this.apply();
    }, { signal: timeline.ending.signal });
    timeline.seeks = () => Boolean(this.pause || this.path);
    timeline.retried = () => void (this.wish() && this.asked === undefined && this.apply());
  }

  /** The address of what is looked for, empty where that is nothing. */
  wish() {
    const [q, filter] = [this.query.value.trim(), writeChosen(this.chosen())];
    return q || filter ? `?${new URLSearchParams([["q", q], ["filter", filter]].filter(([, text]) => text))}` : "";
  }

  /** @override @param {number} [most] endless: an address asks for it */
  apply(most = 0) {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    this.typed = most !== Infinity;
    clearTimeout(this.pause);
    this.pause = 0;
    const wish = this.wish();
    this.remember();
    if (timeline.tiled.online() && timeline.tiled.searches() && wish) {
      if (wish === this.asked) return this.result ? this.tell(this.result) : undefined;
      this.aloud(timeline.data.words["tiles.searching"] ?? "");
      this.pause = setTimeout(() => void this.askFor(wish), this.asked === undefined ? 0 : TYPING);
      return;
    }
    this.asked = wish ? undefined : "";
    if (wish) {
      this.local();
      this.show();
    } else this.all();
  }

  /** Look through all of the story. @param {string} wish */
  async askFor(wish) {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    const { tiled, shelf } = timeline;
    const path = `find/${tiled.tiles.version}${wish}`;
    this.pause = 0;
    if (this.path) tiled.fetched.forget(this.path);
    this.path = path;
    [this.asked, this.result] = [wish, undefined];
    /** @type {Found | null} */
    const found = await tiled.fetched.ask(path).catch(() => null);
    if (this.path !== path) return;
    this.path = "";
    if (!found) {
      if (this.wish() === wish) this.aloud(timeline.data.words["tiles.failed"] ?? "");
      this.asked = undefined;
      return;
    }
    [tiled.query, tiled.found, tiled.matches, tiled.passes] = [wish, found.density, found.events, null];
    tiled.refilter();
    this.tell((this.result = found));
    await shelf.turn(wish, found.entries);
    timeline.emit("filter");
    this.show();
  }

  /** Back to the result where one had scrolled beyond it: other cards are there now. An address may lead to one of them. */
  show() {
    const { timeline } = this;
    if (!this.typed && timeline.chosen()) return;
    const line = find(this.form, "[data-found]");
    const top = scroller(timeline)?.getBoundingClientRect().top ?? find(timeline.root, "[data-stage]").getBoundingClientRect().bottom;
    if (line.getBoundingClientRect().top < top) bring(timeline, line);
  }

  /** Nothing is looked for any more. */
  all() {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    const { tiled, shelf } = timeline;
    const place = shelf.place();
    [tiled.query, tiled.found, tiled.matches, tiled.passes, tiled.lanes] = ["", null, null, null, null];
    tiled.refilter();
    this.numbers((box) => this.usual?.get(box) ?? 0);
    for (const card of timeline.cards) card.hidden = false;
    find(this.form, "[data-found]").hidden = true;
    this.highlight([]);
    if (this.path) tiled.fetched.forget(this.path);
    this.path = "";
    if (shelf.query) void shelf.turn("", tiled.tiles.entries, place);
    timeline.emit("filter");
  }

  /** Look through what is here. */
  local() {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    const [terms, chosen] = [parseQuery(this.query.value), this.chosen()];
    this.index = null; // other cards may be here than before
    const worded = this.entriesWith(terms);
    timeline.tiled.passes = (item) => {
      const card = timeline.cardOf(item.id);
      const facts = { id: "", event: item.id, values: valuesOf(item) };
      return passes(facts, chosen) && (!terms.length || (card ? worded.has(card.id) : matches(fold(item.label), terms)));
    };
    timeline.tiled.lanes = !terms.length && chosen.size === 1 ? (chosen.get("lane") ?? null) : null;
    timeline.tiled.refilter();
    for (const card of timeline.cards) {
      const ids = [...card.querySelectorAll("[data-event]")].map((node) => timeline.items.get(node.getAttribute("data-event") ?? "")).filter((item) => item !== undefined);
      card.hidden = !worded.has(card.id) || (chosen.size > 0 && !ids.some((item) => passes({ id: "", event: item.id, values: valuesOf(item) }, chosen)));
    }
    this.mark();
    const shown = timeline.cards.filter((card) => !card.hidden);
    this.aloud(fill(timeline.data.words["tiles.loaded"], { n: timeline.chart.number(shown.length), all: timeline.chart.number(timeline.cards.length) }));
    this.gaps();
    this.highlight(shown, terms);
    timeline.emit("filter");
  }

  /** Other cards are in the page. */
  refreshed() {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    this.gaps();
    if (timeline.tiled.passes) this.local();
    else if (this.asked) this.highlight(timeline.cards, parseQuery(this.query.value));
  }

  /** @param {HTMLInputElement} box */
  numberOf(box) {
    return find(/** @type {HTMLElement} */ (box.parentElement), "[data-number]");
  }

  /** @param {(box: HTMLInputElement) => number} count */
  numbers(count) {
    for (const box of this.boxes) this.numberOf(box).textContent = this.timeline.chart.number(count(box));
    this.mark();
  }

  /** How many cards of the whole story each value has: the page came with these numbers. */
  remember() {
    if (!this.usual) this.usual = new Map(this.boxes.map((box) => [box, Number(this.numberOf(box).textContent)]));
  }

  /** How many filters are ticked, and which would show nothing. */
  mark() {
    for (const box of this.boxes) box.parentElement?.classList.toggle("is-empty", this.numberOf(box).textContent === "0" && !box.checked);
    const [node, ticked] = [this.form.querySelector("[data-chosen]"), this.boxes.filter((box) => box.checked).length];
    if (node) node.textContent = ticked ? String(ticked) : "";
  }

  /** What was found, in words. @param {Found} found */
  tell({ entries: n, counts }) {
    const timeline = /** @type {TiledTimeline} */ (this.timeline);
    this.numbers(({ name, value }) => counts[name]?.[value] ?? 0);
    const { words } = timeline.data;
    const all = timeline.tiled.tiles.entries;
    const parts = n ? [fill(words["find.count"], { n: timeline.chart.number(n), all: timeline.chart.number(all) })] : [words["find.none"] ?? ""];
    if (!n && this.chosen().size) parts.push(words["find.wider"] ?? "");
    else if (!n) parts.push(words["find.fewer"] ?? "");
    this.aloud(parts.join(" "));
  }

  /** Say how it went, beside the form at once, aloud after a pause. @param {string} text */
  aloud(text) {
    find(this.form, "[data-found]").hidden = false;
    find(this.form, "[data-found-text]").textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.timeline.ending.signal.aborted || this.timeline.announce(text), 500);
  }

  /** @override */
  putAside() {} // the list does
}
