// @ts-check
/** Where the clocks of the chosen zone are changed: the hours that come twice are hatched, the place of a missing hour is a line. */

import { element, find } from "./chart.mjs";
import { dateWords, fill } from "./moments.mjs";
import { DAY, MINUTE, floorMod, offsetAt, pad } from "./zones.mjs";

const WEEK = 7 * DAY;
const BESIDE = 5; // pixels from a change to its words
const LONGEST_CHANGE = 60 * DAY; // in a longer view an hour is less than a pixel

/** @param {import("./timeline.mjs").Timeline} timeline */
export function bindShifts(timeline) {
  const { chart } = timeline;
  /** @type {Map<string, {at: number, by: number} | null>} */
  const known = new Map();
  timeline.on("drawn", () => {
    const layer = find(timeline.root, "[data-bands]");
    for (const old of layer.querySelectorAll(".tl-shift")) old.remove();
    const { earliest, latest } = chart.view;
    if (latest - earliest > LONGEST_CHANGE) return;
    const how = chart.how();
    for (let week = Math.floor(earliest / WEEK) - 1; week * WEEK < latest; week += 1) {
      const key = `${how.zone} ${week}`;
      if (!known.has(key)) known.set(key, shiftIn(week * WEEK, (week + 1) * WEEK, how.zone));
      const shift = known.get(key);
      if (shift && Math.abs(shift.at - (earliest + latest) / 2) < (latest - earliest) / 2 + Math.abs(shift.by)) layer.append(drawn(shift, chart, how));
    }
  });
}

/** The first change of a zone's offset in a range, and by how much it is; null where there is none at both of its ends.
 * @param {number} from @param {number} to @param {string} zone */
export function shiftIn(from, to, zone) {
  const by = offsetAt(to, zone) - offsetAt(from, zone);
  if (!by) return null;
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, zone) === offsetAt(from, zone)) low = middle;
    else high = middle;
  }
  return { at: high, by };
}

/** What comes twice or not at all: hours by their clocks; from a day on, by its date. @param {{at: number, by: number}} shift
 * @param {import("./ticks.mjs").Zoned} how */
export function shiftText({ at, by }, how) {
  const from = at + offsetAt(at, how.zone) - Math.max(by, 0);
  const date = fill(how.words["date.brief"], dateWords(Math.floor(from / DAY), how, "short"));
  const code = (by < 0 ? "shift.fold" : "shift.gap") + (Math.abs(by) < DAY ? "" : ".day");
  return fill(how.words[code], { from: clock(from), to: clock(from + Math.abs(by)), date });
}

/** @param {{at: number, by: number}} shift @param {import("./chart.mjs").Chart} chart @param {import("./ticks.mjs").Zoned} how */
function drawn({ at, by }, chart, how) {
  const twice = Math.max(-by, 0); // the span before the change comes again after it
  const [left, right] = [chart.x(at - twice), chart.x(at + twice)];
  const room = chart.width / ((chart.view.latest - chart.view.earliest) / DAY);
  const text = room > 150 ? shiftText({ at, by }, how) : "";
  const x = text && besides(left, right, chart.measure(text) * 1.1, chart); // bold is wider
  const words = element("span", "", text);
  words.style.left = `${Number(x) - left}px`;
  const node = element("div", "tl-shift", x === null ? "" : words);
  node.dataset.shift = by < 0 ? "fold" : "gap";
  node.style.cssText = `left:${left}px;width:${Math.max(right - left, 0)}px`;
  return node;
}

/** Where words of such a width stand in the strip below the rows: behind a change, else before it; null where counters stand on both sides.
 * @param {number} left @param {number} right @param {number} wide @param {{width: number, counted: readonly {x: number, wide: number}[]}} chart */
export function besides(left, right, wide, { width, counted }) {
  /** @param {number} x */
  const free = (x) => x >= 0 && x + wide <= width && counted.every((bin) => Math.abs(bin.x - x - wide / 2) >= (bin.wide + wide) / 2);
  return [right + BESIDE, left - BESIDE - wide].find(free) ?? null;
}

/** @param {number} wall */
function clock(wall) {
  const rest = floorMod(wall, DAY) / MINUTE;
  return `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}
