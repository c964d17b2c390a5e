// @ts-check
/** Two rows of ticks on the wall-clock boundaries of a zone: ticks with the finer unit, bands with the coarser one. All positions are UTC. */

import { DAY, HOUR, MINUTE, dateOf, daysOf, floorMod, instantsOf, offsetAt, offsetText, pad, startOf } from "./zones.mjs";
import { PRESENT, ageText } from "./ages.mjs";
import { GREGORIAN, dateWords, fill } from "./moments.mjs";

/** @typedef {{at: number, text: string}} Tick */
/** @typedef {{from: number, to: number, texts: string[]}} Band half open; its words from the longest form to the shortest */
/** @typedef {import("./moments.mjs").Telling & {zone: string}} Zoned */

const CLOCKS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
const GAPS = { clock: 60, day: 30, month: 48, words: 4 }; // pixels
const YEAR = 365.25 * DAY;
const [AGED, DISTANT] = [10_000, 100_000]; // years: from such a step on, and so far from year 0, ticks say how long ago it was
const WIDE = 600; // pixels: a narrower axis has short words

/** Ticks for a half-open range that is `width` pixels wide, as far apart as their words need.
 * @param {number} earliest @param {number} latest @param {number} width @param {Zoned} how
 * @returns {{ticks: Tick[], bands: Band[]}} */
export function ticksOf(earliest, latest, width, how) {
  const pixel = (latest - earliest) / Math.max(width, 1);
  const first = earliest + offsetAt(earliest, how.zone);
  const last = latest + offsetAt(latest, how.zone);
  const exact = Number.isSafeInteger(Math.floor(first)) && Number.isSafeInteger(Math.floor(last)); // beyond, a number of milliseconds is no clock
  const clock = exact ? CLOCKS.find((size) => size >= pixel * GAPS.clock) : undefined;
  if (clock) return { ticks: clockTicks(first, last, clock, how, earliest, latest), bands: bandsOf(dayWalls(first, last, 1), how, dayBand) };
  if (pixel * GAPS.day <= 7 * DAY) {
    const ticks = dayWalls(first, last, pixel * GAPS.day <= DAY ? 1 : 7).map((wall) => ({ at: startOf(wall, how.zone), text: String(dateOf(Math.round(wall / DAY))[2]) }));
    return { ticks: inside(ticks, earliest, latest), bands: bandsOf(monthWalls(first, last, 1), how, monthBand) };
  }
  const months = [1, 3, 6].find((count) => count * 30 * DAY >= pixel * GAPS.month);
  const gap = Math.max(GAPS.month, ...[first, last].map((wall) => dateWords(Math.floor(wall / DAY), how).year.length * 9)); // far years have long names
  if (months) return { ticks: yearTicks(first, last, months, how, earliest, latest), bands: bandsOf(monthWalls(first, last, 12), how, yearBand) };
  const ages = ageTicks(first, last, width, how);
  if (ages) return { ticks: inside(ages, earliest, latest), bands: [] };
  return { ticks: yearTicks(first, last, 12 * niceYears((pixel * gap) / YEAR), how, earliest, latest), bands: [] };
}

/** Both rows in one: where a band begins, its shortest words stand instead of the tick, and of those that they would touch. @param {number} earliest
 * @param {number} latest @param {number} width @param {Zoned} how @param {(text: string) => number} measure @returns {(Tick & {strong: boolean})[]} */
export function rowOf(earliest, latest, width, how, measure) {
  const { ticks, bands } = ticksOf(earliest, latest, width, how);
  const strong = bands.filter((band) => band.from >= earliest && band.from < latest).map(({ from, texts }) => ({ at: from, text: texts.at(-1) ?? "", strong: true }));
  /** @param {Tick} one @param {Tick} other */
  const touch = (one, other) => (Math.abs(one.at - other.at) / (latest - earliest)) * width < (measure(one.text) + measure(other.text)) / 2 + GAPS.words;
  return [...ticks.filter((tick) => !strong.some((one) => touch(one, tick))).map((tick) => ({ ...tick, strong: false })), ...strong];
}

/** How a tick of such a row looks with its middle at a place. @param {Tick & {strong: boolean}} tick @param {number} x
 * @returns {import("./layer.mjs").Look} */
export const centred = ({ at, text, strong }, x) => ({ key: at, name: strong ? "is-strong" : "", css: `transform:translateX(${x}px) translateX(-50%)`, text });

/** Ticks in years ago, as far apart as their words need; null where years are told by their number.
 * @param {number} first @param {number} last @param {number} width @param {Zoned} how @returns {Tick[] | null} */
function ageTicks(first, last, width, how) {
  const [from, to] = [first, last].map((wall) => dateOf(Math.floor(wall / DAY))[0]);
  const [oldest, newest] = [PRESENT - (from ?? 0), PRESENT - (to ?? 0)];
  const pixel = Math.max(oldest - newest, 1) / Math.max(width, 1);
  let step = niceYears(pixel * GAPS.month);
  if (step < AGED && Math.max(Math.abs(oldest), Math.abs(newest)) < DISTANT) return null;
  const form = width < WIDE ? "date.brief." : "date.";
  /** @param {number} age */
  const text = (age) => ageText(how.words, age, how.language, form);
  const longest = () => Math.max(...[oldest, (oldest + newest) / 2, newest].map((age) => text(Math.round(age / step) * step).length));
  for (let turn = 0; turn < 2; turn += 1) step = niceYears(pixel * (longest() * 7.2 + 16));
  const ticks = [];
  for (let count = Math.ceil(newest / step); count * step <= oldest; count += 1)
    ticks.push({ at: daysOf(PRESENT - count * step, 1, 1) * DAY, text: text(count * step) });
  return ticks.reverse();
}

/** 1, 2 or 5 times a power of ten. @param {number} least */
function niceYears(least) {
  let years = 1;
  for (let turn = 0; years < least; turn += 1) years *= turn % 3 === 1 ? 2.5 : 2;
  return years; // 2.5 times an even number: whole, however large
}

/** A repeated hour comes twice, in order, with its offsets; a skipped one does not come.
 * @param {number} first @param {number} last @param {number} step @param {Zoned} how @param {number} earliest @param {number} latest */
function clockTicks(first, last, step, how, earliest, latest) {
  const ticks = [];
  for (let wall = Math.floor(first / DAY) * DAY; wall <= last + DAY; wall += step) {
    const found = instantsOf(wall, how.zone);
    const rest = floorMod(wall, DAY);
    const text = `${pad(Math.floor(rest / HOUR))}:${pad((rest % HOUR) / MINUTE)}`;
    for (const at of found) ticks.push({ at, text: found.length > 1 ? `${text} ${offsetText(offsetAt(at, how.zone)).slice(3) || "+0"}` : text });
  }
  return inside(ticks, earliest, latest).sort((a, b) => a.at - b.at);
}

/** @param {number} first @param {number} last @param {number} months @param {Zoned} how @param {number} earliest @param {number} latest */
function yearTicks(first, last, months, how, earliest, latest) {
  const ticks = monthWalls(first, last, months).map((start) => {
    const [year] = dateOf(Math.round(start / DAY));
    const wall = months > 12 && year <= 0 ? daysOf(year + 1, 1, 1) * DAY : start; // year 0 is 1 BC: so that years BC are round, too
    const parts = dateWords(Math.round(wall / DAY), how, "short");
    return { at: startOf(wall, how.zone), text: months < 12 ? parts.month : parts.year };
  });
  return inside(ticks, earliest, latest);
}

/** Midnights from the one before the range to the one after it; weeks begin on Monday. @param {number} first @param {number} last @param {1 | 7} step */
function dayWalls(first, last, step) {
  const walls = [];
  const day = Math.floor(first / DAY);
  for (let at = day - (step === 7 ? floorMod(day + 3, 7) : 0); (at - step) * DAY < last; at += step) walls.push(at * DAY);
  return walls;
}

/** @param {number} first @param {number} last @param {number} step in months, counted from year 0 */
function monthWalls(first, last, step) {
  const walls = [];
  const [year, month] = dateOf(Math.floor(first / DAY));
  let number = year * 12 + month - 1;
  number -= floorMod(number, step);
  for (let wall = -Infinity; wall < last; number += step) {
    wall = daysOf(Math.floor(number / 12), floorMod(number, 12) + 1, 1) * DAY;
    walls.push(wall);
  }
  return walls;
}

/** @param {number[]} walls @param {Zoned} how @param {(days: number, how: Zoned) => string[]} words */
function bandsOf(walls, how, words) {
  const starts = walls.map((wall) => startOf(wall, how.zone));
  const bands = walls.slice(0, -1).map((wall, index) => ({ from: starts[index] ?? 0, to: starts[index + 1] ?? 0, texts: words(Math.round(wall / DAY), how) }));
  return bands.filter(({ from, to }) => from < to); // a zone may skip a day
}

/** @param {number} days @param {Zoned} how */
const dayBand = (days, how) => (days >= GREGORIAN ? ["date.day", "date.brief"] : ["date.plain"]).map((form) => fill(how.words[form], dateWords(days, how, "short")));
/** @param {number} days @param {Zoned} how */
const monthBand = (days, how) => {
  const short = dateWords(days, how, "short");
  return [fill(how.words["date.month"], dateWords(days, how)), fill(how.words["date.month"], short), short.month];
};
/** @param {number} days @param {Zoned} how */
const yearBand = (days, how) => [dateWords(days, how).year];
/** @param {Tick[]} ticks @param {number} earliest @param {number} latest */
const inside = (ticks, earliest, latest) => ticks.filter(({ at }, index) => at >= earliest && at < latest && at !== ticks[index + 1]?.at); // a skipped day begins with the next
