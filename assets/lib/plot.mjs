// @ts-check
/** The marks and the ticks of a view: at rest drawn by Plotly; while the view moves, and until Plotly is there, on a canvas in its place. */

import { clipped, colourReader, faded, pick, recolour } from "./marks.mjs";
import { paint, shapesOf } from "./paint.mjs";
import { part } from "./reveal.mjs";
import { moved } from "./rows.mjs";
import { axisText } from "./zones.mjs";

/** @typedef {{react: (node: Element, data: any, layout: any, config: any) => Promise<unknown>, purge: (node: Element) => void}} PlotlyApi */
/** @typedef {{shown: import("./reveal.mjs").Item[], ticks: import("./ticks.mjs").Tick[], width: number, row: number}} Drawing */

export const TOP = 48; // pixels above the rows: bands and ticks
const AXIS = 24; // pixels of the row of ticks
const REST = 140; // milliseconds without movement until Plotly draws again

export class Plot {
  /** @param {import("./chart.mjs").Chart} chart @param {HTMLElement} node */
  constructor(chart, node) {
    this.chart = chart;
    this.node = node;
    this.canvas = document.createElement("canvas");
    node.before(this.canvas);
    this.pen = this.canvas.getContext("2d");
    /** @type {PlotlyApi | null} */
    this.plotly = null;
    this.colour = colourReader(chart.node);
    /** @type {Map<import("./rows.mjs").Rows, {data: import("./marks.mjs").Trace[], shapes: import("./paint.mjs").Shape[]}>} by their rows */
    this.drawn = new Map();
    this.rest = 0;
    /** @type {Drawing & {key: string} | null} */
    this.drawing = null;
    this.plotted = ""; // what Plotly shows: the key of that drawing
  }

  /** @param {PlotlyApi} plotly */
  arrive(plotly) {
    this.plotly = plotly;
    this.chart.redraw();
  }

  /** What there is to draw, in the rows of the view. */
  figure() {
    const { data, lay } = this.chart;
    let found = this.drawn.get(lay);
    if (!found) {
      const traces = moved(data.figure.data, data.events, lay);
      this.drawn.set(lay, (found = { data: traces, shapes: shapesOf(traces) }));
    }
    return found;
  }

  /** Read the colours anew. */
  recolour() {
    this.colour = colourReader(this.chart.node);
    this.plotted = "";
  }

  /** Show it on the canvas now, and have Plotly draw it once the view rests. @param {Drawing} drawing */
  draw(drawing) {
    const { chart } = this;
    const { shown, ticks, width, row } = drawing;
    const marked = shown.map((item) => (chart.faint(item.id) ? `-${item.id}` : item.id));
    const key = [chart.view.earliest, chart.view.latest, width, row, chart.second, chart.lay, ticks.map((tick) => tick.text), marked].join();
    this.drawing = { ...drawing, key };
    clearTimeout(this.rest);
    if (key === this.plotted) return chart.node.classList.remove("is-moving");
    this.paint(this.drawing);
    chart.node.classList.add("is-moving");
    if (!chart.held) this.rest = setTimeout(() => this.settle(), REST); // a hand that types or turns a wheel is not done yet
  }

  /** @param {Drawing} drawing */
  paint({ shown, ticks, width, row }) {
    const { canvas, chart, pen, colour } = this;
    if (!pen) return;
    const [dense, height] = [devicePixelRatio, chart.height];
    if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
      [canvas.width, canvas.height] = [Math.round(width * dense), Math.round(height * dense)];
      canvas.style.cssText = `width:${width}px;height:${height}px`;
    }
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.textAlign = "center";
    pen.font = "12px system-ui, sans-serif";
    for (const [tick, text] of this.ticks(ticks, width)) {
      const x = Math.round(chart.x(tick.at));
      pen.fillStyle = colour("--grid");
      pen.fillRect(x, TOP, 1, chart.second + chart.rows * row);
      pen.fillStyle = colour("--quiet");
      pen.fillText(text, x + 0.5, TOP - 9);
    }
    /** @param {string} name */
    const named = (name) => (name.startsWith("--") ? colour(name) : name);
    const ids = new Set(shown.map((item) => item.id));
    paint(pen, this.figure().shapes, { x: (at) => chart.x(at), y: (number) => chart.y(number, row), row, width, shown: ids, faint: (id) => chart.faint(id), colour: named });
  }

  /** Each tick with its words, without those that an edge would cut. @param {import("./ticks.mjs").Tick[]} ticks @param {number} width
   * @returns {[import("./ticks.mjs").Tick, string][]} */
  ticks(ticks, width) {
    return ticks.map((tick) => {
      const [x, half] = [this.chart.x(tick.at), this.chart.measure(tick.text) / 2];
      return [tick, x > half && x + half < width ? tick.text : ""];
    });
  }

  /** The view rests: let Plotly draw it. */
  settle() {
    const { chart, colour, drawing, plotly } = this;
    if (chart.moving) {
      chart.moving = false;
      chart.after();
    }
    if (!plotly || !drawing || drawing.key === this.plotted) return;
    const { shown, width, row, key } = drawing;
    const [{ layout, config }, { data }] = [chart.data.figure, this.figure()];
    const linear = layout.xaxis.type !== "date";
    const [strong, faint] = part(shown, (item) => !chart.faint(item.id)).map((items) => new Set(items.map((item) => item.id)));
    const traces = [...data.map((trace) => pick(trace, strong ?? new Set())), ...(faint?.size ? data.map((trace) => faded(pick(trace, faint))) : [])]
      .filter((trace) => trace.customdata.length).map((trace) => recolour(linear ? clipped(trace, chart.view) : trace, colour));
    for (const { marker } of traces) if (marker?.size) marker.size = Math.max(8, Math.min(marker.size, row * 0.75));
    const value = linear ? Number : axisText;
    const ticks = this.ticks(drawing.ticks, width);
    const xaxis = { ...layout.xaxis, range: [value(chart.view.earliest), value(chart.view.latest)], tickvals: ticks.map(([tick]) => value(tick.at)), ticktext: ticks.map(([, text]) => text) };
    const yaxis = { ...layout.yaxis, range: [chart.rows - 0.5, -0.5 - chart.second / row] };
    const sized = { ...layout, xaxis, yaxis, width, height: AXIS + chart.second + chart.rows * row };
    void plotly.react(this.node, traces, recolour(sized, colour), config).then(() => {
      this.plotted = key;
      if (this.drawing?.key === key) chart.node.classList.remove("is-moving");
    });
  }

  remove() {
    clearTimeout(this.rest);
    this.plotly?.purge(this.node);
  }
}
