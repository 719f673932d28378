import { lazy } from 'react';
import type { DeskPanel } from '../../web/route.ts';

/** What later slices add to the pages of earlier ones, in the order in which it stands there. */
export const panels: readonly DeskPanel[] = [
  {
    place: 'organization',
    permit: 'comparison.read',
    panel: lazy(() =>
      import('../../measure/comparison/web/InstituteStanding.tsx').then((module) => ({ default: module.InstituteStanding })),
    ),
  },
  {
    place: 'finding-figures',
    permit: 'traceability.read',
    panel: lazy(() => import('../../measure/capability/web/CellsAtStake.tsx').then((module) => ({ default: module.CellsAtStake }))),
  },
  {
    place: 'finding-figures',
    permit: 'indicator.read',
    panel: lazy(() => import('../../steer/indicator/web/AtStake.tsx').then((module) => ({ default: module.IndicatorsAtStake }))),
  },
];
