import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/workload',
    permit: 'workload.read',
    title: ['工作量', 'Workload'],
    menu: 'serve',
    page: lazy(() => import('./QueuePage.tsx').then((module) => ({ default: module.QueuePage }))),
  },
  {
    path: '/workload/capacity',
    permit: 'workload.read',
    title: ['需求与能力', 'Demand and capacity'],
    menu: 'serve',
    page: lazy(() => import('./CapacityPage.tsx').then((module) => ({ default: module.CapacityPage }))),
  },
  {
    path: '/workload/forecast',
    permit: 'workload.read',
    title: ['到期预测', 'Forecast of due days'],
    menu: 'serve',
    page: lazy(() => import('./ForecastPage.tsx').then((module) => ({ default: module.ForecastPage }))),
  },
  {
    path: '/workload/due',
    permit: 'workload.read',
    title: ['到期器具', 'Instruments falling due'],
    page: lazy(() => import('./DueList.tsx').then((module) => ({ default: module.DueList }))),
  },
  {
    path: '/workload/institutes',
    permit: 'workload.read',
    title: ['各机构办理情况', 'Institutes at work'],
    menu: 'serve',
    page: lazy(() => import('./InstituteLoadList.tsx').then((module) => ({ default: module.InstituteLoadList }))),
  },
];
