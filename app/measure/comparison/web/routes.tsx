import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/comparisons',
    permit: 'comparison.read',
    title: ['计量比对', 'Comparisons'],
    menu: 'measure',
    page: lazy(() => import('./ComparisonList.tsx').then((module) => ({ default: module.ComparisonList }))),
  },
  {
    path: '/comparisons/draft',
    permit: 'comparison.organize',
    title: ['拟定比对', 'Draft a comparison'],
    page: lazy(() => import('./DraftPage.tsx').then((module) => ({ default: module.DraftPage }))),
  },
  {
    path: '/comparisons/handovers',
    permit: 'comparison.read',
    title: ['传递标准交接日历', 'Calendar of hand-overs'],
    page: lazy(() => import('./HandoverList.tsx').then((module) => ({ default: module.HandoverList }))),
  },
  {
    path: '/comparisons/standings',
    permit: 'comparison.read',
    title: ['各机构参加比对情况', 'Standing in comparisons'],
    page: lazy(() => import('./StandingList.tsx').then((module) => ({ default: module.StandingList }))),
  },
  {
    path: '/comparisons/:id',
    permit: 'comparison.read',
    title: ['比对', 'Comparison'],
    page: lazy(() => import('./ComparisonPage.tsx').then((module) => ({ default: module.ComparisonPage }))),
  },
];
