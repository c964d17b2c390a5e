// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { besides, shiftIn, shiftText } from "../../assets/lib/shifts.mjs";

const words = JSON.parse(readFileSync(new URL("../draw/words.json", import.meta.url), "utf8"));
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

test("a change of clocks is found to the minute, whichever way it goes", () => {
    for (const [zone, at, by] of /** @type {[string, string, number][]} */ ([
        ["Europe/Berlin", "2024-03-31T01:00Z", HOUR], ["Europe/Berlin", "2024-10-27T01:00Z", -HOUR],
        ["America/New_York", "2024-11-03T06:00Z", -HOUR], ["Australia/Lord_Howe", "2024-04-06T15:00Z", -HOUR / 2],
        ["Pacific/Apia", "2011-12-30T10:00Z", 24 * HOUR],
    ])) {
        const found = shiftIn(Date.parse(at) - WEEK / 3, Date.parse(at) + WEEK / 2, zone);
        assert.deepEqual(found && { at: new Date(found.at).toISOString(), by: found.by }, { at: new Date(at).toISOString(), by });
    }
});

test("hours are named by their clocks, and from a day on dates", () => {
    for (const [zone, at, by, en, de] of /** @type {[string, string, number, string, string][]} */ ([
        ["Europe/Berlin", "2024-10-27T01:00Z", -HOUR, "02:00–03:00 twice", "02:00–03:00 zweimal"],
        ["Europe/Berlin", "2024-03-31T01:00Z", HOUR, "no 02:00–03:00", "kein 02:00–03:00"],
        ["Pacific/Apia", "2011-12-30T10:00Z", 24 * HOUR, "no Fri 30 Dec", "kein Fr 30. Dez"],
        ["America/Juneau", "1867-10-19T00:32Z", -24 * HOUR, "Fri 18 Oct twice", "Fr 18. Okt zweimal"],
    ])) {
        const told = ["en", "de"].map((language) => shiftText({ at: Date.parse(at), by }, { zone, home: "UTC", language, words: words[language] }));
        assert.deepEqual(told, [en, de]);
    }
});

test("where no clock is changed, nothing is found", () => {
    assert.equal(shiftIn(Date.parse("2024-06-01T00:00Z"), Date.parse("2024-06-08T00:00Z"), "Europe/Berlin"), null);
    assert.equal(shiftIn(0, 1000 * WEEK, "UTC"), null);
});

test("the words of a change stand behind it, else before it, and never where a counter does", () => {
    const strip = (...places) => ({ width: 400, counted: places.map((x) => ({ x, wide: 50 })) });
    assert.equal(besides(200, 240, 100, strip()), 245);
    assert.equal(besides(200, 240, 100, strip(300)), 95);
    assert.equal(besides(200, 240, 100, strip(300, 150)), null);
    assert.equal(besides(60, 320, 100, strip()), null, "nor outside of the chart");
});
