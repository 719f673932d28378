import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/indicators',
    permit: 'indicator.read',
    title: ['规划指标', 'Indicators'],
    menu: 'steer',
    page: lazy(() => import('./IndicatorList.tsx').then((module) => ({ default: module.IndicatorList }))),
  },
  {
    path: '/indicators/:id',
    permit: 'indicator.read',
    title: ['规划指标', 'Indicator'],
    page: lazy(() => import('./IndicatorPage.tsx').then((module) => ({ default: module.IndicatorPage }))),
  },
  {
    path: '/indicators/:id/denominators',
    permit: 'indicator.read',
    title: ['分母口径沿革', 'Versions of the denominator'],
    page: lazy(() => import('./DenominatorPage.tsx').then((module) => ({ default: module.DenominatorPage }))),
  },
  {
    path: '/indicators/:id/denominators/proposal',
    permit: 'indicator.read',
    title: ['分母口径预看', 'Preview of a denominator'],
    page: lazy(() => import('./DenominatorProposal.tsx').then((module) => ({ default: module.DenominatorProposal }))),
  },
  {
    path: '/indicators/:id/items',
    permit: 'indicator.read',
    title: ['分母各项', 'Items of the denominator'],
    page: lazy(() => import('./DenominatorItems.tsx').then((module) => ({ default: module.DenominatorItems }))),
  },
  {
    path: '/targets',
    permit: 'indicator.read',
    title: ['目标分解表', 'Targets by county'],
    menu: 'steer',
    page: lazy(() => import('./TargetPage.tsx').then((module) => ({ default: module.TargetPage }))),
  },
  {
    path: '/publications',
    permit: 'indicator.read',
    title: ['信息公开', 'Publication'],
    menu: 'steer',
    page: lazy(() => import('./PublicationPage.tsx').then((module) => ({ default: module.PublicationPage }))),
  },
  {
    path: '/snapshots',
    permit: 'indicator.read',
    title: ['快照', 'Snapshots'],
    menu: 'steer',
    page: lazy(() => import('./SnapshotList.tsx').then((module) => ({ default: module.SnapshotList }))),
  },
  {
    path: '/snapshots/:id',
    permit: 'indicator.read',
    title: ['快照', 'Snapshot'],
    page: lazy(() => import('./SnapshotPage.tsx').then((module) => ({ default: module.SnapshotPage }))),
  },
];
