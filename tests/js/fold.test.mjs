// The folded texts of timeline/store/fold.py, said by its twin: the same vectors that tests/store/test_fold.py checks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fold, parseQuery } from "../../assets/lib/search.mjs";

const { texts, queries } = JSON.parse(readFileSync(new URL("../store/fold.json", import.meta.url), "utf8"));

for (const [text, folded] of texts) test(`fold ${JSON.stringify(text)}`, () => assert.equal(fold(text), folded));
for (const [query, terms] of queries) test(`terms of ${JSON.stringify(query)}`, () => assert.deepEqual(parseQuery(query), terms));
