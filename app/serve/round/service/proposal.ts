import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { arrangementEndpoints } from '../contract/arrangement.ts';
import { roundProblems } from '../contract/problems.ts';
import type { Proposal } from '../contract/shapes.ts';
import type { LoadAnswer } from '../rules/load.ts';
import type { RouteAnswer } from '../rules/route.ts';
import { summaryOf } from '../rules/summary.ts';
import { proposalKindOf, proposalLifeCycle, type ProposalKind, type ProposalState, type RoundWay } from '../rules.ts';
import * as store from '../store/proposal.ts';
import { endEmptySlots, endSlots, insertSlots, listArranged, listSlots, setPositions, setSlots, type SlotToInsert } from '../store/slot.ts';
import { loadQuestion, routeQuestion, type Asked } from './question.ts';
import { openFor, replyRound } from './round.ts';
import { lackingOf, workingDaysOf } from './setting.ts';
import { solveApart, type Question } from './solve.ts';

export const toProposal = (row: store.ProposalRow): Proposal =>
  ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    askedBy: row.askerName,
    askedAt: row.askedAt,
    seconds: row.seconds,
    solver: row.solver,
    gap: row.gap,
    summary: summaryOf(row.state as ProposalState, row.kind as ProposalKind, row.result as unknown as RouteAnswer | LoadAnswer | null),
    appliedBy: row.applierName,
    appliedAt: row.appliedAt,
  }) as unknown as Proposal;

async function replyProposal(ctx: Context, roundId: string, id: string): Promise<Proposal> {
  const row = (await store.listProposals(ctx.db, roundId, 1000)).find((one) => one.id === id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toProposal(row);
}

/** Solves a proposal that waits, in the background; what it finds is kept and applied by nobody but a person. */
export async function solveProposal(ctx: Context, id: string): Promise<void> {
  // Whoever looks meanwhile sees that it is being solved: said outside of the transaction that ends with the answer.
  if (!(await store.beginSolving(ctx.apart, id))) return;
  const row = await store.findProposal(ctx.apart, id);
  if (row === undefined) return;
  const asked = row.input as unknown as Asked;
  const begun = performance.now();
  try {
    const { kind, seconds, input } = asked;
    const { answer, solver, seconds: spent } = await solveApart({ kind, seconds, input } as Question);
    await store.endSolving(ctx.db, id, {
      state: answer.outcome === 'planned' ? 'solved' : 'infeasible',
      result: answer,
      solver,
      seconds: spent,
      gap: answer.outcome === 'planned' ? answer.gap : null,
      endedAt: ctx.now,
    });
    ctx.record({ kind: 'round.solved', subject: row.roundId, detail: { proposal: id, kind, outcome: answer.outcome, solver } });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const end = { state: 'failed', result: { failure }, solver: null, gap: null, endedAt: ctx.now };
    await store.endSolving(ctx.db, id, { ...end, seconds: (performance.now() - begun) / 1000 });
    ctx.record({ kind: 'round.solved', subject: row.roundId, detail: { proposal: id, outcome: 'failed' } });
  }
}

/** The slots that an answer makes, and which items go into them; fixed slots only take their place in the order. */
function slotsIn(ctx: Context, roundId: string, asked: Asked, answer: RouteAnswer | LoadAnswer) {
  const parts = new Map(asked.parts.map((part) => [part.id, part]));
  const made: { slot: SlotToInsert; items: readonly string[] }[] = [];
  const positions: { id: string; position: number }[] = [];
  const common = { roundId, locked: false, personId: ctx.caller.personId, recordedAt: ctx.now };
  if ('visits' in answer)
    for (const visit of answer.visits) {
      const part = parts.get(visit.stop);
      if (part === undefined) continue;
      if (part.slot !== null) positions.push({ id: part.slot, position: visit.position });
      else
        made.push({
          slot: {
            ...common,
            id: ctx.newId(),
            stopId: part.stop,
            day: visit.day,
            team: visit.team,
            benchId: null,
            position: visit.position,
          },
          items: part.items,
        });
    }
  if ('loads' in answer) {
    const dealt = new Map<string, number>();
    // The slot of a place on a bench and day holds all its groups.
    const bySlot = new Map<string, { slot: SlotToInsert; items: string[] }>();
    for (const load of answer.loads) {
      const part = parts.get(load.group);
      if (part === undefined) continue;
      const from = dealt.get(part.id) ?? 0;
      dealt.set(part.id, from + load.count);
      const name = `${load.day} ${load.bench} ${part.stop}`;
      const entry = bySlot.get(name) ?? {
        slot: { ...common, id: ctx.newId(), stopId: part.stop, day: load.day, team: null, benchId: load.bench, position: bySlot.size + 1 },
        items: [],
      };
      entry.items.push(...part.items.slice(from, from + load.count));
      bySlot.set(name, entry);
    }
    made.push(...bySlot.values());
  }
  return { made, positions };
}

export const proposalService: Pick<Service<typeof arrangementEndpoints>, 'proposeArrangement' | 'applyProposal'> = {
  async proposeArrangement({ params }, ctx) {
    const row = await openFor(ctx, params.id, 'plan');
    const days = await workingDaysOf(ctx, row.setting);
    const lacking = lackingOf(row, days);
    if (lacking.length > 0)
      throw new Problem(roundProblems.settingMissing, {
        issues: lacking.map((text) => ({ path: ['setting'], message: inLanguage(text, ctx.language) })),
      });
    const open = (await store.listProposals(ctx.db, row.id)).some(({ state }) => state === 'waiting' || state === 'solving');
    if (open) throw new Problem(roundProblems.solvingAlready);
    const kind = proposalKindOf(row.way as RoundWay);
    const input = kind === 'route' ? await routeQuestion(ctx, row, days) : await loadQuestion(ctx, row, days);
    if (input.parts.length === 0) throw new Problem(roundProblems.empty);
    const id = ctx.newId();
    await store.insertProposal(ctx.db, { id, roundId: row.id, kind, input, askedBy: ctx.caller.personId, askedAt: ctx.now });
    await ctx.later('solveRound', { proposal: id });
    ctx.record({ kind: 'round.proposalAsked', subject: row.id, detail: { proposal: id, kind, parts: input.parts.length } });
    return replyProposal(ctx, row.id, id);
  },

  async applyProposal({ params }, ctx) {
    const proposal = await store.findProposal(ctx.db, params.id);
    if (proposal === undefined) throw new Problem(platformProblems.notFound);
    const row = await openFor(ctx, proposal.roundId, 'plan');
    const locked = await store.lockProposal(ctx.db, proposal.id);
    if (locked === undefined || !('apply' in proposalLifeCycle[locked.state as ProposalState])) throw new Problem(roundProblems.notSolved);
    const asked = proposal.input as unknown as Asked;
    const { made, positions } = slotsIn(ctx, row.id, asked, proposal.result as unknown as RouteAnswer | LoadAnswer);
    const slots = await listSlots(ctx.db, { kind: 'city' }, row.id);
    const kept = new Set(slots.filter((slot) => slot.locked || slot.bookingId !== null).map(({ id }) => id));
    const now = new Map((await listArranged(ctx.db, row.id)).map((item) => [item.id, item]));
    // What was left out, booked or fixed since then is not put back over the head of whoever did it.
    const stands = made.every(({ items }) =>
      items.every((id) => {
        const item = now.get(id);
        return item !== undefined && (item.slotId === null || !kept.has(item.slotId));
      }),
    );
    if (!stands || positions.some(({ id }) => !kept.has(id))) throw new Problem(roundProblems.outdated);
    await setSlots(
      ctx.db,
      slots
        .filter(({ id }) => !kept.has(id))
        .flatMap(({ id }) => [...now.values()].filter((item) => item.slotId === id).map((item) => ({ item: item.id, slot: null }))),
    );
    await endSlots(
      ctx.db,
      slots.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
      ctx.now,
    );
    await insertSlots(
      ctx.db,
      made.map(({ slot }) => slot),
    );
    await setSlots(
      ctx.db,
      made.flatMap(({ slot, items }) => items.map((item) => ({ item, slot: slot.id }))),
    );
    await setPositions(ctx.db, positions);
    await endEmptySlots(ctx.db, row.id, ctx.now);
    await store.setApplied(ctx.db, proposal.id, ctx.caller.personId, ctx.now);
    ctx.record({ kind: 'round.arranged', subject: row.id, detail: { proposal: proposal.id, slots: made.length } });
    return replyRound(ctx, row.id);
  },
};
