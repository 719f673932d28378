import { toDayNumber, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import type { PlaceKind } from '../../../register/place/rules.ts';

/** Places that have their round every year without anybody asking for it: village clinics and grain depots. */
export const defaultPlaceKinds = ['village-clinic', 'grain-depot'] as const satisfies readonly PlaceKind[];
export type DefaultPlaceKind = (typeof defaultPlaceKinds)[number];

/** What is due within these days belongs to a default round. */
export const defaultWindowDays = 90;
/** A draft is made when this share of a county's instruments of such places is due, or when the first of them is due within these days. */
export const defaultSharePercent = 50;
export const defaultLeadDays = 30;

export const defaultRule: Text = [
  `未来 ${defaultWindowDays} 天内到期（含已超期、从未检定）的器具达到在用总数的 ${defaultSharePercent}%，或最早一台在 ${defaultLeadDays} 天内到期时，自动拟定当年的集中检定；只拟定，不通知。比例与天数为系统设定，没有文件依据`,
  `When ${defaultSharePercent} % of the instruments in use are due within ${defaultWindowDays} days (overdue and never verified included), or the first within ${defaultLeadDays} days, the round of the year is drafted by itself; it is never announced by itself. These figures are settings of this program, from no document`,
];

export type DefaultDemand = {
  /** In use at these places, of the kinds that the institute serves. */
  readonly total: number;
  readonly due: number;
  /** Earliest due day; what was never verified has none. */
  readonly earliest: Day | null;
};

export const defaultKeyOf = (region: string, kind: DefaultPlaceKind, day: Day): string => `${region} ${kind} ${day.slice(0, 4)}`;

/** Whether the draft of the year is made now. */
export function isDraftDue({ total, due, earliest }: DefaultDemand, today: Day): boolean {
  if (due === 0) return false;
  const soon = earliest !== null && toDayNumber(earliest) - toDayNumber(today) <= defaultLeadDays;
  return soon || due * 100 >= total * defaultSharePercent;
}
