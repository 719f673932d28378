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
    path: '/certificate-lots',
    permit: 'certificate.read',
    title: ['成批出证', 'Lots of certificates'],
    page: lazy(() => import('./LotList.tsx').then((module) => ({ default: module.LotList }))),
  },
  {
    path: '/certificate-lots/:id',
    permit: 'certificate.read',
    title: ['一批证书', 'A lot of certificates'],
    page: lazy(() => import('./LotPage.tsx').then((module) => ({ default: module.LotPage }))),
  },
  {
    path: '/certificate-numbers',
    permit: 'certificate.read',
    title: ['证书编号', 'Certificate numbers'],
    page: lazy(() => import('./CertificateNumberPage.tsx').then((module) => ({ default: module.CertificateNumberPage }))),
  },
  {
    path: '/certificate-bundles',
    permit: 'certificate.read',
    title: ['成批下载', 'Downloads of several'],
    page: lazy(() => import('./BundleList.tsx').then((module) => ({ default: module.BundleList }))),
  },
  {
    path: '/certificate-recomputations',
    permit: 'certificate.recompute',
    title: ['证书复算', 'Recomputation of certificates'],
    menu: 'supervise',
    page: lazy(() => import('./RecomputationList.tsx').then((module) => ({ default: module.RecomputationList }))),
  },
  {
    path: '/certificate-recomputations/:id',
    permit: 'certificate.recompute',
    title: ['一次证书复算', 'A recomputation of certificates'],
    page: lazy(() => import('./RecomputationPage.tsx').then((module) => ({ default: module.RecomputationPage }))),
  },
];
