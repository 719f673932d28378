import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/ecqs',
    permit: 'ecqs.exchange',
    title: ['e-CQS 文件交换', 'e-CQS files'],
    menu: 'serve',
    page: lazy(() => import('./ExchangePage.tsx').then((module) => ({ default: module.ExchangePage }))),
  },
  {
    path: '/ecqs/results',
    permit: 'ecqs.exchange',
    title: ['e-CQS 结果回传', 'Results for e-CQS'],
    page: lazy(() => import('./ResultsPage.tsx').then((module) => ({ default: module.ResultsPage }))),
  },
  {
    path: '/ecqs/:id',
    permit: 'ecqs.exchange',
    title: ['预约单文件', 'Reservation file'],
    page: lazy(() => import('./ReservationPage.tsx').then((module) => ({ default: module.ReservationPage }))),
  },
];
