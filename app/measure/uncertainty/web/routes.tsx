import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/uncertainty/evaluations',
    permit: 'uncertainty.read',
    title: ['不确定度评定', 'Uncertainty evaluations'],
    menu: 'measure',
    page: lazy(() => import('./EvaluationList.tsx').then((module) => ({ default: module.EvaluationList }))),
  },
  {
    path: '/uncertainty/evaluations/new',
    permit: 'uncertainty.write',
    title: ['新建不确定度评定', 'New uncertainty evaluation'],
    page: lazy(() => import('./DraftPage.tsx').then((module) => ({ default: module.DraftPage }))),
  },
  {
    path: '/uncertainty/evaluations/:id',
    permit: 'uncertainty.read',
    title: ['不确定度评定', 'Uncertainty evaluation'],
    page: lazy(() => import('./EvaluationPage.tsx').then((module) => ({ default: module.EvaluationPage }))),
  },
  {
    path: '/uncertainty/evaluations/:id/revision',
    permit: 'uncertainty.write',
    title: ['编写新版本', 'Write a new version'],
    page: lazy(() => import('./RevisionPage.tsx').then((module) => ({ default: module.RevisionPage }))),
  },
  {
    path: '/uncertainty/evaluations/:id/comparison',
    permit: 'uncertainty.read',
    title: ['比较版本', 'Compare versions'],
    page: lazy(() => import('./ComparisonPage.tsx').then((module) => ({ default: module.ComparisonPage }))),
  },
  {
    path: '/uncertainty/evaluations/:id/versions/:number',
    permit: 'uncertainty.read',
    title: ['评定版本', 'Version of an evaluation'],
    page: lazy(() => import('./VersionPage.tsx').then((module) => ({ default: module.VersionPage }))),
  },
];
