import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/on-site',
    permit: 'on-site.work',
    title: ['现场检定', 'Work on site'],
    menu: 'measure',
    page: lazy(() => import('./OnSitePage.tsx').then((module) => ({ default: module.OnSitePage }))),
  },
  {
    path: '/on-site/:item',
    permit: 'on-site.work',
    title: ['现场检定记录', 'Record on site'],
    page: lazy(() => import('./SitePage.tsx').then((module) => ({ default: module.SitePage }))),
  },
  {
    path: '/on-site-deliveries',
    permit: 'on-site.read',
    title: ['现场送达', 'Deliveries from the site'],
    menu: 'measure',
    page: lazy(() => import('./DeliveryList.tsx').then((module) => ({ default: module.DeliveryList }))),
  },
  {
    path: '/on-site-deliveries/:id',
    permit: 'on-site.read',
    title: ['一份现场送达', 'One delivery'],
    page: lazy(() => import('./DeliveryPage.tsx').then((module) => ({ default: module.DeliveryPage }))),
  },
  {
    path: '/on-site-devices',
    permit: 'on-site.read',
    title: ['现场检定设备', 'Devices for work on site'],
    page: lazy(() => import('./DeviceList.tsx').then((module) => ({ default: module.DeviceList }))),
  },
];
