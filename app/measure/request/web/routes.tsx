import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/requests',
    permit: 'request.read',
    title: ['强检申请', 'Verification requests'],
    menu: 'measure',
    page: lazy(() => import('./RequestList.tsx').then((module) => ({ default: module.RequestList }))),
  },
  {
    path: '/requests/submission',
    permit: 'request.submit',
    title: ['申请强制检定', 'Request verification'],
    page: lazy(() => import('./SubmissionPage.tsx').then((module) => ({ default: module.SubmissionPage }))),
  },
  {
    path: '/requests/:id',
    permit: 'request.read',
    title: ['强检申请', 'Verification request'],
    page: lazy(() => import('./RequestPage.tsx').then((module) => ({ default: module.RequestPage }))),
  },
  {
    path: '/verifiable-items',
    permit: 'verification.read',
    title: ['可检项目', 'Verifiable items'],
    menu: 'measure',
    page: lazy(() => import('./ReadinessPage.tsx').then((module) => ({ default: module.ReadinessPage }))),
  },
];
