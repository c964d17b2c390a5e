import assert from "node:assert/strict";
import { test } from "node:test";
import { density, edges } from "../../assets/lib/reveal.mjs";
import { namesOf } from "../../assets/lib/tiled.mjs";
import { Fetched, Missing } from "../../assets/lib/tiled_fetched.mjs";
import { shareOf } from "../../assets/lib/tiled_shares.mjs";
import { tied } from "../../assets/lib/tiled_ties.mjs";
import { atomsOf, binsOf, eventsOf, joined, keyOf, octaveOf, over, overall, placesIn, sizeOf, slotsIn, spanOf, standIn, stepTo, tally } from "../../assets/lib/tiles.mjs";

const WHOLE = 12;

/** A number below `most`, the same sequence each time. */
function dice(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** A story and all its tiles, as the contract has them: events of random levels, some of them bars, many at the same instant. */
function storyOf(seed, count = 300) {
  const roll = dice(seed);
  const grid = { origin: -5000, octave: 12, lowest: 0, events: count, most: WHOLE, lanes: ["a", "b"] };
  const events = Array.from({ length: count }, (_, number) => {
    const left = number % 3 ? 1_000_000 + roll(40) * 10 : roll(3_500_000);
    const right = number % 7 ? left : left + roll(400_000);
    return { id: `n${number}`, left, right, dot: left === right, level: number % 5 === 4 ? null : roll(30) - 4, row: 0, lane: ["a", "b"][number % 2], place: number };
  }).sort((a, b) => a.left - b.left);
  const tiles = new Map();
  const make = (octave, index) => {
    const { earliest, latest } = spanOf({ octave, index }, grid);
    const own = events.filter(({ left }) => left >= earliest && left < latest);
    const whole = own.length <= WHOLE || octave === 0;
    const reaching = events.filter(({ left, right }) => left < latest && (right > earliest || left >= earliest));
    const counts = { 0: Array(16).fill(0), 1: Array(16).fill(0) };
    for (const { left, lane } of own) counts[lane === "a" ? 0 : 1][Math.floor(((left - earliest) / (latest - earliest)) * 16)] += 1;
    const before = events.filter(({ left }) => left < earliest).length;
    tiles.set(keyOf({ octave, index }), { octave, index, whole, before, counts, figure: [], events: reaching.filter(({ level }) => level !== null && (whole || level >= 2 * octave - 1)) });
    if (!whole) for (const child of [2 * index, 2 * index + 1]) make(octave - 1, child);
  };
  make(grid.octave, 0);
  return { grid, events, tiles };
}

const atoms = (grid) => (tile) => atomsOf(tile, grid, () => null, null);

test("what a view shows, hides and leaves outside is the whole story, wherever one looks", () => {
  for (let seed = 1; seed < 9; seed += 1) {
    const { grid, events, tiles } = storyOf(seed);
    const roll = dice(seed * 77);
    for (let turn = 0; turn < 120; turn += 1) {
      const length = 2 ** (roll(22) + 1) + roll(100);
      const earliest = turn % 2 ? 1_000_000 - roll(length) : roll(5_000_000) - 700_000;
      const view = { earliest, latest: earliest + length };
      const level = Math.min(Math.ceil(2 * Math.log2(length / 900)), 2 * grid.octave);
      const slots = slotsIn(view, octaveOf(level, grid), (key) => tiles.get(key), grid);
      assert.ok(slots.every(({ stand }) => stand?.exact));
      const revealed = eventsOf(slots.map(({ stand }) => stand?.tile)).filter((one) => one.level !== null && one.level >= level);
      const told = tally(slots, view, revealed, grid, atoms(grid));
      const hidden = told.hidden.reduce((sum, { count }) => sum + count, 0);
      assert.equal(told.shown + hidden + told.before + told.after, events.length);
      const seen = events.filter((one) => one.level !== null && one.level >= level && one.left < view.latest && (one.right > view.earliest || (one.dot && one.right === view.earliest)));
      assert.equal(told.shown, seen.length, "the same marks as in a small story");
      assert.ok(told.before >= 0 && told.after >= 0 && told.hidden.every(({ count }) => count > 0));
      const counted = binsOf(told.hidden, view, 900, octaveOf(level, grid), grid);
      assert.equal(counted.reduce((sum, { count }) => sum + count, 0), hidden, "each counter has its part");
      for (const { x, wide } of counted) assert.ok(x - wide / 2 >= -0.01 && x + wide / 2 <= 900.01);
    }
  }
});

test("counts of tiles agree with those of a small story where a view ends with its bins", () => {
  const { grid, events, tiles } = storyOf(3);
  const octave = 9;
  const view = spanOf({ octave, index: 1 }, grid);
  const slots = slotsIn(view, octave, (key) => tiles.get(key), grid);
  const level = 2 * octave;
  const shown = eventsOf(slots.map(({ stand }) => stand?.tile)).filter((one) => one.level !== null && one.level >= level);
  const told = tally(slots, view, shown, grid, atoms(grid));
  const others = events.filter((one) => !shown.includes(one));
  const begun = others.filter(({ left }) => left >= view.earliest);
  assert.equal(told.hidden.reduce((sum, { count }) => sum + count, 0), density(begun, view, 900, 56).reduce((sum, { count }) => sum + count, 0));
  assert.equal(told.after, edges(events, view).after.count);
});

test("a tile that is on its way is stood in for by the one above, and a whole one stands for all below it", () => {
  const { grid, tiles } = storyOf(5);
  const place = [...tiles.values()].find((tile) => tile.octave === 6);
  const known = new Map([...tiles].filter(([, tile]) => tile.octave > 8));
  const stand = standIn(place, (key) => known.get(key), grid);
  assert.equal(stand.exact, false);
  assert.deepEqual(over(place, stand.tile.octave), { octave: stand.tile.octave, index: stand.tile.index });
  const whole = [...tiles.values()].find((tile) => tile.whole && tile.octave > 3);
  const below = { octave: whole.octave - 3, index: whole.index * 8 + 5 };
  assert.deepEqual(standIn(below, (key) => tiles.get(key), grid), { tile: whole, exact: true });
  assert.equal(standIn(below, () => undefined, grid), null);
});

test("a host of files is never asked for a tile that it does not have", () => {
  const { grid, tiles } = storyOf(2);
  for (let index = 0; index < 4096; index += 37) {
    const place = { octave: 0, index };
    const known = new Map();
    for (let turn = 0; turn < 20; turn += 1) {
      const stand = standIn(place, (key) => known.get(key), grid);
      if (stand?.exact) break;
      const key = keyOf(stepTo(place, stand?.tile, grid));
      assert.ok(tiles.has(key), key);
      known.set(key, tiles.get(key));
    }
    assert.ok(standIn(place, (key) => known.get(key), grid).exact);
  }
});

test("views beyond the story ask for nothing", () => {
  const { grid } = storyOf(1);
  assert.deepEqual(placesIn({ earliest: -9e6, latest: -8e6 }, 5, grid), []);
  assert.deepEqual(placesIn({ earliest: grid.origin + sizeOf(12), latest: 9e9 }, 5, grid), []);
  assert.equal(placesIn({ earliest: -9e6, latest: grid.origin + 1 }, 5, grid).length, 1);
});

test("the overview has every event once, and what matches", () => {
  const { grid, events } = storyOf(4);
  const counts = Array(1024).fill(0);
  for (const { left } of events) counts[Math.floor((left - grid.origin) / 4096)] += 1;
  const limits = { earliest: -100_000, latest: 5e6 };
  const bins = overall({ octave: 6, first: 0, counts }, { octave: 6, first: 0, counts: counts.map((n) => n >> 1) }, limits, 700, 4, grid);
  assert.equal(bins.reduce((sum, { count }) => sum + count, 0), events.length);
  assert.equal(bins.reduce((sum, { match }) => sum + match, 0), counts.reduce((sum, n) => sum + (n >> 1), 0));
});

test("traces of several tiles become one of each name", () => {
  const trace = (ids) => ({ uid: "dot", mode: "markers", customdata: ids, x: ids, marker: { size: 12, color: ids, line: { color: ids } } });
  const [one, ...rest] = joined([trace(["a", "b"]), trace([]), trace(["c"])]);
  assert.deepEqual(rest, []);
  assert.deepEqual([one.customdata, one.marker.line.color, one.marker.size], [["a", "b", "c"], ["a", "b", "c"], 12]);
});

test("the anchor of a card leads back to its entry", () => {
  assert.deepEqual(namesOf("e8"), ["e8"]);
  assert.ok(namesOf("e-x_2d1").includes("x-1"));
  assert.ok(namesOf("e-Gr_f6_df_e").includes("Größ_e") || namesOf("e-Gr_f6_dfe").includes("Größe"));
  assert.ok(namesOf("e-5").includes("e-5"), "an id may look like one that was escaped");
  assert.deepEqual([shareOf("e1"), shareOf("straße")], ["03", "18"]);
});

const answer = (value, status = 200) => new Response(JSON.stringify(value), { status });

test("answers are asked for once, kept for a while, and given up where nobody wants them", async () => {
  /** @type {string[]} */
  const asked = [];
  const ending = new AbortController();
  const store = new Fetched({ base: "s/", suffix: ".json" }, ending.signal, () => {}, async (address, { signal }) => {
    asked.push(String(address));
    await new Promise((resume, refuse) => {
      setTimeout(resume, 5);
      signal.addEventListener("abort", () => refuse(new Error("aborted")));
    });
    return answer({ address, events: { id: ["x", "y"], left: [1, 2] } });
  });
  const [one, two] = await Promise.all([store.ask("cards/1"), store.ask("cards/1")]);
  assert.equal(one, two);
  assert.deepEqual(asked, ["s/cards/1.json"]);
  store.want(["tiles/a", "tiles/b"]);
  store.want(["tiles/b?q=x"]);
  await new Promise((resume) => setTimeout(resume, 30));
  assert.equal(store.get("tiles/a"), undefined);
  assert.deepEqual(store.get("tiles/b?q=x"), { address: "s/tiles/b.json?q=x", events: [{ id: "x", left: 1 }, { id: "y", left: 2 }] });
  for (let number = 0; number < 200; number += 1) store.keep(`tiles/${number}`, number);
  assert.ok(store.kept.get("tiles").size <= 96);
  ending.abort();
});

test("an address with nothing behind it is not asked for again; a version that is gone ends it", async () => {
  let [count, told] = [0, ""];
  const ending = new AbortController();
  const store = new Fetched({ base: "", suffix: "" }, ending.signal, (state) => (told = state), async () => {
    count += 1;
    return answer({}, 404);
  });
  await assert.rejects(store.ask("place/x"), Missing);
  assert.deepEqual([count, told], [1, ""]);
  store.want(["tiles/a", "tiles/b"]);
  await new Promise((resume) => setTimeout(resume, 10));
  assert.equal(told, "gone");
  ending.abort();
});

test("a plan is tied once to what replaced it, where both are here", () => {
  const item = (id, left, row, replaces = null) => ({ id, left, row, replaces });
  const empty = { uid: "tie", mode: "lines", line: { color: "--tie" }, x: [], y: [], customdata: [] };
  const drawn = tied([item("new", 9, 2, "plan"), item("plan", 5, 1), item("other", 7, 0, "elsewhere"), item("plain", 6, 3)], empty, Number);
  assert.deepEqual(drawn, { ...empty, x: [5, 9, null], y: [1, 2, 2], customdata: ["plan", "plan", "plan"] });
  assert.deepEqual(tied([item("new", 9, 2, "plan")], empty, Number), empty);
});
