import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/places',
    permit: 'place.read',
    title: ['使用场所', 'Places of use'],
    menu: 'register',
    page: lazy(() => import('./PlaceList.tsx').then((module) => ({ default: module.PlaceList }))),
  },
  {
    path: '/places/registration',
    permit: 'place.record',
    title: ['登记场所', 'Record a place'],
    page: lazy(() => import('./RecordPage.tsx').then((module) => ({ default: module.RecordPage }))),
  },
  {
    path: '/places/import',
    permit: 'place.record',
    title: ['导入场所名单', 'Import places'],
    page: lazy(() => import('./ImportPage.tsx').then((module) => ({ default: module.ImportPage }))),
  },
  {
    path: '/places/:id',
    permit: 'place.read',
    title: ['使用场所', 'Place of use'],
    page: lazy(() => import('./PlacePage.tsx').then((module) => ({ default: module.PlacePage }))),
  },
];
