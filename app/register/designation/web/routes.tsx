import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/designations',
    permit: 'designation.read',
    title: ['强检指定', 'Designations'],
    menu: 'register',
    page: lazy(() => import('./DesignationList.tsx').then((module) => ({ default: module.DesignationList }))),
  },
];
