import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/verifications',
    permit: 'verification.read',
    title: ['检定', 'Verification'],
    menu: 'measure',
    page: lazy(() => import('./WorkPage.tsx').then((module) => ({ default: module.WorkPage }))),
  },
  {
    path: '/verifications/:id',
    permit: 'verification.read',
    title: ['检定原始记录', 'Raw record'],
    page: lazy(() => import('./RecordPage.tsx').then((module) => ({ default: module.RecordPage }))),
  },
];
