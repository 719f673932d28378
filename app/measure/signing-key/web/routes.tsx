import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/signing-keys',
    permit: 'signing-key.read',
    title: ['签名密钥', 'Signing keys'],
    menu: 'measure',
    page: lazy(() => import('./KeyList.tsx').then((module) => ({ default: module.KeyList }))),
  },
  {
    path: '/signing-keys/request',
    permit: 'signing-key.manage',
    title: ['申请签名密钥', 'Ask for a signing key'],
    page: lazy(() => import('./RequestPage.tsx').then((module) => ({ default: module.RequestPage }))),
  },
  {
    path: '/signing-keys/city-request',
    permit: 'signing-key.govern',
    title: ['申请城市密钥', 'Ask for a key of the city'],
    page: lazy(() => import('./RequestPage.tsx').then((module) => ({ default: module.CityRequestPage }))),
  },
  {
    path: '/signing-keys/:id',
    permit: 'signing-key.read',
    title: ['签名密钥', 'Signing key'],
    page: lazy(() => import('./KeyPage.tsx').then((module) => ({ default: module.KeyPage }))),
  },
];
