/** The way of a travelling standard: from the pilot laboratory and back to it (JJF 1117-2010: 星形、环形、花瓣形). */
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';

export const routeKinds = {
  loop: ['环形', 'Loop'],
  star: ['星形', 'Star'],
  petal: ['花瓣形', 'Petal'],
} as const satisfies Record<string, Text>;
export type RouteKind = keyof typeof routeKinds;
export const routeKindNames = Object.keys(routeKinds) as [RouteKind, ...RouteKind[]];

export type Leg = { readonly artefact: string; readonly from: string; readonly to: string; readonly plannedOn: Day };

type Plan = {
  readonly kind: RouteKind;
  readonly pilot: string;
  readonly laboratories: readonly string[];
  readonly artefact: string;
  readonly start: Day;
  readonly daysEach: number;
};

/** Laboratories of one petal, so that the pilot looks at the standard again before too many have had it. */
export const petalSize = 3;

/** A proposal: every laboratory once, in the order given, so many days at each place. */
export function proposeLegs({ kind, pilot, laboratories, artefact, start, daysEach }: Plan): Leg[] {
  const size = kind === 'star' ? 1 : kind === 'petal' ? petalSize : Math.max(1, laboratories.length);
  const stops = laboratories.flatMap((laboratory, index) => (index > 0 && index % size === 0 ? [pilot, laboratory] : [laboratory]));
  const places = laboratories.length === 0 ? [] : [pilot, ...stops, pilot];
  return places.slice(1).map((to, index) => ({ artefact, from: places[index] ?? pilot, to, plannedOn: addDays(start, index * daysEach) }));
}

export const routeFaults = {
  'not-of-the-round': ['路线中有不参加本次比对的机构', 'the route names an institute that does not take part'],
  'artefact-unknown': ['路线中的传递标准编号不在方案中', 'the route names a travelling standard that the protocol does not'],
  broken: ['路线不连续：上一段的接方应为下一段的交方', 'the route is broken: who receives has to be who sends next'],
  'not-from-the-pilot': ['每个传递标准应从主导实验室出发并回到主导实验室', 'each travelling standard leaves the pilot and returns to it'],
  'left-out': ['有参比实验室不在路线中', 'a participant lies on no route'],
  'out-of-order': ['交接日期早于上一段', 'a hand-over is planned before the one ahead of it'],
  'too-late': ['最后一次到达参比实验室晚于提交截止', 'a participant gets the standard after the deadline'],
  'not-the-form': ['路线与所选形式不符', 'the legs are not of the form that was chosen'],
} as const satisfies Record<string, Text>;
export type RouteFault = keyof typeof routeFaults;

type Route = {
  readonly kind: RouteKind;
  readonly legs: readonly Leg[];
  readonly artefacts: readonly string[];
  readonly pilot: string;
  readonly laboratories: readonly string[];
  readonly lastDay: Day;
};

function faultOfPath(legs: readonly Leg[], kind: RouteKind, pilot: string): RouteFault | undefined {
  if (legs.some((leg, index) => index > 0 && leg.from !== legs[index - 1]?.to)) return 'broken';
  if (legs.some((leg, index) => index > 0 && leg.plannedOn < (legs[index - 1]?.plannedOn ?? ''))) return 'out-of-order';
  if (legs[0]?.from !== pilot || legs[legs.length - 1]?.to !== pilot) return 'not-from-the-pilot';
  const inner = legs.slice(1).filter(({ from }) => from === pilot).length;
  if (kind === 'loop' && inner > 0) return 'not-the-form';
  if (kind === 'star' && legs.some(({ from, to }) => from !== pilot && to !== pilot)) return 'not-the-form';
  return undefined;
}

/** The first thing that is wrong with a route; undefined: it reaches everybody in time and comes back. */
export function checkRoute({ kind, legs, artefacts, pilot, laboratories, lastDay }: Route): RouteFault | undefined {
  const places = new Set([pilot, ...laboratories]);
  if (legs.some(({ from, to }) => !places.has(from) || !places.has(to) || from === to)) return 'not-of-the-round';
  if (legs.some(({ artefact }) => !artefacts.includes(artefact))) return 'artefact-unknown';
  for (const artefact of artefacts) {
    const own = legs.filter((leg) => leg.artefact === artefact);
    const fault = own.length === 0 ? undefined : faultOfPath(own, kind, pilot);
    if (fault !== undefined) return fault;
  }
  if (laboratories.some((laboratory) => laboratory !== pilot && !legs.some(({ to }) => to === laboratory))) return 'left-out';
  return legs.some(({ to, plannedOn }) => to !== pilot && plannedOn > lastDay) ? 'too-late' : undefined;
}

export const handoverStates = {
  planned: ['待交接', 'Planned'],
  sent: ['已交出', 'Sent'],
  received: ['已接收', 'Received'],
} as const satisfies Record<string, Text>;
export type HandoverState = keyof typeof handoverStates;
export const handoverStateNames = Object.keys(handoverStates) as [HandoverState, ...HandoverState[]];
export const handoverLifeCycle = {
  planned: { dispatch: 'sent' },
  sent: { receive: 'received' },
  received: {},
} as const satisfies Record<HandoverState, Partial<Record<string, HandoverState>>>;

export const handoverStateOf = (handover: { readonly sentAt: string | null; readonly receivedAt: string | null }): HandoverState =>
  handover.receivedAt !== null ? 'received' : handover.sentAt !== null ? 'sent' : 'planned';
