// @ts-check
/** The one script of a page: binds chart, cards and zone of each timeline together. See docs/contract.md. */

import { start } from "./lib/begin.mjs";
import { bindAll } from "./lib/features.mjs";

// The modules for stories in tiles come only where they are needed; a page that is one file and has such a story starts with assets/tiled.mjs.
start((root) => (root.hasAttribute("data-tiled") ? import("./lib/tiled_features.mjs").then(({ bindTiled }) => bindTiled(root)) : bindAll(root)));
