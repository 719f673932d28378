/** Character references of HTML that stand in measured values and around them (HTML Living Standard, 13.5). */
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  micro: 'µ',
  mu: 'μ',
  Omega: 'Ω',
  ohm: 'Ω',
  deg: '°',
  times: '×',
  middot: '·',
  centerdot: '·',
  sdot: '⋅',
  plusmn: '±',
  minus: '−',
  ndash: '–',
  mdash: '—',
  hyphen: '‐',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  thinsp: '\u2009',
  ensp: '\u2002',
  emsp: '\u2003',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  prime: '′',
  Prime: '″',
  angst: 'Å',
  Aring: 'Å',
  sim: '∼',
  le: '≤',
  ge: '≥',
  yen: '¥',
  pound: '£',
};

const form = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));/;

/** The character reference that begins a text, or undefined. @example readReference('&micro;m') // { character: 'µ', length: 7 } */
export function readReference(text: string): { readonly character: string; readonly length: number } | undefined {
  const found = form.exec(text);
  if (!found) return undefined;
  const [whole, decimal, hexadecimal, name] = found;
  if (name !== undefined) {
    const character = Object.prototype.hasOwnProperty.call(named, name) ? named[name] : undefined;
    return { character: character ?? '\ufffd', length: whole.length };
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { character: valid ? String.fromCodePoint(code) : '\ufffd', length: whole.length };
}
