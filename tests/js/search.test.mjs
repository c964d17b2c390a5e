import assert from "node:assert/strict";
import { test } from "node:test";
import { countsOf, fold, foldWithPlaces, matches, parseQuery, passes, placesOf, readChosen, valuesOf, writeChosen } from "../../assets/lib/search.mjs";

const cut = (text, query) => placesOf(foldWithPlaces(text), parseQuery(query)).map(([from, to]) => text.slice(from, to));

test("case, accents, ligatures and kinds of space do not count", () => {
  assert.equal(fold("Straße\u00a0ÉCOLE  Œuvre ŁÓDŹ ΟΔΟΣ İzmir l’été"), "strasse ecole oeuvre lodz οδοσ izmir l'ete");
  assert.equal(fold("Cafe\u0301"), fold("CAFÉ"));
  assert.equal(fold("قَالَ"), fold("قال"));
  assert.notEqual(fold("कि"), fold("का")); // these are vowels, not accents
});

test("words, phrases in all quotes, and quotes left open", () => {
  assert.deepEqual(parseQuery('Zug "früh  am Abend" „Müller sagt“ «oui» zug'), ["zug", "fruh am abend", "muller sagt", "oui"]);
  assert.deepEqual(parseQuery('"offen und mehr'), ["offen", "und", "mehr"]);
  assert.deepEqual(parseQuery('  "" „ “ \t'), []);
});

test("every word has to be there, in any place", () => {
  const text = fold("Der Zug fährt über die Straße");
  assert.ok(matches(text, parseQuery("strasse zug")));
  assert.ok(!matches(text, parseQuery("strasse bus")));
  assert.ok(!matches(text, parseQuery('"strasse zug"')));
});

test("what is found is given in the letters of the text", () => {
  assert.deepEqual(cut("Die Straße und die STRASSE", "strasse"), ["Straße", "STRASSE"]);
  assert.deepEqual(cut("ein Cafe\u0301 hier", "café"), ["Cafe\u0301"]);
  assert.deepEqual(cut("ab\n  cd", '"b c"'), ["b\n  c"]);
  assert.deepEqual(cut("👩‍👩‍👧 Zug 🎉", "zug 🎉"), ["Zug", "🎉"]);
  assert.deepEqual(cut("größer", "s"), ["ß", "ß"]);
  assert.deepEqual(cut("abcabc", "abc bca"), ["abc", "abc"]); // none over another
  assert.deepEqual(cut("eine Soft\u00adhyphen, kein zero\u200bwidth", "softhyphen zerowidth kein"), ["Soft\u00adhyphen", "kein", "zero\u200bwidth"]);
  assert.deepEqual(cut("e\u2011Mail und E\u2010Mail", "e-mail"), ["e\u2011Mail", "E\u2010Mail"]);
});

test("letters that mean something elsewhere mean nothing here", () => {
  for (const query of ["<script>", "a.*b", "[", "(?<=x)", "\\", "$&", "%00", "__proto__"]) {
    assert.deepEqual(cut(`x ${query} y`, query), [query]);
    assert.deepEqual(cut("nothing", query), []);
  }
});

test("a very long query takes no time", () => {
  const text = foldWithPlaces("ein Satz über die Straße ".repeat(40));
  const started = performance.now();
  for (const query of ["x".repeat(10_000), "a ".repeat(5000), '"'.repeat(10_000), "ß".repeat(10_000), "„a“".repeat(3000)]) {
    matches(text.text, parseQuery(query));
    placesOf(text, parseQuery(query));
  }
  assert.ok(performance.now() - started < 500);
});

test("the way back exists for every letter of any text", () => {
  let seed = 7;
  const random = (size) => (seed = (seed * 48_271) % 2_147_483_647) % size;
  const letters = [..."aÄßœéI ǅﬁ½İΣς\u0301\u00a0\n\t🎉한가다ا\u064eक\u093f„“’x\u00ad\u200b\u2060\ufeff\u2010\u2011"];
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: random(30) }, () => letters[random(letters.length)]).join("");
    const folded = foldWithPlaces(text);
    assert.equal(folded.text, fold(text), JSON.stringify(text));
    const starts = folded.starts ?? Array.from({ length: text.length + 1 }, (_, index) => index);
    assert.equal(starts.length, folded.text.length + 1);
    assert.ok(starts.every((start, index) => start <= text.length && (index === 0 || start >= starts[index - 1])));
  }
});

const moment = (precision, basis) => ({ precision, basis });
const item = (status, lane, tags, precision, basis) => ({ status, lane, tags, start: moment(precision, basis), end: null });
const FACTS = [
  { id: "a", event: "a.1", values: valuesOf(item("happened", "talks", ["x"], "evening", "stated")) },
  { id: "a", event: "a.2", values: valuesOf(item("planned", "city", [], "minute", "stated")) },
  { id: "b", event: "b.1", values: valuesOf(item("planned", "talks", ["x", "y"], "minute", "order")) },
];
const ticked = (...pairs) => new Map(pairs.map(([facet, ...values]) => [facet, new Set(values)]));

test("one event has to have all that is asked, not the entry as a whole", () => {
  const found = (chosen) => FACTS.filter((fact) => passes(fact, chosen)).map((fact) => fact.event);
  assert.deepEqual(found(ticked(["status", "planned"], ["lane", "talks"])), ["b.1"]);
  assert.deepEqual(found(ticked(["status", "planned", "happened"])), ["a.1", "a.2", "b.1"]);
  assert.deepEqual(found(ticked(["tag", "y"])), ["b.1"]);
  assert.deepEqual(found(ticked(["precision", "part"])), ["a.1"]);
  assert.deepEqual(found(ticked(["unheard", "of"])), []);
});

test("key events are a facet of their own", () => {
  const keyed = { ...item("happened", "", [], "minute", "stated"), key: true };
  const facts = [...FACTS, { id: "c", event: "c.1", values: valuesOf(keyed) }];
  assert.deepEqual(facts.filter((fact) => passes(fact, ticked(["key", "key"]))).map((fact) => fact.id), ["c"]);
  assert.equal(countsOf(facts, ticked(), ["key"]).get("key").get("key"), 1);
});

test("a count is what ticking would show, beside the other facets", () => {
  const counts = countsOf(FACTS, ticked(["status", "planned"]), ["status", "lane", "tag"]);
  assert.deepEqual(Object.fromEntries(counts.get("status")), { happened: 1, planned: 2 });
  assert.deepEqual(Object.fromEntries(counts.get("lane")), { city: 1, talks: 1 });
  assert.deepEqual(Object.fromEntries(counts.get("tag")), { x: 1, y: 1 });
});

test("what is ticked survives the address, whatever it is called", () => {
  const chosen = ticked(["lane", "a,b;c:d", "ü~&=#"], ["status", "planned"], ["tag", ""], ["none"]);
  const back = readChosen(writeChosen(chosen));
  assert.deepEqual([...back], [...chosen].filter(([, values]) => values.size));
  assert.equal(writeChosen(new Map()), "");
  assert.equal(writeChosen(ticked(["lane", "Дом 50%"], ["tag", "ü", "a:b"])), "lane:Дом 50%25;tag:ü,a%3Ab");
  assert.deepEqual([...(readChosen("lane:%D0%94%D0%BE%D0%BC%2050%25").get("lane") ?? [])], ["Дом 50%"], "all of it encoded");
  for (const broken of ["", ";;", "status", ":", "lane:%E0%A4%A", "a:b:c"]) assert.ok(readChosen(broken) instanceof Map);
});
