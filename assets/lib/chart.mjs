// @ts-check
/** The chart: what a view shows, and where. Its plot draws the marks, HTML over it the words. */

import { Layer } from "./layer.mjs";
import { farText } from "./ages.mjs";
import { placeLabels, ringOf, shortened } from "./labels.mjs";
import { hit } from "./link.mjs";
import { dateWords, fill, wallOf } from "./moments.mjs";
import { Plot, TOP } from "./plot.mjs";
import { along, density, edges, fit, leastAt, levelOf, pan, reached, reveal, stepped, zoom } from "./reveal.mjs";
import { placed } from "./rows.mjs";
import { ticksOf } from "./ticks.mjs";
import { DAY } from "./zones.mjs";

/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {import("./reveal.mjs").View} View */
/** @typedef {{events: Item[], window: [number, number], rows: number, lows: number, rails: number, figure: {data: any[], layout: any, config: any}}} ChartData */

const BIN = 56; // pixels a counter of hidden events stands for
const GLIDE = 400;
const MEASURED = 5000; // texts whose widths are remembered

export class Chart {
  /** @type {Map<string, number>} pixels above the marks, by who needs them */
  above = new Map();
  /** @type {readonly import("./reveal.mjs").Bin[]} what the counters of the last drawing stand for */
  counted = [];

  /** @param {HTMLElement} root @param {ChartData} data @param {() => import("./ticks.mjs").Zoned} how */
  constructor(root, data, how) {
    this.root = root;
    this.data = data;
    this.how = how;
    this.node = find(root, "[data-chart]");
    /** @type {View} */
    this.view = { earliest: data.window[0], latest: data.window[1] };
    this.limits = limitsOf(data);
    /** @type {string | null} */
    this.current = null;
    /** @type {string | null} */
    this.hovered = null;
    /** @type {ReadonlySet<string> | null} the events that a search or filter lets stand out; null: all */
    this.matching = null;
    /** @type {import("./link.mjs").Target[]} */
    this.targets = [];
    this.frame = this.glide = this.width = this.height = this.second = this.rows = 0; // second: pixels of further rows above the marks
    /** @type {import("./rows.mjs").Rows} */
    this.lay = "row"; // a rail has no labels
    this.moving = this.held = false; // held: by a hand that says when it lets go
    this.after = () => {}; // called at the end of each drawing
    this.moved = () => {}; // called before it, where the view is another one
    /** @type {View | null} the view drawn last, and where it glides to */
    this.drawn = this.goal = null;
    const [bands, labels] = [find(root, "[data-bands]"), find(root, "[data-labels]")];
    this.measure = measurer(labels);
    this.plot = new Plot(this, find(root, "[data-plot]"));
    this.lines = new Layer(bands, "i");
    this.days = new Layer(bands, "span");
    this.rings = new Layer(labels, "i");
    this.words = new Layer(labels, "span", (node, key) => (node.dataset.of = String(key)));
    /** @type {Map<string | number, View>} */
    this.bins = new Map();
    this.counts = new Layer(this.node, "button", (node, key) => {
      node.tabIndex = -1;
      node.onclick = () => this.show(this.bins.get(key) ?? this.view);
    });
    this.tallies = new Layer(this.node, "span"); // the same on a rail, which has no room for a button that a finger meets
  }

  /** Draw in the next frame, however often it is asked for. */
  redraw() {
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { width } = this.node.getBoundingClientRect();
    if (!width) return;
    this.width = width;
    this.height = this.node.clientHeight;
    if (this.drawn !== this.view) this.moved();
    this.drawn = this.view;
    const style = getComputedStyle(this.node);
    const lay = style.getPropertyValue("--lay").trim();
    this.lay = lay === "low" || lay === "rail" ? lay : "row";
    this.rows = { row: this.data.rows, low: this.data.lows, rail: this.data.rails }[this.lay];
    const row = (this.height - TOP - this.second - (parseFloat(style.getPropertyValue("--strip")) || 0)) / this.rows;
    const always = new Set([this.current, this.hovered].filter((id) => id !== null));
    const level = this.level(width);
    const { shown, hidden } = reveal(this.items(), level, always);
    const how = this.how();
    const axis = ticksOf(this.view.earliest, this.view.latest, width, how);
    this.plot.draw({ shown, ticks: axis.ticks, width, row }); // first: a canvas that is given a font has the page laid out, and so far nothing has changed
    this.drawBands(axis.bands, width);
    this.node.style.setProperty("--drawn-row", `${row}px`);
    this.drawLabels(shown, this.lay === "rail" ? null : level, width, row);
    this.drawCounts(this.hidden(hidden, width));
    this.drawEdges(how);
    this.after();
  }

  /** The events there are, with the rows and levels that they have here. @returns {readonly Item[]} */
  items() {
    return placed(this.data.events, this.lay);
  }

  /** @param {string | null} id @returns {Item | undefined} */
  item(id) {
    return this.data.events.find((one) => one.id === id);
  }

  /** @param {number} width */
  level(width) {
    return levelOf(this.view, width);
  }

  /** Where the view hides how many. @param {Item[]} hidden @param {number} width @returns {import("./reveal.mjs").Bin[]} */
  hidden(hidden, width) {
    return density(hidden, this.view, width, BIN, this.matching);
  }

  /** What lies outside of the view. */
  outside() {
    return edges(this.data.events, this.view, this.matching);
  }

  /** How many events there are in all parts of the whole story. @param {number} width @param {number} size pixels of a part, at least */
  whole(width, size) {
    return density(this.data.events, this.limits, width, size, this.matching);
  }

  /** @param {number} count */
  number(count) {
    return String(count);
  }

  /** The same where there is little room. @param {number} count */
  brief(count) {
    return this.number(count);
  }

  /** What a counter says, `wide` pixels wide: the most telling words that it holds. @param {number} count @param {number | null} match @param {number} wide */
  counter(count, match, wide) {
    return this.forms(count, match).find((text) => this.measure(text) * 1.1 <= wide - 4) ?? ""; // bold is wider
  }

  /** The forms of a count of hidden events, the longest first. @param {number} count @param {number | null} match */
  forms(count, match) {
    const [n, m] = [this.brief(count), match === null ? "" : this.brief(match)];
    return match === null ? [`+${n}`] : [fill(this.how().words["hidden.brief"], { n, m }), `${m}/${n}`, `+${m}`];
  }

  /** @param {number} at @param {number} width */
  x(at, width = this.width) {
    return ((at - this.view.earliest) / (this.view.latest - this.view.earliest)) * width;
  }

  /** The y of the middle of a row. @param {number} number @param {number} row */
  y(number, row) {
    return TOP + this.second + (number + 0.5) * row;
  }

  /** Whether a filter leaves an event out. @param {string} id */
  faint(id) {
    return this.matching !== null && !this.matching.has(id);
  }

  /** @param {import("./ticks.mjs").Band[]} bands @param {number} width */
  drawBands(bands, width) {
    const seen = bands.filter((band) => this.x(band.to) > 0 && this.x(band.from) < width);
    this.lines.show(seen.map(({ from }) => ({ key: from, name: "tl-band", css: `transform:translateX(${this.x(from)}px)` })));
    const texts = seen.map((band) => {
      const from = Math.max(this.x(band.from), 0);
      const room = Math.min(this.x(band.to), width) - from - 14;
      const text = band.texts.find((one) => this.measure(one) * 1.15 <= room) ?? ""; // bold is wider
      return { key: band.from, name: "tl-band-text", css: `transform:translateX(${from}px)`, text };
    });
    this.days.show(texts);
  }

  /** @param {Item[]} shown @param {number | null} level null: without words @param {number} width @param {number} row */
  drawLabels(shown, level, width, row) {
    const boxes = shown.map((item) => ({
      id: item.id, text: item.label, row: item.row, dot: item.dot, left: this.x(item.left), right: this.x(item.right), status: item.status,
      forced: (item.level ?? -Infinity) < (level ?? 0), current: item.id === this.current,
    }));
    const labels = new Map((level !== null ? placeLabels(boxes, width, this.measure) : []).map((label) => [label.id, label]));
    const looks = boxes.flatMap((box) => {
      const label = labels.get(box.id);
      if (!label?.width) return [];
      const name = `tl-text is-${box.status}${label.before ? " is-before" : label.inside ? " is-inside" : ""}${box.current ? " is-current" : this.faint(box.id) ? " is-faint" : ""}`;
      const css = `transform:translate(${label.x}px,${this.y(box.row, row) - row / 2}px)`;
      return [{ key: box.id, name, css, text: shortened(label.text, label.width, this.measure) }];
    });
    this.targets = boxes.filter((box) => box.right >= -6 && box.left <= width + 6).map((box) => {
      const label = labels.get(box.id);
      const [y, half] = [this.y(box.row, row), box.dot ? 7 : 0];
      const x0 = Math.min(box.left - half, label?.width ? label.x : Infinity);
      return { id: box.id, x0, x1: Math.max(box.right + half, label ? label.x + label.width : 0), y0: y - row / 2 + 2, y1: y + row / 2 - 2 };
    });
    const rings = [...new Set([this.current, this.hovered])].flatMap((id) => boxes.filter((box) => box.id === id)).map((box) => {
      const ring = ringOf(box);
      const [from, to] = [Math.max(ring.x, -9), Math.min(ring.x + ring.width, width + 9)];
      const css = `left:${from}px;top:${this.y(box.row, row) - row / 2 + 1}px;width:${Math.max(to - from, 6)}px;height:${row - 2}px`;
      return { key: box.id, name: box.current ? "tl-ring is-current" : "tl-ring", css };
    });
    this.rings.show(rings);
    this.words.show(looks);
  }

  /** What is not yet revealed: a bar for each part of the view, as high as there are events, with their number.
   * @param {import("./reveal.mjs").Bin[]} found */
  drawCounts(found) {
    const { words } = this.how();
    this.bins.clear();
    this.counted = found;
    const most = Math.max(...found.map((bin) => bin.count));
    const looks = found.map(({ x, wide, count, match, from, to, bin }, index) => {
      const key = bin ?? index;
      this.bins.set(key, { earliest: from, latest: to });
      const high = 6 + 18 * Math.sqrt(count / most);
      const text = this.counter(count, match, wide);
      const title = fill(words[match === null ? "hidden" : "hidden.match"], { n: this.number(count), m: this.number(match ?? 0) });
      return { key, name: match === 0 ? "tl-more is-faint" : "tl-more", css: `left:${x - wide / 2 + 1}px;width:${wide - 2}px;--high:${high}px`, text, title };
    });
    this.counts.show(this.lay === "rail" ? [] : looks);
    this.tallies.show(this.lay === "rail" ? looks : []);
  }

  /** @param {import("./ticks.mjs").Zoned} how */
  drawEdges(how) {
    for (const [side, edge] of Object.entries(this.outside())) {
      const node = find(this.root, `[data-edge="${side}"]`);
      node.style.visibility = edge.count ? "visible" : "hidden";
      node.hidden = false;
      if (!edge.count) continue;
      const [at, end, border] = side === "before" ? [edge.from, edge.from, this.view.earliest] : [edge.last, edge.to, this.view.latest];
      const { days } = wallOf(at, how.zone, null);
      const here = days === wallOf(border, how.zone, null).days; // the view shows this date, so only a clock says more
      const near = this.view.latest - this.view.earliest < 90 * DAY && Math.abs(at - this.view.earliest) < 60 * DAY;
      const length = this.limits.latest - this.limits.earliest;
      const far = farText(at, length, how.words, how.language, "date.brief.");
      const parts = { ...dateWords(days, how, "short"), clock: wallOf(end, how.zone, null).clock };
      const date = far ?? fill(how.words[here ? "when.at" : near ? "date.plain" : "date.month"], parts);
      const code = `edge.${side}${far && side === "before" ? ".far" : ""}${edge.match === null ? "" : ".match"}`;
      node.dataset.count = side === "before" ? `‹ ${this.brief(edge.count)}` : `${this.brief(edge.count)} ›`;
      const words = fill(how.words[code], { n: this.number(edge.count), m: this.number(edge.match ?? 0), date });
      const text = side === "before" ? `‹ ${words}` : `${words} ›`;
      if (node.textContent !== text) node.textContent = text;
      node.onclick = () => this.show(fit(edge.from, edge.to, (this.view.latest - this.view.earliest) / 4));
    }
  }

  /** Take a view without limits into them. @param {View} view */
  within(view) {
    return zoom(view, 1, view.earliest, this.limits);
  }

  /** A view of a movement: others follow soon. @param {View} view */
  move(view) {
    cancelAnimationFrame(this.glide);
    this.goal = null;
    this.moving = true;
    this.view = view;
    this.redraw();
  }

  /** The movement is over. */
  halt() {
    this.moving = this.held = false;
    this.redraw();
  }

  /** Show a range of time; with `glide` over 400 milliseconds, unless the reader wants less motion. @param {View} view @param {{glide?: boolean}} [how] */
  show(view, { glide = false } = {}) {
    cancelAnimationFrame(this.glide);
    const [from, to] = [this.view, this.within(view)];
    this.goal = null;
    if (!glide || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.view = to;
      return this.redraw();
    }
    const begin = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const done = Math.min(Math.max((now - begin) / GLIDE, 0), 1);
      this.move(done < 1 ? along(from, to, done * done * (3 - 2 * done)) : to);
      if (done < 1) follow();
    };
    const follow = () => {
      this.goal = to;
      this.glide = requestAnimationFrame(step);
    };
    follow();
  }

  /** What a button or key of the name does. @param {string} action */
  act(action) {
    const { view, limits } = this;
    const length = view.latest - view.earliest;
    if (action === "zoom.in" || action === "zoom.out") this.show(stepped(view, action === "zoom.in", this.items(), this.current, limits));
    else if (action === "go.earlier") this.show(pan(view, -length * 0.6, limits));
    else if (action === "go.later") this.show(pan(view, length * 0.6, limits));
    else if (action === "go.all") this.show(limits);
    else if (action === "go.first") this.show({ earliest: this.data.window[0], latest: this.data.window[1] });
  }

  /** Move the view as little as makes an event readable. @param {string} id @param {boolean} [glide] */
  reach(id, glide = false) {
    const item = this.item(id);
    if (item) {
      const [earliest, latest] = this.data.window;
      const seen = this.goal ?? this.view;
      const view = reached(seen, item, { earliest, latest }, this.limits);
      if (view !== seen) this.show(view, { glide });
    }
    this.redraw();
  }

  /** The event at a place of the window. @param {MouseEvent} event */
  at(event) {
    const box = this.node.getBoundingClientRect();
    return hit(this.targets, event.clientX - box.left, event.clientY - box.top);
  }

  /** Keep pixels above the marks for a row of one's own; 0 gives them back. @param {string} name @param {number} pixels */
  room(name, pixels) {
    this.above.set(name, pixels);
    this.second = [...this.above.values()].reduce((sum, one) => sum + one, 0);
    this.node.style.setProperty("--second", `${this.second}px`);
  }

  remove() {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.glide);
    this.plot.remove();
  }
}

/** The whole story and the first view, which no view leaves. @param {ChartData} data @returns {View} */
function limitsOf({ events, window: [first, last] }) {
  const whole = fit(Math.min(...events.map((item) => item.left), first), Math.max(...events.map((item) => item.right), first + 1), leastAt(first));
  return { earliest: Math.min(whole.earliest, first), latest: Math.max(whole.latest, last) };
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
      if (widths.size > MEASURED) widths.clear();
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
