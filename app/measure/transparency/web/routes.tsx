import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/log',
    permit: 'transparency.read',
    title: ['透明日志', 'Transparency log'],
    menu: 'measure',
    page: lazy(() => import('./LogPage.tsx').then((module) => ({ default: module.LogPage }))),
  },
  {
    path: '/log/witnesses/registration',
    permit: 'transparency.manage',
    title: ['登记见证方', 'Record a witness'],
    page: lazy(() => import('./WitnessForm.tsx').then((module) => ({ default: module.WitnessForm }))),
  },
  {
    path: '/log/leaves/:id',
    permit: 'transparency.read',
    title: ['日志条目', 'Leaf of the log'],
    page: lazy(() => import('./LeafPage.tsx').then((module) => ({ default: module.LeafPage }))),
  },
];
