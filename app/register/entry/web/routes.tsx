import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/entries',
    permit: 'entry.read',
    title: ['成果与登记', 'Register entries'],
    menu: 'register',
    page: lazy(() => import('./EntryList.tsx').then((module) => ({ default: module.EntryList }))),
  },
  {
    path: '/entries/new/:kind',
    permit: 'entry.submit',
    title: ['新增登记', 'New entry'],
    page: lazy(() => import('./SubmitPage.tsx').then((module) => ({ default: module.SubmitPage }))),
  },
  {
    path: '/entries/:id',
    permit: 'entry.read',
    title: ['登记', 'Entry'],
    page: lazy(() => import('./EntryPage.tsx').then((module) => ({ default: module.EntryPage }))),
  },
  {
    path: '/entries/:id/completion',
    permit: 'entry.submit',
    title: ['补正', 'Completion'],
    page: lazy(() => import('./ChangePage.tsx').then((module) => ({ default: module.CompletionPage }))),
  },
  {
    path: '/entries/:id/correction',
    permit: 'entry.submit',
    title: ['更正', 'Correction'],
    page: lazy(() => import('./ChangePage.tsx').then((module) => ({ default: module.CorrectionPage }))),
  },
  {
    path: '/entry-stocks',
    permit: 'entry.import',
    title: ['存量建账', 'Opening stock'],
    menu: 'register',
    page: lazy(() => import('./StockList.tsx').then((module) => ({ default: module.StockList }))),
  },
  {
    path: '/entry-stocks/import',
    permit: 'entry.import',
    title: ['导入存量名单', 'Import a list'],
    page: lazy(() => import('./StockImport.tsx').then((module) => ({ default: module.StockImport }))),
  },
  {
    path: '/entry-stocks/:id',
    permit: 'entry.import',
    title: ['存量名单', 'Opening stock list'],
    page: lazy(() => import('./StockPage.tsx').then((module) => ({ default: module.StockPage }))),
  },
];
