// @ts-check
/** The one script of a page: finds [data-timeline] roots, whenever they appear, and binds chart, cards and zone together. See docs/contract.md. */

import { Chart, element, find } from "./lib/chart.mjs";
import { Gestures } from "./lib/gestures.mjs";
import { step } from "./lib/link.mjs";
import { fill, tell } from "./lib/moments.mjs";
import { findZone, newName } from "./lib/zones.mjs";

/** @typedef {import("./lib/moments.mjs").Moment} Moment */
/** @typedef {import("./lib/chart.mjs").ChartData & {language: string, zone: string, words: Record<string, string>,
 *   unplaced: {id: string, start: Moment | null, end: Moment | null}[], published: Record<string, Moment>}} Payload */

const DWELL = 250; // milliseconds a pointer rests on a card before the chart moves to its mark

class Timeline {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Payload} */
    this.data = JSON.parse(find(root, "[data-story]").textContent ?? "");
    this.zone = this.data.zone;
    this.ending = new AbortController();
    this.order = this.data.events.map((item) => item.id);
    this.items = new Map([...this.data.events, ...this.data.unplaced].map((item) => [item.id, item]));
    /** @type {HTMLElement[]} */
    this.cards = [...root.querySelectorAll("[data-entry]")].filter((node) => node instanceof HTMLElement);
    this.dwell = 0;
    this.pointed = false; // whether the hovered event is so by its mark
    this.chart = new Chart(root, this.data, () => ({ ...this.telling(), zone: this.zone === "written" ? this.data.zone : this.zone }));
    this.bindZone();
    this.bindChart();
    this.bindCards();
    this.watch();
    this.chart.after = () => this.tip();
    this.chart.draw();
    this.follow();
  }

  telling() {
    const { zone: home, language, words } = this.data;
    return { zone: this.zone === "written" ? null : this.zone, home, language, words };
  }

  bindZone() {
    const { signal } = this.ending;
    const select = /** @type {HTMLSelectElement} */ (find(this.root, "[data-zone]"));
    const other = /** @type {HTMLInputElement} */ (find(this.root, "[data-zone-other]"));
    const another = select.querySelector('[value="other"]');
    const own = newName(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
    /** @param {string} zone @param {string} text */
    const offer = (zone, text) => select.insertBefore(new Option(text, zone), another);
    if (own) offer(own, fill(this.data.words["zone.browser"], { zone: own.split("/").at(-1)?.replaceAll("_", " ") ?? own }));
    select.addEventListener("change", () => {
      const typed = find(this.root, "[data-zone-typed]");
      typed.hidden = select.value !== "other";
      if (typed.hidden) this.setZone(select.value);
      else other.focus();
    }, { signal });
    other.addEventListener("focus", () => {
      if (other.list && !other.list.childElementCount) other.list.append(...Intl.supportedValuesOf("timeZone").map((name) => new Option(newName(name))));
    }, { signal });
    find(this.root, "[data-zone-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      const zone = findZone(other.value);
      const known = other.value.trim() && zone;
      find(this.root, "[data-zone-message]").textContent = known ? "" : fill(this.data.words["zone.unknown"], { zone: other.value });
      other.setAttribute("aria-invalid", String(!known));
      if (!known) return;
      if (![...select.options].some((option) => option.value === zone)) offer(zone, zone.replaceAll("_", " "));
      select.value = zone;
      find(this.root, "[data-zone-typed]").hidden = true;
      select.focus();
      this.setZone(zone);
    }, { signal });
    if (select.value !== this.zone) select.dispatchEvent(new Event("change")); // chosen before this script was there
  }

  /** Tell every time in a zone: on cards, ticks, edges and hover. @param {string} zone */
  setZone(zone) {
    this.zone = zone;
    const how = this.telling();
    for (const node of this.root.querySelectorAll("[data-when]")) {
      const item = this.items.get(node.getAttribute("data-when") ?? "");
      if (item) node.textContent = tell(item.start, item.end, how);
    }
    for (const node of this.root.querySelectorAll("[data-published]"))
      node.textContent = tell(this.data.published[node.getAttribute("data-published") ?? ""] ?? null, null, how);
    this.chart.redraw();
    this.caption();
    const select = /** @type {HTMLSelectElement} */ (find(this.root, "[data-zone]"));
    this.announce(fill(how.words["zone.changed"], { zone: select.selectedOptions[0]?.text ?? zone }));
  }

  bindChart() {
    const { chart } = this;
    const { signal } = this.ending;
    new Gestures(chart, { pick: (id) => this.select(id, "chart"), hover: (id) => this.hover(id, "chart") }, signal);
    for (const button of this.root.querySelectorAll("[data-do]"))
      button.addEventListener("click", () => chart.act(button.getAttribute("data-do") ?? ""), { signal });
    chart.node.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = event.key === "ArrowUp" || event.key === "ArrowDown" ? null : step(this.order, chart.current, event.key);
      const action = { "+": "zoom.in", "-": "zoom.out", 0: "go.first" }[event.key];
      if (next) this.select(next, "chart");
      else if (action) chart.act(action);
      else if (event.key === "Enter" && chart.current) this.cardOf(chart.current)?.focus({ preventScroll: true });
      else return;
      event.preventDefault();
    }, { signal });
  }

  bindCards() {
    const { signal } = this.ending;
    const list = find(this.root, "[data-cards]");
    this.rove(this.cards[0]);
    list.addEventListener("focusin", (event) => this.touch(event.target, true), { signal });
    list.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("[data-go]") : null;
      const id = link?.getAttribute("data-go");
      if (!id) return this.touch(event.target, true);
      event.preventDefault();
      this.select(id, "chart");
      this.cardOf(id)?.focus({ preventScroll: true });
    }, { signal });
    list.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.touch(event.target, false), { signal });
    list.addEventListener("pointerleave", () => this.hover(null, "card"), { signal });
    list.addEventListener("keydown", (event) => {
      if (!(event.target instanceof HTMLElement) || !this.cards.includes(event.target) || event.key === "ArrowLeft" || event.key === "ArrowRight") return;
      const ids = this.cards.map((card) => card.id);
      const next = this.cards.find((card) => card.id === step(ids, /** @type {HTMLElement} */ (event.target).id, event.key));
      if (event.key === "Enter" || event.key === "Escape") this.chart.node.focus({ preventScroll: true });
      else if (next) next.focus({ preventScroll: true });
      else return;
      if (next) this.bring(next);
      event.preventDefault();
    }, { signal });
    addEventListener("hashchange", () => this.follow(), { signal });
  }

  /** A card, or one event on it, was touched: show its mark. @param {EventTarget | null} target @param {boolean} chosen */
  touch(target, chosen) {
    const card = this.cards.find((one) => target instanceof Node && one.contains(target));
    if (!card || !(target instanceof Element)) return;
    const id = target.closest("[data-event]")?.getAttribute("data-event") ?? card.getAttribute("data-main") ?? "";
    const held = chosen && this.chart.current !== null && this.cardOf(this.chart.current) === card && !target.closest("[data-event]");
    if (chosen && !held) this.select(id, "card", card);
    else if (!chosen) this.hover(id, "card");
  }

  /** Make an event the current one on both sides; a card without an event can only be current itself.
   * @param {string} id @param {"chart" | "card"} by @param {HTMLElement | undefined} [card] */
  select(id, by, card = this.cardOf(id)) {
    this.chart.current = this.order.includes(id) ? id : null;
    for (const node of this.root.querySelectorAll("[aria-current]")) node.removeAttribute("aria-current");
    card?.setAttribute("aria-current", "true");
    this.root.querySelector(`[data-event="${CSS.escape(id)}"]`)?.setAttribute("aria-current", "true");
    this.rove(card);
    this.chart.reach(id);
    if (by === "chart" && card) this.bring(card);
    const item = this.data.events.find((one) => one.id === id);
    if (!item) find(this.root, "[data-caption]").textContent = "";
    if (!item) return;
    this.caption();
    if (by === "chart") this.announce(find(this.root, "[data-caption]").textContent ?? "");
  }

  /** The current event in words, below the chart. */
  caption() {
    const item = this.data.events.find((one) => one.id === this.chart.current);
    if (!item) return;
    const parts = [`${item.label}, `, tell(item.start, item.end, this.telling()), `, ${this.data.words[`status.${item.status}`]}`];
    find(this.root, "[data-caption]").replaceChildren(...["b", "span", "i"].map((tag, index) => element(tag, "", parts[index] ?? "")));
  }

  /** @param {string | null} id @param {"chart" | "card"} by */
  hover(id, by) {
    if (id === this.chart.hovered) return;
    clearTimeout(this.dwell);
    for (const node of this.root.querySelectorAll(".is-hovered")) node.classList.remove("is-hovered");
    const known = id !== null && this.order.includes(id) ? id : null;
    this.chart.hovered = known;
    this.pointed = by === "chart";
    this.chart.redraw();
    if (!known) return;
    const card = this.cardOf(known);
    card?.classList.add("is-hovered");
    if (by === "card") this.dwell = setTimeout(() => this.chart.reach(known), DWELL);
    else if (card && this.scroller()) this.bring(card);
  }

  /** What the mark under the pointer says; told anew with each drawing, since zone and place may be others. */
  tip() {
    const tip = find(this.root, "[data-tip]");
    const { hovered, targets } = this.chart;
    const item = this.data.events.find((one) => this.pointed && one.id === hovered);
    const target = targets.find((one) => one.id === hovered);
    tip.hidden = !item || !target;
    if (!item || !target) return;
    const words = this.data.words;
    const facts = `${words[`status.${item.status}`]} · ${words[`basis.${(item.start ?? item.end)?.basis}`]}`;
    tip.replaceChildren(element("b", "", item.label), element("span", "", tell(item.start, item.end, this.telling())), element("i", "", facts));
    const room = this.chart.node.clientWidth - tip.offsetWidth - 4;
    const below = target.y1 + 6 + tip.offsetHeight < this.chart.node.clientHeight;
    tip.style.left = `${Math.max(Math.min(Math.max(target.x0, 0) + 12, room), 4)}px`;
    tip.style.top = `${below ? target.y1 + 6 : target.y0 - tip.offsetHeight - 6}px`;
  }

  /** The card list where it scrolls by itself, else null: then the page does. */
  scroller() {
    const node = find(this.root, "[data-scroll]");
    return getComputedStyle(node).overflowY === "auto" && node.scrollHeight > node.clientHeight ? node : null;
  }

  /** Scroll a card into view within its own scroll container. @param {HTMLElement} card */
  bring(card) {
    const scroller = this.scroller();
    const box = card.getBoundingClientRect();
    const frame = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    const top = frame.top + (scroller ? 8 : find(this.root, "[data-stage]").getBoundingClientRect().height + 8);
    if (box.top >= top && box.bottom <= frame.bottom) return;
    const far = Math.abs(box.top - top) > 3 * innerHeight; // a long way takes seconds, and shows a blur
    const behavior = far || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    (scroller ?? window).scrollBy({ top: box.top - top, behavior });
  }

  /** @param {string} id */
  cardOf(id) {
    const node = this.root.querySelector(`[data-event="${CSS.escape(id)}"]`)?.closest("[data-entry]");
    return node instanceof HTMLElement ? node : undefined;
  }

  /** One card at a time is in the order of the tab key. @param {HTMLElement | undefined} card */
  rove(card) {
    if (!card) return;
    for (const one of this.cards) one.tabIndex = one === card ? 0 : -1;
  }

  /** Go to the entry that the address names. */
  follow() {
    const card = this.cards.find((one) => `#${one.id}` === decodeURIComponent(location.hash));
    if (!card) return;
    this.select(card.dataset.main ?? "", "chart", card);
    this.bring(card);
  }

  /** @param {string} text */
  announce(text) {
    find(this.root, "[data-live]").textContent = text;
  }

  watch() {
    const { signal } = this.ending;
    const size = new ResizeObserver(() => this.chart.redraw());
    size.observe(this.chart.node);
    signal.addEventListener("abort", () => size.disconnect());
    const repaint = () => {
      this.chart.colour = null;
      this.chart.draw();
    };
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", repaint, { signal });
    for (const type of ["beforeprint", "afterprint"])
      addEventListener(type, () => {
        this.hover(null, "card");
        document.documentElement.classList.toggle("is-printing", type === "beforeprint"); // paper has its own width and colours
        repaint();
      }, { signal });
    whenPlotly(signal, (plotly) => this.chart.arrive(plotly));
  }

  remove() {
    this.ending.abort();
    clearTimeout(this.dwell);
    this.chart.remove();
  }
}

/** Call back once Plotly is there; an exported page carries it as inert text and starts it after the first paint.
 * @param {AbortSignal} signal @param {(plotly: import("./lib/chart.mjs").PlotlyApi) => void} call */
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

function startPlotly() {
  const inert = document.querySelector("script[data-plotly]");
  if (!inert) return;
  const script = document.createElement("script");
  script.text = inert.textContent ?? "";
  inert.replaceWith(script);
  document.dispatchEvent(new Event("timeline:plotly"));
}

/** @type {Map<HTMLElement, Timeline>} */
const bound = new Map();
/** @type {WeakMap<Element, string>} */
const filled = new WeakMap();

/** Bring the page and what is bound into line: called at the start and after each change of the document. */
function update() {
  for (const host of document.querySelectorAll("[data-fragment]")) {
    const html = host.getAttribute("data-fragment") ?? "";
    if (filled.get(host) === html) continue;
    filled.set(host, html);
    host.innerHTML = html;
  }
  for (const [root, timeline] of bound) {
    if (root.isConnected) continue;
    timeline.remove();
    bound.delete(root);
  }
  for (const root of document.querySelectorAll("[data-timeline]")) {
    const whole = document.readyState !== "loading" || root.querySelector("[data-story]")?.nextSibling; // else it is still arriving
    if (whole && root instanceof HTMLElement && !bound.has(root)) bound.set(root, new Timeline(root));
  }
}

new MutationObserver((changes) => {
  const matters = changes.some(({ target }) => target instanceof Element && !target.closest("[data-chart]")); // a chart changes in every frame
  if (matters) update();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-fragment"] });
update();
if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(startPlotly)), { once: true });
else startPlotly();
