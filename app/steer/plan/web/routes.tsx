import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/plan',
    permit: 'plan.read',
    title: ['规划原文', 'The plan'],
    menu: 'steer',
    page: lazy(() => import('./PlanPage.tsx').then((module) => ({ default: module.PlanPage }))),
  },
  {
    path: '/plan/differences',
    permit: 'plan.compare',
    title: ['待核实差异', 'Differences'],
    menu: 'steer',
    page: lazy(() => import('./DifferenceList.tsx').then((module) => ({ default: module.DifferenceList }))),
  },
  {
    path: '/plan/differences/:id',
    permit: 'plan.compare',
    title: ['待核实差异', 'Difference'],
    page: lazy(() => import('./DifferencePage.tsx').then((module) => ({ default: module.DifferencePage }))),
  },
  {
    path: '/plan/definitions',
    permit: 'plan.read',
    title: ['定义记录', 'Definitions'],
    menu: 'steer',
    page: lazy(() => import('./DefinitionList.tsx').then((module) => ({ default: module.DefinitionList }))),
  },
];
