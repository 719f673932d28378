import type { DeskRoute } from '../../../web/route.ts';
import { performanceRoutes } from './performance-routes.tsx';

export const routes: readonly DeskRoute[] = [...performanceRoutes];
