// @ts-check
/** The sentence for a moment, in a zone and a language: the twin of timeline/draw/moments.py; tests/draw/moments.json is checked from both sides. */

import { longText, rulesOf, yearText } from "./ages.mjs";
import { DAY, HOUR, MINUTE, dateOf, daysOf, floorMod, offsetAt, offsetText, pad, startOf } from "./zones.mjs";

/** @typedef {{earliest: number | null, latest: number | null, precision: string, zone: string | null, civil: string | null,
 *   approximate: boolean, basis: string, named: number | null}} Moment */
/** @typedef {Record<string, string>} Words */
/** @typedef {{zone: string | null, home: string, language: string, words: Words}} Telling zone null: each moment in its own */
/** @typedef {{at: number, moment: Moment, own: string}} Shown an instant that a sentence names, and the zone it is told in */

const UNIT = { second: 1000, minute: MINUTE, hour: HOUR };
const SEASONS = ["spring", "summer", "autumn", "winter"];
export const GREGORIAN = -141_427; // 15 October 1582: what is dated before, is by the Julian calendar mostly, which had other weekdays
/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** A text of the table with its gaps filled. @param {string | undefined} pattern @param {Record<string, string | number>} values */
export const fill = (pattern, values) => (pattern ?? "").replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** So many of something, by the plural rule of the language: rows `code.one`, `code.few` and so on, `code.many` for any without a row.
 * @param {Record<string, string>} words @param {string} code @param {number} n @param {string} language */
export function counted(words, code, n, language) {
  const form = rulesOf(language).select(n);
  return (words[`${code}.${form}`] ?? words[`${code}.many`] ?? "").replace("{n}", String(n));
}

/** When something was, in words. @param {Moment | null} start @param {Moment | null} end @param {Telling} how */
export function tell(start, end, how) {
  if (start && end) return span(start, end, how);
  if (start) return point(start, how);
  return end ? fill(how.words["when.until"], { to: point(end, how) }) : (how.words["when.unknown"] ?? "");
}

/** The clocks of `tell` once more in other zones (`places`: zone -> its name); empty for a date, which is the same everywhere. A zone whose
 * clocks show what the told ones show is left out. @param {Moment | null} start @param {Moment | null} end @param {Record<string, string>} places
 * @param {Telling} how */
export function tellElsewhere(start, end, places, how) {
  const moments = [start, end].filter((moment) => moment !== null);
  const ends = moments.flatMap((moment) => [...new Set(shownOf(moment, how))].map((at) => ({ at, moment, own: zoneOf(moment, how) })));
  const known = /** @type {Shown[]} */ (ends.filter(({ at }) => at !== null));
  if (!known.length || moments.some((moment) => shownOf(moment, how).every((at) => at === null))) return "";
  const others = Object.keys(places).filter((zone) => known.some(({ at, own }) => offsetAt(at, zone) !== offsetAt(at, own)));
  const pattern = known.length === ends.length ? "{from}" : how.words[ends[0]?.at === null ? "when.before" : "when.after"];
  return others.map((zone) => {
    const said = clocksOf(known, zone, how);
    return `${places[zone]} ${fill(pattern, { from: said, to: said })}`.replaceAll(" ", "\u00a0"); // lines break between zones only
  }).join(" · ");
}

/** The name of a weekday or month. @param {"weekday" | "month"} what @param {number} days @param {string} language @param {"long" | "short"} width */
export function nameOf(what, days, language, width) {
  const key = what + language + width;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { [what]: width, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(what === "month" ? Date.UTC(2000, dateOf(days)[1] - 1, 1) : floorMod(days, 7) * DAY); // far years have the same names
}

/** The parts of a date in words. @param {number} days @param {Telling} how @param {"long" | "short"} [width] */
export function dateWords(days, how, width = "long") {
  const [year, , day] = dateOf(days);
  return { weekday: nameOf("weekday", days, how.language, width), day, month: nameOf("month", days, how.language, width), year: yearOf(year, how) };
}

/** @param {number} year @param {Telling} how */
const yearOf = (year, how) => yearText(year, how.words, how.language);
/** @param {Moment} moment @param {Telling} how */
const zoneOf = (moment, how) => how.zone ?? moment.zone ?? how.home;
/** @param {number} days @param {Telling} how */
const dayText = (days, how) => (days < GREGORIAN ? plainText(days, how) : fill(how.words["date.day"], dateWords(days, how)));
/** @param {number} days @param {Telling} how */
const plainText = (days, how) => fill(how.words["date.plain"], dateWords(days, how));

/** @param {Moment} start @param {Moment} end @param {Telling} how */
function span(start, end, how) {
  const zone = zoneOf(start, how);
  const sure = isExact(start) && isExact(end) && !start.approximate && !end.approximate;
  if (sure && zone === zoneOf(end, how)) {
    const [first, last] = [start.named ?? start.earliest ?? 0, end.named ?? end.earliest ?? 0];
    const [from, to] = [wallOf(first, zone, start), wallOf(last, zone, end)];
    const offset = offsetAt(first, zone);
    if (from.days === to.days && offset === offsetAt(last, zone))
      return fill(how.words["when.clocks"], { date: dayText(from.days, how), from: from.clock, to: to.clock, offset: offsetText(offset) });
  }
  return fill(how.words["when.span"], { from: point(start, how), to: point(end, how) });
}

/** @param {Moment} moment @param {Telling} how */
function point(moment, how) {
  const open = toldBounds(moment, how);
  let said = "";
  if (moment.civil !== null) {
    said = civilText(moment.civil, moment.precision, how);
    if (open) said = fill(how.words["when.bounded"], { date: said, bounds: open });
  } else said = isExact(moment) ? clockText(moment, how) : open || (how.words["when.unknown"] ?? "");
  if (moment.approximate && !open) said = fill(how.words["when.about"], { moment: said }); // bounds say by themselves that it is open when
  return moment.basis === "order" ? fill(how.words["when.order"], { moment: said }) : said;
}

/** @param {Moment} moment @param {Telling} how */
function clockText(moment, how) {
  const [zone, instant] = [zoneOf(moment, how), moment.named ?? moment.earliest ?? 0];
  const { days, clock } = wallOf(instant, zone, moment);
  const values = { date: dayText(days, how), clock, from: clock, to: "", offset: offsetText(offsetAt(instant, zone)) };
  if (moment.precision !== "hour" || moment.named !== null) return fill(how.words["when.clock"], values);
  return fill(how.words["when.clocks"], { ...values, to: wallOf(instant + HOUR, zone, moment).clock });
}

/** Between which instants it was: those of an inferred date where they are narrower than the date itself. @param {Moment} moment @param {Telling} how */
function toldBounds(moment, how) {
  const zone = zoneOf(moment, how);
  if (moment.civil === null) return isExact(moment) ? "" : bounds(moment.earliest, moment.latest, null, zone, how);
  if (moment.basis !== "order") return "";
  const { earliest, latest, days } = narrower(moment, how);
  return bounds(earliest, latest, days, zone, how);
}

/** The bounds of a date that lie within its day, and that day. @param {Moment} moment @param {Telling} how
 * @returns {{earliest: number | null, latest: number | null, days: number | null}} */
function narrower(moment, how) {
  const match = /^([+-]?\d{4,})-(\d\d)-(\d\d)$/.exec(moment.civil ?? "");
  if (!match) return { earliest: null, latest: null, days: null };
  const days = daysOf(Number(match[1]), Number(match[2]), Number(match[3]));
  const own = moment.zone ?? how.home;
  const [first, last] = [startOf(days * DAY, own), startOf((days + 1) * DAY, own)];
  const earliest = moment.earliest !== null && moment.earliest > first ? moment.earliest : null;
  return { earliest, latest: moment.latest !== null && moment.latest < last ? moment.latest : null, days };
}

/** The first and last instant that the sentence names; null where it names none.
 * @param {Moment} moment @param {Telling} how @returns {[number | null, number | null]} */
function shownOf(moment, how) {
  if (moment.civil !== null) {
    const { earliest, latest } = narrower(moment, how);
    return moment.basis === "order" ? [earliest, latest] : [null, null];
  }
  if (!isExact(moment)) return [moment.earliest, moment.latest];
  const instant = moment.named ?? moment.earliest ?? 0;
  return [instant, moment.precision === "hour" && moment.named === null ? instant + HOUR : instant];
}

/** The clocks of some instants in another zone, with their day where that is another one than the one told.
 * @param {Shown[]} known @param {string} zone @param {Telling} how */
function clocksOf(known, zone, how) {
  const walls = known.map(({ at, moment, own }) => ({ ...wallOf(at, zone, moment), here: wallOf(at, own, null).days }));
  const days = walls.map((wall) => {
    const named = { "-1": "also.before", 1: "also.after" }[wall.days - wall.here];
    return wall.days === wall.here ? "" : named ? ` ${how.words[named]}` : `, ${plainText(wall.days, how)}`;
  });
  if (new Set(days).size === 1) return walls.map((wall) => wall.clock).join("–") + days[0];
  return walls.map((wall, index) => wall.clock + days[index]).join(" – ");
}

/** `between 18:30 and 20:47 (UTC+7)`; a date is left out where it is `days` or was said. Where the clock is changed between the two, each has
 * its offset beside it.
 * @param {number | null} earliest @param {number | null} latest @param {number | null} days @param {string} zone @param {Telling} how */
function bounds(earliest, latest, days, zone, how) {
  /** @type {Record<string, string>} */
  const told = {};
  /** @type {Record<string, string>} */
  const offsets = {};
  for (const [name, instant] of /** @type {const} */ ([["from", earliest], ["to", latest]])) {
    if (instant === null) continue;
    const wall = wallOf(instant, zone, null);
    told[name] = fill(how.words[wall.days === days ? "when.at" : "when.dated"], { date: plainText(wall.days, how), clock: wall.clock });
    offsets[name] = ` (${offsetText(offsetAt(instant, zone))})`;
    days = wall.days;
  }
  const [first, other] = Object.values(offsets);
  if (!first) return "";
  const pattern = how.words[other ? "when.between" : latest !== null ? "when.before" : "when.after"];
  if (!other || other === first) return fill(pattern, told) + first;
  return fill(pattern, Object.fromEntries(Object.entries(told).map(([name, said]) => [name, said + offsets[name]])));
}

/** A date without a clock; the text itself where it has no form. @param {string} civil @param {string} precision @param {Telling} how */
function civilText(civil, precision, how) {
  const text = how.words;
  const week = /^([+-]?\d{4,})-W(\d\d)$/.exec(civil);
  if (week) {
    const january = daysOf(Number(week[1]), 1, 4);
    return fill(text["date.week"], { date: plainText(january - floorMod(january + 3, 7) + 7 * (Number(week[2]) - 1), how) });
  }
  const match = /^([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(civil);
  if (!match) return civil;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (day) {
    const days = daysOf(year, month, day);
    if (precision === "week" || precision === "weekend") return fill(text[`date.${precision}`], { date: plainText(days, how) });
    const part = text[`part.${precision}`];
    return part ? fill(text["date.part"], { date: dayText(days, how), part }) : dayText(days, how);
  }
  const said = { year: yearOf(year, how) };
  const season = month > 20 ? SEASONS[month - 21] : month && precision === "season" ? SEASONS[(Math.floor(month / 3) + 3) % 4] : undefined;
  if (season) return fill(text["date.month"], { ...said, month: text[`season.${season}`] ?? season });
  if (month && precision === "quarter") return fill(text["date.quarter"], { ...said, n: Math.floor((month + 2) / 3) });
  if (month) return fill(text["date.month"], { ...said, month: nameOf("month", daysOf(2000, month, 1), how.language, "long") });
  return longText(year, precision, text, how.language);
}

/** A clock reading that is named, or no vaguer than its precision. @param {Moment} moment */
export function isExact(moment) {
  if (moment.named !== null) return moment.civil === null;
  if (moment.civil !== null || moment.earliest === null || moment.latest === null) return false;
  return moment.latest - moment.earliest <= (UNIT[/** @type {keyof typeof UNIT} */ (moment.precision)] ?? 0);
}

/** Days since 1970 and the clock that a wall shows. @param {number} instant @param {string} zone @param {Moment | null} moment */
export function wallOf(instant, zone, moment) {
  const wall = instant + offsetAt(instant, zone);
  const rest = floorMod(wall, DAY);
  const clock = `${pad(Math.floor(rest / HOUR))}:${pad(Math.floor(rest / MINUTE) % 60)}`;
  return { days: Math.floor(wall / DAY), clock: clock + (moment?.precision === "second" ? `:${pad(Math.floor(rest / 1000) % 60)}` : "") };
}
