import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/briefings',
    permit: 'assessment.read',
    title: ['汇报', 'Briefings'],
    menu: 'steer',
    page: lazy(() => import('./BriefingList.tsx').then((module) => ({ default: module.BriefingList }))),
  },
  {
    path: '/briefings/new',
    permit: 'assessment.record',
    title: ['登记汇报', 'Record a briefing'],
    page: lazy(() => import('./BriefingForm.tsx').then((module) => ({ default: module.BriefingForm }))),
  },
  {
    path: '/briefings/:id',
    permit: 'assessment.read',
    title: ['汇报', 'Briefing'],
    page: lazy(() => import('./BriefingPage.tsx').then((module) => ({ default: module.BriefingPage }))),
  },
  {
    path: '/evaluations',
    permit: 'assessment.read',
    title: ['终期评估', 'Closing evaluation'],
    menu: 'steer',
    page: lazy(() => import('./EvaluationList.tsx').then((module) => ({ default: module.EvaluationList }))),
  },
  {
    path: '/evaluations/:id',
    permit: 'assessment.read',
    title: ['终期评估', 'Closing evaluation'],
    page: lazy(() => import('./EvaluationPage.tsx').then((module) => ({ default: module.EvaluationPage }))),
  },
  {
    path: '/evaluations/:id/draft',
    permit: 'assessment.record',
    title: ['起草终期评估', 'Draft the closing evaluation'],
    page: lazy(() => import('./EvaluationDraft.tsx').then((module) => ({ default: module.EvaluationDraft }))),
  },
  {
    path: '/practices',
    permit: 'assessment.read',
    title: ['典型做法与褒奖', 'Good practice and commendation'],
    menu: 'steer',
    page: lazy(() => import('./PracticeList.tsx').then((module) => ({ default: module.PracticeList }))),
  },
  {
    path: '/practices/:id',
    permit: 'assessment.read',
    title: ['典型做法', 'Good practice'],
    page: lazy(() => import('./PracticePage.tsx').then((module) => ({ default: module.PracticePage }))),
  },
  {
    path: '/commendations',
    permit: 'assessment.read',
    title: ['褒奖', 'Commendations'],
    page: lazy(() => import('./CommendationList.tsx').then((module) => ({ default: module.CommendationList }))),
  },
];
