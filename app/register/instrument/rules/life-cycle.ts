import type { Text } from '../../../kernel/text.ts';

export const instrumentStates = {
  'in-use': ['在用', 'In use'],
  sealed: ['封存', 'Sealed'],
  'in-repair': ['维修中', 'In repair'],
  lost: ['遗失', 'Lost'],
  scrapped: ['已报废', 'Scrapped'],
} as const satisfies Record<string, Text>;
export type InstrumentStatus = keyof typeof instrumentStates;
export const instrumentStatusNames = Object.keys(instrumentStates) as [InstrumentStatus, ...InstrumentStatus[]];

/** What changes the state, each a row of its own with day, reason and person. */
export const statusChanges = {
  seal: ['封存', 'Seal'],
  unseal: ['启封', 'Unseal'],
  send: ['送修', 'Send for repair'],
  return: ['修复', 'Repaired'],
  lose: ['遗失', 'Report as lost'],
  find: ['寻回', 'Found again'],
  scrap: ['报废', 'Scrap'],
} as const satisfies Record<string, Text>;
export type StatusChange = keyof typeof statusChanges;
export const statusChangeNames = Object.keys(statusChanges) as [StatusChange, ...StatusChange[]];

export const instrumentActions = {
  change: ['更正', 'Correct'],
  move: ['变更使用地点', 'Move'],
  offer: ['移交', 'Hand over'],
  report: ['登记外部证书', 'Enter an outside certificate'],
  ...statusChanges,
} as const satisfies Record<string, Text>;
export type InstrumentAction = keyof typeof instrumentActions;

const stays = <Status extends InstrumentStatus>(status: Status) =>
  ({ change: status, move: status, offer: status, report: status }) as const;

/** Scrapping is final; an instrument that is lost may be found again, and only what is in somebody's hands changes place or holder. */
export const instrumentLifeCycle = {
  'in-use': { ...stays('in-use'), seal: 'sealed', send: 'in-repair', lose: 'lost', scrap: 'scrapped' },
  sealed: { ...stays('sealed'), unseal: 'in-use', send: 'in-repair', lose: 'lost', scrap: 'scrapped' },
  'in-repair': { change: 'in-repair', report: 'in-repair', return: 'in-use', lose: 'lost', scrap: 'scrapped' },
  lost: { change: 'lost', find: 'in-use', scrap: 'scrapped' },
  scrapped: {},
} as const satisfies Record<InstrumentStatus, Partial<Record<InstrumentAction, InstrumentStatus>>>;

/** The state after an action; undefined where it is not possible. */
export const statusAfter = (status: InstrumentStatus, action: InstrumentAction): InstrumentStatus | undefined =>
  (instrumentLifeCycle[status] as Partial<Record<InstrumentAction, InstrumentStatus>>)[action];

export const handoverStates = {
  offered: ['待接收', 'Offered'],
  accepted: ['已接收', 'Accepted'],
  declined: ['已拒收', 'Declined'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type HandoverStatus = keyof typeof handoverStates;
export const handoverStatusNames = Object.keys(handoverStates) as [HandoverStatus, ...HandoverStatus[]];
export type HandoverAction = 'accept' | 'decline' | 'withdraw';
export const handoverLifeCycle = {
  offered: { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' },
  accepted: {},
  declined: {},
  withdrawn: {},
} as const satisfies Record<HandoverStatus, Partial<Record<HandoverAction, HandoverStatus>>>;

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };
type Owned = { readonly status: InstrumentStatus; readonly holderId: string; readonly registrarId: string; readonly offered: boolean };

// What belongs to the holder alone, whoever recorded the instrument.
const ofTheHolder: readonly InstrumentAction[] = ['offer', 'report'];

/** The holder keeps its ledger; the institute that recorded an instrument for a holder may correct it, never give it away. */
export function allowedInstrumentActions({ status, holderId, registrarId, offered }: Owned, caller: Caller): InstrumentAction[] {
  const isHolder = holderId === caller.organizationId;
  if ((!isHolder && registrarId !== caller.organizationId) || !caller.permits.has('instrument.change')) return [];
  return (Object.keys(instrumentLifeCycle[status]) as InstrumentAction[]).filter(
    (action) => (isHolder || !ofTheHolder.includes(action)) && !(offered && action === 'offer'),
  );
}

/** The receiver accepts or declines, the giver takes the offer back. */
export function allowedHandoverActions(
  handover: { readonly status: HandoverStatus; readonly fromId: string; readonly toId: string },
  caller: Caller,
): HandoverAction[] {
  if (handover.status !== 'offered' || !caller.permits.has('instrument.change')) return [];
  if (handover.toId === caller.organizationId) return ['accept', 'decline'];
  return handover.fromId === caller.organizationId ? ['withdraw'] : [];
}
