import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/catalogue',
    permit: 'catalogue.read',
    title: ['强制管理目录', 'Catalogue'],
    menu: 'register',
    page: lazy(() => import('./CataloguePage.tsx').then((module) => ({ default: module.CataloguePage }))),
  },
  {
    path: '/catalogue/:id',
    permit: 'catalogue.read',
    title: ['强制管理目录的版本', 'Edition of the catalogue'],
    page: lazy(() => import('./CataloguePage.tsx').then((module) => ({ default: module.CataloguePage }))),
  },
  {
    path: '/procedures',
    permit: 'catalogue.read',
    title: ['检定规程', 'Procedures'],
    menu: 'register',
    page: lazy(() => import('./EditionList.tsx').then((module) => ({ default: module.EditionList }))),
  },
  {
    path: '/procedures/:id',
    permit: 'catalogue.read',
    title: ['规程版本', 'Edition of a procedure'],
    page: lazy(() => import('./EditionPage.tsx').then((module) => ({ default: module.EditionPage }))),
  },
  {
    path: '/procedures/:id/adoption',
    permit: 'catalogue.adopt',
    title: ['核对并提出采用', 'Compare and propose'],
    page: lazy(() => import('./ProposePage.tsx').then((module) => ({ default: module.ProposePage }))),
  },
  {
    path: '/adoptions/:id',
    permit: 'catalogue.read',
    title: ['规程采用', 'Adoption of a procedure'],
    page: lazy(() => import('./AdoptionPage.tsx').then((module) => ({ default: module.AdoptionPage }))),
  },
];
