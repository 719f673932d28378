import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/provision',
    permit: 'provision.read',
    title: ['能力配置方案', 'Provision plan'],
    menu: 'steer',
    page: lazy(() => import('./ScenarioList.tsx').then((module) => ({ default: module.ScenarioList }))),
  },
  {
    path: '/provision/costs',
    permit: 'provision.read',
    title: ['费用与周期', 'Costs and lead times'],
    page: lazy(() => import('./CostPage.tsx').then((module) => ({ default: module.CostPage }))),
  },
  {
    path: '/provision/draft',
    permit: 'provision.plan',
    title: ['新建情景', 'New scenario'],
    page: lazy(() => import('./ScenarioDraft.tsx').then((module) => ({ default: module.ScenarioDraft }))),
  },
  {
    path: '/provision/comparison',
    permit: 'provision.read',
    title: ['两版比较', 'Two versions'],
    page: lazy(() => import('./ComparisonPage.tsx').then((module) => ({ default: module.ComparisonPage }))),
  },
  {
    path: '/provision/:id',
    permit: 'provision.read',
    title: ['情景', 'Scenario'],
    page: lazy(() => import('./ScenarioPage.tsx').then((module) => ({ default: module.ScenarioPage }))),
  },
];
