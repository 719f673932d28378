/** What two people put on an instrument on site: 检定合格证 (sticker) and 封印 (seal), by number, applied or removed. */
import type { Text } from '../../../kernel/text.ts';

export const sealKinds = {
  sticker: ['检定合格证', 'Verification sticker'],
  seal: ['封印', 'Seal'],
} as const satisfies Record<string, Text>;
export type SealKind = keyof typeof sealKinds;
export const sealKindNames = Object.keys(sealKinds) as [SealKind, ...SealKind[]];

export const sealActions = {
  applied: ['加施', 'Applied'],
  removed: ['拆除', 'Removed'],
} as const satisfies Record<string, Text>;
export type SealAction = keyof typeof sealActions;
export const sealActionNames = Object.keys(sealActions) as [SealAction, ...SealAction[]];

export type Seal = { readonly kind: SealKind; readonly action: SealAction; readonly number: string; readonly position: string | null };

/** Numbers that stand twice among those applied in one record. */
export function repeatedSeals(seals: readonly Seal[]): string[] {
  const applied = seals.filter(({ action }) => action === 'applied').map(({ kind, number }) => `${kind} ${number}`);
  return [...new Set(applied.filter((one, index) => applied.indexOf(one) !== index))].map((one) => one.slice(one.indexOf(' ') + 1));
}

/** What failed bears no 检定合格证: stickers that may not be applied. Seals may be, and what the instrument bore may be removed. */
export const stickersOnFailure = <One extends Pick<Seal, 'kind' | 'action'>>(conclusion: string | null, seals: readonly One[]): One[] =>
  conclusion === 'fail' ? seals.filter(({ kind, action }) => kind === 'sticker' && action === 'applied') : [];
