import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';
import { performanceRoutes } from './performance-routes.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/measurement-standards',
    permit: 'measurement-standard.read',
    title: ['计量标准', 'Measurement standards'],
    menu: 'measure',
    page: lazy(() => import('./MeasurementStandardList.tsx').then((module) => ({ default: module.MeasurementStandardList }))),
  },
  {
    path: '/measurement-standards/registration',
    permit: 'measurement-standard.manage',
    title: ['筹建计量标准', 'Build a measurement standard'],
    page: lazy(() => import('./OpeningPage.tsx').then((module) => ({ default: module.OpeningPage }))),
  },
  {
    path: '/measurement-standards/entries',
    permit: 'measurement-standard.read',
    title: ['由登记转入', 'Take over entries'],
    page: lazy(() => import('./OpeningPage.tsx').then((module) => ({ default: module.EntryPage }))),
  },
  {
    path: '/measurement-standards/imports',
    permit: 'measurement-standard.examine',
    title: ['台账导入', 'Import of the register'],
    page: lazy(() => import('./RegisterPage.tsx').then((module) => ({ default: module.RegisterPage }))),
  },
  {
    path: '/measurement-standards/imports/:id',
    permit: 'measurement-standard.examine',
    title: ['台账比对', 'Register compared'],
    page: lazy(() => import('./RegisterPage.tsx').then((module) => ({ default: module.ComparisonPage }))),
  },
  {
    path: '/measurement-standards/rules',
    permit: 'measurement-standard.read',
    title: ['有效期规定', 'Rules of the validity'],
    page: lazy(() => import('./RulePage.tsx').then((module) => ({ default: module.RulePage }))),
  },
  ...performanceRoutes,
  {
    path: '/measurement-standards/:id',
    permit: 'measurement-standard.read',
    title: ['计量标准', 'Measurement standard'],
    page: lazy(() => import('./MeasurementStandardPage.tsx').then((module) => ({ default: module.MeasurementStandardPage }))),
  },
  {
    path: '/examinations',
    permit: 'measurement-standard.read',
    title: ['计量标准考核', 'Examinations'],
    menu: 'measure',
    page: lazy(() => import('./ExaminationList.tsx').then((module) => ({ default: module.ExaminationList }))),
  },
  {
    path: '/examinations/:id',
    permit: 'measurement-standard.read',
    title: ['考核申请', 'Application for examination'],
    page: lazy(() => import('./ExaminationPage.tsx').then((module) => ({ default: module.ExaminationPage }))),
  },
  {
    path: '/standard-changes',
    permit: 'measurement-standard.read',
    title: ['计量标准更换与申报', 'Changes of measurement standards'],
    menu: 'measure',
    page: lazy(() => import('./ChangeList.tsx').then((module) => ({ default: module.ChangeList }))),
  },
  {
    path: '/standard-forecast',
    permit: 'measurement-standard.read',
    title: ['计量标准预测', 'Forecast of measurement standards'],
    menu: 'steer',
    page: lazy(() => import('./ForecastPage.tsx').then((module) => ({ default: module.ForecastPage }))),
  },
];
