import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/instruments',
    permit: 'instrument.read',
    title: ['器具台账', 'Instruments'],
    menu: 'register',
    page: lazy(() => import('./InstrumentList.tsx').then((module) => ({ default: module.InstrumentList }))),
  },
  {
    path: '/instruments/registration',
    permit: 'instrument.register',
    title: ['登记器具', 'Register an instrument'],
    page: lazy(() => import('./RegistrationPage.tsx').then((module) => ({ default: module.RegistrationPage }))),
  },
  {
    path: '/instruments/:id',
    permit: 'instrument.read',
    title: ['器具', 'Instrument'],
    page: lazy(() => import('./InstrumentPage.tsx').then((module) => ({ default: module.InstrumentPage }))),
  },
  {
    path: '/handovers',
    permit: 'instrument.read',
    title: ['器具移交', 'Hand-overs'],
    page: lazy(() => import('./HandoverList.tsx').then((module) => ({ default: module.HandoverList }))),
  },
  {
    path: '/handovers/:id',
    permit: 'instrument.read',
    title: ['一次移交', 'One hand-over'],
    page: lazy(() => import('./HandoverPage.tsx').then((module) => ({ default: module.HandoverPage }))),
  },
];
