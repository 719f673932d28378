import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/reminders',
    permit: 'reminder.read',
    title: ['提醒', 'Reminders'],
    menu: 'home',
    page: lazy(() => import('./ReminderList.tsx').then((module) => ({ default: module.ReminderList }))),
  },
  {
    path: '/reminders/choice',
    permit: 'reminder.read',
    title: ['提醒设置', 'Reminder settings'],
    page: lazy(() => import('./ChoicePage.tsx').then((module) => ({ default: module.ChoicePage }))),
  },
  {
    path: '/reminder-messages',
    permit: 'reminder.manage',
    title: ['邮件与短信', 'E-mails and SMS'],
    menu: 'administration',
    page: lazy(() => import('./MessageList.tsx').then((module) => ({ default: module.MessageList }))),
  },
];
