// @ts-check
/** Instants, wall clocks and zones, as in timeline/clock.py: integer milliseconds in, integer milliseconds out. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const FIRST = -62_135_510_400_000; // one day after 0001-01-01, and 9999-12-31: between them Python's datetime knows offsets
const LAST = 253_402_214_400_000;
const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;
const RENAMED = {
  "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon", "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Europe/Kiev": "Europe/Kyiv", "Atlantic/Faeroe": "Atlantic/Faroe", "America/Godthab": "America/Nuuk",
};
const STRETCH = 6 * HOUR; // no zone changes its clocks twice within: equal at both ends is equal in between, which spares `Intl` most questions
const MOST_OFFSETS = 20_000; // kept for a zone
/** @type {Map<string, Map<number, number>>} */
const offsets = new Map();
/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();
/** Whether a wall clock means anything there: zones have none before the year 1 and after 9999. @param {number} instant */
export const hasClocks = (instant) => instant >= FIRST && instant <= LAST;

/** @param {number} value @param {number} size */
export const floorMod = (value, size) => ((value % size) + size) % size;

/** Days since 1970-01-01 of a proleptic Gregorian date; https://howardhinnant.github.io/date_algorithms.html
 * @param {number} year @param {number} month 1 to 12 @param {number} day */
export function daysOf(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** The date so many days after 1970-01-01. @param {number} days @returns {[number, number, number]} year, month, day */
export function dateOf(days) {
  const era = Math.floor((days + 719_468) / 146_097);
  const doe = days + 719_468 - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const shifted = Math.floor((5 * doy + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * shifted + 2) / 5) + 1];
}

/** The zone as `offsetAt` takes it, or null where nobody knows it. @param {string} name */
export function findZone(name) {
  const text = name.trim().replace(/ /g, "_");
  const match = OFFSET.exec(text);
  if (match) return Number(match[2]) * 60 + Number(match[3] ?? 0) <= 840 ? match[1] + pad(Number(match[2])) + ":" + (match[3] ?? "00") : null;
  try {
    const known = newName(new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone);
    return known.toLowerCase() === text.toLowerCase() || known === "UTC" ? known : text; // an alias keeps its name, not its spelling
  } catch {
    const names = Intl.supportedValuesOf("timeZone").map(newName);
    return names.find((known) => known.toLowerCase().split("/").at(-1) === text.toLowerCase()) ?? null; // a town without its continent
  }
}

/** The name a reader knows: browsers still say some zones by their name of 1993. @param {string} zone */
export const newName = (zone) => RENAMED[/** @type {keyof typeof RENAMED} */ (zone)] ?? zone;

/** Milliseconds that a zone is ahead of UTC at an instant. @param {number} instant @param {string} zone */
export function offsetAt(instant, zone) {
  if (zone === "UTC") return 0;
  const match = offsets.has(zone) ? null : OFFSET.exec(zone);
  if (match) return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * HOUR + Number(match[3] ?? 0) * MINUTE);
  const inside = Math.floor(Math.min(Math.max(instant, FIRST), LAST) / 1000) * 1000;
  const start = Math.floor(inside / STRETCH) * STRETCH;
  const before = readOffset(start, zone);
  return before === readOffset(start + STRETCH, zone) ? before : readOffset(inside, zone);
}

/** What `Intl` says, asked once. @param {number} instant @param {string} zone */
function readOffset(instant, zone) {
  const known = offsets.get(zone) ?? new Map();
  offsets.set(zone, known);
  const kept = known.get(instant);
  if (kept !== undefined) return kept;
  /** @type {Record<string, number>} */
  const part = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const offset = daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000 - instant;
  if (known.size > MOST_OFFSETS) known.clear();
  known.set(instant, offset);
  return offset;
}

/** The instants at which a wall clock shows `wall`: one, two (the clock was set back) or none (it was set forward).
 * @param {number} wall @param {string} zone */
export function instantsOf(wall, zone) {
  const known = new Set([offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)]);
  return [...known].map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall).sort((a, b) => a - b);
}

/** The first instant at or after a wall reading: that of the jump where the reading falls into a gap. @param {number} wall @param {string} zone */
export const startOf = (wall, zone) => instantsOf(wall, zone)[0] ?? wall - offsetAt(wall - DAY, zone);

/** `UTC`, `UTC+7`, `UTC+8:30`. @param {number} offset */
export function offsetText(offset) {
  if (!offset) return "UTC";
  const rest = Math.abs(offset) / 1000;
  const [minutes, seconds] = [Math.floor(rest / 60) % 60, rest % 60];
  const tail = seconds ? `:${pad(minutes)}:${pad(seconds)}` : minutes ? `:${pad(minutes)}` : "";
  return `UTC${offset < 0 ? "-" : "+"}${Math.floor(rest / 3600)}${tail}`;
}

/** An instant as Plotly's date axis takes it: naive UTC text. It reads a *number* in a range or tick as the browser's own local time.
 * @param {number} instant */
export function axisText(instant) {
  const days = Math.floor(instant / DAY);
  const [year, month, day] = dateOf(days);
  const rest = Math.round(instant - days * DAY);
  const date = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
  const clock = [rest / HOUR, (rest / MINUTE) % 60, (rest / 1000) % 60].map((part) => pad(Math.floor(part))).join(":");
  return `${date} ${clock}.${String(rest % 1000).padStart(3, "0")}`;
}

/** @param {number} number */
export const pad = (number) => String(number).padStart(2, "0");

/** @param {string} zone */
function clockOf(zone) {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}
