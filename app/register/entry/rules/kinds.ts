import type { Kind } from './kind.ts';
import { committee, talent, team } from './kinds/people.ts';
import { centre, cultureBase, demonstrationCounty, park } from './kinds/places.ts';
import { laboratory, patent, project } from './kinds/research.ts';
import { commitment, scope, service, standard } from './kinds/services.ts';

/** Every register that feeds an indicator is one kind: data, no code of its own. */
export const kinds = {
  committee,
  talent,
  team,
  project,
  patent,
  laboratory,
  centre,
  park,
  cultureBase,
  demonstrationCounty,
  standard,
  commitment,
  service,
  scope,
} as const satisfies Record<string, Kind>;

export type EntryKind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [EntryKind, ...EntryKind[]];
export const isEntryKind = (text: string): text is EntryKind => text in kinds;
export const kindOf = (kind: EntryKind): Kind => kinds[kind];
