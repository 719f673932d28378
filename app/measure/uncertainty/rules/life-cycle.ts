import type { Caller } from '../../../kernel/caller.ts';
import type { Text } from '../../../kernel/text.ts';

/** 草稿 → 现行 → 已被代替 / 已停用: what a version of an uncertainty evaluation can be. Its content is the same in every state. */
export const versionStates = {
  drafted: ['草稿', 'Draft'],
  'in-force': ['现行', 'In force'],
  superseded: ['已被代替', 'Superseded'],
  withdrawn: ['已停用', 'Withdrawn'],
} as const satisfies Record<string, Text>;

export type VersionState = keyof typeof versionStates;
export const versionStateNames = Object.keys(versionStates) as [VersionState, ...VersionState[]];

export type VersionAction = 'release' | 'supersede' | 'withdraw';

// A draft is superseded when a later version is saved, a version in force only when a later one is released.
export const lifeCycle = {
  drafted: { release: 'in-force', supersede: 'superseded', withdraw: 'withdrawn' },
  'in-force': { supersede: 'superseded', withdraw: 'withdrawn' },
  superseded: {},
  withdrawn: {},
} as const satisfies Record<VersionState, Partial<Record<VersionAction, VersionState>>>;

type Of = { readonly state: VersionState; readonly organizationId: string; readonly personId: string };
type Asking = Pick<Caller, 'organizationId' | 'permits' | 'personId'>;

const isOwn = (version: Pick<Of, 'organizationId'>, caller: Asking): boolean => version.organizationId === caller.organizationId;

/** A later version is written by the institute whose evaluation it is. */
export const mayRevise = (evaluation: Pick<Of, 'organizationId'>, caller: Asking): boolean =>
  isOwn(evaluation, caller) && caller.permits.has('uncertainty.write');

/** A draft is released by another person than who wrote it (JJF 1069-2012: methods are confirmed before use). */
export const mayRelease = (version: Of, caller: Asking): boolean =>
  'release' in lifeCycle[version.state] &&
  isOwn(version, caller) &&
  caller.permits.has('uncertainty.release') &&
  version.personId !== caller.personId;

/** Who wrote a draft may take it back; what is in force is withdrawn by who may release. */
export const mayWithdraw = (version: Of, caller: Asking): boolean =>
  'withdraw' in lifeCycle[version.state] &&
  isOwn(version, caller) &&
  (caller.permits.has('uncertainty.release') || (version.state === 'drafted' && version.personId === caller.personId));
