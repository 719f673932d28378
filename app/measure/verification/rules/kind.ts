/** What a record is of. An in-use inspection 使用中检查 looks whether an instrument still conforms; it issues no 检定证书. */
import type { Edition } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';
import { verificationKinds } from '../../request/rules.ts';

export const recordKinds = {
  ...verificationKinds,
  'in-use': ['使用中检查', 'In-use inspection'],
} as const satisfies Record<string, Text>;
export type RecordKind = keyof typeof recordKinds;
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]];

/**
 * 联网核查: where the edition says so, the check of the national platform is needed besides. The form of its result is not known here, so a
 * person enters the number it gives.
 */
export const networkChecks = {
  'not-needed': ['无需联网核查', 'No network check needed'],
  awaiting: ['待联网核查', 'Awaiting the network check'],
  done: ['已联网核查', 'Network check done'],
} as const satisfies Record<string, Text>;
export type NetworkCheck = keyof typeof networkChecks;
export const networkCheckNames = Object.keys(networkChecks) as [NetworkCheck, ...NetworkCheck[]];

export const networkCheckLifeCycle = {
  'not-needed': {},
  awaiting: { record: 'done' },
  done: {},
} as const satisfies Record<NetworkCheck, Partial<Record<'record', NetworkCheck>>>;

/** Before submission: whether the national platform has to check what is decided by this edition. An inspection ends in its record. */
export const networkCheckFor = ({ networkCheck }: Pick<Edition, 'networkCheck'>, kind: RecordKind): NetworkCheck =>
  networkCheck?.value === true && kind !== 'in-use' ? 'awaiting' : 'not-needed';
