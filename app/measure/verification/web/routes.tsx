import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/verifications/jobs',
    permit: 'verification.enter',
    title: ['我的检定', 'My jobs'],
    menu: 'measure',
    page: lazy(() => import('./JobsPage.tsx').then((module) => ({ default: module.JobsPage }))),
  },
  {
    path: '/verifications',
    permit: 'verification.read',
    title: ['检定', 'Verification'],
    menu: 'measure',
    page: lazy(() => import('./WorkPage.tsx').then((module) => ({ default: module.WorkPage }))),
  },
  {
    path: '/record-numbers',
    permit: 'verification.read',
    title: ['原始记录编号', 'Record numbers'],
    menu: 'measure',
    page: lazy(() => import('./NumberPage.tsx').then((module) => ({ default: module.NumberPage }))),
  },
  {
    path: '/verifications/rig',
    permit: 'verification.enter',
    title: ['多台同检', 'Records of a rig'],
    page: lazy(() => import('./RigPage.tsx').then((module) => ({ default: module.RigPage }))),
  },
  {
    path: '/verifications/:id',
    permit: 'verification.read',
    title: ['检定原始记录', 'Raw record'],
    page: lazy(() => import('./RecordPage.tsx').then((module) => ({ default: module.RecordPage }))),
  },
];
