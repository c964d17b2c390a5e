// @ts-check
/** How long after one moment another one was, in words: the twin of timeline/draw/elapsed.py; tests/draw/elapsed.json is checked from both sides. */

import { threeDigits, yearsText } from "./ages.mjs";
import { counted, fill, isExact } from "./moments.mjs";
import { DAY, HOUR, MINUTE, daysOf } from "./zones.mjs";

/** @typedef {import("./moments.mjs").Moment} Moment */
/** @typedef {import("./moments.mjs").Words} Words */

const MONTH = 2_629_746_000; // a twelfth of the mean Gregorian year
const MOST_DAYS = 7305; // twenty years: nobody counts more of them in days
const MANY = 1000; // years that are rounded to three digits
export const PARTS_OF_DAY = new Set(["night", "morning", "forenoon", "noon", "afternoon", "evening"]);

/** `16 h 38 min later`; empty where most of it would be doubt. @param {Moment} before @param {Moment} after @param {Words} words @param {string} language */
export function elapsed(before, after, words, language) {
  /** @param {string} unit @param {number} n */
  const count = (unit, n) => counted(words, `gap.${unit}`, n, language);
  const [from, to] = [dayOf(before), dayOf(after)];
  if (from !== null && to !== null && to > from && to - from < MOST_DAYS) return fill(words["gap.later"], { span: count("day", to - from) });
  const [[first, last], [begin, end]] = [endsOf(before), endsOf(after)];
  if (first === null || last === null || begin === null || end === null) return "";
  const [least, most] = [begin - last, end - first];
  if (least <= 0 || 4 * (most - least) > least + most) return "";
  const about = least < most || before.approximate || after.approximate;
  const length = Math.floor((least + most) / 2);
  if (length >= MANY * 12 * MONTH) return fill(words["gap.about"], { span: yearsText(words, "gap", threeDigits(rounded(length, 12 * MONTH)), language) });
  const [span, vague] = lengthWords(length, words, about, count);
  return fill(words[vague ? "gap.about" : "gap.later"], { span });
}

/** The calendar day of a moment that is known to the day and no better. @param {Moment} moment */
function dayOf(moment) {
  const match = /^([+-]?\d{4,})-(\d\d)-(\d\d)$/.exec(moment.civil ?? "");
  return match && (moment.precision === "day" || PARTS_OF_DAY.has(moment.precision)) ? daysOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** @param {Moment} moment @returns {[number | null, number | null]} */
function endsOf(moment) {
  const exact = isExact(moment) && moment.named === null && moment.precision !== "hour";
  return exact ? [moment.earliest, moment.earliest] : [moment.earliest, moment.latest];
}

/** The length in at most two units, and whether it is rounded so far that it has to say so.
 * @param {number} length @param {Words} words @param {boolean} about
 * @param {(unit: string, n: number) => string} count @returns {[string, boolean]} */
function lengthWords(length, words, about, count) {
  if (length >= 60 * DAY) {
    const [unit, size] = length >= 24 * MONTH ? ["year", 12 * MONTH] : ["month", MONTH];
    return [count(unit, rounded(length, size)), true];
  }
  if (length >= (about ? 2 : 7) * DAY) return [count("day", rounded(length, DAY)), about];
  if (about) {
    const size = length >= 2 * HOUR ? HOUR : length >= 10 * MINUTE ? 10 * MINUTE : MINUTE;
    length = Math.max(rounded(length, size), 1) * size;
  }
  if (length < MINUTE) return [fill(words["gap.second"], { n: rounded(length, 1000) }), about];
  const [large, small, step] = length >= DAY ? ["day", "hour", HOUR] : ["hour", "minute", MINUTE];
  const [total, per] = [rounded(length, step), step === HOUR ? 24 : 60];
  /** @type {[string, number][]} */
  const parts = [[large, Math.floor(total / per)], [small, total % per]];
  return [parts.filter(([, n]) => n).map(([unit, n]) => count(unit, n)).join(" "), about];
}

/** @param {number} length @param {number} size */
const rounded = (length, size) => Math.floor((2 * length + size) / (2 * size));
