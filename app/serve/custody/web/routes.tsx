import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/custody',
    permit: 'custody.record',
    title: ['收样台', 'Counter'],
    menu: 'serve',
    page: lazy(() => import('./CounterPage.tsx').then((module) => ({ default: module.CounterPage }))),
  },
  {
    path: '/custody/items',
    permit: 'custody.read',
    title: ['样品在哪里', 'Where instruments are'],
    menu: 'serve',
    page: lazy(() => import('./CustodyList.tsx').then((module) => ({ default: module.CustodyList }))),
  },
  {
    path: '/custody/items/:id',
    permit: 'custody.read',
    title: ['样品流转', 'Chain of custody'],
    page: lazy(() => import('./CustodyPage.tsx').then((module) => ({ default: module.CustodyPage }))),
  },
  {
    path: '/custody/slips',
    permit: 'custody.read',
    title: ['收样单', 'Custody slips'],
    menu: 'serve',
    page: lazy(() => import('./SlipList.tsx').then((module) => ({ default: module.SlipList }))),
  },
  {
    path: '/custody/slips/:id',
    permit: 'custody.read',
    title: ['收样单', 'Custody slip'],
    page: lazy(() => import('./SlipPage.tsx').then((module) => ({ default: module.SlipPage }))),
  },
];
