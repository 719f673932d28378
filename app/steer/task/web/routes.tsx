import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/tasks',
    permit: 'task.read',
    title: ['任务与督办', 'Tasks'],
    menu: 'steer',
    page: lazy(() => import('./TaskBoard.tsx').then((module) => ({ default: module.TaskBoard }))),
  },
  {
    path: '/task-in-tray',
    permit: 'task.read',
    title: ['任务待办', 'Task in-tray'],
    menu: 'steer',
    page: lazy(() => import('./InTray.tsx').then((module) => ({ default: module.InTray }))),
  },
  {
    path: '/task-items',
    permit: 'task.read',
    title: ['分解事项', 'Work items'],
    menu: 'steer',
    page: lazy(() => import('./ItemList.tsx').then((module) => ({ default: module.ItemList }))),
  },
  {
    path: '/task-items/new',
    permit: 'task.report',
    title: ['分解任务', 'Break a task down'],
    page: lazy(() => import('./BreakDownPage.tsx').then((module) => ({ default: module.BreakDownPage }))),
  },
  {
    path: '/task-items/:id',
    permit: 'task.read',
    title: ['分解事项', 'Work item'],
    page: lazy(() => import('./ItemPage.tsx').then((module) => ({ default: module.ItemPage }))),
  },
  {
    path: '/task-letters',
    permit: 'task.read',
    title: ['提醒函与督办单', 'Letters'],
    menu: 'steer',
    page: lazy(() => import('./LetterList.tsx').then((module) => ({ default: module.LetterList }))),
  },
  {
    path: '/task-letters/:id',
    permit: 'task.read',
    title: ['提醒函与督办单', 'Letter'],
    page: lazy(() => import('./LetterPage.tsx').then((module) => ({ default: module.LetterPage }))),
  },
];
