import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/capability',
    permit: 'capability.read',
    title: ['能力矩阵', 'Capability matrix'],
    menu: 'measure',
    page: lazy(() => import('./MatrixPage.tsx').then((module) => ({ default: module.MatrixPage }))),
  },
  {
    path: '/capability/reports',
    permit: 'capability.read',
    title: ['能力变化上报', 'Reports on capability'],
    menu: 'measure',
    page: lazy(() => import('./ReportList.tsx').then((module) => ({ default: module.ReportList }))),
  },
  {
    path: '/capability/:region/:item',
    permit: 'capability.read',
    title: ['能力格', 'Cell'],
    page: lazy(() => import('./CellPage.tsx').then((module) => ({ default: module.CellPage }))),
  },
];
