import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddress, instantIn, instantText, parseAddress, windowOf } from "../../assets/lib/address.mjs";
import { readingTime } from "../../assets/lib/play.mjs";
import { reached } from "../../assets/lib/reveal.mjs";
import { readChosen, writeChosen } from "../../assets/lib/search.mjs";
import { DAY, HOUR } from "../../assets/lib/zones.mjs";

test("an address and what it tells are the same, both ways", () => {
  for (const text of ["", "e8", "zone=Asia/Tokyo", "e8&zone=%2B07:00&q=a%26b%3Dc%20%C3%A9", "e8&from=2019-02-27T10:00Z&to=2019-03-01T10:00Z"])
    assert.equal(formatAddress(parseAddress(`#${text}`)), text);
  assert.equal(formatAddress({ anchor: "e1", parts: new Map([["zone", ""], ["q", "ja"]]) }), "e1&q=ja", "the usual is left out");
});

test("what cannot be read is passed over, the rest is kept", () => {
  const place = parseAddress(`#e8&%zz=1&zone=%zz&q=${"x".repeat(100_000)}&mode=story&=&&nothing&a=b=c`);
  assert.equal(place.anchor, "e8");
  assert.deepEqual([...place.parts], [["mode", "story"], ["", ""], ["a", "b=c"]]);
  assert.equal(parseAddress("#%zz&zone=UTC").anchor, "");
  assert.equal(parseAddress("#%zz&zone=UTC").parts.get("zone"), "UTC");
  assert.equal(parseAddress("#zone=UTC&e8").anchor, "", "an anchor comes first");
  assert.ok(parseAddress(`#${"a=b&".repeat(50_000)}`).parts.size <= 40);
  assert.equal(parseAddress("#<script>alert(1)</script>").anchor, "<script>alert(1)</script>");
});

test("a part is as long as what is read of it, in every script", () => {
  const [words, lane] = ["Министерство иностранных дел ".repeat(60), "وزارة الشؤون الخارجية ".repeat(20)];
  const parts = new Map([["q", words], ["filter", writeChosen(new Map([["lane", new Set([lane, "50% a:b,c;d"])]]))], ["event", "д".repeat(500)]]);
  const back = parseAddress(formatAddress({ anchor: "e1", parts })).parts;
  assert.deepEqual([...back], [...parts]);
  assert.deepEqual([...(readChosen(back.get("filter") ?? "").get("lane") ?? [])], [lane, "50% a:b,c;d"]);
  assert.equal(parseAddress(`#event=${"д".repeat(501)}&q=${"д".repeat(2001)}`).parts.size, 0);
  assert.equal(parseAddress(`#${"д".repeat(501)}`).anchor, "");
});

test("instants are as exact as their window needs, and come back", () => {
  const at = Date.UTC(2019, 1, 27, 10, 5, 7, 89);
  assert.equal(instantText(at, 3 * DAY), "2019-02-27T10:05Z");
  assert.equal(instantText(at, 3 * HOUR), "2019-02-27T10:05:07Z");
  assert.equal(instantText(at, 60_000), "2019-02-27T10:05:07.089Z");
  for (const instant of [0, at, -62_200_000_000_000, 253_500_000_000_000, -1e14, -4.35e20])
    for (const length of [60_000, 2 * HOUR, 9 * DAY]) {
      const text = instantText(instant, length);
      assert.equal(instantText(instantIn(text), length), text, text);
    }
});

test("a window that is none is none", () => {
  /** @param {string} text */
  const seen = (text) => windowOf(parseAddress(text).parts);
  assert.deepEqual(seen("from=1970-01-01T00:00Z&to=1970-01-01T00:01Z"), { earliest: 0, latest: 60_000 });
  for (const text of ["", "from=NaN&to=NaN", "from=1970-01-01T00:00Z", "from=2019-13-01T00:00Z&to=2020-01-01T00:00Z", "from=1e9&to=2e9",
    "from=1970-01-02T00:00Z&to=1970-01-01T00:00Z", "from=Infinity&to=0", "from=1970-01-01T24:00Z&to=1971-01-01T00:00Z"]) assert.equal(seen(text), null, text);
});

test("a view moves only for an event that cannot be read in it", () => {
  const first = { earliest: 0, latest: 1000 };
  const limits = { earliest: -10_000, latest: 10_000 };
  const item = (left, right = left) => ({ left, right });
  assert.equal(reached(first, item(500), first, limits), first);
  assert.equal(reached(first, item(-500, 900), first, limits), first, "a bar that covers a third");
  assert.equal(Math.round(reached(first, item(2000), first, limits).earliest), 1667, "at a third of the view");
  assert.deepEqual(reached({ earliest: 4000, latest: 5000 }, item(20), first, limits), first, "home again");
});

test("a text is shown as long as one reads it, in scripts without spaces as well", () => {
  assert.equal(readingTime("Two words", "en", 1), 4000);
  assert.equal(readingTime("word ".repeat(200), "en", 1), 60_000);
  assert.equal(readingTime("word ".repeat(200), "en", 2), 30_000);
  assert.ok(readingTime("特朗普与金正恩在河内会晤，".repeat(10), "zh", 1) > 8000);
});
