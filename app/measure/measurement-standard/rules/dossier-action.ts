/** What a person may do with a dossier: the keeper builds, applies and declares, an authority certifies and orders. */
import type { Text } from '../../../kernel/text.ts';
import type { Standing } from '../rules.ts';

export const dossierActions = {
  correct: ['更正', 'Correct'],
  compose: ['补充档案', 'Add to the dossier'],
  apply: ['申请考核', 'Apply for examination'],
  declare: ['申报封存、恢复或撤销', 'Declare a suspension, resumption or withdrawal'],
  report: ['申报更换', 'Report a change'],
  certify: ['登记证书', 'Record a certificate'],
  order: ['责令封存或撤销', 'Order a suspension or withdrawal'],
} as const satisfies Record<string, Text>;
export type DossierAction = keyof typeof dossierActions;
export const dossierActionNames = Object.keys(dossierActions) as [DossierAction, ...DossierAction[]];

const ofTheKeeper: Readonly<Record<Standing, readonly DossierAction[]>> = {
  building: ['correct', 'compose', 'apply', 'declare'],
  'in-force': ['correct', 'compose', 'apply', 'declare', 'report'],
  suspended: ['correct', 'compose', 'apply', 'declare', 'report'],
  withdrawn: [],
};
const ofTheAuthority: Readonly<Record<Standing, readonly DossierAction[]>> = {
  building: [],
  'in-force': ['certify', 'order'],
  suspended: ['certify', 'order'],
  withdrawn: [],
};

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

export function allowedDossierActions(
  dossier: { readonly standing: Standing; readonly instituteId: string; readonly hasOpenApplication: boolean },
  { organizationId, permits }: Caller,
): DossierAction[] {
  if (dossier.instituteId === organizationId) {
    if (!permits.has('measurement-standard.manage')) return [];
    return ofTheKeeper[dossier.standing].filter((action) => action !== 'apply' || !dossier.hasOpenApplication);
  }
  return permits.has('measurement-standard.examine') ? [...ofTheAuthority[dossier.standing]] : [];
}

export const standingOrders = {
  suspend: ['封存', 'Suspend'],
  resume: ['恢复使用', 'Resume'],
  withdraw: ['撤销', 'Withdraw'],
} as const satisfies Record<string, Text>;
export type StandingOrder = keyof typeof standingOrders;
export const standingOrderNames = Object.keys(standingOrders) as [StandingOrder, ...StandingOrder[]];

/** Where each leads; undefined: not from this state. */
export const orderedStanding = (standing: Standing, order: StandingOrder): Standing | undefined => {
  const table: Readonly<Record<Standing, Partial<Record<StandingOrder, Standing>>>> = {
    building: { withdraw: 'withdrawn' },
    'in-force': { suspend: 'suspended', withdraw: 'withdrawn' },
    suspended: { resume: 'in-force', withdraw: 'withdrawn' },
    withdrawn: {},
  };
  return table[standing][order];
};
