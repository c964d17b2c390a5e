// @ts-check
/** What comes from a store: asked for once, kept for a while, tried again where a host is slow or fails, and no longer waited for once nobody needs it. */

import { openedTile } from "./tiles.mjs";

/** @typedef {{base: string, suffix: string}} Where before and after each address */
/** @typedef {"" | "slow" | "failed" | "gone"} State gone: the host has another version */
/** @typedef {{promise: Promise<any>, ending: AbortController, begun: number, view: boolean}} Waiting view: of a view that may be over before it comes */

/** @type {Record<string, number>} answers that are kept, by the kind of their address; a tile has some 50 kB of JSON, a page of cards 100 kB */
const KEPT = { tiles: 96, cards: 12, found: 12 };
export const ABREAST = 6; // so many are asked for at a time
const DELAYS = [400, 1200, 3000]; // milliseconds before it is tried again
const TIMEOUT = 20_000;
const PATIENCE = 2500; // milliseconds after which something is said

/** Nothing is at an address. */
export class Missing extends Error {}

/** A host refuses to answer, and would again. */
class Refused extends Error {}

/** The JSON of an answer, unpacked where it is packed still: a host of files may not say that they are. @param {Response} response */
async function unpacked(response) {
  const data = await response.arrayBuffer();
  const [first, second] = new Uint8Array(data, 0, Math.min(data.byteLength, 2));
  if (first !== 0x1f || second !== 0x8b) return JSON.parse(new TextDecoder().decode(data));
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

export class Fetched {
  /** @param {Where} where @param {AbortSignal} signal @param {(state: State) => void} told @param {typeof fetch} [ask] */
  constructor(where, signal, told, ask = (address, how) => fetch(address, how)) {
    this.where = where;
    this.signal = signal;
    this.told = told;
    this.send = ask;
    /** @type {Map<string, Map<string, any>>} by kind, the one used last at the end */
    this.kept = new Map();
    /** @type {Map<string, Waiting>} */
    this.waiting = new Map();
    /** @type {Set<string>} what did not come, however often it was asked for */
    this.lost = new Set();
    /** @type {State} */
    this.state = "";
    this.wanted = /** @type {string[]} */ ([]);
    this.timer = 0;
    this.arrived = () => {}; // called when something of `want` is there
    /** @type {(path: string) => Promise<any> | null} */
    this.answered = () => null; // an answer that is made here, of others
    signal.addEventListener("abort", () => this.end());
  }

  /** An answer that is here. @param {string} path */
  get(path) {
    const kept = this.kept.get(kindOf(path));
    const found = kept?.get(path);
    if (found === undefined || !kept) return undefined;
    kept.delete(path);
    kept.set(path, found);
    return found;
  }

  /** @param {string} path @param {any} answer */
  keep(path, answer) {
    const most = KEPT[kindOf(path)];
    if (most === undefined) return;
    const kept = this.kept.get(kindOf(path)) ?? new Map();
    this.kept.set(kindOf(path), kept.set(path, answer));
    for (const old of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(old);
    }
  }

  /** What a view needs, the most urgent first: what is here already is not asked for, and what no view needs any more is given up. @param {string[]} paths */
  want(paths) {
    this.wanted = paths;
    for (const [path, { ending, view }] of this.waiting) if (view && !paths.includes(path)) ending.abort();
    this.next();
  }

  next() {
    if (this.state === "gone" || this.signal.aborted) return;
    for (const path of this.wanted) {
      if ([...this.waiting.values()].filter((one) => one.view).length >= ABREAST) return;
      if (this.waiting.has(path) || this.lost.has(path) || this.get(path) !== undefined) continue;
      const done = () => {
        this.arrived();
        this.next();
      };
      this.start(path, true).then(done, (reason) => {
        if (reason instanceof Missing) this.leave(); // the address was there when the page was made
        done();
      });
    }
  }

  /** An answer, now or later; rejects with `Missing`, or with another reason after all tries. @param {string} path @returns {Promise<any>} */
  async ask(path) {
    const known = this.get(path);
    if (known !== undefined) return known;
    const one = this.waiting.get(path);
    if (one) one.view = false;
    return one?.promise ?? this.start(path, false);
  }

  /** No longer wait for an answer. @param {string} path */
  forget(path) {
    this.waiting.get(path)?.ending.abort();
  }

  /** @param {string} path @param {boolean} view */
  start(path, view) {
    const ending = new AbortController();
    const promise = this.tried(path, ending.signal).then((answer) => {
      this.keep(path, answer);
      this.lost.delete(path);
      return answer;
    }).catch((reason) => {
      if (!ending.signal.aborted && !(reason instanceof Missing)) this.lost.add(path);
      throw reason;
    }).finally(() => {
      if (this.waiting.get(path)?.ending === ending) this.waiting.delete(path);
      this.judge();
    });
    this.waiting.set(path, { promise, ending, view, begun: performance.now() });
    if (!this.timer) this.timer = setTimeout(() => this.judge(), PATIENCE + 50);
    return promise;
  }

  /** @param {string} path @param {AbortSignal} signal @returns {Promise<any>} */
  async tried(path, signal) {
    for (let turn = 0; ; turn += 1) {
      try {
        return await this.once(path, signal);
      } catch (reason) {
        const delay = DELAYS[turn];
        if (signal.aborted || reason instanceof Missing || reason instanceof Refused || delay === undefined) throw reason;
        await new Promise((resume) => {
          setTimeout(resume, delay);
          signal.addEventListener("abort", resume);
        });
        if (signal.aborted) throw reason;
      }
    }
  }

  /** @param {string} path @param {AbortSignal} signal */
  async once(path, signal) {
    const made = this.answered(path);
    if (made) return made.catch((reason) => { throw reason instanceof Missing ? reason : new Refused(path); }); // what it is made of was tried often enough
    const ending = new AbortController();
    const stop = () => ending.abort();
    const timer = setTimeout(stop, TIMEOUT);
    signal.addEventListener("abort", stop);
    try {
      const [address, query] = path.split("?", 2);
      const response = await this.send(`${this.where.base}${address}${this.where.suffix}${query ? `?${query}` : ""}`, { signal: ending.signal });
      if (response.status === 404 || response.status === 410) throw new Missing(path);
      if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) throw new Refused(path);
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      const answer = await unpacked(response);
      return kindOf(path) === "tiles" ? openedTile(answer) : answer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  }

  /** Tell how it goes, once that is another way than before. */
  judge() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.state === "gone" || this.signal.aborted) return;
    const since = Math.min(...[...this.waiting.values()].map((one) => one.begun));
    const slow = performance.now() - since > PATIENCE;
    if (this.waiting.size && !slow) this.timer = setTimeout(() => this.judge(), since + PATIENCE + 50 - performance.now());
    this.say(this.lost.size ? "failed" : slow ? "slow" : "");
  }

  /** @param {State} state */
  say(state) {
    if (this.state === state) return;
    this.state = state;
    this.told(state);
  }

  /** The host has another version: whatever is asked for would not fit. */
  leave() {
    this.say("gone");
    this.end();
  }

  /** Try again what did not come. */
  again() {
    this.lost.clear();
    this.judge();
    this.next();
  }

  end() {
    clearTimeout(this.timer);
    for (const { ending } of this.waiting.values()) ending.abort();
  }
}

/** @param {string} path */
const kindOf = (path) => path.slice(0, path.indexOf("/"));
