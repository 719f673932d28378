import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';
import { impactRoutes } from './impact-routes.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/traceability',
    permit: 'traceability.read',
    title: ['溯源', 'Traceability'],
    menu: 'measure',
    page: lazy(() => import('./ChainFindingList.tsx').then((module) => ({ default: module.ChainFindingList }))),
  },
  {
    path: '/traceability/references',
    permit: 'traceability.read',
    title: ['平台之外的上一级', 'Levels outside'],
    page: lazy(() => import('./ReferenceList.tsx').then((module) => ({ default: module.ReferenceList }))),
  },
  {
    path: '/traceability/:kind/:id',
    permit: 'traceability.read',
    title: ['溯源链', 'Chain of traceability'],
    page: lazy(() => import('./ChainPage.tsx').then((module) => ({ default: module.ChainPage }))),
  },
  ...impactRoutes,
];
