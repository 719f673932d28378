import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/rounds',
    permit: 'round.read',
    title: ['集中检定', 'Rounds'],
    menu: 'serve',
    page: lazy(() => import('./RoundList.tsx').then((module) => ({ default: module.RoundList }))),
  },
  {
    path: '/rounds/draft',
    permit: 'round.manage',
    title: ['拟定集中检定', 'Draft a round'],
    page: lazy(() => import('./OpenPage.tsx').then((module) => ({ default: module.OpenPage }))),
  },
  {
    path: '/rounds/defaults',
    permit: 'round.manage',
    title: ['默认集中检定', 'Rounds by default'],
    page: lazy(() => import('./DefaultList.tsx').then((module) => ({ default: module.DefaultList }))),
  },
  {
    path: '/rounds/minutes',
    permit: 'round.manage',
    title: ['每台用时', 'Minutes per instrument'],
    page: lazy(() => import('./MinutesPage.tsx').then((module) => ({ default: module.MinutesPage }))),
  },
  {
    path: '/rounds/:id',
    permit: 'round.read',
    title: ['集中检定', 'Round'],
    page: lazy(() => import('./RoundPage.tsx').then((module) => ({ default: module.RoundPage }))),
  },
];
