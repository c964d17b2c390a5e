import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nightsOf } from "../../assets/lib/nights.mjs";
import { keyed, pulled, silhouette } from "../../assets/lib/overview.mjs";
import { instantOf, paint, shapesOf } from "../../assets/lib/paint.mjs";
import { rowOf } from "../../assets/lib/ticks.mjs";
import { DAY, HOUR, MINUTE } from "../../assets/lib/zones.mjs";

const words = JSON.parse(readFileSync(new URL("../draw/words.json", import.meta.url), "utf8"));

test("a night is as long as the clock on the wall makes it", () => {
  const from = Date.UTC(2024, 9, 25, 12);
  const nights = nightsOf(from, from + 4 * DAY, "Europe/Berlin");
  assert.deepEqual(nights.map((night) => (night.to - night.from) / HOUR), [8, 9, 8, 8]);
  assert.equal(nights[0].from, Date.UTC(2024, 9, 25, 20));
  assert.equal(nightsOf(from, from + DAY, "America/New_York")[0].from, Date.UTC(2024, 9, 26, 2));
  const skipped = nightsOf(Date.UTC(2011, 11, 29), Date.UTC(2012, 0, 1), "Pacific/Apia");
  assert.deepEqual(skipped.map(({ from, to }) => [(to - from) / HOUR, new Date(from).getUTCDate()]), [[8, 29], [8, 30], [8, 31]], "30 December 2011 was skipped");
  assert.ok(nightsOf(Date.UTC(2024, 9, 25, 22), Date.UTC(2024, 9, 25, 23), "Europe/Berlin").length === 1, "a view within a night");
});

test("a second row names the day where it begins and the clock elsewhere", () => {
  const from = Date.UTC(2019, 1, 27, 0);
  const row = rowOf(from, from + DAY, 500, { zone: "America/New_York", home: "UTC", language: "en", words: words.en }, (text) => 7 * text.length);
  const [strong] = row.filter((tick) => tick.strong);
  assert.deepEqual([strong.text, strong.at], ["Wed 27 Feb", Date.UTC(2019, 1, 27, 5)]);
  assert.equal(row.filter((tick) => tick.at === strong.at).length, 1);
});

test("a week that begins beside a month gives way to its name", () => {
  const [from, to] = [Date.UTC(2026, 2, 2), Date.UTC(2026, 4, 18)];
  const row = rowOf(from, to, 400, { zone: "UTC", home: "UTC", language: "en", words: words.en }, (text) => 7 * text.length);
  assert.deepEqual(row.filter((tick) => tick.strong).map((tick) => tick.text), ["Apr", "May"]);
  const ends = row.map(({ at, text }) => ({ middle: ((at - from) / (to - from)) * 400, half: 3.5 * text.length })).sort((a, b) => a.middle - b.middle);
  assert.ok(ends.every(({ middle, half }, index) => !index || middle - half >= ends[index - 1].middle + ends[index - 1].half), JSON.stringify(row));
  assert.ok(row.length > 8, "the others stay");
});

test("keys move and resize the window within the story", () => {
  const limits = { earliest: 0, latest: 100 * DAY };
  const view = { earliest: 40 * DAY, latest: 50 * DAY };
  const days = (part, key, shift = false) => {
    const found = keyed(part, key, shift, view, limits);
    return found && [found.earliest / DAY, found.latest / DAY];
  };
  assert.deepEqual(days("all", "ArrowRight"), [41, 51]);
  assert.deepEqual(days("all", "ArrowRight", true), [40, 51]);
  assert.deepEqual(days("all", "ArrowDown", true), [40, 49]);
  assert.deepEqual(days("all", "PageUp"), [45, 55]);
  assert.deepEqual(days("all", "Home"), [0, 10]);
  assert.deepEqual(days("all", "End"), [90, 100]);
  assert.deepEqual(days("earliest", "ArrowLeft"), [39, 50]);
  assert.deepEqual(days("latest", "ArrowUp"), [40, 51]);
  assert.deepEqual(days("earliest", "Home"), [0, 50]);
  assert.deepEqual(days("latest", "End"), [40, 100]);
  assert.equal(days("all", "x"), null);
  assert.equal(pulled("earliest", 60 * DAY, view, limits).earliest, view.latest - MINUTE, "one end stops before the other");
  assert.equal(pulled("latest", 900 * DAY, view, limits).latest, limits.latest);
});

test("a grip that is beyond the story does not jump back into it", () => {
  const limits = { earliest: 0, latest: 100 * DAY };
  const late = { earliest: 95 * DAY, latest: 105 * DAY };
  assert.deepEqual(keyed("latest", "ArrowRight", false, late, limits), late);
  assert.deepEqual(pulled("latest", MINUTE, late, limits), late);
  assert.equal(pulled("latest", -MINUTE, late, limits).latest, late.latest - MINUTE);
  assert.equal(keyed("latest", "End", false, late, limits)?.latest, limits.latest);
  const early = { earliest: -5 * DAY, latest: 5 * DAY };
  assert.deepEqual(keyed("earliest", "ArrowLeft", false, early, limits), early);
  assert.deepEqual(pulled("earliest", -MINUTE, early, limits), early);
  assert.equal(pulled("earliest", MINUTE, early, limits).earliest, early.earliest + MINUTE);
  assert.equal(keyed("earliest", "Home", false, early, limits)?.earliest, limits.earliest);
});

test("the density is as high as there are events", () => {
  const heights = [...silhouette([{ x: 2, count: 1 }, { x: 6, count: 9 }], 9).matchAll(/v-([\d.]+)h/g)].map((match) => Number(match[1]));
  assert.ok((heights[0] ?? 0) >= 3 && (heights[1] ?? 0) > (heights[0] ?? 0));
});

test("the figure's places are read back, also before our era", () => {
  assert.equal(instantOf("2019-02-27 13:47:00"), Date.UTC(2019, 1, 27, 13, 47));
  assert.equal(instantOf("2019-02-27 13:47:00.250"), Date.UTC(2019, 1, 27, 13, 47, 0, 250));
  assert.equal(instantOf("-0044-03-15 09:00:00"), Date.UTC(-44, 2, 15, 9));
  assert.equal(instantOf(-4e14), -4e14);
});

test("the canvas paints what a view shows, faint where a filter leaves it out", () => {
  const line = { color: "--tie", width: 1, dash: "2px,3px" };
  const shapes = shapesOf([
    { type: "bar", uid: "bar", customdata: ["a"], base: ["1970-01-01 00:00:00"], x: [HOUR], y: [0], marker: { color: ["--soft-0"], opacity: [1], line: { color: ["--lane-0"], width: [1] }, cornerradius: 5 } },
    { type: "scatter", mode: "lines", uid: "tie", customdata: ["b", "b", "b", "b", "b"], x: ["1970-01-01 00:00:00", "1970-01-01 01:00:00", null, "1970-01-01 02:00:00", "1970-01-01 03:00:00"], y: [0, 1, 1, 0, 1], line },
    { type: "scatter", mode: "markers", uid: "dot-happened", customdata: ["c", "d"], x: ["1970-01-01 00:00:00", "1970-01-01 00:30:00"], y: [1, 1], marker: { symbol: "circle", size: 12, color: ["--lane-0", "--lane-0"] } },
  ]);
  assert.deepEqual(shapes.map((shape) => shape.id), ["a", "b", "b", "c", "d"]);
  /** @type {[string, number][]} */
  const drawn = [];
  const pen = new Proxy({ globalAlpha: 1 }, { get: (own, name) => own[name] ?? ((...values) => drawn.push([name, own.globalAlpha, ...values])), set: (own, name, value) => ((own[name] = value), true) });
  const on = { x: (at) => at / MINUTE, y: (row) => row * 20, row: 20, width: 200, shown: new Set(["a", "b", "c"]), faint: (id) => id === "b", colour: (name) => name };
  paint(pen, shapes, on);
  const called = (name) => drawn.filter(([what]) => what === name);
  assert.deepEqual(called("roundRect").map((one) => one.slice(2, 6).map(Math.round)), [[0, -7, 60, 14]]);
  assert.equal(called("arc").length, 1, "d is not shown");
  assert.deepEqual(called("moveTo").map((one) => one[2]), [0, 120], "a line ends where a gap is");
  assert.ok(called("lineTo").every((one) => one[1] < 0.3), "faint");
});
