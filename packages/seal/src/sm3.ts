/** The hash function SM3 (GB/T 32905-2016). */

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const first = (word: number): number => word ^ rotate(word, 9) ^ rotate(word, 17);
const second = (word: number): number => word ^ rotate(word, 15) ^ rotate(word, 23);

// T of GB/T 32905 §4.2, already turned by the number of its round.
const constants = Int32Array.from({ length: 64 }, (_, round) => rotate(round < 16 ? 0x79cc4519 : 0x7a879d8a, round % 32));

function compress(state: Int32Array, words: Int32Array, view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + 4 * index);
  const w = (index: number): number => words[index] ?? 0;
  for (let index = 16; index < 68; index += 1)
    words[index] = second(w(index - 16) ^ w(index - 9) ^ rotate(w(index - 3), 15)) ^ rotate(w(index - 13), 7) ^ w(index - 6);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const turned = rotate(a, 12);
    const ss1 = rotate((turned + e + (constants[round] ?? 0)) | 0, 7);
    const early = round < 16;
    const tt1 = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ turned) + (w(round) ^ w(round + 4))) | 0;
    const tt2 = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w(round)) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, first(tt2)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) ^ word;
  });
}

/**
 * SM3 of the bytes, 32 bytes (GB/T 32905-2016).
 *
 * @example toHex(sm3(toUtf8('abc'))) // '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
 */
export function sm3(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const tail = new Uint8Array(Math.min(blocks, 2) * 64);
  const whole = blocks * 64 - tail.length;
  tail.set(bytes.subarray(whole));
  tail[bytes.length - whole] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000));
  end.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);

  const state = Int32Array.from([0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]);
  const words = new Int32Array(68);
  const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += 64) compress(state, words, body, at);
  for (let at = 0; at < tail.length; at += 64) compress(state, words, end, at);

  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  state.forEach((word, index) => view.setInt32(4 * index, word));
  return digest;
}
