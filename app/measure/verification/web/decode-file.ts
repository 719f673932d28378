export type Decoded = { readonly text: string; readonly encoding: 'UTF-8' | 'GB 18030' | 'UTF-16' };

/**
 * The text of a file: UTF-8 where its bytes are that without a fault, else GB 18030, which includes GBK and GB 2312; UTF-16 where its
 * mark says so, as spreadsheets write "Unicode text".
 */
export function decodeFile(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { text: new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'GB 18030' };
  }
}
