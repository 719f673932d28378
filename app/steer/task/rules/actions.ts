import type { Caller } from '../../../kernel/caller.ts';
import { reaches } from '../../../kernel/scope.ts';
import type { ItemState, LetterState } from './states.ts';

export type ItemAction = 'report' | 'finish' | 'extend' | 'withdraw' | 'confirm' | 'return';

/** planned → under way → reported done → confirmed | returned; an extension changes the due day and not the state. */
export const itemLifeCycle = {
  planned: { report: 'under-way', finish: 'reported', extend: 'planned', withdraw: 'withdrawn' },
  'under-way': { report: 'under-way', finish: 'reported', extend: 'under-way', withdraw: 'withdrawn' },
  returned: { report: 'under-way', finish: 'reported', extend: 'returned', withdraw: 'withdrawn' },
  reported: { confirm: 'confirmed', return: 'returned' },
  confirmed: {},
  withdrawn: {},
} as const satisfies Record<ItemState, Partial<Record<ItemAction, ItemState>>>;

export const nextState = (state: ItemState, action: ItemAction): ItemState | undefined =>
  (itemLifeCycle[state] as Partial<Record<ItemAction, ItemState>>)[action];

export type Owned = {
  readonly organizationId: string;
  readonly region: string;
  readonly partners: readonly string[];
};

/** May the caller speak for the organization that carries the item out: its own people, or the county's regulator for its county. */
export function speaksFor(caller: Caller, organization: { readonly id: string; readonly region: string }): boolean {
  if (!caller.permits.has('task.report')) return false;
  if (caller.organizationId === organization.id) return true;
  return caller.scope.kind === 'region' && reaches(caller.scope, { organizations: [], region: organization.region });
}

const executorActions: readonly ItemAction[] = ['report', 'finish', 'extend', 'withdraw'];

/** What the caller may do with an item now. A partner may say what it did, but not that the whole is done. */
export function allowedActions(
  item: Owned & { readonly state: ItemState; readonly extensionAsked: boolean },
  caller: Caller,
): ItemAction[] {
  const open = (action: ItemAction): boolean => nextState(item.state, action) !== undefined;
  const actions: ItemAction[] = [];
  if (speaksFor(caller, { id: item.organizationId, region: item.region })) actions.push(...executorActions);
  else if (caller.permits.has('task.report') && item.partners.includes(caller.organizationId)) actions.push('report');
  if (caller.permits.has('task.oversee')) actions.push('confirm', 'return');
  return actions.filter((action) => open(action) && !(action === 'extend' && item.extensionAsked));
}

export type LetterAction = 'revise' | 'issue' | 'discard';
export const letterLifeCycle = {
  drafted: { revise: 'drafted', issue: 'issued', discard: 'discarded' },
  issued: {},
  discarded: {},
} as const satisfies Record<LetterState, Partial<Record<LetterAction, LetterState>>>;

export const allowedLetterActions = (state: LetterState, caller: Caller): LetterAction[] =>
  caller.permits.has('task.oversee') ? (Object.keys(letterLifeCycle[state]) as LetterAction[]) : [];

/**
 * May an organization break this task down? A body that the plan names may where the plan names it; a county's government stands for
 * “各县（市、区）人民政府”; a safeguard names no body and is open to all; an organization outside the plan's list (a bureau's own office, an
 * institute) works under the task of the body it belongs to, which is not for the program to judge.
 */
export function isEntitled(bodies: readonly string[], organization: { readonly kind: string; readonly body: string | null }): boolean {
  if (bodies.length === 0) return true;
  const body = organization.body ?? (organization.kind === 'government' ? 'county-governments' : null);
  return body === null || bodies.includes(body);
}
