// The sentences of timeline/draw/moments.py, said by its twin: the same vectors that tests/draw/test_moments.py checks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dateWords, fill, tell } from "../../assets/lib/moments.mjs";

const vectors = JSON.parse(readFileSync(new URL("../draw/moments.json", import.meta.url), "utf8"));
const words = JSON.parse(readFileSync(new URL("../draw/words.json", import.meta.url), "utf8"));

for (const { note, language, zone, home, start, end, text } of vectors)
  test(`${note}, ${zone}, ${language}`, () => assert.equal(tell(start, end, { zone, home, language, words: words[language] }), text));

test("the zone of the machine changes nothing", () => {
  for (const TZ of ["America/New_York", "Asia/Kolkata", "Pacific/Apia"]) {
    const code = `import { tell } from ${JSON.stringify(new URL("../../assets/lib/moments.mjs", import.meta.url).href)};
      import { readFileSync } from "node:fs";
      const words = JSON.parse(readFileSync(${JSON.stringify(new URL("../draw/words.json", import.meta.url).pathname)}, "utf8"));
      const vectors = JSON.parse(readFileSync(${JSON.stringify(new URL("../draw/moments.json", import.meta.url).pathname)}, "utf8"));
      console.log(vectors.filter((v) => tell(v.start, v.end, { ...v, words: words[v.language] }) !== v.text).length);`;
    assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", code], { env: { ...process.env, TZ } }).toString().trim(), "0", TZ);
  }
});

test("names are short where an axis wants them short", () => {
  const how = { zone: null, home: "UTC", language: "en", words: words.en };
  assert.equal(fill(words.en["date.day"], dateWords(17_954, how, "short")), "Wed, 27 Feb 2019");
});

test("a gap without a value stays visible", () => assert.equal(fill("{a} and {b}", { a: 1 }), "1 and {b}"));
