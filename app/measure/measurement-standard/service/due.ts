import { addDays, type Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { listDossiers } from '../store/dossier.ts';
import { listCalibrationsEnding } from '../store/due.ts';
import type { PerformanceKind } from '../rules/performance.ts';
import { calibrationNoticeDays } from '../rules/validity.ts';
import { loadDossiers } from './card.ts';
import { dutiesOf } from './performance-duties.ts';

/** Something that the keeper of a measurement standard has to do by a day. */
export type KeeperDuty = {
  readonly what: 're-examination' | 'performance' | 'calibration';
  /** Of one thing and one term: the same until it has been done. */
  readonly term: string;
  readonly instituteId: string;
  /** The measurement standard, or the standard whose calibration ends. */
  readonly record: { readonly id: string; readonly name: string };
  readonly day: Day;
  /** Last day of the certificate that is to be renewed. */
  readonly until: Day | null;
  readonly late: boolean;
  /** Which test of its performance. */
  readonly test: PerformanceKind | null;
  /** What an intermediate check is about; the number of the standard. */
  readonly subject: string;
};

/** What is due or late today with the measurement standards within reach: those in force that are to be re-examined, their tests and calibrations. */
export async function keeperDuties(ctx: Context): Promise<KeeperDuty[]> {
  const dossiers = await loadDossiers(ctx, await listDossiers(ctx.db, ctx.caller.scope, {}), ctx.today);
  const keepers = new Map(dossiers.map(({ row }) => [row.id, row.instituteId]));
  const examinations = dossiers.flatMap(({ row, card }): KeeperDuty[] =>
    card.state === 'in-force' && (card.renewal === 'due' || card.renewal === 'late') && card.applyBy !== null && card.validUntil !== null
      ? [
          {
            what: 're-examination',
            term: `${row.id}:${card.validUntil}`,
            instituteId: row.instituteId,
            record: { id: row.id, name: row.name },
            day: card.applyBy,
            until: card.validUntil,
            late: card.renewal === 'late',
            test: null,
            subject: '',
          },
        ]
      : [],
  );
  const tests = (await dutiesOf(ctx, undefined)).flatMap(({ id, measurementStandard, what, subject, due, state }): KeeperDuty[] => {
    const instituteId = keepers.get(measurementStandard.id);
    if (what === 'finding' || due === null || instituteId === undefined || (state !== 'due-soon' && state !== 'overdue')) return [];
    const record = { id: measurementStandard.id, name: measurementStandard.name };
    return [
      {
        what: 'performance',
        term: `${id}:${due}`,
        instituteId,
        record,
        day: due,
        until: null,
        late: state === 'overdue',
        test: what,
        subject: what === 'intermediate-check' ? subject : '',
      },
    ];
  });
  const ending = await listCalibrationsEnding(ctx.db, ctx.today, addDays(ctx.today, calibrationNoticeDays));
  const within = new Set(keepers.values());
  const calibrations = ending
    .filter(({ instituteId }) => within.has(instituteId))
    .map(({ standardId, number, name, instituteId, validUntil, certificateId }): KeeperDuty => ({
      what: 'calibration',
      term: `${standardId}:${certificateId}`,
      instituteId,
      record: { id: standardId, name },
      day: validUntil,
      until: validUntil,
      late: validUntil < ctx.today,
      test: null,
      subject: number,
    }));
  return [...examinations, ...tests, ...calibrations];
}
