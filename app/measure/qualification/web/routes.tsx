import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/qualifications',
    permit: 'qualification.read',
    title: ['检定资格', 'Qualifications'],
    menu: 'measure',
    page: lazy(() => import('./QualificationList.tsx').then((module) => ({ default: module.QualificationList }))),
  },
  {
    path: '/qualifications/abilities',
    permit: 'qualification.read',
    title: ['某日何人可办何事', 'Who may do what on a day'],
    page: lazy(() => import('./AbilityPage.tsx').then((module) => ({ default: module.AbilityPage }))),
  },
  {
    path: '/qualifications/cover',
    permit: 'qualification.read',
    title: ['岗位覆盖', 'Cover'],
    menu: 'measure',
    page: lazy(() => import('./CoverPage.tsx').then((module) => ({ default: module.CoverPage }))),
  },
  {
    path: '/qualifications/registration',
    permit: 'qualification.manage',
    title: ['登记检定项目资格', 'Register a qualification'],
    page: lazy(() => import('./RegistrationPage.tsx').then((module) => ({ default: module.RegistrationPage }))),
  },
  {
    path: '/qualifications/authorisation',
    permit: 'qualification.manage',
    title: ['授权签字人', 'Authorise an approver'],
    page: lazy(() => import('./AuthorisationPage.tsx').then((module) => ({ default: module.AuthorisationPage }))),
  },
  {
    path: '/qualifications/:id',
    permit: 'qualification.read',
    title: ['检定资格', 'Qualification'],
    page: lazy(() => import('./QualificationPage.tsx').then((module) => ({ default: module.QualificationPage }))),
  },
];
