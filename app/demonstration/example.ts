import { readdirSync, readFileSync } from 'node:fs';
import type { Edition } from '@tongheng/procedures/edition';
import { unknownLimits, type UnknownLimit } from '@tongheng/procedures/registry';
import type { Readings } from '../measure/verification/contract.ts';

/** A whole record out of the folder of an edition, whose readings an instrument of the story shows. */
export type ExampleRecord = {
  readonly kind: 'initial' | 'subsequent' | 'in-use';
  readonly instrument: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly readings: Readings;
  readonly adopted?: Readonly<Record<string, string>>;
};

const folderOf = (edition: string): URL => new URL(`../../packages/procedures/${edition}/examples/`, import.meta.url);

type Example = { readonly input: ExampleRecord; readonly expected: { readonly conclusion: 'pass' | 'fail' | null } };
const readExample = (edition: string, name: string): Example =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(edition)), 'utf8')) as Example;

/** One worked example of an edition by its name. */
export const exampleOf = (edition: string, name: string): ExampleRecord => readExample(edition, name).input;

/** What a worked example concludes. */
export const conclusionOf = (edition: string, name: string): 'pass' | 'fail' | null => readExample(edition, name).expected.conclusion;

/** Invented values of a plausible size, by what the number is called and its unit; the first that fits. */
const plausible: readonly (readonly [place: RegExp, unit: string | null, value: string])[] = [
  [/least$/i, '°C', '10'],
  [/most$/i, '°C', '35'],
  [/least$/i, '%', '20'],
  [/most$/i, '%', '90'],
  [/least$/i, 'kPa', '80'],
  [/most$/i, 'kPa', '110'],
  [/flowMost$/, 'L/min', '100'],
  [/flowTolerance$/, '%', '10'],
  [/halfValueLayer/, 'mm', '1.0'],
  [/spot/, 'mm', '5'],
  [/intervals/, 'ms', '20'],
  [/factor/i, null, '2'],
  [/./, null, '1'],
];

const inventedValue = ({ path, unit }: UnknownLimit): string =>
  plausible.find(([place, of]) => place.test(path) && (of === null || of === unit))?.[2] ?? '1';

/** A value for every limit that an edition leaves open: the one of its examples, which are invented as each says, or another invented one. */
export function inventedLimits(edition: Edition): Readonly<Record<string, string>> {
  const examples = readdirSync(folderOf(edition.id)).map((name) => exampleOf(edition.id, name.replace(/\.json$/, '')).adopted ?? {});
  const given = Object.assign({}, ...examples) as Record<string, string>;
  return Object.fromEntries(unknownLimits(edition).map((limit) => [limit.path, given[limit.path] ?? inventedValue(limit)]));
}
