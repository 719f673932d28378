import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/coverage',
    permit: 'coverage.read',
    title: ['检定覆盖', 'Coverage'],
    menu: 'supervise',
    page: lazy(() => import('./CoveragePage.tsx').then((module) => ({ default: module.CoveragePage }))),
  },
  {
    path: '/coverage/instruments',
    permit: 'coverage.read',
    title: ['覆盖明细', 'Instruments of a figure'],
    page: lazy(() => import('./CoveredList.tsx').then((module) => ({ default: module.CoveredList }))),
  },
  {
    path: '/coverage/places',
    permit: 'coverage.read',
    title: ['无器具记录的场所', 'Places without records'],
    menu: 'supervise',
    page: lazy(() => import('./WithoutList.tsx').then((module) => ({ default: module.WithoutList }))),
  },
];
