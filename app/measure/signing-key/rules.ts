/**
 * Signing keys 签名密钥: whose they are, how long they hold, and what a revocation means for what was signed before. Two persons stand behind
 * every key: who asks for it and who confirms it are never the same (GB/T 39786 demands separated duties in the management of keys; confidence
 * medium, the clause was not at hand).
 */
import type { Text } from '../../kernel/text.ts';

export const keyPurposes = {
  institute: ['机构签名密钥', 'Key of an institute'],
  root: ['城市根密钥', 'Root of the city'],
  anchor: ['外部或离线根证书', 'External or offline root'],
  log: ['透明日志密钥', 'Key of the log'],
} as const satisfies Record<string, Text>;
export type KeyPurpose = keyof typeof keyPurposes;
export const keyPurposeNames = Object.keys(keyPurposes) as [KeyPurpose, ...KeyPurpose[]];

export const keyHolders = {
  software: ['本系统加密保存', 'Sealed in this system'],
  device: ['密码设备', 'In a device'],
  elsewhere: ['不在本系统', 'Held elsewhere'],
} as const satisfies Record<string, Text>;
export type KeyHolderName = keyof typeof keyHolders;
export const keyHolderNames = Object.keys(keyHolders) as [KeyHolderName, ...KeyHolderName[]];

export const signingKeyStates = {
  pending: ['待批准', 'To be confirmed'],
  active: ['在用', 'In use'],
  retired: ['已停用', 'Retired'],
  revoked: ['已吊销', 'Revoked'],
  declined: ['未批准', 'Declined'],
} as const satisfies Record<string, Text>;
export type SigningKeyState = keyof typeof signingKeyStates;
export const signingKeyStateNames = Object.keys(signingKeyStates) as [SigningKeyState, ...SigningKeyState[]];

/** `rotate` is nobody's button: the key that takes its place is confirmed. What a retired key signed stays good. */
export const signingKeyLifeCycle = {
  pending: { confirm: 'active', decline: 'declined' },
  active: { rotate: 'retired', revoke: 'revoked' },
  retired: { revoke: 'revoked' },
  revoked: {},
  declined: {},
} as const satisfies Record<SigningKeyState, Partial<Record<'confirm' | 'decline' | 'rotate' | 'revoke', SigningKeyState>>>;

/** What an electronic seal is for: institutes have a stamp of verification and one of calibration. */
export const sealPurposes = {
  verification: ['检定专用章', 'Stamp of verification'],
  calibration: ['校准专用章', 'Stamp of calibration'],
} as const satisfies Record<string, Text>;
export type SealPurpose = keyof typeof sealPurposes;
export const sealPurposeNames = Object.keys(sealPurposes) as [SealPurpose, ...SealPurpose[]];

export const revocationCauses = {
  leaked: ['泄露或可能泄露', 'Leaked, or it may have'],
  lost: ['丢失或损坏', 'Lost or broken'],
  misused: ['被滥用', 'Misused'],
  closed: ['机构撤销或不再签发', 'The institute closed or issues no more'],
} as const satisfies Record<string, Text>;
export type RevocationCause = keyof typeof revocationCauses;
export const revocationCauseNames = Object.keys(revocationCauses) as [RevocationCause, ...RevocationCause[]];

/** Years that a new certificate holds. A key of an institute is to be rotated every year; the second year is for the late. */
export const certificateYears: Readonly<Record<'institute' | 'root' | 'log', number>> = { institute: 2, root: 20, log: 20 };

/** Days before the end of a certificate from which its page asks for a rotation. */
export const rotationDueDays = 90;

type Key = {
  readonly state: SigningKeyState;
  readonly purpose: KeyPurpose;
  readonly instituteId: string | null;
  readonly requestedBy: string | null;
};
type Revocation = { readonly requestedBy: string } | undefined;
type Asker = { readonly personId: string; readonly organizationId: string; readonly permits: ReadonlySet<string> };

export const keyActions = ['confirm', 'decline', 'requestRevocation', 'confirmRevocation', 'declineRevocation'] as const;
export type KeyAction = (typeof keyActions)[number];

/** What the caller may do with this key now. `open`: the revocation that waits for its second person. */
export function allowedActions(key: Key, open: Revocation, caller: Asker): KeyAction[] {
  const governs = caller.permits.has('signing-key.govern');
  const owns = caller.permits.has('signing-key.manage') && key.instituteId !== null && key.instituteId === caller.organizationId;
  const actions: KeyAction[] = [];
  const steps = signingKeyLifeCycle[key.state];
  if ('confirm' in steps && governs)
    actions.push(...(key.requestedBy === caller.personId ? (['decline'] as const) : (['confirm', 'decline'] as const)));
  if (!('revoke' in steps)) return actions;
  if (open === undefined) return governs || owns ? [...actions, 'requestRevocation'] : actions;
  if (governs && open.requestedBy !== caller.personId) actions.push('confirmRevocation', 'declineRevocation');
  return actions;
}

/**
 * What a signature by a revoked key is still worth, in one sentence for pages and documents. The log is what tells before from after: a thief
 * can write any date into a certificate, but no leaf into yesterday's log.
 */
export const revocationRule: Text = [
  '吊销生效前已写入透明日志的证书，其签名仍然有效；生效时尚未写入的，不论证书上的日期，一律不再采信。',
  'A signature by a revoked key stays good where its certificate was in the log before the revocation took effect; all others are no longer relied on, whatever date they bear.',
];

/**
 * The name that the log signs with: where it stands, without the scheme, as C2SP tlog-tiles says. A demonstration gets one that RFC 2606 lets
 * nobody own, so that no verifier takes it for a city's.
 *
 * @example logNameOf('https://jl.nantong.gov.cn/', false) // 'jl.nantong.gov.cn/log'
 */
export function logNameOf(publicUrl: string, demonstration: boolean): string {
  const place = `${publicUrl.replace(/^[a-z]+:\/\//i, '').replace(/[\s+]|\/+$/g, '')}/log`;
  return demonstration ? `demonstration.invalid/${place}` : place;
}
