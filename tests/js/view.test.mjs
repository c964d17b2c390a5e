import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels, ringOf, shortened } from "../../assets/lib/labels.mjs";
import { hit, step } from "../../assets/lib/link.mjs";
import { clipped, faded, pick, recolour } from "../../assets/lib/marks.mjs";
import { along, density, edges, fit, leastAt, levelOf, pan, reveal, stepped, zoom } from "../../assets/lib/reveal.mjs";

const item = (id, left, right = left, level = 10) => ({ id, left, right, level, dot: left === right });
const measure = (text) => text.length * 7;

test("the level is the next one up from the scale, as arrange counts it", () => {
  assert.equal(levelOf({ earliest: 0, latest: 1024 }, 1), 20);
  assert.equal(levelOf({ earliest: 0, latest: 1025 }, 1), 21);
  assert.equal(levelOf({ earliest: 0, latest: 3 * 86_400_000 }, 900), 37);
});

test("a view shows its level and finer ones; what it hides is counted once", () => {
  const items = [item("a", 10, 10, 5), item("b", 20, 20, 4), item("c", 990, 990, null), item("d", 30, 30, 1)];
  const { shown, hidden } = reveal(items, 5, new Set(["d"]));
  assert.deepEqual(shown.map((one) => one.id), ["a", "d"]);
  assert.deepEqual(density(hidden, { earliest: 0, latest: 1000 }, 100, 50).map((bin) => [bin.x, bin.count]), [[25, 1], [75, 1]]);
  const bars = [item("over before", 0, 100), item("reaches in", 0, 101), item("later", 200, 300)];
  assert.deepEqual(density(bars, { earliest: 100, latest: 200 }, 100, 50).map((bin) => [bin.x, bin.count]), [[25, 1]]);
});

test("the edges count what lies outside, and how far it reaches", () => {
  const { before, after } = edges([item("a", 0), item("b", 5, 100), item("c", 100), item("d", 300)], { earliest: 100, latest: 200 });
  assert.deepEqual([before.count, before.from, after.count, after.to], [2, 0, 1, 300]);
  assert.deepEqual([before.last, after.last], [99, 300], "the end of a bar is no longer a part of it");
});

test("zooming keeps the instant under the pointer, panning keeps the length, both keep the story in sight", () => {
  const limits = { earliest: 0, latest: 1e9 };
  const near = zoom({ earliest: 0, latest: 1e8 }, 0.5, 2.5e7, limits);
  assert.deepEqual(near, { earliest: 1.25e7, latest: 6.25e7 });
  const far = pan({ earliest: 0, latest: 1e8 }, 5e9, limits);
  assert.equal(far.latest - far.earliest, 1e8);
  assert.ok(far.earliest < limits.latest);
  assert.ok(zoom(near, 1e9, 0, limits).latest - zoom(near, 1e9, 0, limits).earliest <= 1e9);
  assert.ok(fit(5, 5, 60_000).latest > 5);
});

test("labels keep their room, slide along a bar, and never leave the plot", () => {
  const box = (id, row, left, right, room = 200, text = "Both columns leave") => ({ id, row, left, right, room, text, dot: left === right });
  const placed = placeLabels(
    [box("slides", 0, -300, 400), box("cut", 1, 20, 20, 60), box("edge", 2, 480, 480), box("gone", 3, -50, -50), box("passed", 4, -90, -20)], 500, measure,
  );
  const found = Object.fromEntries(placed.map((label) => [label.id, label]));
  assert.deepEqual(Object.keys(found).sort(), ["cut", "edge", "slides"]);
  assert.equal(found.slides.x, 7);
  assert.equal(found.cut.width, measure(found.cut.text), "takes what is free behind it");
  assert.ok(found.edge.x + found.edge.width <= 480 - 8, "turned to the left of its dot");
  for (const label of placed) assert.ok(label.x >= 0 && label.x + label.width <= 500);
});

test("a label ends before the next mark of its row, and takes what is free up to it", () => {
  const boxes = [{ left: 20, row: 0 }, { left: 110, row: 0 }, { left: 40, row: 1 }].map((place, index) => (
    { ...place, id: `${index}`, text: "Twelve words", right: place.left, room: 60, dot: true, forced: false, current: false }
  ));
  const widths = Object.fromEntries(placeLabels(boxes, 300, measure).map((label) => [label.id, label.x + label.width]));
  assert.deepEqual(widths, { 0: 110 - 7 - 6, 1: 110 + 14 + 84, 2: 40 + 14 + 84 });
});

test("what is shown although the view hides it covers no label: the current one wins, the others give way", () => {
  /** @param {string} id @param {number} left @param {{forced?: boolean, current?: boolean}} [state] */
  const box = (id, left, state = {}) => ({ id, text: "Twelve words", row: 0, left, right: left, room: 100, dot: true, forced: false, current: false, ...state });
  /** @param {ReturnType<typeof box>[]} boxes */
  const worded = (boxes) => placeLabels(boxes, 400, measure).filter((label) => label.width).map((label) => label.id).sort();
  assert.deepEqual(worded([box("a", 20), box("b", 200), box("c", 30, { forced: true, current: true })]), ["b", "c"]);
  assert.deepEqual(worded([box("a", 20, { current: true }), box("b", 200), box("c", 30, { forced: true })]), ["a", "b"]);
  assert.deepEqual(worded([box("a", 20), box("c", 30, { forced: true }), box("d", 25, { forced: true, current: true })]), ["d"]);
});

test("an ellipsis never cuts a character in two", () => {
  assert.equal(shortened("Kim", 100, measure), "Kim");
  assert.equal(shortened("Both columns", 42, measure), "Both…");
  assert.ok(!shortened("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 80, measure).includes("\ufffd"));
});

test("a label is cut at the end of a word where that leaves most of what fits", () => {
  const cut = (text, letters) => shortened(text, 7 * letters, (one) => 7 * [...one].length);
  assert.equal(cut("Der falsche Kim muss gehen", 15), "Der falsche…");
  assert.equal(cut("Der falsche Kim muss gehen", 16), "Der falsche Kim…");
  assert.equal(cut("Ein Verhandlungsmarathon", 15), "Ein Verhandlun…", "too little would be left");
  assert.equal(cut("Eine Stunde zum Packen: die Presse fliegt", 26), "Eine Stunde zum Packen…");
  assert.equal(cut("特別列車が国境の駅に到着した", 8), "特別列車が国境…");
});

test("the smallest target under the pointer wins, and a near miss counts", () => {
  const targets = [{ id: "day", x0: 0, x1: 300, y0: 0, y1: 26 }, { id: "dot", x0: 94, x1: 106, y0: 6, y1: 20 }];
  assert.equal(hit(targets, 100, 13), "dot");
  assert.equal(hit(targets, 200, 13), "day");
  assert.equal(hit(targets, 310, 13), "day");
  assert.equal(hit(targets, 400, 100), null);
});

test("keys walk in order and stop at the ends", () => {
  const order = ["a", "b", "c"];
  assert.deepEqual(["ArrowRight", "ArrowLeft", "Home", "End", "x"].map((key) => step(order, "b", key)), ["c", "a", "a", "c", null]);
  assert.equal(step(order, null, "ArrowRight"), "a");
  assert.equal(step(order, "c", "ArrowDown"), "c");
  assert.equal(step([], null, "Home"), null);
});

test("a trace is picked point by point, nested arrays included, and colours are resolved by name", () => {
  const trace = { customdata: ["a", "b", "a"], x: [1, 2, 3], marker: { color: ["--ink", "--tie", "--ink"], size: 12, line: { width: [1, 2, 3] } } };
  const kept = pick(trace, new Set(["a"]));
  assert.deepEqual(kept, { customdata: ["a", "a"], x: [1, 3], marker: { color: ["--ink", "--ink"], size: 12, line: { width: [1, 3] } } });
  assert.deepEqual(recolour(kept, (name) => name.slice(2)).marker.color, ["ink", "ink"]);
});

test("a label goes into its bar, else behind it, else before it", () => {
  const box = (id, row, left, right, text = "Twelve words") => ({ id, row, left, right, room: 300, text, dot: left === right, forced: false, current: false });
  const placed = placeLabels([box("in", 0, 10, 200), box("behind", 1, 10, 60), box("before", 2, 430, 450), box("dot", 3, 470, 470), box("cut", 4, 0, 470)], 500, measure);
  const found = Object.fromEntries(placed.map((label) => [label.id, label]));
  assert.deepEqual([found.in.x, found.behind.x], [17, 67]);
  assert.equal(found.before.x + found.before.width, 430 - 14);
  assert.deepEqual([found.before.before, found.dot.before, found.in.before], [true, true, undefined]);
  assert.equal(found.cut.x, 7);
});

test("the mark of an event that the view hides covers no label: one ends before it, or goes", () => {
  /** @param {string} id @param {number} left @param {number} right @param {object} [state] */
  const box = (id, left, right, state = {}) => ({ id, text: "Twelve words", row: 0, left, right, dot: left === right, forced: false, current: false, ...state });
  const found = (boxes, width = 500) => Object.fromEntries(placeLabels(boxes, width, measure).map((label) => [label.id, label]));
  const late = found([box("a", 20, 20), box("now", 100, 100, { forced: true, current: true })]);
  assert.deepEqual([late.a.x, late.a.width, late.now.x], [34, 100 - 9 - 6 - 34, 114]);
  const soon = found([box("a", 20, 20), box("now", 70, 70, { forced: true, current: true })]);
  assert.equal(soon.a.width, 0, "too short");
  const tight = found([box("a", 20, 20), box("now", 100, 100, { forced: true, current: true }), box("b", 130, 130)]);
  assert.equal(tight.now.width, 0, "it has no room, and covers no other mark");
  const bar = found([box("now", 20, 140, { forced: true, current: true }), box("b", 150, 150)]);
  assert.deepEqual([bar.now.inside, bar.now.x], [true, 27]);
});

test("whatever is current or under the pointer, labels and marks stay in sight", () => {
  let seed = 7;
  const random = (least, most) => least + ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647) * (most - least);
  const base = (id, left, long, state) => ({ id, text: "x".repeat(random(2, 60)), row: 0, left, right: left + long, dot: !long, forced: false, current: false, ...state });
  for (let turn = 0; turn < 4000; turn += 1) {
    const width = random(320, 2560);
    const boxes = [];
    for (let left = random(-600, 60); left < width + 300; left = Math.max(left + random(44, 240), boxes.at(-1).right) + 12 + random(0, 200))
      boxes.push(base(`${boxes.length}`, left, random(0, 1) < 0.4 ? 0 : random(1, 400)));
    const now = base("now", turn % 3 ? random(0, width * 0.85) : Math.max(boxes[3]?.left ?? 0, 0), random(0, 1) < 0.5 ? 0 : random(1, 300), { forced: true, current: true });
    const labels = placeLabels([now, ...boxes], width, measure).filter((label) => label.width);
    const ring = ringOf(now);
    for (const [index, label] of labels.entries()) {
      const end = label.x + label.width;
      assert.ok(label.x >= 0 && end <= width + 1e-9);
      for (const other of labels.slice(index + 1)) assert.ok(other.x >= end || other.x + other.width <= label.x);
      if (label.id !== "now") assert.ok(end <= ring.x || label.x >= ring.x + ring.width, `${label.id} lies under the ring`);
      for (const mark of label.id === "now" ? boxes : []) assert.ok(end <= mark.left || label.x >= mark.right, `covers ${mark.id}`);
    }
  }
});

test("whatever the arrangement allows, no label lies over another, over the end of a bar or outside", () => {
  let seed = 1;
  const random = (least, most) => least + ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647) * (most - least);
  for (let turn = 0; turn < 400; turn += 1) {
    const width = random(320, 2560);
    const boxes = [];
    for (let row = 0; row < 5; row += 1)
      for (let left = random(-600, 60); left < width + 300; ) {
        const text = "x".repeat(random(2, 60));
        const right = left + (random(0, 1) < 0.4 ? 0 : random(1, 400));
        const room = Math.min(14 + measure(text), 240);
        boxes.push({ id: `${boxes.length}`, text, row, left, right, room, dot: left === right, forced: false, current: false });
        left = Math.max(left + room, right) + 12 + random(0, 200); // as timeline/arrange/place.py keeps them apart
      }
    const labels = placeLabels(boxes, width, measure).filter((label) => label.width);
    assert.ok(labels.length);
    for (const [index, label] of labels.entries()) {
      assert.ok(label.x >= 0 && label.x + label.width <= width + 1e-9, `outside: ${label.x} ${label.width} of ${width}`);
      for (const other of labels.slice(index + 1)) assert.ok(other.row !== label.row || other.x >= label.x + label.width || other.x + other.width <= label.x);
      for (const box of boxes.filter((one) => one.row === label.row)) {
        const over = label.x < box.right && label.x + label.width > box.left;
        assert.ok(!over || (!box.dot && label.x >= box.left && label.x + label.width <= box.right), `${label.text} runs over the end of ${box.id}`);
      }
    }
  }
});

test("a filter is counted in what is hidden and in what lies outside, and its marks are traces of their own", () => {
  const items = [item("a", 0, 0, 1), item("b", 10, 10, 1), item("c", 500, 500, 1)];
  const matching = new Set(["a"]);
  assert.deepEqual(density(items, { earliest: 0, latest: 1000 }, 100, 50, matching).map(({ count, match }) => [count, match]), [[2, 1], [1, 0]]);
  assert.equal(density(items, { earliest: 0, latest: 1000 }, 100, 50)[0].match, null);
  assert.deepEqual([edges(items, { earliest: 100, latest: 200 }, matching).before, edges(items, { earliest: 100, latest: 200 }).after].map(({ count, match }) => [count, match]), [[2, 1], [1, null]]);
  const trace = faded({ uid: "bar", customdata: ["b"] });
  assert.deepEqual([trace.uid, trace.opacity < 0.3], ["bar-faint", true]);
});

test("a glide keeps one instant in its place, and its scale changes evenly", () => {
  const [from, to] = [{ earliest: 0, latest: 1000 }, { earliest: 400, latest: 500 }];
  const place = ({ earliest, latest }, at) => (at - earliest) / (latest - earliest);
  const still = 400 + 100 * (400 / 900);
  for (const share of [0, 0.3, 0.7, 1]) assert.ok(Math.abs(place(along(from, to, share), still) - place(from, still)) < 1e-9);
  assert.deepEqual(along(from, { earliest: 300, latest: 1300 }, 0.5), { earliest: 150, latest: 1150 });
});

const YEAR = 31_556_952_000;

test("at the Big Bang a view ends where numbers do", () => {
  const at = -13.8e9 * YEAR;
  const limits = { earliest: at, latest: 0 };
  let view = limits;
  for (let turn = 0; turn < 90; turn += 1) view = zoom(view, 0.5, at, limits);
  assert.ok(view.latest - view.earliest >= 4000 * 65_536 && view.latest - view.earliest < 8 * 86_400_000);
  assert.equal(leastAt(1.7e12), 60_000);
});

test("in deep time a button comes closer to what there is, tenfold", () => {
  const limits = { earliest: -14e9 * YEAR, latest: 3e9 * YEAR };
  const items = [item("bang", -13.8e9 * YEAR), item("moon", -14e6), item("now", 0)];
  const closer = stepped(limits, true, items, "moon", limits);
  assert.ok(Math.abs((closer.latest - closer.earliest) / (1.7e9 * YEAR) - 1) < 1e-9);
  assert.ok(closer.earliest < -14e6 && closer.latest > 0);
  const nearest = stepped(limits, true, items, null, limits);
  assert.ok(nearest.latest > 0, "the nearest to the middle");
  let view = limits;
  for (let turn = 0; turn < 40; turn += 1) view = stepped(view, true, [item("moon", -14e6)], "moon", limits);
  assert.ok(view.latest - view.earliest < 86_400_000);
  const day = { earliest: 0, latest: 86_400_000 };
  assert.deepEqual(stepped(day, true, items, null, day), zoom(day, 0.5, 43_200_000, day));
});

test("of a bar that is longer than a drawing can be, only what is near goes to the plot", () => {
  const bar = { type: "bar", customdata: ["a", "b"], base: [-4e20, 10], x: [4e20 + 50, 20] };
  const cut = clipped(bar, { earliest: 0, latest: 100 });
  assert.deepEqual([cut.base, cut.x], [[-100, 10], [clippedEnd(), 20]]);
  const line = { type: "scatter", customdata: ["a", "a", "a"], x: [-4e20, null, 50] };
  assert.deepEqual(clipped(line, { earliest: 0, latest: 100 }).x, [-100, null, 50]);
  function clippedEnd() {
    return Math.min(-4e20 + (4e20 + 50), 200) + 100;
  }
});
