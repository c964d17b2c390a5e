import assert from "node:assert/strict";
import { test } from "node:test";
import { onRail, railed } from "../../assets/lib/rail.mjs";

const plan = { id: "a", row: 7, level: 30, rail: [2, 33], replaces: null };
const outcome = { id: "b", row: 9, level: 31, rail: [0, null], replaces: "a" };

test("events stand in the rows of the rail, and are told apart from those of the chart", () => {
  const items = [plan, outcome];
  assert.deepEqual(onRail(items).map(({ row, level }) => [row, level]), [[2, 33], [0, null]]);
  assert.equal(onRail(items), onRail(items), "made once");
  assert.equal(plan.row, 7);
});

test("bars, outlines and ties move with their events, each end of a tie with its own", () => {
  const traces = [
    { uid: "bar", customdata: ["a", "b"], y: [7, 9] },
    { uid: "open--lane-0", customdata: ["a", "a"], y: [6.75, 7.25] },
    { uid: "tie", customdata: ["a", "a", "a"], y: [7, 9, 9] },
  ];
  assert.deepEqual(railed(traces, [plan, outcome]).map((trace) => trace.y), [[2, 0], [1.75, 2.25], [2, 0, 0]]);
});
