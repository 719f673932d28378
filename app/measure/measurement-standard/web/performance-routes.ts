import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

/** Pages of tests and documents; they stand before the dossier's own page, whose address is shorter. */
export const performanceRoutes: readonly DeskRoute[] = [
  {
    path: '/performance-duties',
    permit: 'measurement-standard.read',
    title: ['性能考核待办', 'Tests due'],
    menu: 'measure',
    page: lazy(() => import('./PerformanceDuties.tsx').then((module) => ({ default: module.PerformanceDuties }))),
  },
  {
    path: '/measurement-standards/:id/performance/new',
    permit: 'measurement-standard.test',
    title: ['登记性能考核', 'Record a test'],
    page: lazy(() => import('./PerformanceForm.tsx').then((module) => ({ default: module.PerformanceFormPage }))),
  },
  {
    path: '/measurement-standards/:id/performance/:record',
    permit: 'measurement-standard.read',
    title: ['性能考核记录', 'Record of a test'],
    page: lazy(() => import('./PerformanceRecordPage.tsx').then((module) => ({ default: module.PerformanceRecordPage }))),
  },
  {
    path: '/measurement-standards/:id/performance',
    permit: 'measurement-standard.read',
    title: ['性能考核', 'Performance'],
    page: lazy(() => import('./PerformanceTab.tsx').then((module) => ({ default: module.PerformancePage }))),
  },
  {
    path: '/measurement-standards/:id/papers',
    permit: 'measurement-standard.read',
    title: ['申请书与技术报告', 'Application and report'],
    page: lazy(() => import('./DocumentTab.tsx').then((module) => ({ default: module.DocumentPage }))),
  },
];
