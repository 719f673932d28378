import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/fees',
    permit: 'fee.read',
    title: ['免收检定费', 'Fees waived'],
    menu: 'serve',
    page: lazy(() => import('./FeePage.tsx').then((module) => ({ default: module.FeePage }))),
  },
  {
    path: '/fees/items',
    permit: 'fee.read',
    title: ['免收检定费明细', 'Documents behind fees waived'],
    page: lazy(() => import('./ItemList.tsx').then((module) => ({ default: module.ItemList }))),
  },
  {
    path: '/fee-lists',
    permit: 'fee.read',
    title: ['收费标准', 'Price lists'],
    page: lazy(() => import('./PriceListList.tsx').then((module) => ({ default: module.PriceListList }))),
  },
  {
    path: '/fee-lists/registration',
    permit: 'fee.record',
    title: ['录入收费标准', 'Record a price list'],
    page: lazy(() => import('./RecordPage.tsx').then((module) => ({ default: module.RecordPage }))),
  },
  {
    path: '/fee-lists/:id',
    permit: 'fee.read',
    title: ['收费标准', 'Price list'],
    page: lazy(() => import('./PriceListPage.tsx').then((module) => ({ default: module.PriceListPage }))),
  },
];
