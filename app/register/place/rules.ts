/** Places of use 使用场所: where instruments stand, whoever holds them. */
import type { Text } from '../../kernel/text.ts';

export const placeKinds = {
  market: ['集贸市场', 'Market'],
  'village-clinic': ['村卫生室', 'Village clinic'],
  'township-hospital': ['乡镇卫生院', 'Township hospital'],
  hospital: ['医院', 'Hospital'],
  'fuel-station': ['加油站', 'Fuel station'],
  'gas-station': ['加气站', 'Gas station'],
  'grain-depot': ['粮库', 'Grain depot'],
  supermarket: ['商超', 'Supermarket'],
  optician: ['眼镜店', 'Optician'],
  'meter-lot': ['表计批次', 'Lot of meters'],
  'charging-station': ['充电站', 'Charging station'],
  other: ['其他', 'Other'],
} as const satisfies Record<string, Text>;
export type PlaceKind = keyof typeof placeKinds;
export const placeKindNames = Object.keys(placeKinds) as [PlaceKind, ...PlaceKind[]];

export const placeStates = {
  open: ['在业', 'Open'],
  closed: ['已关闭', 'Closed'],
} as const satisfies Record<string, Text>;
export type PlaceState = keyof typeof placeStates;
export const placeStateNames = Object.keys(placeStates) as [PlaceState, ...PlaceState[]];

export type PlaceAction = 'correct' | 'close';
export const placeLifeCycle = {
  open: { correct: 'open', close: 'closed' },
  closed: { correct: 'closed' },
} as const satisfies Record<PlaceState, Partial<Record<PlaceAction, PlaceState>>>;

/** A place is closed from the day after its last. */
export const placeStateOn = (closedOn: string | null, day: string): PlaceState => (closedOn !== null && closedOn < day ? 'closed' : 'open');

type Described = {
  readonly name: string;
  readonly address: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
};

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·.,，。、（）()\-—_]/g, '')
    .toLowerCase();

/** Two clinics of one yard are nearer than the inaccuracy of a phone; two markets are not. */
const nearMetres = 30;
const metresPerDegree = 111_320;

function isNear(one: Described, other: Described): boolean {
  if (one.longitude === null || one.latitude === null || other.longitude === null || other.latitude === null) return false;
  const north = (Number(one.latitude) - Number(other.latitude)) * metresPerDegree;
  const east = (Number(one.longitude) - Number(other.longitude)) * metresPerDegree * Math.cos((Number(one.latitude) * Math.PI) / 180);
  return Math.hypot(north, east) <= nearMetres;
}

/** Whether two records may be one place: names that contain each other, one address, or one spot. A person decides. */
export function mayBeSame(one: Described, other: Described): boolean {
  const [name, otherName] = [plain(one.name), plain(other.name)];
  const [shorter, longer] = name.length <= otherName.length ? [name, otherName] : [otherName, name];
  if (shorter.length >= 4 ? longer.includes(shorter) : shorter === longer) return true;
  const address = plain(one.address);
  return (address.length >= 5 && address === plain(other.address)) || isNear(one, other);
}

type Caller = { readonly permits: ReadonlySet<string> };

/** The people of an institute see and record the places of their region, since they serve them. */
export const servesRegion = (caller: Caller): boolean => caller.permits.has('verification.read');

/** What a caller who reaches a place may do with it. */
export const allowedPlaceActions = (state: PlaceState, caller: Caller, isReached: boolean): PlaceAction[] =>
  isReached && caller.permits.has('place.record') ? (Object.keys(placeLifeCycle[state]) as PlaceAction[]) : [];
