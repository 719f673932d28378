import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/organizations',
    permit: 'organization.read',
    title: ['机构', 'Organizations'],
    menu: 'register',
    page: lazy(() => import('./OrganizationList.tsx').then((module) => ({ default: module.OrganizationList }))),
  },
  {
    path: '/organizations/registration',
    permit: 'organization.register',
    title: ['登记机构', 'Register an organization'],
    page: lazy(() => import('./RegistrationPage.tsx').then((module) => ({ default: module.RegistrationPage }))),
  },
  {
    path: '/organizations/:id',
    permit: 'organization.read',
    title: ['机构', 'Organization'],
    page: lazy(() => import('./OrganizationPage.tsx').then((module) => ({ default: module.OrganizationPage }))),
  },
];
