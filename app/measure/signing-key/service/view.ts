import { fingerprintOf } from '@tongheng/seal/x509/certificate';
import type { Context } from '../../../platform/context.ts';
import type { SigningKey } from '../contract.ts';
import { allowedActions, rotationDueDays, type KeyPurpose, type SigningKeyState } from '../rules.ts';
import type { KeyRow } from '../store.ts';
import { certificatesIn } from './certify.ts';
import { canSign } from './holder.ts';

const dayMilliseconds = 86_400_000;

const isRotationDue = (row: KeyRow, ctx: Context): boolean =>
  row.state === 'active' &&
  row.purpose !== 'anchor' &&
  row.validUntil !== null &&
  Date.parse(row.validUntil) - Date.parse(ctx.now) < rotationDueDays * dayMilliseconds;

/** What people see of a key: never a part of what is sealed. */
export function toSigningKey(row: KeyRow, ctx: Context): SigningKey {
  const open = row.revocationId !== null && row.revocationConfirmed === null;
  const [certificate] = certificatesIn(row.certificate);
  return {
    id: row.id,
    purpose: row.purpose,
    institute: row.instituteId === null ? null : { id: row.instituteId, name: row.instituteName ?? '' },
    holder: row.holder,
    reference: row.reference,
    logName: row.name,
    keyId: row.keyId,
    fingerprint: certificate === undefined ? null : fingerprintOf(certificate),
    publicKeyFingerprint: fingerprintOf(row.publicKey),
    hasSm2: row.sm2PublicKey !== null,
    state: row.state,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    rotationDue: isRotationDue(row, ctx),
    canSign: canSign(ctx, row),
    replaces: row.replacesId,
    reason: row.reason,
    requestedBy: row.askerName,
    requestedAt: row.requestedAt,
    decidedBy: row.deciderName,
    decidedAt: row.decidedAt,
    refusal: row.refusal,
    retiredAt: row.retiredAt,
    revocation:
      row.revocationId === null
        ? null
        : {
            cause: row.revocationCause,
            reason: row.revocationReason ?? '',
            from: row.revokedFrom ?? ctx.now,
            requestedBy: row.revokerName ?? '',
            requestedAt: row.revocationRequestedAt ?? ctx.now,
            decidedBy: row.revocationDeciderName,
            decidedAt: row.revocationDecidedAt,
          },
    demonstration: row.demonstration,
    allowed: allowedActions(
      {
        state: row.state as SigningKeyState,
        purpose: row.purpose as KeyPurpose,
        instituteId: row.instituteId,
        requestedBy: row.requestedBy,
      },
      open ? { requestedBy: row.revokerId ?? '' } : undefined,
      ctx.caller,
    ),
  } as SigningKey;
}
