import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ticksOf } from "../../assets/lib/ticks.mjs";
import { DAY, HOUR, MINUTE } from "../../assets/lib/zones.mjs";

const words = JSON.parse(readFileSync(new URL("../draw/words.json", import.meta.url), "utf8"));
const how = (zone, language = "en") => ({ zone, home: "UTC", language, words: words[language] });
const texts = (ticks) => ticks.map((tick) => tick.text);

test("the repeated hour stands twice, in order, with its offsets", () => {
  const from = Date.UTC(2024, 9, 26, 23);
  const { ticks, bands } = ticksOf(from, from + 4 * HOUR, 500, how("Europe/Berlin", "de"));
  assert.deepEqual(texts(ticks), ["01:00", "01:30", "02:00 +2", "02:30 +2", "02:00 +1", "02:30 +1", "03:00", "03:30"]);
  assert.ok(ticks.every((tick, index) => !index || tick.at > ticks[index - 1].at));
  assert.deepEqual(bands[0].texts, ["So, 27. Okt 2024", "So 27. Okt"]);
});

test("the skipped hour has no tick and leaves no hole", () => {
  const from = Date.UTC(2024, 2, 31, 0);
  const { ticks } = ticksOf(from, from + 3 * HOUR, 200, how("Europe/Berlin"));
  assert.deepEqual(texts(ticks), ["01:00", "03:00", "04:00"]);
  assert.ok(ticks.every((tick, index) => !index || tick.at - ticks[index - 1].at === HOUR));
});

test("the day on which the clock is set back is a band of 25 hours", () => {
  const from = Date.UTC(2024, 9, 26, 12);
  const { bands } = ticksOf(from, from + 2 * DAY, 800, how("Europe/Berlin"));
  assert.deepEqual(bands.map((band) => (band.to - band.from) / HOUR), [24, 25, 24]);
});

test("a day that a zone skips has no tick and no band", () => {
  const [from, to] = [Date.UTC(2011, 11, 28), Date.UTC(2012, 0, 3)];
  assert.deepEqual(texts(ticksOf(from, to, 300, how("Pacific/Apia")).ticks), ["28", "29", "31", "1", "2", "3"]);
  const { bands } = ticksOf(from, to, 1200, how("Pacific/Apia"));
  assert.deepEqual(bands.slice(2, 4).map(({ texts: [text] }) => text), ["Thu, 29 Dec 2011", "Sat, 31 Dec 2011"]);
  assert.ok(bands.every((band) => band.to - band.from === DAY));
});

test("half-hour zones tick on their own wall clock", () => {
  const from = Date.UTC(2019, 1, 27, 0);
  const { ticks } = ticksOf(from, from + DAY, 500, how("Asia/Kolkata"));
  assert.deepEqual(texts(ticks), ["06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00", "03:00"]);
  assert.equal(ticks[0].at, Date.UTC(2019, 1, 27, 0, 30));
});

test("every scale has ticks with room for their words", () => {
  const from = Date.UTC(2019, 1, 27, 3, 17);
  for (let length = 2 * MINUTE; length < 20_000 * 365 * DAY; length *= 1.7) {
    const { ticks } = ticksOf(from, from + length, 900, how("Asia/Ho_Chi_Minh"));
    const gaps = ticks.slice(1).map((tick, index) => ((tick.at - ticks[index].at) / length) * 900);
    assert.ok(ticks.length >= 1 && ticks.length <= 32, `${length}: ${ticks.length}`);
    assert.ok(Math.min(...gaps, 99) > 26, `${length}: ${gaps}`);
  }
});

test("deep past ticks in round years", () => {
  const year = 365.25 * DAY;
  const { ticks } = ticksOf(-14_000 * year, -10_000 * year, 600, how("UTC"));
  assert.ok(texts(ticks).every((text) => /^\d+00 BC$/.test(text)), String(texts(ticks)));
  for (let length = 5e4; length < 2e10; length *= 1.9) {
    const far = ticksOf(-13e9 * year, (length - 13e9) * year, 800, how("UTC")).ticks;
    const gap = far.length > 1 ? ((far[1].at - far[0].at) / (length * year)) * 800 : 99;
    assert.ok(gap > 7.2 * far[0].text.length, `${length}: ${gap} for ${far[0].text}`);
  }
});

test("days below a month, in the language of the interface", () => {
  const from = Date.UTC(2019, 1, 25, 17);
  const { ticks, bands } = ticksOf(from, from + 7 * DAY, 780, how("Asia/Ho_Chi_Minh", "de"));
  assert.deepEqual(texts(ticks), ["26", "27", "28", "1", "2", "3", "4"]);
  assert.deepEqual(bands.map((band) => band.texts[0]), ["Februar 2019", "März 2019"]);
});

test("ages say how long ago it was, years before 1 which they were, and no tick is a year 0", () => {
  const year = 31_556_952_000;
  /** @param {number} first @param {number} last @param {number} width @param {string} language */
  const said = (first, last, width, language) => texts(ticksOf((first - 1970) * year, (last - 1970) * year, width, how("Europe/Berlin", language)).ticks);
  assert.deepEqual(said(-14.5e9, 3e9, 1240, "en"), ["10 billion years ago", "5 billion years ago", "today"]);
  assert.deepEqual(said(-14.5e9, 3e9, 350, "de"), ["vor 10 Mrd. J.", "heute"]);
  assert.deepEqual(said(-270e6, -60e6, 1240, "de"), [250, 200, 150, 100].map((age) => `vor ${age} Millionen Jahren`));
  assert.deepEqual(said(4e9, 5.2e9, 600, "en"), ["in 4 billion years", "in 4.5 billion years", "in 5 billion years"]);
  assert.deepEqual(said(-8, 6, 700, "en").filter((text) => /^0| 0/.test(text)), []);
  assert.deepEqual(said(-60_000, 4000, 700, "en"), ["60000 BC", "50000 BC", "40000 BC", "30000 BC", "20000 BC", "10000 BC", "AD 1"]);
});

test("where milliseconds are no longer whole, days still are", () => {
  const year = 31_556_952_000;
  for (let length = 5 * DAY; length < 20 * year; length *= 1.3) {
    const { ticks, bands } = ticksOf(-13.8e9 * year, -13.8e9 * year + length, 800, how("Asia/Kolkata", "de"));
    assert.ok(ticks.length && ticks.every((tick, index) => !index || tick.at > ticks[index - 1].at), String(length));
    assert.deepEqual([...texts(ticks), ...bands.flatMap((band) => band.texts)].filter((text) => /NaN|undefined|\d\.\d{1,2}(?!\d)/.test(text)), []);
  }
});
