import { lazy } from 'react';
import type { DeskRoute } from '../../../web/route.ts';

export const routes: readonly DeskRoute[] = [
  {
    path: '/schedule',
    permit: 'schedule.read',
    title: ['排期周表', 'Week board'],
    menu: 'serve',
    page: lazy(() => import('./BoardPage.tsx').then((module) => ({ default: module.BoardPage }))),
  },
  {
    path: '/schedule/waiting',
    permit: 'schedule.read',
    title: ['待排期', 'To be booked'],
    menu: 'serve',
    page: lazy(() => import('./WaitingList.tsx').then((module) => ({ default: module.WaitingList }))),
  },
  {
    path: '/schedule/booking',
    permit: 'schedule.manage',
    title: ['排期', 'Book'],
    page: lazy(() => import('./BookPage.tsx').then((module) => ({ default: module.BookPage }))),
  },
  {
    path: '/schedule/bookings',
    permit: 'schedule.read',
    title: ['排期记录', 'Bookings'],
    menu: 'serve',
    page: lazy(() => import('./BookingList.tsx').then((module) => ({ default: module.BookingList }))),
  },
  {
    path: '/schedule/bookings/:id',
    permit: 'schedule.read',
    title: ['排期', 'Booking'],
    page: lazy(() => import('./BookingPage.tsx').then((module) => ({ default: module.BookingPage }))),
  },
  {
    path: '/schedule/resources',
    permit: 'schedule.read',
    title: ['台位与车辆', 'Benches and vans'],
    menu: 'serve',
    page: lazy(() => import('./ResourceList.tsx').then((module) => ({ default: module.ResourceList }))),
  },
  {
    path: '/schedule/resources/:id',
    permit: 'schedule.read',
    title: ['台位、车辆或人员', 'Bench, van or person'],
    page: lazy(() => import('./ResourcePage.tsx').then((module) => ({ default: module.ResourcePage }))),
  },
  {
    path: '/appointments',
    permit: 'request.read',
    title: ['检定安排', 'Appointments'],
    menu: 'serve',
    page: lazy(() => import('./AppointmentList.tsx').then((module) => ({ default: module.AppointmentList }))),
  },
];
