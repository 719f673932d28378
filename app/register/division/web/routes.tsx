import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/divisions',
    permit: 'division.read',
    title: ['乡镇与村', 'Townships and villages'],
    menu: 'register',
    page: lazy(() => import('./DivisionList.tsx').then((module) => ({ default: module.DivisionList }))),
  },
  {
    path: '/divisions/imports',
    permit: 'division.read',
    title: ['区划更新经过', 'Imports of division codes'],
    page: lazy(() => import('./ImportList.tsx').then((module) => ({ default: module.ImportList }))),
  },
  {
    path: '/divisions/import',
    permit: 'division.import',
    title: ['导入区划代码', 'Import division codes'],
    page: lazy(() => import('./ImportPage.tsx').then((module) => ({ default: module.ImportPage }))),
  },
];
