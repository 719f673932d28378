import type { Finding } from '../../contract/finding.ts';

/** FNV-1a over UTF-16 units, 32 bits: an id that stays while source, row, column and rule stay; no secret depends on it. */
function digest(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

type Found = Omit<Finding, 'id' | 'aligned'> & { readonly aligned?: string | null };

export function found({ aligned = null, ...rest }: Found): Finding {
  // Several names can differ in one place of the document, so a wording is part of its own identity.
  const key = [rest.source, rest.row, rest.column, rest.rule, rest.rule === 'name' ? (rest.printed ?? '') : ''].join('\u0000');
  return { id: `${rest.rule}-${digest(key, 0x811c9dc5)}${digest(key, 0x9747b28c)}`, ...rest, aligned };
}
