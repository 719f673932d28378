import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/events',
    permit: 'event.read',
    title: ['审计轨迹', 'Audit trail'],
    menu: 'administration',
    page: lazy(() => import('./EventList.tsx').then((module) => ({ default: module.EventList }))),
  },
];
