"""Pack Plotly for the exported page, run by `make bundle`: `assets/vendor/plotly-basic.lzma` and `unpack.js`, which opens it in a browser.

Plotly is nine tenths of an exported page, and LZMA makes it a sixth smaller than the gzip of a web server does. No browser opens LZMA by
itself; the decoder is that of lzma1 (https://github.com/xseman/lzma1, MIT), its modules joined to one classic script without what only
packing needs.
"""

import lzma
import re
from pathlib import Path

from timeline.export.html import plotly_bundle

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "node_modules" / "lzma1"
TARGET = ROOT / "assets" / "vendor"
MODULES = ("utils", "streams", "lz-window", "range-decoder", "decoder")
SLICE = 8
"""Milliseconds of unpacking, then the reader has the page; a message ends the pause, since timers wait where a page is not seen."""
FILTER = {"id": lzma.FILTER_LZMA1, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 21, "lc": 3, "lp": 0, "pb": 0}
OPEN = """document.querySelector("script[data-plotly]").unpack = async (text) => {
const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const [output, decoder, { port1, port2 }] = [new OutputBuffer(1 << 21), new Decoder(), new MessageChannel()];
decoder.initDecompression(new InputBuffer(bytes), output);
for (let result = 0, slice = performance.now(); !result;) {
for (let count = 0; count < 2048 && !result; count++) result = decoder.codeOneChunk();
if (result === -1) throw new Error("corrupted input");
if (performance.now() - slice < SLICE) continue;
await new Promise((resume) => { port1.onmessage = resume; port2.postMessage(0); });
slice = performance.now();
}
port1.close();
decoder.flush();
return new TextDecoder().decode(output.toArray());
};
"""


def main() -> None:
    """Write both files."""
    (TARGET / "plotly-basic.lzma").write_bytes(lzma.compress(plotly_bundle().encode(), format=lzma.FORMAT_ALONE, filters=[FILTER]))
    (TARGET / "unpack.js").write_text(unpacker(), "utf-8")


def unpacker() -> str:
    """The decoder's modules as one script, with its licence."""
    parts = [_plain((SOURCE / "lib" / f"{name}.js").read_text("utf-8")) for name in MODULES]
    parts[0] = _used(parts[0], "".join(parts[1:]))
    licence = next(line for line in (SOURCE / "LICENSE").read_text("utf-8").splitlines() if "opyright" in line)
    return f'/*! lzma1, MIT, {licence.strip()} */\n(() => {{\n"use strict";\n{"".join(parts)}{OPEN.replace("SLICE", str(SLICE))}}})();\n'


def _plain(source: str) -> str:
    """Without imports, comments and indentation."""
    source = re.sub(r"^import \{[^}]*\} from \"[^\"]*\";\n", "", source, flags=re.MULTILINE)
    source = re.sub(r"/\*(?:[^*]|\*(?!/))*\*/|(?:^|(?<=\s))//[^\n]*", "", source, flags=re.MULTILINE)
    return re.sub(r"^(?:[ \t]*\n)+|^[ \t]+|[ \t]+$", "", source, flags=re.MULTILINE).replace("export class", "class").strip() + "\n"


def _used(source: str, users: str) -> str:
    """Of a module of constants and functions those that somebody uses, and what these use in turn."""
    blocks = {re.split(r"\W+", block, maxsplit=2)[1]: block for block in re.split(r"^export ", source, flags=re.MULTILINE) if block.strip()}
    kept: dict[str, str] = {}
    while more := [name for name in blocks if name not in kept and re.search(rf"\b{name}\b", users + "".join(kept.values()))]:
        kept |= {name: blocks[name] for name in more}
    return "".join(block for name, block in blocks.items() if name in kept)


if __name__ == "__main__":
    main()
