import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/standards',
    permit: 'standard.read',
    title: ['标准器', 'Standards'],
    menu: 'measure',
    page: lazy(() => import('./StandardList.tsx').then((module) => ({ default: module.StandardList }))),
  },
  {
    path: '/standards/registration',
    permit: 'standard.manage',
    title: ['登记标准器', 'Register a standard'],
    page: lazy(() => import('./RegistrationPage.tsx').then((module) => ({ default: module.RegistrationPage }))),
  },
  {
    path: '/standards/:id/dcc/:foreign',
    permit: 'standard.read',
    title: ['数字校准证书', 'Digital calibration certificate'],
    page: lazy(() => import('./ForeignCertificatePage.tsx').then((module) => ({ default: module.ForeignCertificatePage }))),
  },
  {
    path: '/standards/:id',
    permit: 'standard.read',
    title: ['标准器', 'Standard'],
    page: lazy(() => import('./StandardPage.tsx').then((module) => ({ default: module.StandardPage }))),
  },
];
