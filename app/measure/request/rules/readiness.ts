/** What an institute can verify today, kind by kind, and what is missing where it cannot. */
import type { Text } from '../../../kernel/text.ts';

export const readinessWords = {
  verifiable: ['可检', 'Verifiable'],
  'not-designated': ['未指定', 'Not designated'],
  'second-person': ['待第二人确认', 'Waits for the second person'],
  'data-changed': ['规程数据已变，须重新采用', 'Data changed, to be adopted anew'],
  'limits-open': ['限值待填、未采用', 'Limits open, not adopted'],
  'not-adopted': ['未采用', 'Not adopted'],
  'no-procedure': ['本系统暂无规程', 'No procedure here yet'],
} as const satisfies Record<string, Text>;
export type Readiness = keyof typeof readinessWords;
export const readinessNames = Object.keys(readinessWords) as [Readiness, ...Readiness[]];

export type AdoptionState = 'adopted' | 'proposed' | 'changed' | 'none';

type Edition = { readonly adoption: AdoptionState; readonly openCount: number };

/** The first thing that is missing: a procedure, its adoption, or the designation that sends requests here. */
export function readinessOf(edition: Edition | undefined, isDesignated: boolean): Readiness {
  if (edition === undefined) return 'no-procedure';
  if (edition.adoption === 'proposed') return 'second-person';
  if (edition.adoption === 'changed') return 'data-changed';
  if (edition.adoption === 'none') return edition.openCount > 0 ? 'limits-open' : 'not-adopted';
  return isDesignated ? 'verifiable' : 'not-designated';
}

export const itemReadinessWords = {
  all: ['可检', 'Verifiable'],
  some: ['部分可检', 'Partly verifiable'],
  none: ['待确认，不可出证', 'To be confirmed, nothing is issued'],
} as const satisfies Record<string, Text>;
export type ItemReadiness = keyof typeof itemReadinessWords;
export const itemReadinessNames = Object.keys(itemReadinessWords) as [ItemReadiness, ...ItemReadiness[]];

/** An item is verifiable when each of its kinds is. @example itemReadinessOf(['verifiable', 'no-procedure']) // 'some' */
export function itemReadinessOf(kinds: readonly Readiness[]): ItemReadiness {
  const ready = kinds.filter((one) => one === 'verifiable').length;
  if (ready === 0) return 'none';
  return ready === kinds.length ? 'all' : 'some';
}
