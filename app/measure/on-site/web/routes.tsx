import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/on-site',
    permit: 'on-site.work',
    title: ['现场检定', 'Work on site'],
    menu: 'measure',
    page: lazy(() => import('./OnSitePage.tsx').then((module) => ({ default: module.OnSitePage }))),
  },
  {
    path: '/on-site/:item',
    permit: 'on-site.work',
    title: ['现场检定记录', 'Record on site'],
    page: lazy(() => import('./SitePage.tsx').then((module) => ({ default: module.SitePage }))),
  },
];
