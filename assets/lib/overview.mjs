// @ts-check
/** The overview below the chart: the whole story with its density, and the view as a window with two grips. */

import { find } from "./chart.mjs";
import { Layer } from "./layer.mjs";
import { farText } from "./ages.mjs";
import { fill, tell } from "./moments.mjs";
import { leastAt, pan } from "./reveal.mjs";
import { centred, rowOf } from "./ticks.mjs";
import { MINUTE } from "./zones.mjs";

/** @typedef {import("./timeline.mjs").Timeline} Timeline */
/** @typedef {import("./reveal.mjs").View} View */

const ENDS = 38; // pixels at each end: a grip, and half of the narrowest window
const PEAK = 28; // pixels of the highest bar
const STEP = 4;
const HALF = 12; // half of the least target, WCAG 2.2 success criterion 2.5.8

/** The view that a key leads to. @param {string} part `earliest`, `latest`, or `all` of the window @param {string} key @param {boolean} shift
 * @param {View} view @param {View} limits @returns {View | null} */
export function keyed(part, key, shift, view, limits) {
  const length = view.latest - view.earliest;
  const way = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -0.5, PageUp: 0.5 }[key];
  if (part === "all" && shift && way) return { earliest: view.earliest, latest: view.latest + length * way };
  if (way) return part === "all" ? pan(view, length * way, limits) : pulled(part, length * way, view, limits);
  if (key !== "Home" && key !== "End") return null;
  const goal = key === "Home" ? limits.earliest : limits.latest;
  if (part === "all") return key === "Home" ? { earliest: goal, latest: goal + length } : { earliest: goal - length, latest: goal };
  return pulled(part, goal - (part === "latest" ? view.latest : view.earliest), view, limits);
}

/** A view with one end, or all of it, moved; an end stops a minute before the other, and at the limits, or where it is if that is beyond them: a button
 * leads there. @param {string} part @param {number} by milliseconds @param {View} view @param {View} limits @returns {View} */
export function pulled(part, by, view, limits) {
  if (part === "earliest") return { ...view, earliest: Math.min(Math.max(view.earliest + by, Math.min(limits.earliest, view.earliest)), view.latest - leastAt(view.latest)) };
  if (part === "latest") return { ...view, latest: Math.max(Math.min(view.latest + by, Math.max(limits.latest, view.latest)), view.earliest + leastAt(view.earliest)) };
  return pan(view, by, limits);
}

/** The outline of bars, one for each bin. @param {{x: number, count: number}[]} bins @param {number} most */
export function silhouette(bins, most) {
  return bins.map(({ x, count }) => {
    const high = count && 3 + (PEAK - 5) * Math.sqrt(count / most);
    return `M${(ENDS + x - STEP / 2).toFixed(1)} ${PEAK}v-${high.toFixed(1)}h${STEP - 1}v${high.toFixed(1)}z`;
  }).join("");
}

/** @param {Timeline} timeline */
export function bindOverview(timeline) {
  const { chart, root } = timeline;
  const node = find(root, "[data-overview]");
  const pane = find(root, "[data-window]");
  const layer = new Layer(find(root, "[data-scale]"), "span");
  const grips = /** @type {HTMLElement[]} */ ([...node.querySelectorAll("[data-grip]")]);
  let [size, drawn] = [0, ""];
  /** @param {number} at */
  const x = (at) => ENDS + Math.min(Math.max((at - chart.limits.earliest) / (chart.limits.latest - chart.limits.earliest), 0), 1) * (size - 2 * ENDS);
  const whole = () => {
    const { matching } = chart;
    const bins = chart.whole(size - 2 * ENDS, STEP);
    const most = Math.max(...bins.map((bin) => bin.count));
    node.querySelector(".tl-all")?.setAttribute("d", silhouette(bins, most));
    node.querySelector(".tl-match")?.setAttribute("d", silhouette(bins.map((bin) => ({ ...bin, count: bin.match ?? 0 })), most));
    node.classList.toggle("is-filtered", matching !== null);
    layer.show(ticksIn(chart, size).map((tick) => centred(tick, x(tick.at))));
  };
  const place = () => {
    const { earliest, latest } = chart.view;
    const [from, to] = [x(earliest), x(latest)];
    pane.style.cssText = `left:${from}px;width:${Math.max(to - from, 2)}px`;
    spread(grips, from, to, Math.min(Math.max((from + to) / 2, ENDS), size - ENDS));
    const key = [earliest, latest, timeline.zone].join();
    if (!chart.moving && key !== drawn) describe(timeline, grips);
    drawn = chart.moving ? drawn : key;
  };
  const draw = () => {
    if (size) [whole, place].forEach((one) => one());
  };
  const watch = new ResizeObserver(() => {
    size = node.clientWidth; // only here: after cards were hidden, asking for it lays out the page
    draw();
  });
  watch.observe(node);
  timeline.ending.signal.addEventListener("abort", () => watch.disconnect());
  timeline.on("drawn", () => size && place());
  for (const what of /** @type {const} */ (["filter", "zone", "language"])) timeline.on(what, draw);
  grasp(timeline, node, () => (chart.limits.latest - chart.limits.earliest) / (size - 2 * ENDS));
}

/** The ticks of the whole story, without those that an edge would cut. @param {import("./chart.mjs").Chart} chart @param {number} size */
function ticksIn({ limits, how, measure }, size) {
  const [width, length] = [size - 2 * ENDS, limits.latest - limits.earliest];
  return rowOf(limits.earliest, limits.latest, width, how(), measure).filter(({ at, text }) => {
    const [middle, half] = [ENDS + ((at - limits.earliest) / length) * width, measure(text) / 2];
    return middle >= half && middle + half <= size;
  });
}

/** Put the grips at both ends of the window and between them, apart from each other. @param {HTMLElement[]} grips @param {number} from @param {number} to
 * @param {number} middle */
function spread(grips, from, to, middle) {
  const [left, right] = [Math.min(from, middle - HALF), Math.max(to, middle + HALF)];
  for (const grip of grips) {
    const at = { earliest: left - 2 * HALF, all: left, latest: right }[grip.dataset["grip"] ?? ""];
    grip.style.cssText = `left:${at}px` + (at === left ? `;width:${right - left}px` : "");
  }
}

/** The same in deep time, where a view has no clock. @param {number} at @param {number | null} last @param {View} view
 * @param {import("./ticks.mjs").Zoned} how */
function farSpan(at, last, view, { words, language }) {
  const [from, to] = [at, last ?? at].map((one) => farText(one, view.latest - view.earliest, words, language));
  return from == null || to == null || last === null ? from : fill(words["when.span"], { from, to });
}

/** What the grips say to who does not see them. @param {Timeline} timeline @param {HTMLElement[]} grips */
function describe({ chart }, grips) {
  const { limits, view } = chart;
  /** @param {number} at @returns {import("./moments.mjs").Moment} */
  const moment = (at) => ({ earliest: at, latest: at + MINUTE, precision: "minute", zone: null, civil: null, approximate: false, basis: "stated", named: null });
  for (const grip of grips) {
    const at = grip.dataset["grip"] === "latest" ? view.latest : view.earliest;
    grip.setAttribute("aria-valuemax", String(Math.round((limits.latest - limits.earliest) / MINUTE)));
    grip.setAttribute("aria-valuenow", String(Math.round(Math.min(Math.max(at - limits.earliest, 0), limits.latest - limits.earliest) / MINUTE)));
    const last = grip.dataset["grip"] === "all" ? view.latest : null;
    grip.setAttribute("aria-valuetext", farSpan(at, last, view, chart.how()) ?? tell(moment(at), last === null ? null : moment(last), chart.how()));
  }
}

/** Pointer and keys. @param {Timeline} timeline @param {HTMLElement} node @param {() => number} scale milliseconds a pixel */
function grasp({ chart, ending }, node, scale) {
  const { signal } = ending;
  /** @type {{part: string, x: number, view: View} | null} */
  let held = null;
  /** @param {Event} event */
  const partOf = ({ target }) => (target instanceof Element ? target.closest("[data-grip]")?.getAttribute("data-grip") : null);
  node.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const part = partOf(event);
    node.setPointerCapture(event.pointerId);
    if (part) held = { part, x: event.clientX, view: chart.view };
    else {
      const at = chart.limits.earliest + (event.clientX - node.getBoundingClientRect().left - ENDS) * scale();
      chart.show({ earliest: at - (chart.view.latest - chart.view.earliest) / 2, latest: at + (chart.view.latest - chart.view.earliest) / 2 }, { glide: true });
    }
  }, { signal });
  node.addEventListener("pointermove", (event) => {
    chart.held = held !== null;
    if (held) chart.move(pulled(held.part, (event.clientX - held.x) * scale(), held.view, chart.limits));
  }, { signal });
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"]))
    node.addEventListener(type, () => {
      if (held) chart.halt();
      held = null;
    }, { signal });
  node.addEventListener("keydown", (event) => {
    const part = partOf(event);
    const view = part && !event.ctrlKey && !event.metaKey && !event.altKey && keyed(part, event.key, event.shiftKey, chart.view, chart.limits);
    if (!view) return;
    event.preventDefault();
    chart.show(view);
  }, { signal });
}
