import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/working-calendar',
    permit: 'calendar.read',
    title: ['工作日历', 'Working calendar'],
    menu: 'register',
    page: lazy(() => import('./CalendarPage.tsx').then((module) => ({ default: module.CalendarPage }))),
  },
];
