import type { Context } from '../../../platform/context.ts';
import type { Change } from '../contract/shapes.ts';
import type { ChangeRow } from '../store/examination.ts';

export const toChange = (row: ChangeRow, ctx: Pick<Context, 'caller'>): Change =>
  ({
    id: row.id,
    measurementStandard: { id: row.measurementStandardId, name: row.name },
    institute: { id: row.instituteId, name: row.instituteName },
    topic: row.topic,
    effect: row.effect,
    treatment: row.treatment,
    state: row.state,
    day: row.day,
    description: row.description,
    files: row.files,
    person: row.person,
    recordedAt: row.recordedAt,
    decidedBy: row.decider,
    decidedAt: row.decidedAt,
    documentNumber: row.documentNumber,
    reason: row.reason,
    successor: row.successorId === null || row.successorName === null ? null : { id: row.successorId, name: row.successorName },
    mayDecide:
      row.state === 'reported' && row.instituteId !== ctx.caller.organizationId && ctx.caller.permits.has('measurement-standard.examine'),
  }) as Change;
