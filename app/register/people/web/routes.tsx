import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/people',
    permit: 'people.read',
    title: ['人员与账号', 'People and accounts'],
    menu: 'administration',
    page: lazy(() => import('./PeopleList.tsx').then((module) => ({ default: module.PeopleList }))),
  },
  {
    path: '/people/opening',
    permit: 'people.manage',
    title: ['开立账号', 'Open an account'],
    page: lazy(() => import('./OpenAccountPage.tsx').then((module) => ({ default: module.OpenAccountPage }))),
  },
];
