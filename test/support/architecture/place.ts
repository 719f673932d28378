/**
 * The ladder: a slice may use those before it, never those after. It is the order in which data flows, and the order of app/slices.ts.
 * Event comes first since every change leaves one; organization before people, because everybody acts for an organization.
 */
export const ladder = [
  'event',
  'organization',
  'people',
  'file',
  'calendar',
  'division',
  'catalogue',
  'designation',
  'place',
  'instrument',
  'coverage',
  'ledger-import',
  'entry',
  'uncertainty',
  'standard',
  'qualification',
  'measurement-standard',
  'signing-key',
  'transparency',
  'request',
  'custody',
  'schedule',
  'verification',
  'on-site',
  'certificate',
  'traceability',
  'comparison',
  'ecqs',
  'round',
  'fee',
  'workload',
  'reminder',
  'capability',
  'provision',
  'plan',
  'indicator',
  'task',
  'assessment',
] as const;

export const districts = ['register', 'measure', 'serve', 'supervise', 'build', 'steer'] as const;

export const layers = ['contract', 'rules', 'store', 'service', 'jobs', 'command', 'web'] as const;
export type Layer = (typeof layers)[number];

/** Where a file stands: in a slice with its layer, or in one of the zones around the slices. */
export type Place =
  | { readonly zone: 'slice'; readonly district: string; readonly slice: string; readonly layer: string }
  | { readonly zone: Zone };
export type Zone = 'kernel' | 'platform' | 'shell' | 'portals' | 'demonstration' | 'top' | 'packages' | 'db' | 'workbench';

const zones: readonly (readonly [prefix: string, zone: Zone])[] = [
  ['app/kernel/', 'kernel'],
  ['app/platform/', 'platform'],
  ['app/web/', 'shell'],
  ['app/portals/', 'portals'],
  ['app/demonstration/', 'demonstration'],
  ['packages/', 'packages'],
  ['db/', 'db'],
  ['test/', 'workbench'],
  ['scripts/', 'workbench'],
  ['bench/', 'workbench'],
];

const sliceFile = new RegExp(`^app/(${districts.join('|')})/([^/]+)/([^/.]+)`);

/** The place of a file named from the root of the checkout; undefined outside the code. */
export function placeOf(path: string): Place | undefined {
  const [, district, slice, layer] = sliceFile.exec(path) ?? [];
  if (district !== undefined && slice !== undefined && layer !== undefined) return { zone: 'slice', district, slice, layer };
  const zone = zones.find(([prefix]) => path.startsWith(prefix))?.[1];
  if (zone !== undefined) return { zone };
  return path.startsWith('app/') ? { zone: 'top' } : undefined;
}
