// @ts-check
// No function in assets/ is longer than 40 lines; the Python side of the house is tests/test_house.py.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";

const ASSETS = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..", "..", "assets");
const scripts = ["", "lib"]
    .flatMap((folder) => readdirSync(join(ASSETS, folder)).map((name) => join(folder, name)))
    .filter((name) => name.endsWith(".mjs"));

/** @param {string} name @returns {string[]} */
function longFunctions(name) {
    const source = ts.createSourceFile(name, readFileSync(join(ASSETS, name), "utf8"), ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    /** @type {string[]} */
    const found = [];
    /** @param {import("typescript").Node} node */
    const visit = (node) => {
        const first = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const last = source.getLineAndCharacterOfPosition(node.end).line + 1;
        if (ts.isFunctionLike(node) && last - first + 1 > 40) found.push(`${name}:${first} is ${last - first + 1} lines long`);
        ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
}

test("no function is longer than 40 lines", () => {
    assert.deepEqual(scripts.flatMap(longFunctions), []);
});

test("every script is type-checked", () => {
    assert.deepEqual(scripts.filter((name) => !readFileSync(join(ASSETS, name), "utf8").startsWith("// @ts-check")), []);
});
