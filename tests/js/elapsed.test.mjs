// What timeline/draw/elapsed.py and `tell_elsewhere` say, said by their twins: the same vectors that tests/draw checks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { elapsed } from "../../assets/lib/elapsed.mjs";
import { tellElsewhere } from "../../assets/lib/moments.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../draw/${name}.json`, import.meta.url), "utf8"));
const words = read("words");

for (const { note, language, before, after, text } of read("elapsed"))
  test(`${note}, ${language}`, () => assert.equal(elapsed(before, after, words[language], language), text));

for (const { note, language, zone, home, places, start, end, text } of read("elsewhere"))
  test(`elsewhere: ${note}, ${language}`, () => assert.equal(tellElsewhere(start, end, places, { zone, home, language, words: words[language] }), text));
