/**
 * What a scanner reads off a label: the serial number, the id of the instrument, or an address that ends in one of them. A scanner
 * types like a keyboard and ends with Enter.
 */
const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** @example readScanned('https://example.org/desk/instruments/0199…') // { instrument: '0199…' } */
export function readScanned(code: string): { readonly instrument: string } | { readonly q: string } {
  const text = code.trim();
  const found = id.exec(text);
  if (found !== null) return { instrument: found[0].toLowerCase() };
  if (!/^https?:\/\//i.test(text)) return { q: text };
  const [address = '', query = ''] = text.split('#')[0]?.split('?') ?? [];
  const named = /(?:^|&)(?:serial|code|sn|id)=([^&]+)/i.exec(query)?.[1];
  return { q: decode(named ?? address.replace(/\/+$/, '').split('/').pop() ?? '') };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
