// @ts-check
/** One timeline of a page: what is current, in which zone it is told, and who wants to know. Features bind themselves to it: features.mjs. */

import { bring, rove, scroller } from "./cards.mjs";
import { Chart, element, find } from "./chart.mjs";
import { step } from "./link.mjs";
import { fill, tell, tellElsewhere } from "./moments.mjs";

/** @typedef {import("./moments.mjs").Moment} Moment */
/** @typedef {import("./chart.mjs").ChartData & {language: string, zone: string, words: Record<string, string>, places: string[],
 *   tongues: Record<string, Record<string, string>>,
 *   eras: {high: number, bands: import("./eras.mjs").Band[]}, running: boolean, unplaced: Pick<import("./reveal.mjs").Item, "id" | "status" | "lane" | "tags" | "start" | "end">[], published: Record<string, Moment>}} Payload */

const DWELL = 250; // milliseconds a pointer rests on a card, or on a mark, before the other one is brought into sight

/** @typedef {"select" | "zone" | "language" | "view" | "drawn" | "filter" | "mode" | "address" | "cards"} Happening cards: others are in the page */

export class Timeline {
  /** @param {HTMLElement} root @param {typeof Chart} [Kind] of chart */
  constructor(root, Kind = Chart) {
    this.root = root;
    /** @type {Payload} */
    this.data = JSON.parse(find(root, "[data-story]").textContent ?? "");
    this.zone = this.data.zone;
    this.ending = new AbortController();
    this.order = this.data.events.map((item) => item.id);
    this.items = new Map([...this.data.events, ...this.data.unplaced].map((item) => [item.id, item]));
    this.eras = new Map(this.data.eras.bands.map((band) => [band.id, band]));
    /** @type {HTMLElement[]} */
    this.cards = [...root.querySelectorAll("[data-entry]")].filter((node) => node instanceof HTMLElement);
    /** @type {Map<string, Element>} the part of a card that tells an event; looked up once, since a long story has 40,000 nodes */
    this.parts = new Map([...root.querySelectorAll("[data-event]")].map((node) => [node.getAttribute("data-event") ?? "", node]));
    /** @type {Element[]} what is marked as the current one: its card, and the part of it that tells the event */
    this.marked = [];
    /** @type {HTMLElement | undefined} the card under the pointer, or of the mark under it */
    this.lit = undefined;
    this.tipped = ""; // what the tip tells, and
    this.tipSize = [0, 0];
    this.live = find(root, "[data-live]"); // behind all cards: looking for it each time would take longer than the rest of a click
    this.dwell = 0;
    this.looking = 0;
    this.pointed = false; // whether the hovered event is so by its mark
    this.chart = new Kind(root, this.data, () => ({ ...this.telling(), zone: this.zone === "written" ? this.data.zone : this.zone }));
    /** @type {Map<Happening, (() => void)[]>} */
    this.heard = new Map();
    /** @type {Map<string, {get: () => string, set: (value: string) => void}>} */
    this.kept = new Map();
    /** @type {import("./address.mjs").Address | null} */
    this.address = null;
    this.on("drawn", () => this.tip());
    this.on("filter", () => this.chart.redraw());
    this.chart.after = () => this.emit("drawn");
    this.chart.moved = () => this.emit("view");
    this.watch();
  }

  /** Whether an event has a mark. @param {string} id */
  knows(id) {
    return this.order.includes(id);
  }

  /** The event that a key leads to; null: none, empty: it comes later. @param {string} key */
  step(key) {
    return step(this.order, this.chart.current, key);
  }

  /** The events of the story mode, in their order. */
  tour() {
    return this.order;
  }

  /** What paper shows of the line. */
  printed() {
    return { events: this.data.events, traces: this.data.figure.data, numbered: true };
  }

  /** The card that is current: its anchor, and the event that stands for it. */
  chosen() {
    const [card] = this.marked;
    return card ? { anchor: card.id, main: card.getAttribute("data-main") } : null;
  }

  /** Whether an anchor may lead to a card that is not in the page. @param {string} anchor @returns {boolean} */
  far(anchor) {
    void anchor;
    return false;
  }

  /** Bring such a card into the page. @param {string} anchor @param {(card: HTMLElement) => void} call */
  seek(anchor, call) {
    void [anchor, call];
  }

  /** Call back whenever something happened; what, the timeline itself tells. @param {Happening} what @param {() => void} call */
  on(what, call) {
    this.heard.set(what, [...(this.heard.get(what) ?? []), call]);
  }

  /** @param {Happening} what */
  emit(what) {
    for (const call of this.heard.get(what) ?? []) call();
  }

  /** Let the address keep a part of what is seen: `get` tells it as text, empty for the usual, `set` brings it back.
   * @param {string} name @param {() => string} get @param {(value: string) => void} set */
  keep(name, get, set) {
    this.kept.set(name, { get, set });
  }

  /** Show a range of time; `glide` takes 400 milliseconds to get there, unless the reader wants less motion.
   * @param {import("./reveal.mjs").View} view @param {{glide?: boolean}} [how] */
  setView(view, how) {
    this.chart.show(view, how);
  }

  telling() {
    const { zone: home, language, words } = this.data;
    return { zone: this.zone === "written" ? null : this.zone, home, language, words };
  }

  /** Tell every time in a zone: on cards, ticks, edges and hover. @param {string} zone */
  setZone(zone) {
    this.zone = zone;
    this.retell();
    const select = /** @type {HTMLSelectElement} */ (find(this.root, "[data-zone]"));
    this.announce(fill(this.data.words["zone.changed"], { zone: select.selectedOptions[0]?.text ?? zone }));
    this.emit("zone");
  }

  /** Where each clock is told beside the chosen zone: zone -> its name in the reader's language. @returns {Record<string, string>} */
  places() {
    return Object.fromEntries(this.data.places.map((zone) => [zone, this.data.words[`story.place.${zone}`] ?? zone]));
  }

  /** Tell every time anew: in another zone, or in another language. */
  retell() {
    this.retold(this.root);
    this.chart.redraw();
    this.caption();
  }

  /** @param {ParentNode} part */
  retold(part) {
    const how = this.telling();
    for (const node of part.querySelectorAll("[data-when]")) {
      const id = node.getAttribute("data-when") ?? "";
      const item = this.items.get(id) ?? this.eras.get(id);
      if (item) node.textContent = tell(item.start, item.end, how);
    }
    for (const node of part.querySelectorAll("[data-also]")) {
      const item = this.items.get(node.getAttribute("data-also") ?? "");
      if (item) node.textContent = tellElsewhere(item.start, item.end, this.places(), how);
    }
    for (const node of part.querySelectorAll("[data-published]"))
      node.textContent = tell(this.data.published[node.getAttribute("data-published") ?? ""] ?? null, null, how);
  }

  /** Make an event the current one on both sides; a card without an event can only be current itself.
   * @param {string} id @param {"chart" | "card"} by @param {HTMLElement | undefined} [card] @param {boolean} [glide] whether the view glides there */
  select(id, by, card = this.cardOf(id), glide = false) {
    this.address?.settle();
    if (by === "chart" && card) bring(this, card); // first: it measures, and so far nothing has changed
    this.chart.current = this.knows(id) ? id : null;
    this.chart.reach(id, glide);
    const still = this.chart.drawn === this.chart.view; // else the view is told of after what was chosen, in the next frame
    if (by === "chart" && still) this.chart.draw(); // now: the browser lays out the page behind a click, and once will do
    for (const node of this.marked) node.removeAttribute("aria-current");
    this.marked = [card, this.parts.get(id)].filter((node) => node !== undefined);
    for (const node of this.marked) node.setAttribute("aria-current", "true");
    if (card) rove(this, card);
    this.emit("select");
    if (!this.chart.current) find(this.root, "[data-caption]").textContent = "";
    if (!this.chart.current) return;
    this.caption();
    if (by === "chart") this.announce(find(this.root, "[data-caption]").textContent ?? "");
  }

  /** The current event in words, below the chart. */
  caption() {
    const item = this.items.get(this.chart.current ?? "");
    if (!item || !("label" in item)) return;
    const parts = [`${item.label}, `, tell(item.start, item.end, this.telling()), `, ${this.data.words[`status.${item.status}`]}`];
    find(this.root, "[data-caption]").replaceChildren(...["b", "span", "i"].map((tag, index) => element(tag, "", parts[index] ?? "")));
  }

  /** @param {string | null} id @param {"chart" | "card"} by */
  hover(id, by) {
    if (id === this.chart.hovered) return;
    clearTimeout(this.dwell);
    const known = id !== null && this.knows(id) ? id : null;
    const card = known ? this.cardOf(known) : undefined;
    this.chart.hovered = known;
    this.pointed = by === "chart";
    this.chart.redraw();
    if (card !== this.lit) this.lit?.classList.remove("is-hovered");
    this.lit = card;
    card?.classList.add("is-hovered");
    if (known && by === "card") this.dwell = setTimeout(() => this.chart.reach(known), DWELL);
    else if (card && !card.hidden && scroller(this)) this.dwell = setTimeout(() => bring(this, card), DWELL); // not for marks on the way elsewhere
  }

  /** What the mark under the pointer says; told anew with each drawing, since zone and place may be others. */
  tip() {
    const tip = find(this.root, "[data-tip]");
    const { height, hovered, targets, width } = this.chart;
    const item = this.pointed ? this.items.get(hovered ?? "") : undefined;
    const target = item && targets.find((one) => one.id === hovered);
    tip.hidden = !target;
    if (!target) this.tipped = "";
    if (!target || !("label" in item)) return;
    const words = this.data.words;
    const facts = [words[`status.${item.status}`], words[`basis.${(item.start ?? item.end)?.basis}`], item.lane].filter(Boolean).join(" · ");
    const texts = [String(item.label), tell(item.start, item.end, this.telling()), facts];
    if (this.tipped !== texts.join()) {
      tip.replaceChildren(...["b", "span", "i"].map((tag, index) => element(tag, "", texts[index] ?? "")));
      [this.tipped, this.tipSize] = [texts.join(), [tip.offsetWidth, tip.offsetHeight]]; // once: measuring lays out the page
    }
    const [wide = 0, high = 0] = this.tipSize;
    const below = target.y1 + 6 + high < height;
    tip.style.left = `${Math.max(Math.min(Math.max(target.x0, 0) + 12, width - wide - 4), 4)}px`;
    tip.style.top = `${below ? target.y1 + 6 : target.y0 - high - 6}px`;
  }

  /** @param {string} id */
  cardOf(id) {
    const node = this.parts.get(id)?.closest("[data-entry]");
    return node instanceof HTMLElement ? node : undefined;
  }

  /** @param {string} text */
  announce(text) {
    this.live.textContent = text;
  }

  watch() {
    const { signal } = this.ending;
    const size = new ResizeObserver(() => this.chart.redraw());
    size.observe(this.chart.node);
    signal.addEventListener("abort", () => size.disconnect());
    const repaint = () => {
      this.chart.plot.recolour();
      this.chart.draw();
      this.chart.plot.settle(); // at once: paper does not wait
    };
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", repaint, { signal });
    whenPlotly(signal, (plotly) => this.chart.plot.arrive(plotly));
  }

  remove() {
    this.ending.abort();
    clearTimeout(this.dwell);
    cancelAnimationFrame(this.looking);
    this.chart.remove();
  }
}

/** Call back once Plotly is there; an exported page carries it as inert text and starts it after the first paint.
 * @param {AbortSignal} signal @param {(plotly: import("./plot.mjs").PlotlyApi) => void} call */
function whenPlotly(signal, call) {
  const ready = () => /** @type {any} */ (window).Plotly;
  if (ready()) return call(ready());
  const check = () => {
    if (signal.aborted || !ready()) return;
    document.removeEventListener("load", check, true);
    removeEventListener("load", check);
    document.removeEventListener("timeline:plotly", check);
    call(ready());
  };
  document.addEventListener("load", check, { capture: true, signal }); // a script element that loaded: load does not bubble
  document.addEventListener("timeline:plotly", check, { signal });
  addEventListener("load", check, { signal });
}
