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
