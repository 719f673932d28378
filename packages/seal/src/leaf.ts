/**
 * What the transparency log says of a certificate, in canonical JSON: enough to find it, nothing of what it says. A record is known by its
 * digest; names of persons, holders and instruments never stand in the log.
 */
import { canonical } from './canonical.ts';

export const leafFormat = 'tongheng-log-leaf/1';

/** issued 签发 · replaced 代替 (the number named in `replaces` ends) · revoked 作废 · amended 更正. */
export const leafKinds = ['issued', 'replaced', 'revoked', 'amended'] as const;
export type LeafKind = (typeof leafKinds)[number];

export type Leaf = {
  readonly format: typeof leafFormat;
  readonly kind: LeafKind;
  readonly number: string;
  /** SHA-256 of the canonical record, 64 small hexadecimal digits. */
  readonly recordDigest: string;
  /** Code of the institute that its numbers begin with. */
  readonly issuer: string;
  /** The day of issue, of the revocation or of the amendment, 'YYYY-MM-DD'. */
  readonly day: string;
  /** The number whose place this certificate takes. */
  readonly replaces: string | null;
  readonly demonstration: boolean;
};

/** The bytes of the leaf are these characters in UTF-8. */
export const printLeaf = (leaf: Leaf): string => canonical(leaf);

const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
const isNumber = (text: unknown): text is string => typeof text === 'string' && /^[0-9A-Z]{12,30}$/.test(text);

/** The leaf that the text prints; undefined for any other text, also for the same facts in another form. */
export function readLeaf(text: string): Leaf | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const { format, kind, number, recordDigest, issuer, day, replaces, demonstration } = value as Partial<Record<keyof Leaf, unknown>>;
  const isWhole =
    format === leafFormat &&
    (leafKinds as readonly unknown[]).includes(kind) &&
    isNumber(number) &&
    typeof recordDigest === 'string' &&
    /^[0-9a-f]{64}$/.test(recordDigest) &&
    typeof issuer === 'string' &&
    /^[0-9A-Z]{3,10}$/.test(issuer) &&
    isDay(day) &&
    (replaces === null || isNumber(replaces)) &&
    typeof demonstration === 'boolean';
  return isWhole && Object.keys(value).length === 8 && canonical(value) === text ? (value as Leaf) : undefined;
}
