import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, HOUR, MINUTE, axisText, dateOf, daysOf, findZone, instantsOf, offsetAt, offsetText, startOf } from "../../assets/lib/zones.mjs";

const wall = (year, month, day, hour = 0, minute = 0) => daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE;

test("dates of any year, there and back", () => {
  assert.equal(daysOf(2019, 2, 28), 17_955);
  assert.equal(daysOf(-12_000, 1, 1), -5_102_438);
  for (const days of [-400_000_000, -719_469, -1, 0, 11_016, 17_955, 3_000_000]) assert.equal(daysOf(...dateOf(days)), days);
});

test("a town alone is enough where the browser knows one of the name", () => {
  assert.deepEqual(["tokyo", "New York", "Kolkata", "Nowhere", ""].map(findZone), ["Asia/Tokyo", "America/New_York", "Asia/Kolkata", null, null]);
});

test("Berlin sets its clock back: the hour comes twice", () => {
  assert.deepEqual(instantsOf(wall(2024, 10, 27, 2, 30), "Europe/Berlin"), [1_729_989_000_000, 1_729_992_600_000]);
});

test("Berlin sets its clock forward: the hour does not come, and what begins in it begins with the jump", () => {
  assert.deepEqual(instantsOf(wall(2024, 3, 31, 2, 30), "Europe/Berlin"), []);
  assert.equal(startOf(wall(2024, 3, 31, 2, 0), "Europe/Berlin"), Date.UTC(2024, 2, 31, 1));
});

test("a day that begins in a gap begins with the jump", () => {
  assert.equal(startOf(wall(2018, 11, 4), "America/Sao_Paulo"), Date.UTC(2018, 10, 4, 3));
});

test("offsets of zones that changed them, and of half an hour", () => {
  assert.equal(offsetText(offsetAt(Date.UTC(2018, 3, 27), "Asia/Pyongyang")), "UTC+8:30");
  assert.equal(offsetText(offsetAt(Date.UTC(2018, 5, 12), "Asia/Pyongyang")), "UTC+9");
  assert.equal(offsetText(offsetAt(0, "Asia/Kolkata")), "UTC+5:30");
  assert.equal(offsetText(offsetAt(Date.UTC(2019, 1, 27), "Asia/Kathmandu")), "UTC+5:45");
  assert.equal(offsetText(offsetAt(0, "-03:30")), "UTC-3:30");
  assert.equal(offsetText(offsetAt(0, "UTC")), "UTC");
});

test("far away the nearest known offset holds, as in Python", () => {
  assert.equal(offsetText(offsetAt(wall(-12_000, 1, 1), "Europe/Berlin")), "UTC+0:53:28");
  assert.equal(offsetAt(wall(60_000, 1, 1), "Asia/Ho_Chi_Minh"), 7 * HOUR);
});

test("a zone is found however it is typed, or not at all", () => {
  assert.equal(findZone(" asia/tokyo "), "Asia/Tokyo");
  assert.equal(findZone("America/New York"), "America/New_York");
  assert.equal(findZone("asia/kathmandu"), "Asia/Kathmandu");
  assert.equal(findZone("+7"), "+07:00");
  assert.equal(findZone("utc+05:30"), "+05:30");
  for (const name of ["Mars/Base", "", "+25:00", "<script>"]) assert.equal(findZone(name), null, name);
});

test("Plotly gets naive UTC text, whatever the zone of the machine", () => {
  assert.equal(axisText(1_551_275_220_000), "2019-02-27 13:47:00.000");
  assert.equal(axisText(wall(-44, 3, 15, 9)), "-0044-03-15 09:00:00.000");
  assert.equal(axisText(1_551_275_220_000.7), "2019-02-27 13:47:00.001");
});

test("an offset is right to the second around odd changes of the clock", () => {
  for (const [zone, change] of [["Africa/Monrovia", 63_593_070_000], ["Europe/Berlin", -2_422_054_408_000], ["Australia/Lord_Howe", 1_712_415_600_000]]) {
    const [before, after] = [offsetAt(change - 1000, zone), offsetAt(change, zone)];
    assert.notEqual(before, after, zone);
    assert.deepEqual([offsetAt(change - HOUR, zone), offsetAt(change + HOUR, zone)], [before, after], zone);
  }
});
