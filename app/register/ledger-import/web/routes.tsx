import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/ledger-imports',
    permit: 'ledger-import.manage',
    title: ['台账导入', 'Ledger imports'],
    menu: 'register',
    page: lazy(() => import('./ImportList.tsx').then((module) => ({ default: module.ImportList }))),
  },
  {
    path: '/ledger-imports/upload',
    permit: 'ledger-import.manage',
    title: ['上传台账', 'Upload a ledger'],
    page: lazy(() => import('./UploadPage.tsx').then((module) => ({ default: module.UploadPage }))),
  },
  {
    path: '/ledger-imports/:id',
    permit: 'ledger-import.manage',
    title: ['台账导入', 'Import of a ledger'],
    page: lazy(() => import('./ImportPage.tsx').then((module) => ({ default: module.ImportPage }))),
  },
];
