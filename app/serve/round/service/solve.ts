import { askApart, type Solved } from '../../../platform/solver/apart.ts';
import type { LoadAnswer, LoadInput } from '../rules/load.ts';
import type { RouteAnswer, RouteStop, TeamDay } from '../rules/route.ts';
import type { Point } from '../rules/travel.ts';

export type RouteInput = { readonly stops: readonly RouteStop[]; readonly teamDays: readonly TeamDay[]; readonly start: Point | null };
export type Question =
  | { readonly kind: 'route'; readonly seconds: number; readonly input: RouteInput }
  | { readonly kind: 'load'; readonly seconds: number; readonly input: LoadInput };

/** Solves in a thread of its own. */
export const solveApart = (question: Question): Promise<Solved<RouteAnswer | LoadAnswer>> =>
  askApart(new URL('solve-thread.ts', import.meta.url), question);
