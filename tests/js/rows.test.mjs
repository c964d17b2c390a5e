import assert from "node:assert/strict";
import { test } from "node:test";
import { moved, placed } from "../../assets/lib/rows.mjs";

const plan = { id: "a", row: 7, level: 30, low: [5, 29], rail: [2, 33], replaces: null };
const outcome = { id: "b", row: 9, level: 31, low: [1, 31], rail: [0, null], replaces: "a" };

test("events stand in the rows of a low window or of the rail, and are told apart from those of the chart", () => {
  const items = [plan, outcome];
  assert.equal(placed(items, "row"), items);
  assert.deepEqual(placed(items, "rail").map(({ row, level }) => [row, level]), [[2, 33], [0, null]]);
  assert.deepEqual(placed(items, "low").map(({ row, level }) => [row, level]), [[5, 29], [1, 31]]);
  assert.equal(placed(items, "rail"), placed(items, "rail"), "made once");
  assert.equal(plan.row, 7);
});

test("bars, outlines and ties move with their events, each end of a tie with its own", () => {
  const traces = [
    { uid: "bar", customdata: ["a", "b"], y: [7, 9] },
    { uid: "open--lane-0", customdata: ["a", "a"], y: [6.75, 7.25] },
    { uid: "tie", customdata: ["a", "a", "a"], y: [7, 9, 9] },
  ];
  assert.deepEqual(moved(traces, [plan, outcome], "rail").map((trace) => trace.y), [[2, 0], [1.75, 2.25], [2, 0, 0]]);
  assert.deepEqual(moved(traces, [plan, outcome], "low").map((trace) => trace.y), [[5, 1], [4.75, 5.25], [5, 1, 1]]);
  assert.deepEqual(moved(traces, [plan, outcome], "row").map((trace) => trace.y), traces.map((trace) => trace.y));
});
