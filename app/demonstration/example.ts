import { readdirSync, readFileSync } from 'node:fs';
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

/** One worked example of an edition by its name. */
export const exampleOf = (edition: string, name: string): ExampleRecord =>
  (JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(edition)), 'utf8')) as { input: ExampleRecord }).input;

/** The values that the examples of an edition give to limits which it leaves open: invented ones, as each example says. */
export const inventedLimits = (edition: string): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...readdirSync(folderOf(edition)).map((name) => exampleOf(edition, name.replace(/\.json$/, '')).adopted ?? {}),
  ) as Record<string, string>;
