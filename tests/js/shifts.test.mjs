// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";

import { shiftIn } from "../../assets/lib/shifts.mjs";

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

test("where no clock is changed, nothing is found", () => {
    assert.equal(shiftIn(Date.parse("2024-06-01T00:00Z"), Date.parse("2024-06-08T00:00Z"), "Europe/Berlin"), null);
    assert.equal(shiftIn(0, 1000 * WEEK, "UTC"), null);
});
