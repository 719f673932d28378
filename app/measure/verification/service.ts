import { printCursor } from '../../kernel/page.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { verificationProblems, type verificationEndpoints } from './contract.ts';
import type { GateName } from './rules/gates.ts';
import { gatesOf } from './service/approval.ts';
import { entryService } from './service/entry.ts';
import { getVerification, openFor, toCard, toVerification } from './service/record.ts';
import * as gateStore from './store/gate.ts';
import * as store from './store/verification.ts';

export const verificationService: Service<typeof verificationEndpoints> = {
  ...entryService,

  async listVerifications({ query }, ctx) {
    const { mine, ...filter } = query;
    const { rows, total } = await store.listVerifications(ctx.db, ctx.caller.scope, {
      ...filter,
      technicianId: mine === 'true' ? ctx.caller.personId : undefined,
    });
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
    return {
      ...(await toVerification(ctx, row)),
      gates: gates.map(({ gate, found, at }) => ({ gate: gate as GateName, found: found as Record<string, unknown>, at })),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async checkVerification({ params }, ctx) {
    const row = await openFor(ctx, params.id, 'check');
    await store.saveStep(ctx.db, row.id, { status: 'checked', checkerId: ctx.caller.personId, checkedAt: ctx.now });
    ctx.record({ kind: 'verification.checked', subject: row.id, detail: { digest: row.resultDigest } });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },

  async returnVerification({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'return');
    await store.saveStep(ctx.db, row.id, { status: 'returned', returnReason: body.reason });
    ctx.record({ kind: 'verification.returned', subject: row.id, reason: body.reason });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },

  async disapproveVerification({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'disapprove');
    await store.saveStep(ctx.db, row.id, { status: 'returned', returnReason: body.reason });
    ctx.record({ kind: 'verification.disapproved', subject: row.id, reason: body.reason });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },

  async readGates({ params }, ctx) {
    const row = await getVerification(ctx, params.id);
    if (row.status === 'drafted' || row.status === 'returned') throw new Problem(verificationProblems.wrongState);
    return { gates: (await gatesOf(ctx, row)).map((gate) => ({ ...gate, found: { ...gate.found } })) };
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
