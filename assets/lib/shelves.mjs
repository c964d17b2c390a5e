// @ts-check
/** In which of the files of ids a host without a server has an entry. The twin of `shelf_of` in timeline/store/shelves.py. */

/** Two digits: the CRC-32 of the id in UTF-8, modulo 100. @param {string} id */
export function shelfOf(id) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(id)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return String((~sum >>> 0) % 100).padStart(2, "0");
}
