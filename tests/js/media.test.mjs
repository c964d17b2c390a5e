import assert from "node:assert/strict";
import { test } from "node:test";

import { mediumOf, wanted } from "../../assets/lib/media.mjs";

/** A page that makes elements which only keep what they were given, in order. */
const page = /** @type {any} */ ({
  createElement: (/** @type {string} */ name) => ({ name, facts: /** @type {[string, string][]} */ ([]), setAttribute(/** @type {string} */ key, /** @type {string} */ value) { this.facts.push([key, value]); } }),
});
const address = "https://example.org/a?x=\"><script>";

for (const [kind, name] of [["image", "img"], ["video", "video"], ["audio", "audio"]])
  test(`${kind}: the address comes last, when everything that guards it is set`, () => {
    const node = /** @type {any} */ (mediumOf({ kind: kind ?? "", address, alt: "A train" }, page));
    const facts = Object.fromEntries(node.facts);
    assert.equal(node.name, name);
    assert.deepEqual(node.facts.at(-1), ["src", address]);
    assert.equal(facts.referrerpolicy, "no-referrer");
    assert.equal(facts.autoplay, undefined);
    if (kind === "image") assert.deepEqual([facts.alt, facts.loading], ["A train", "lazy"]);
    else assert.deepEqual([facts["aria-label"], facts.preload, facts.controls], ["A train", "none", ""]);
  });

test("a press loads its own figure, or all of the very same host", () => {
  const figure = (/** @type {string} */ origin) => /** @type {any} */ ({ dataset: { origin } });
  const [one, two, http, other] = ["https://a.example", "https://a.example", "http://a.example", "https://b.example"].map(figure);
  const all = [one, two, http, other];
  assert.deepEqual(wanted(one, "image", all), [one]);
  assert.deepEqual(wanted(one, "all", all), [one, two]);
  assert.deepEqual(wanted(other, "all", all), [other]);
});
