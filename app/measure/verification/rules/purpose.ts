/** What a record is for. A calibration 校准 states values with their uncertainty for a client and concludes nothing (VIM 2.39, JJF 1071). */
import type { Text } from '../../../kernel/text.ts';
import type { InstrumentUse } from '../../../register/instrument/rules/use.ts';

export const purposes = {
  verification: ['检定', 'Verification'],
  calibration: ['校准', 'Calibration'],
} as const satisfies Record<string, Text>;
export type Purpose = keyof typeof purposes;
export const purposeNames = Object.keys(purposes) as [Purpose, ...Purpose[]];

/**
 * An instrument in one of the four uses of 计量法 article 9 is under compulsory verification, which a calibration does not stand in for: only others are
 * calibrated here.
 */
export const mayBeCalibrated = (use: InstrumentUse): boolean => use === 'other';

/** Signs are not put on what was calibrated: a sticker 检定合格证 says that an instrument passed. */
export const stickersOnCalibration = <Seal extends { readonly kind: string; readonly action: string }>(
  purpose: Purpose,
  seals: readonly Seal[],
): readonly Seal[] => (purpose === 'calibration' ? seals.filter(({ kind, action }) => kind === 'sticker' && action === 'applied') : []);
