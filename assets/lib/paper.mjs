// @ts-check
/** Paper: the whole line in pieces of time, each with no more labels than a sheet can carry, numbered like the cards below it. Built when
 * printing begins, since it tells the zone, the language and the filters of that moment; without scripts paper has the numbered cards. */

import { farText } from "./ages.mjs";
import { element } from "./chart.mjs";
import { dateWords, fill } from "./moments.mjs";
import { instantOf } from "./paint.mjs";
import { leastAt } from "./reveal.mjs";
import { ticksOf } from "./ticks.mjs";
import { DAY, offsetAt } from "./zones.mjs";

/** @typedef {import("./reveal.mjs").Item} Item */
/** @typedef {import("./timeline.mjs").Timeline} Timeline */
/** @typedef {{from: number, to: number, items: Item[]}} Sheet half open */
/** @typedef {{from: number, to: number, full: boolean, colour: string, opacity: number}} Piece of a bar; full: it certainly lasted there */

const MOST_ROWS = 14; // labels of a piece: two pieces stand on a page of A4 upright or A3 across, one on A4 across
const WIDTH = 620; // CSS pixels of a line on the narrowest of these pages, for the distance of ticks

/** @param {Timeline} timeline */
export function bindPaper(timeline) {
  const { signal } = timeline.ending;
  /** @type {HTMLElement[]} */
  let added = [];
  const away = () => {
    for (const node of added) node.remove();
    added = [];
  };
  addEventListener("beforeprint", () => {
    away();
    timeline.hover(null, "card");
    const place = zoneName(timeline);
    const numbers = numbersOf(timeline.root);
    const { events, numbered } = timeline.printed();
    const items = events.filter((item) => !numbered || numbers.has(item.id));
    const legend = timeline.root.querySelector(".tl-legend");
    const line = element("section", "tl-sheets", ...cut(items, MOST_ROWS).map((sheet) => figureOf(timeline, sheet, numbers)));
    if (legend) line.append(legend.cloneNode(true));
    const margins = element("style", "", `@page { @bottom-left { content: ${JSON.stringify(place)} } }`);
    added = [line, margins];
    timeline.root.querySelector(".tl-panes")?.before(line);
    document.head.append(margins);
  }, { signal });
  addEventListener("afterprint", away, { signal });
  signal.addEventListener("abort", away);
}

/** Pieces of a line with at most so many events each. It is cut where much time lies between two events and neither side is small; and
 * a piece that fits is cut where it would be almost all gap. @param {readonly Item[]} events @param {number} most @returns {Sheet[]} */
export function cut(events, most) {
  /** @param {Item[]} some @returns {Item[][]} */
  const halve = (some) => {
    const lefts = some.map((item) => item.left);
    const least = some.length > most ? 3 : 2;
    let [best, at, gap] = [0, Math.ceil(some.length / 2), 0];
    for (let index = least; index <= some.length - least; index += 1) {
      const free = (lefts[index] ?? 0) - (lefts[index - 1] ?? 0);
      const score = free * Math.min(index, some.length - index);
      if (score > best) [best, at, gap] = [score, index, free];
    }
    if (some.length <= most && gap <= 0.8 * ((lefts.at(-1) ?? 0) - (lefts[0] ?? 0))) return some.length ? [some] : [];
    return [...halve(some.slice(0, at)), ...halve(some.slice(at))];
  };
  const parts = halve([...events].sort((a, b) => a.left - b.left));
  return parts.map((items, index) => {
    const from = items[0]?.left ?? 0;
    const rights = items.map((item) => item.right).sort((a, b) => a - b);
    const next = Math.max(parts[index + 1]?.[0]?.left ?? Infinity, items.at(-1)?.left ?? 0, rights[rights.length >> 1] ?? 0);
    const to = Math.min(rights.at(-1) ?? 0, next); // a bar that lasts until long after would press the others together
    const room = Math.max((to - from) / 40, leastAt(from));
    return { from: from - room, to: to + room, items };
  });
}

/** Event -> its number in print, as the style sheet counts the cards: `7`, or `7a` where the card has several. @param {ParentNode} root */
export function numbersOf(root) {
  /** @type {Map<string, string>} */
  const numbers = new Map();
  const cards = [...root.querySelectorAll("[data-entry]")].filter((card) => card instanceof HTMLElement && !card.hidden);
  cards.forEach((card, index) => {
    const events = [...card.querySelectorAll("[data-event]")];
    events.forEach((event, place) => numbers.set(event.getAttribute("data-event") ?? "", `${index + 1}${events.length > 1 ? letter(place) : ""}`));
  });
  return numbers;
}

/** a, b, ... z, aa, as the style sheet's `lower-alpha`. @param {number} place @returns {string} */
export const letter = (place) => (place > 25 ? letter(Math.floor(place / 26) - 1) : "") + String.fromCharCode(97 + (place % 26));

/** @param {Timeline} timeline */
function zoneName({ root, data }) {
  const select = root.querySelector("[data-zone]");
  return `${data.words["zone"]} ${select instanceof HTMLSelectElement ? select.selectedOptions[0]?.text : data.zone}`;
}

/** @param {Timeline} timeline @param {Sheet} sheet @param {ReadonlyMap<string, string>} numbers */
function figureOf(timeline, sheet, numbers) {
  const how = { ...timeline.telling(), zone: timeline.zone === "written" ? timeline.data.zone : timeline.zone };
  const days = [sheet.from, sheet.to].map((at) => farText(at, sheet.to - sheet.from, how.words, how.language) ?? fill(how.words["date.plain"], dateWords(Math.floor((at + offsetAt(at, how.zone)) / DAY), how)));
  const { ticks, bands } = ticksOf(sheet.from, sheet.to, WIDTH, how);
  /** @param {number} at in percent */
  const x = (at) => (100 * (Math.min(Math.max(at, sheet.from), sheet.to) - sheet.from)) / (sheet.to - sheet.from);
  const axis = element("div", "tl-sheet-axis");
  for (const { from, to, texts } of bands) {
    const room = ((x(to) - x(from)) * WIDTH) / 100 - 8;
    const band = element("span", "tl-sheet-band", texts.find((text) => text.length * 7 <= room) ?? "");
    band.style.cssText = `left:${x(from)}%;width:${x(to) - x(from)}%`;
    axis.append(band);
  }
  const grid = element("div", "tl-sheet-grid");
  for (const { at, text } of ticks) {
    const [tick, line] = [element("span", "tl-sheet-tick", text), element("span", "")];
    tick.style.cssText = `left:${x(at)}%;translate:-${x(at)}%`; // so that the last one ends where the line ends
    line.style.left = `${x(at)}%`;
    axis.append(tick);
    grid.append(line);
  }
  const eras = erasOf(timeline.data.eras.bands, sheet, x, grid);
  const rows = sheet.items.map((item) => lineOf(timeline, item, x, numbers, sheet.to));
  return element("figure", "tl-sheet", element("figcaption", "", [...new Set(days)].join(" – ")), axis, ...eras, element("ol", "tl-sheet-rows", grid, ...rows));
}

/** A line for each row of eras: their names over bands behind the marks. @param {readonly import("./eras.mjs").Band[]} bands @param {Sheet} sheet
 * @param {(at: number) => number} x @param {HTMLElement} grid */
function erasOf(bands, sheet, x, grid) {
  const here = bands.filter((band) => band.left < sheet.to && band.right > sheet.from);
  return [...new Set(here.map((band) => band.row))].sort((a, b) => a - b).map((row) => {
    const names = here.filter((band) => band.row === row).map((band) => {
      const [name, tint] = [element("span", "tl-sheet-era", band.label), element("span", "tl-sheet-tint")];
      for (const node of [name, tint]) node.style.cssText = `left:${x(band.left)}%;width:${x(band.right) - x(band.left)}%`;
      grid.append(tint);
      return name;
    });
    return element("div", "tl-sheet-eras", ...names);
  });
}

/** One event: its mark, and beside it its number and label, which wrap and are never cut. @param {Timeline} timeline @param {Item} item
 * @param {(at: number) => number} x @param {ReadonlyMap<string, string>} numbers @param {number} end */
function lineOf(timeline, item, x, numbers, end) {
  const data = timeline.printed();
  const [left, right] = [x(item.left), x(item.right)];
  const mark = element("span", item.dot ? "tl-sheet-mark is-dot" : "tl-sheet-mark");
  [mark.dataset.status, mark.dataset.lane] = [item.status, laneOf(data, item.id)];
  mark.style.cssText = item.dot ? `left:${left}%` : `left:${left}%;width:${right - left}%`;
  const filled = piecesOf(data, item.id);
  const pieces = filled.map((piece) => {
    const node = element("span", piece.full ? "tl-sheet-piece is-full" : "tl-sheet-piece");
    node.dataset.lane = mark.dataset.lane;
    node.style.cssText = `left:${x(piece.from)}%;width:${x(piece.to) - x(piece.from)}%;background:var(${piece.colour});opacity:${piece.opacity}`;
    return node;
  });
  const [first, last] = [filled[0], filled.at(-1)];
  if (item.status === "happened" && first && !first.full && first.opacity === 1) mark.classList.add("is-bound-left");
  if (item.status === "happened" && last && !last.full && last.opacity === 1) mark.classList.add("is-bound-right");
  if (item.status === "planned" && first && last) mark.classList.add(first.opacity < last.opacity ? "is-open-left" : "is-open-right");
  const outcome = data.events.find((other) => other.replaces === item.id);
  if (item.right > end) mark.append(element("i", "", "›"));
  const label = element("span", "tl-sheet-label", element("b", "", numbers.get(item.id) ?? ""), " ", element("bdi", "", item.label), outcome ? ` → ${numbers.get(outcome.id) ?? ""}` : "");
  if (right < 55) label.style.marginLeft = `calc(${right}% + 3mm)`;
  else if (left > 45) label.style.cssText = `margin-right:calc(${100 - left}% + 3mm);text-align:right`;
  else label.style.marginLeft = `calc(${left}% + 2mm)`;
  return element("li", "tl-sheet-row", ...pieces, mark, label);
}

/** The filled pieces of a bar, as the figure has them. @param {ReturnType<Timeline["printed"]>} data @param {string} id @returns {Piece[]} */
function piecesOf(data, id) {
  return data.traces.filter((trace) => trace.uid === "bar" || trace.uid === "pale").flatMap((trace) =>
    trace.customdata.flatMap((/** @type {string} */ one, /** @type {number} */ index) => {
      if (one !== id) return [];
      const from = instantOf(trace.base[index]);
      return [{ from, to: from + trace.x[index], full: trace.uid === "bar", colour: trace.marker.color[index], opacity: trace.marker.opacity[index] }];
    })).sort((a, b) => a.from - b.from);
}

/** The number of the lane, by the colour of its mark. @param {ReturnType<Timeline["printed"]>} data @param {string} id */
function laneOf(data, id) {
  for (const { customdata, marker } of data.traces) {
    const colour = [marker?.color, marker?.line?.color].map((all) => (Array.isArray(all) ? all[customdata.indexOf(id)] : "")).find((name) => name?.startsWith("--lane"));
    if (customdata.includes(id) && colour) return colour.slice(7);
  }
  return "0";
}
