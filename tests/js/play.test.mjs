// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { goneOn } from "../../assets/lib/play.mjs";

test("a text rests at its beginning and at its end, and goes on evenly between them", () => {
  assert.deepEqual([0, 0.2, 0.5, 0.8, 1, 3].map((share) => Math.round(goneOn(share, 0) * 100)), [0, 0, 50, 100, 100, 100]);
});

test("for a reader who wants less motion it jumps, as many times as it has pages", () => {
  const places = new Set([...Array(101).keys()].map((part) => goneOn(part / 100, 2)));
  assert.deepEqual([...places], [0, 0.5, 1]);
});
