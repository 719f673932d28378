import { editionsFor } from '@tongheng/procedures/registry';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import type { verificationEndpoints } from './contract.ts';
import type { GateName, Phase } from './rules/gates.ts';
import { holdsOn } from './rules/standard-gate.ts';
import { batchService } from './service/batch.ts';
import { calibrationService } from './service/calibration.ts';
import { entryService } from './service/entry.ts';
import { examine, toGateReply } from './service/gates.ts';
import { inspectionService } from './service/inspection.ts';
import { numberService } from './service/number.ts';
import { approverMayCheck, getVerification } from './service/record.ts';
import { toCard, toVerification } from './service/reply.ts';
import { sessionService } from './service/session.ts';
import { stepService } from './service/steps.ts';
import * as gateStore from './store/gate.ts';
import { listSubmissions } from './store/record.ts';
import * as store from './store/verification.ts';

const phaseOf = (status: string): Phase => (status === 'drafted' || status === 'returned' ? 'submission' : 'approval');

export const verificationService: Service<typeof verificationEndpoints> = {
  ...entryService,
  ...stepService,
  ...sessionService,
  ...numberService,
  ...batchService,
  ...inspectionService,
  ...calibrationService,

  async listVerifications({ query }, ctx) {
    const { mine, ...filter } = query;
    const { personId, organizationId, permits } = ctx.caller;
    const { rows, total } = await store.listVerifications(
      ctx.db,
      ctx.caller.scope,
      { ...filter, technicianId: mine === 'true' ? personId : undefined },
      {
        personId,
        organizationId,
        mayEnter: permits.has('verification.enter'),
        mayCheck: permits.has('verification.check'),
        mayApprove: permits.has('verification.approve'),
        approverMayCheck: query.waiting === 'me' && (await approverMayCheck(ctx, organizationId)),
      },
    );
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toCard(row) as never),
      next: rows.length > query.limit && last ? printCursor({ at: last.begunAt, id: last.id }) : null,
      total,
    };
  },

  async readVerification({ params }, ctx) {
    const row = await getVerification(ctx, params.id);
    const gates = await gateStore.listGates(ctx.db, row.id);
    const record = await toVerification(ctx, row);
    const day = record.testedOn ?? ctx.today;
    return {
      ...record,
      editions: editionsFor(row.instrumentKind)
        .filter((edition) => holdsOn(edition, row.instrumentKind, day))
        .map(({ id, number }) => ({ id, number })),
      gates: gates.map(({ gate, found, at }) => ({ gate: gate as GateName, found: found as Record<string, unknown>, at })),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async readGates({ params }, ctx) {
    const row = await getVerification(ctx, params.id);
    const phase = phaseOf(row.status);
    const approver = row.approverId ?? (row.status === 'checked' ? ctx.caller.personId : null);
    const { gates } = await examine(ctx, row, phase, { checker: row.checkerId, approver });
    return { gates: gates.map((gate) => toGateReply(ctx, gate)) };
  },

  async readRawRecord({ params, query }, ctx) {
    const row = await getVerification(ctx, params.id);
    const submissions = await listSubmissions(ctx.db, row.id);
    const [last] = submissions;
    const wanted = query.sequence === undefined ? last : submissions.find(({ sequence }) => sequence === query.sequence);
    if (wanted === undefined) throw new Problem(platformProblems.notFound);
    const isLast = wanted === last;
    const step = (action: 'check' | 'approve', person: string | null, at: string | null) =>
      isLast && person !== null && at !== null ? [{ action, person, at }] : [];
    return {
      record: wanted.record,
      digest: wanted.digest,
      sequence: wanted.sequence,
      submissions: submissions.length,
      submittedAt: wanted.at,
      steps: [...step('check', row.checkerName, row.checkedAt), ...step('approve', row.approverName, row.approvedAt)],
    };
  },

  async readSigningRule(_call, ctx) {
    const rule = await gateStore.findRule(ctx.db, ctx.caller.organizationId);
    return rule ?? { approverMayCheck: false, documentNumber: null, at: null };
  },

  async setSigningRule({ body }, ctx) {
    const rule = { ...body, at: ctx.now };
    await gateStore.insertRule(ctx.db, {
      ...rule,
      id: ctx.newId(),
      instituteId: ctx.caller.organizationId,
      personId: ctx.caller.personId,
    });
    ctx.record({ kind: 'verification.ruled', subject: ctx.caller.organizationId, detail: body });
    return rule;
  },
};
