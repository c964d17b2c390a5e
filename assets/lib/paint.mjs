// @ts-check
/** The figure's marks on a canvas, in a few milliseconds: what is seen while the view moves, and until Plotly is there. At rest Plotly draws them. */

import { FAINT } from "./marks.mjs";
import { DAY, HOUR, MINUTE, daysOf } from "./zones.mjs";

/** @typedef {{id: string, kind: string, left: number, right: number, row: number, fill: string, line: string, thick: number, alpha: number,
 *   dash: number[], points: [number, number][]}} Shape kind: bar, crossed, line, or the symbol of a dot */
/** @typedef {{x: (at: number) => number, y: (row: number) => number, row: number, width: number, shown: ReadonlySet<string>,
 *   faint: (id: string) => boolean, colour: (name: string) => string}} Canvassed */

const FARTHEST = 100_000; // pixels: a dashed line that is longer takes its time
const CLEAR = "rgba(0,0,0,0)";

/** An instant of the figure: a number, or naive UTC text. @param {string | number} value */
export function instantOf(value) {
  const match = /^(-?\d+)-(\d\d)-(\d\d) (\d\d):(\d\d):([\d.]+)$/.exec(String(value));
  if (!match) return Number(value);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + Math.round(second * 1000);
}

/** @param {import("./marks.mjs").Trace[]} traces @returns {Shape[]} */
export function shapesOf(traces) {
  return traces.flatMap((trace) => (trace["type"] === "bar" ? bars(trace) : trace["mode"] === "lines" ? lines(trace) : dots(trace)));
}

/** @param {any} value one for all points, or an array @param {number} index */
const at = (value, index) => (Array.isArray(value) ? value[index] : value);

/** @param {import("./marks.mjs").Trace} trace @returns {Shape[]} */
function bars({ customdata, base, x, y, marker }) {
  return customdata.map((id, index) => {
    const left = instantOf(base[index]);
    const line = { line: at(marker.line.color, index), thick: at(marker.line.width, index) };
    const fill = marker.pattern ? marker.pattern.fgcolor : at(marker.color, index);
    const kind = marker.pattern ? "crossed" : "bar";
    return { id, kind, left, right: left + x[index], row: y[index], fill, ...line, alpha: at(marker.opacity, index) ?? 1, dash: marker.cornerradius ? [5] : [], points: [] };
  });
}

/** @param {import("./marks.mjs").Trace} trace @returns {Shape[]} */
function dots({ customdata, uid, x, y, marker }) {
  const dash = uid === "dot-superseded" ? [2.5, 2] : [];
  return customdata.map((id, index) => {
    const left = instantOf(x[index]);
    return { id, kind: marker.symbol, left, right: left, row: y[index], fill: at(marker.color, index), line: "", thick: 2, alpha: 1, dash, points: [] };
  });
}

/** @param {import("./marks.mjs").Trace} trace @returns {Shape[]} */
function lines({ customdata, x, y, line }) {
  /** @type {Shape[]} */
  const found = [];
  const look = { kind: "line", left: 0, right: 0, row: 0, fill: "", line: line.color, thick: line.width, alpha: 1, dash: (line.dash ?? "").split(",").map(parseFloat).filter(Boolean) };
  for (const [index, id] of customdata.entries()) {
    if (x[index] === null) continue;
    if (!index || x[index - 1] === null) found.push({ ...look, id, points: [] });
    found.at(-1)?.points.push([instantOf(x[index]), y[index]]);
  }
  return found;
}

/** @param {CanvasRenderingContext2D} pen @param {readonly Shape[]} shapes @param {Canvassed} on */
export function paint(pen, shapes, on) {
  for (const shape of shapes) {
    if (!on.shown.has(shape.id)) continue;
    pen.globalAlpha = shape.alpha * (on.faint(shape.id) ? FAINT : 1);
    pen.setLineDash(shape.kind === "bar" || shape.kind === "crossed" ? [] : shape.dash);
    pen.lineWidth = shape.thick;
    pen.strokeStyle = on.colour(shape.line || shape.fill);
    pen.fillStyle = on.colour(shape.fill);
    pen.beginPath();
    if (shape.kind === "line") shape.points.forEach(([at, row], index) => pen[index ? "lineTo" : "moveTo"](Math.min(Math.max(on.x(at), -FARTHEST), FARTHEST), on.y(row)));
    else if (shape.points.length === 0) outline(pen, shape, on);
    if (shape.kind === "circle" || (shape.kind === "bar" && shape.fill !== CLEAR)) pen.fill();
    if (shape.thick) pen.stroke();
    if (shape.kind === "crossed") hatch(pen, on.x(shape.left), on.y(shape.row), on.x(shape.right), on);
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

/** A bar or a dot, cut where nobody sees it. @param {CanvasRenderingContext2D} pen @param {Shape} shape @param {Canvassed} on */
function outline(pen, { kind, left, right, row, dash }, on) {
  const y = on.y(row);
  if (kind !== "bar" && kind !== "crossed") {
    const size = Math.max(8, Math.min(12, on.row * 0.75)) / 2;
    pen.arc(on.x(left), y, size, 0, 7);
    if (kind === "circle-x-open") for (const turn of [1, -1]) cross(pen, on.x(left), y, size * 0.7, turn * size * 0.7);
    return;
  }
  const [from, to, half] = [Math.max(on.x(left), -20), Math.min(on.x(right), on.width + 20), on.row * 0.36];
  if (to > from) pen.roundRect(from, y - half, to - from, 2 * half, Math.min(dash[0] ?? 0, (to - from) / 2));
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} dx @param {number} dy */
function cross(pen, x, y, dx, dy) {
  pen.moveTo(x - dx, y - dy);
  pen.lineTo(x + dx, y + dy);
}

/** @param {CanvasRenderingContext2D} pen @param {number} left @param {number} y @param {number} right @param {Canvassed} on */
function hatch(pen, left, y, right, on) {
  pen.save();
  pen.clip();
  pen.strokeStyle = pen.fillStyle;
  pen.lineWidth = 0.6;
  pen.beginPath();
  for (let x = Math.max(left, -20); x < Math.min(right, on.width) + 20; x += 7) for (const turn of [1, -1]) cross(pen, x, y, on.row * 0.4, turn * on.row * 0.4);
  pen.stroke();
  pen.restore();
}
