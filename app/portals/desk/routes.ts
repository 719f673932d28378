import type { DeskRoute } from '../../web/route.ts';

/** Every slice's pages; a slice is found by its web/routes.ts(x), its pages load when they are opened. */
const found = import.meta.glob<{ routes: readonly DeskRoute[] }>('../../*/*/web/routes.{ts,tsx}', { eager: true });

/** The order of the menu within a section: what is used most stands first. A slice that is not named comes last. */
const order = [
  'indicator',
  'task',
  'plan',
  'assessment',
  'verification',
  'request',
  'workload',
  'schedule',
  'round',
  'custody',
  'certificate',
  'traceability',
  'capability',
  'instrument',
  'coverage',
  'place',
  'ledger-import',
  'designation',
  'calendar',
  'division',
  'entry',
  'catalogue',
];

function placeOf(file: string): number {
  const place = order.findIndex((slice) => file.includes(`/${slice}/web/`));
  return place < 0 ? order.length : place;
}

export const slicePages: readonly DeskRoute[] = Object.entries(found)
  .sort(([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1))
  .flatMap(([, slice]) => slice.routes);
