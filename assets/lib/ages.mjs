// @ts-check
/** Deep time: years before 1, and so many years ago. The twin of `age_of` in timeline/ages.py, and of timeline/draw/amounts.py. */

import { DAY, dateOf, hasClocks } from "./zones.mjs";

/** @typedef {Record<string, string>} Words */

export const PRESENT = 1950; // "before present", as radiocarbon dates count
const ROUND = 10_000; // a number rounded so far is the year itself: what has passed since the year 0 lies within the rounding
const FAR = 100_000; // from here on a year is told as an age, however exactly it is known
const OLD = 10_000; // and from so many years ago on if it is a number of decades, centuries, millennia ago
/** @type {Record<string, number>} */
const SIZES = { decade: 10, century: 100, millennium: 1000 };
const SCALES = /** @type {const} */ ([[1e9, "billion"], [1e6, "million"]]);
/** @type {Map<string, Intl.PluralRules>} */
const plurals = new Map();
/** @type {Map<string, Intl.NumberFormat>} */
const numerals = new Map();

/** The rules of a language: a new one a call took most of the time of a search. @param {string} language @param {"cardinal" | "ordinal"} [type] */
export function rulesOf(language, type = "cardinal") {
  const key = language + type;
  const rules = plurals.get(key) ?? new Intl.PluralRules(language, { type });
  plurals.set(key, rules);
  return rules;
}

/** @param {number} number @param {string} language */
function numberText(number, language) {
  const format = numerals.get(language) ?? new Intl.NumberFormat(language);
  numerals.set(language, format);
  return format.format(number);
}

/** The power of ten to which a number is rounded; its first two digits are always meant. @param {number} number */
export function roundingOf(number) {
  let size = 1;
  while (number && number % (size * 10) === 0 && size * 100 <= Math.abs(number)) size *= 10;
  return size;
}

/** How many years ago a year was, rounded as far as it is known; null for a year that is told by its number.
 * @param {number} year @param {string} precision */
export function ageOf(year, precision) {
  const known = SIZES[precision] ?? 1;
  if (Math.abs(year) < FAR && (known === 1 || PRESENT - year < OLD || (PRESENT - year) % known)) return null;
  const round = roundingOf(year);
  const size = Math.max(known, round >= ROUND ? round : 1);
  return Math.floor((PRESENT - year) / size + 0.5) * size;
}

/** So many years ago, or ahead where the number is below zero. @param {Words} words @param {number} age @param {string} language
 * @param {"date." | "date.brief."} [form] */
export const ageText = (words, age, language, form = "date.") =>
  age === 0 ? (words["date.today"] ?? "") : yearsText(words, form + (age > 0 ? "ago" : "in"), Math.abs(age), language);

/** So many years, in millions or billions where at most three decimals say them. @param {Words} words @param {string} code @param {number} n
 * @param {string} language */
export function yearsText(words, code, n, language) {
  const [size, unit] = SCALES.find(([least]) => n >= least && n % (least / 1000) === 0) ?? [1, "year"];
  const number = n / size;
  const pattern = words[`${code}.${unit}.${rulesOf(language).select(number)}`] ?? words[`${code}.${unit}.many`] ?? "";
  return pattern.replace("{n}", numberText(number, language));
}

/** The `n`th of something, by the language's rule for ordinals. @param {Words} words @param {string} code @param {number} n @param {string} language */
export const ranked = (words, code, n, language) =>
  (words[`${code}.${rulesOf(language, "ordinal").select(n)}`] ?? words[`${code}.many`] ?? "").replace("{n}", String(n));

/** A year with the era where its number does not tell: before 1, and below 1000. @param {number} year @param {Words} words @param {string} language */
export function yearText(year, words, language) {
  const number = Math.abs(year) + Number(year <= 0);
  const said = number >= 100_000 ? numberText(number, language) : String(number);
  return year < 1000 ? (words[year <= 0 ? "date.bc" : "date.ad"] ?? "").replace("{year}", said) : said;
}

/** A year, or the longer piece of the calendar that begins with it; before history, how long ago it was.
 * @param {number} year @param {string} precision @param {Words} words @param {string} language */
export function longText(year, precision, words, language) {
  const age = ageOf(year, precision);
  const size = SIZES[precision];
  if (age !== null) return ageText(words, age, language);
  if (size === undefined) return yearText(year, words, language);
  if (year > 0) return (words[`date.${precision}`] ?? "").replace("{year}", yearText(year, words, language));
  if (precision === "decade") return (words["date.decade.bc"] ?? "").replace("{n}", String(Math.floor((1 - year) / 10) * 10));
  return ranked(words, `date.${precision}.bc`, Math.floor(-year / size) + 1, language);
}

/** An instant of deep time as exactly as a view of `length` milliseconds shows it; null where a view is told by days or clocks.
 * @param {number} instant @param {number} length @param {Words} words @param {string} language @param {"date." | "date.brief."} [form] */
export function farText(instant, length, words, language, form) {
  const [year] = dateOf(Math.floor(instant / DAY));
  const years = length / DAY / 365.25;
  if (years < 20 || (Math.abs(year) < OLD && years < OLD && hasClocks(instant))) return null;
  if (Math.abs(year) < OLD) return yearText(year, words, language);
  const size = 10 ** Math.max(Math.floor(Math.log10(years)) - 3, 0);
  return ageText(words, Math.round((PRESENT - year) / size) * size || 0, language, form);
}

/** A number rounded to three digits. @param {number} number */
export function threeDigits(number) {
  const size = 10 ** Math.max(String(Math.trunc(Math.abs(number))).length - 3, 0);
  return Math.round(number / size) * size;
}
