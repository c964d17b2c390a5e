// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { cut, letter } from "../../assets/lib/paper.mjs";

/** @param {number} left @param {number} [length] */
const item = (left, length = 0) => /** @type {import("../../assets/lib/reveal.mjs").Item} */ (/** @type {unknown} */ ({ id: String(left), left, right: left + length, dot: !length }));
/** @param {readonly import("../../assets/lib/paper.mjs").Sheet[]} sheets */
const sizes = (sheets) => sheets.map((sheet) => sheet.items.length);
const HOUR = 3_600_000;

test("no piece has more labels than a page can carry, and no event is lost or doubled", () => {
    for (const count of [1, 2, 3, 14, 15, 29, 100, 1000]) {
        const items = Array.from({ length: count }, (_, index) => item(((index * 7919) % 4320) * HOUR, (index % 5) * HOUR));
        const sheets = cut(items, 14);
        assert.ok(Math.max(...sizes(sheets)) <= 14);
        assert.deepEqual(sheets.flatMap((sheet) => sheet.items.map(({ id }) => id)).sort(), items.map(({ id }) => id).sort());
    }
});

test("a line is cut where much time lies between two events", () => {
    const far = [0, 1, 2, 3].map((day) => item(day * 24 * HOUR));
    const near = Array.from({ length: 12 }, (_, index) => item(9000 * HOUR + index * HOUR));
    assert.deepEqual(sizes(cut([...near, ...far], 14)), [4, 12]);
    assert.deepEqual(sizes(cut([...far.slice(0, 2), ...near.slice(0, 3)], 14)), [2, 3]);
});

test("every mark lies within its piece, and events of one instant still have a width", () => {
    const sheets = cut(Array.from({ length: 40 }, () => item(5)), 14);
    for (const { from, to, items } of sheets) assert.ok(from < 5 && to > 5 && items.length > 2);
    assert.deepEqual(cut([], 14), []);
});

test("a bar that lasts until long after does not press the others together", () => {
    const items = Array.from({ length: 20 }, (_, index) => item(index * HOUR, index === 1 ? 9000 * HOUR : HOUR));
    assert.ok(cut(items, 14).every(({ from, to }) => to - from < 40 * HOUR));
});

test("letters go on behind z as the style sheet counts them", () => {
    assert.deepEqual([0, 25, 26, 27, 52].map(letter), ["a", "z", "aa", "ab", "ba"]);
});
