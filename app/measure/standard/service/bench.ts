import type { Context } from '../../../platform/context.ts';
import { certificateOn, stateOn, type CertificateKind, type Quality, type StandardStatus } from '../rules.ts';
import { rangesOn } from '../rules/range-day.ts';
import type { StandardRange } from '../rules/range.ts';
import * as store from '../store.ts';
import { listRangeStatements } from '../store/range.ts';

/** A standard as it was on a day: its state then, and the certificate of the latest calibration up to then. */
export type StandardOnDay = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly range: string;
  /** What it was judged by on that day; empty: not stated. */
  readonly ranges: readonly StandardRange[];
  readonly roles: readonly string[];
  /** null: it was not registered for that day. */
  readonly state: StandardStatus | null;
  readonly certificate: {
    readonly kind: CertificateKind;
    readonly number: string;
    readonly issuer: string;
    readonly calibratedOn: string;
    readonly validUntil: string;
    readonly quality: Quality;
    readonly value: string | null;
    readonly unit: string | null;
    readonly coverageFactor: string | null;
    readonly accuracyClass: string | null;
  } | null;
};

/** The standards of an institute by their ids, as they were on a day. An id of another institute's is left out. */
export async function standardsOn(
  ctx: Pick<Context, 'db'>,
  instituteId: string,
  ids: readonly string[],
  day: string,
): Promise<StandardOnDay[]> {
  if (ids.length === 0) return [];
  const rows = await store.listByIds(ctx.db, instituteId, ids);
  if (rows.length === 0) return [];
  const own = rows.map(({ id }) => id);
  const states = await store.listStates(ctx.db, own);
  const certificates = await store.listCertificates(ctx.db, own);
  const statements = await listRangeStatements(ctx.db, own);
  return rows.map((row) => {
    const certificate = certificateOn(
      certificates.filter(({ standardId }) => standardId === row.id),
      day,
    );
    const state = stateOn(
      states.filter(({ standardId }) => standardId === row.id),
      day,
    );
    return {
      id: row.id,
      number: row.number,
      name: row.name,
      model: row.model,
      serial: row.serial,
      range: row.range,
      ranges: rangesOn(
        row,
        statements.filter(({ standardId }) => standardId === row.id),
        day,
      ).ranges,
      roles: row.roles,
      state: (state?.state as StandardStatus | undefined) ?? null,
      certificate:
        certificate === undefined
          ? null
          : {
              kind: certificate.kind as CertificateKind,
              number: certificate.number,
              issuer: certificate.issuer,
              calibratedOn: certificate.calibratedOn,
              validUntil: certificate.validUntil,
              quality: certificate.quality as Quality,
              value: certificate.value,
              unit: certificate.unit,
              coverageFactor: certificate.coverageFactor,
              accuracyClass: certificate.accuracyClass,
            },
    };
  });
}
