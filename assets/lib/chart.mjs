// @ts-check
/** The chart: Plotly draws the marks, HTML over it the words, so that words stay right in every frame of a movement. */

import { hit } from "./link.mjs";
import { placeLabels, shortened } from "./labels.mjs";
import { colourReader, pick, recolour } from "./marks.mjs";
import { dateWords, fill } from "./moments.mjs";
import { density, edges, fit, levelOf, pan, reveal, zoom } from "./reveal.mjs";
import { ticksOf } from "./ticks.mjs";
import { DAY, axisText, offsetAt } from "./zones.mjs";

/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {import("./reveal.mjs").View} View */
/** @typedef {{react: (node: Element, data: any, layout: any, config: any) => Promise<unknown>, purge: (node: Element) => void}} PlotlyApi */
/** @typedef {{events: Item[], window: [number, number], rows: number, figure: {data: any[], layout: any, config: any}}} ChartData */

const TOP = 48; // a row of bands and a row of ticks
const AXIS = 24;
const STRIP = 28; // counters of what is hidden
const BIN = 56; // pixels a counter of hidden events stands for
const FINER = 7; // a view without words reveals as if it were so many levels finer: a mark takes an eleventh of its label's room

export class Chart {
  /** @param {HTMLElement} root @param {ChartData} data @param {() => import("./ticks.mjs").Zoned} how */
  constructor(root, data, how) {
    this.root = root;
    this.data = data;
    this.how = how;
    this.node = find(root, "[data-chart]");
    this.plot = find(root, "[data-plot]");
    /** @type {View} */
    this.view = { earliest: data.window[0], latest: data.window[1] };
    const lefts = data.events.map((item) => item.left);
    const whole = fit(Math.min(...lefts, data.window[0]), Math.max(...data.events.map((item) => item.right), data.window[0] + 1), 60_000);
    /** @type {View} */
    this.limits = { earliest: Math.min(whole.earliest, data.window[0]), latest: Math.max(whole.latest, data.window[1]) };
    /** @type {string | null} */
    this.current = null;
    /** @type {string | null} */
    this.hovered = null;
    /** @type {ReadonlySet<string> | null} the events that a search or filter lets stand out; null: all */
    this.matching = null;
    /** @type {import("./link.mjs").Target[]} */
    this.targets = [];
    /** @type {PlotlyApi | null} */
    this.plotly = null;
    /** @type {((name: string) => string) | null} */
    this.colour = null;
    this.frame = 0;
    this.after = () => {}; // called at the end of each drawing
    this.moved = () => {}; // called before it, where the view is another one
    /** @type {View | null} */
    this.drawn = null;
    this.measure = measurer(find(root, "[data-labels]"));
  }

  /** Draw in the next frame, however often it is asked for. */
  redraw() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  draw() {
    const { width } = this.node.getBoundingClientRect();
    if (!width) return;
    if (this.drawn !== this.view) this.moved();
    this.drawn = this.view;
    const style = getComputedStyle(this.node);
    const row = (this.node.clientHeight - TOP - STRIP) / this.data.rows;
    const worded = style.getPropertyValue("--worded").trim() !== "0";
    const always = new Set([this.current, this.hovered].filter((id) => id !== null));
    const level = levelOf(this.view, width) - (worded ? 0 : FINER);
    const { shown, hidden } = reveal(this.data.events, level, always);
    const how = this.how();
    const axis = ticksOf(this.view.earliest, this.view.latest, width, how);
    this.drawBands(axis.bands, width);
    this.drawLabels(shown, worded ? level : null, width, row);
    this.drawCounts(hidden, width);
    this.drawEdges(how);
    this.drawPlot(shown, axis.ticks, width, row);
    this.after();
  }

  /** @param {number} at @param {number} width */
  x(at, width) {
    return ((at - this.view.earliest) / (this.view.latest - this.view.earliest)) * width;
  }

  /** @param {import("./ticks.mjs").Band[]} bands @param {number} width */
  drawBands(bands, width) {
    const parts = bands.map((band) => {
      const [from, to] = [this.x(band.from, width), Math.min(this.x(band.to, width), width)];
      const room = to - Math.max(from, 0) - 14;
      const words = element("span", "tl-band-text", band.texts.find((text) => this.measure(text) * 1.15 <= room) ?? ""); // bold is wider
      words.style.left = `${Math.max(-from, 0)}px`;
      const node = element("div", "tl-band", words);
      node.style.cssText = `left:${from}px;width:${Math.max(to - from, 0)}px`;
      return node;
    });
    find(this.root, "[data-bands]").replaceChildren(...parts);
  }

  /** @param {Item[]} shown @param {number | null} level null: without words @param {number} width @param {number} row */
  drawLabels(shown, level, width, row) {
    const boxes = shown.map((item) => ({
      id: item.id, text: item.label, row: item.row, dot: item.dot, room: item.width, left: this.x(item.left, width), right: this.x(item.right, width),
      forced: (item.level ?? -Infinity) < (level ?? 0), current: item.id === this.current,
    }));
    const states = new Map(shown.map((item) => [item.id, item.status]));
    const labels = level !== null ? placeLabels(boxes, width, this.measure) : [];
    const words = labels.filter((label) => label.width > 0).map((label) => {
      const node = element("span", "tl-text", shortened(label.text, label.width, this.measure));
      node.dataset.of = label.id;
      node.dataset.status = states.get(label.id) ?? "";
      node.style.transform = `translate(${label.x}px,${TOP + label.row * row}px)`;
      if (label.id === this.current) node.classList.add("is-current");
      return node;
    });
    this.targets = boxes.filter((box) => box.right >= -6 && box.left <= width + 6).map((box) => {
      const label = labels.find((one) => one.id === box.id);
      const [y0, half] = [TOP + box.row * row, box.dot ? 7 : 0];
      const x0 = Math.min(box.left - half, label?.width ? label.x : Infinity);
      return { id: box.id, x0, x1: Math.max(box.right + half, label ? label.x + label.width : 0), y0: y0 + 2, y1: y0 + row - 2 };
    });
    const rings = [...new Set([this.current, this.hovered])].flatMap((id) => boxes.filter((box) => box.id === id)).map((box) => {
      const node = element("span", box.id === this.current ? "tl-ring is-current" : "tl-ring");
      const [from, to] = [Math.max(box.dot ? box.left - 9 : box.left - 3, -9), Math.min(box.dot ? box.left + 9 : box.right + 3, width + 9)];
      node.style.cssText = `left:${from}px;top:${TOP + box.row * row + 1}px;width:${Math.max(to - from, 6)}px;height:${row - 2}px`;
      return node;
    });
    find(this.root, "[data-labels]").replaceChildren(...rings, ...words);
  }

  /** @param {Item[]} hidden @param {number} width */
  drawCounts(hidden, width) {
    const counts = density(hidden, this.view, width, BIN).map(({ x, count, from, to }) => {
      const node = element("button", "tl-more", `+${count}`);
      node.style.left = `${x}px`;
      node.title = fill(this.how().words["hidden"], { n: count });
      node.tabIndex = -1;
      node.onclick = () => this.show({ earliest: from, latest: to });
      return node;
    });
    for (const old of this.node.querySelectorAll(".tl-more")) old.remove();
    this.node.append(...counts);
  }

  /** @param {import("./ticks.mjs").Zoned} how */
  drawEdges(how) {
    for (const [side, edge] of Object.entries(edges(this.data.events, this.view))) {
      const node = find(this.root, `[data-edge="${side}"]`);
      node.style.visibility = edge.count ? "visible" : "hidden";
      node.hidden = false;
      if (!edge.count) continue;
      const at = side === "before" ? edge.from : edge.to;
      const parts = dateWords(Math.floor((at + offsetAt(at, how.zone)) / DAY), how, "short");
      const near = this.view.latest - this.view.earliest < 90 * DAY && Math.abs(at - this.view.earliest) < 60 * DAY;
      const date = fill(how.words[near ? "date.plain" : "date.month"], parts);
      node.dataset.count = side === "before" ? `‹ ${edge.count}` : `${edge.count} ›`;
      const text = fill(how.words[`edge.${side}`], { n: edge.count, date });
      node.textContent = side === "before" ? `‹ ${text}` : `${text} ›`;
      node.onclick = () => this.show(fit(edge.from, edge.to, (this.view.latest - this.view.earliest) / 4));
    }
  }

  /** @param {Item[]} shown @param {import("./ticks.mjs").Tick[]} ticks @param {number} width @param {number} row */
  drawPlot(shown, ticks, width, row) {
    if (!this.plotly) return;
    this.colour ??= colourReader(this.node);
    const keep = new Set(shown.map((item) => item.id));
    const { data, layout, config } = this.data.figure;
    const colour = this.colour;
    const traces = data.map((trace) => recolour(pick(trace, keep), colour));
    for (const { marker } of traces) if (marker?.size) marker.size = Math.max(8, Math.min(marker.size, row * 0.75));
    const value = layout.xaxis.type === "date" ? axisText : Number;
    /** The words of a tick where they have room. @param {import("./ticks.mjs").Tick} tick */
    const whole = ({ at, text }) => (Math.min(this.x(at, width), width - this.x(at, width)) > this.measure(text) / 2 ? text : "");
    const range = [value(this.view.earliest), value(this.view.latest)];
    const xaxis = { ...layout.xaxis, range, tickvals: ticks.map((tick) => value(tick.at)), ticktext: ticks.map(whole) };
    const sized = { ...layout, xaxis, width, height: AXIS + this.data.rows * row };
    void this.plotly.react(this.plot, traces, recolour(sized, this.colour), config);
  }

  /** Show a range of time. @param {View} view */
  show(view) {
    this.view = zoom(view, 1, view.earliest, this.limits);
    this.redraw();
  }

  /** What a button or key of the name does. @param {string} action */
  act(action) {
    const { view, limits } = this;
    const length = view.latest - view.earliest;
    const middle = view.earliest + length / 2;
    if (action === "zoom.in") this.view = zoom(view, 0.5, middle, limits);
    else if (action === "zoom.out") this.view = zoom(view, 2, middle, limits);
    else if (action === "go.earlier") this.view = pan(view, -length * 0.6, limits);
    else if (action === "go.later") this.view = pan(view, length * 0.6, limits);
    else if (action === "go.all") this.view = { ...limits };
    else if (action === "go.first") this.view = { earliest: this.data.window[0], latest: this.data.window[1] };
    this.redraw();
  }

  /** Move the view as little as makes an event readable. @param {string} id */
  reach(id) {
    const item = this.data.events.find((one) => one.id === id);
    if (item) {
      const length = this.view.latest - this.view.earliest;
      const [first, last] = this.data.window;
      const covered = Math.min(item.right, this.view.latest) - Math.max(item.left, this.view.earliest);
      const seen = item.left >= this.view.earliest && item.left <= this.view.earliest + length * 0.85;
      const atHome = Math.abs(last - first - length) < 1 && item.left >= first && item.left < last;
      if (!seen && covered < length / 3) this.view = atHome ? { earliest: first, latest: last } : pan(this.view, item.left - this.view.earliest - length / 3, this.limits);
    }
    this.redraw();
  }

  /** The event at a place of the window. @param {MouseEvent} event */
  at(event) {
    const box = this.node.getBoundingClientRect();
    return hit(this.targets, event.clientX - box.left, event.clientY - box.top);
  }

  /** @param {PlotlyApi} plotly */
  arrive(plotly) {
    this.plotly = plotly;
    this.redraw();
  }

  remove() {
    cancelAnimationFrame(this.frame);
    this.plotly?.purge(this.plot);
  }
}

/** How wide a text is in the font of an element. @param {HTMLElement} node @returns {(text: string) => number} pixels */
function measurer(node) {
  const pen = document.createElement("canvas").getContext("2d");
  const { fontSize, fontFamily } = getComputedStyle(node);
  const font = `${fontSize} ${fontFamily}`; // the shorthand `font` is empty under forced colours
  /** @type {Map<string, number>} */
  const widths = new Map();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined && pen) {
      pen.font = font;
      widths.set(text, (width = Math.ceil(pen.measureText(text).width) + 1));
    }
    return width ?? 0;
  };
}

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement} */
export function find(parent, selector) {
  const node = parent.querySelector(selector);
  if (!(node instanceof HTMLElement)) throw new Error(`no ${selector} in the timeline`);
  return node;
}

/** @param {string} tag @param {string} name @param {...(string | Node)} content @returns {HTMLElement} */
export function element(tag, name, ...content) {
  const node = document.createElement(tag);
  node.className = name;
  node.append(...content);
  return node;
}
