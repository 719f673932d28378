import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const impactRoutes: readonly DeskRoute[] = [
  {
    path: '/findings',
    permit: 'traceability.read',
    title: ['超差追溯', 'Failed standards'],
    menu: 'measure',
    page: lazy(() => import('./ImpactList.tsx').then((module) => ({ default: module.ImpactList }))),
  },
  {
    path: '/standards/:id/finding',
    permit: 'traceability.record',
    title: ['报告标准器超差', 'Report a failed standard'],
    page: lazy(() => import('./ImpactFindingForm.tsx').then((module) => ({ default: module.ImpactReportPage }))),
  },
  {
    path: '/findings/:id',
    permit: 'traceability.read',
    title: ['超差处置', 'Case of a failed standard'],
    page: lazy(() => import('./ImpactCase.tsx').then((module) => ({ default: module.ImpactCase }))),
  },
  {
    path: '/findings/:id/correction',
    permit: 'traceability.record',
    title: ['更正超差发现', 'Correct the finding'],
    page: lazy(() => import('./ImpactFindingForm.tsx').then((module) => ({ default: module.ImpactCorrectionPage }))),
  },
  {
    path: '/findings/:id/certificates',
    permit: 'traceability.read',
    title: ['受影响的证书', 'Certificates affected'],
    page: lazy(() => import('./ImpactCertificates.tsx').then((module) => ({ default: module.ImpactCertificates }))),
  },
  {
    path: '/findings/:id/certificates/:certificate',
    permit: 'traceability.read',
    title: ['一份证书的评估', 'Evaluation of a certificate'],
    page: lazy(() => import('./ImpactCertificate.tsx').then((module) => ({ default: module.ImpactCertificate }))),
  },
];
