import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/verifications/:id/approval',
    permit: 'verification.approve',
    title: ['核查并批准', 'Check and approve'],
    page: lazy(() => import('./ApprovalPage.tsx').then((module) => ({ default: module.ApprovalPage }))),
  },
  {
    path: '/certificates',
    permit: 'certificate.read',
    title: ['证书与通知书', 'Certificates and notices'],
    menu: 'measure',
    page: lazy(() => import('./CertificateList.tsx').then((module) => ({ default: module.CertificateList }))),
  },
  {
    path: '/certificates/:number',
    permit: 'certificate.read',
    title: ['证书', 'Certificate'],
    page: lazy(() => import('./CertificatePage.tsx').then((module) => ({ default: module.CertificatePage }))),
  },
  {
    path: '/certificates/:number/print',
    permit: 'certificate.read',
    title: ['打印证书', 'Print the document'],
    page: lazy(() => import('./PrintPage.tsx').then((module) => ({ default: module.PrintPage }))),
  },
];
