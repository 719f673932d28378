import type { NumberToken } from './number-token.ts';

const atomsOf = (raw: string, mark: RegExp): string[] => raw.split(mark).map((atom) => atom.trim());

/** How a number is written with a legal unit: the unit at every value of a range or size, a tolerance in brackets. */
export function quantityText(raw: string, { joiner, bracketed, values }: NumberToken, unit: string, isLength: boolean): string {
  if (bracketed || values.length < 2) return `${raw} ${unit}`;
  switch (joiner) {
    case 'tilde':
      return atomsOf(raw, /[~～〜∼]/).join(` ${unit}~`) + ` ${unit}`;
    case 'dash':
      return atomsOf(raw, /(?<=\d) ?[-‐–—−]/).join(` ${unit}~`) + ` ${unit}`;
    case 'times':
      return isLength ? atomsOf(raw, /[×xX*✕]/).join(` ${unit}×`) + ` ${unit}` : `${raw} ${unit}`;
    case 'tolerance':
      return `(${raw}) ${unit}`;
    default:
      return `${raw} ${unit}`;
  }
}

/** The sign between two numbers that belong together. @example jointOf('times') // '×' */
export const jointOf = (joiner: NumberToken['joiner']): string => (joiner === 'times' ? '×' : joiner === 'slash' ? '/' : '~');
