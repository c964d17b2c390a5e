// @ts-check
/** Nodes that stay from frame to frame: only what changed is written. */

/** @typedef {{key: string | number, name: string, css: string, text?: string, title?: string}} Look */

export class Layer {
  /** @param {Element} parent @param {string} tag @param {(node: HTMLElement, key: string | number) => void} [made] called for each new node */
  constructor(parent, tag, made) {
    this.parent = parent;
    this.tag = tag;
    this.made = made;
    /** @type {Map<string | number, {node: HTMLElement, name: string, css: string, text: string, title: string}>} */
    this.known = new Map();
  }

  /** Show these and no others. @param {readonly Look[]} looks */
  show(looks) {
    const gone = new Set(this.known.keys());
    for (const { key, name, css, text = "", title = "" } of looks) {
      gone.delete(key);
      let one = this.known.get(key);
      if (!one) {
        one = { node: document.createElement(this.tag), name: "", css: "", text: "", title: "" };
        this.known.set(key, one);
        this.made?.(one.node, key);
        this.parent.append(one.node);
      }
      if (one.name !== name) one.node.className = one.name = name;
      if (one.css !== css) one.node.style.cssText = one.css = css;
      if (one.text !== text) one.node.textContent = one.text = text;
      if (one.title !== title) one.node.title = one.title = title;
    }
    for (const key of gone) {
      this.known.get(key)?.node.remove();
      this.known.delete(key);
    }
  }
}
