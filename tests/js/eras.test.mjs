import assert from "node:assert/strict";
import { test } from "node:test";

import { rowsOf, seen } from "../../assets/lib/eras.mjs";

const band = (/** @type {number} */ left, /** @type {number} */ right, row = 0) => /** @type {any} */ ({ id: `${left}`, label: "", left, right, row });
const x = (/** @type {number} */ at) => at; // a pixel a millisecond

test("bands are cut to the view, so that their names stay in it", () => {
  const found = seen([band(-1e15, 1e15), band(10, 20), band(90, 500)], x, 100);
  assert.deepEqual(found.map(({ from, wide }) => [from, wide]), [[-2, 104], [10, 10], [90, 12]]);
});

test("what lies outside of the view is not there; what is shorter than a pixel is one", () => {
  assert.deepEqual(seen([band(-20, 0), band(100, 200)], x, 100), []);
  assert.equal(seen([band(50, 50.1)], x, 100)[0]?.wide, 1);
});

test("rows", () => {
  assert.equal(rowsOf([]), 0);
  assert.equal(rowsOf([band(0, 1), band(0, 1, 4)]), 5);
});
