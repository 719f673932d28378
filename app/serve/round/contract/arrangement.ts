import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { ResourceId } from '../../schedule/contract/shapes.ts';
import { roundProblems } from './problems.ts';
import { Proposal, ProposalId, Round, RoundId, SlotId, StopId } from './shapes.ts';

const round = z.object({ id: RoundId });
const target = {
  day: Day,
  team: z.number().int().min(1).max(20).nullable().default(null).meta({ description: 'of a visit' }),
  bench: ResourceId.nullable().default(null).meta({ description: 'at the institute' }),
  position: z.number().int().min(1).max(10_000).nullable().default(null).meta({ description: 'place in the order of the day; null: last' }),
};
const problems = [roundProblems.wrongState, roundProblems.dayOff, roundProblems.settingMissing];

/** How a round is arranged: proposed by a solver, applied by a person, and moved by hand. */
export const arrangementEndpoints = {
  proposeArrangement: endpoint({
    method: 'POST',
    path: '/rounds/:id/proposals',
    permit: 'round.manage',
    rows: 'own',
    summary: ['求解路线或台位负荷', 'Ask for a proposal of the route or the load'],
    params: round,
    reply: Proposal,
    problems: [roundProblems.wrongState, roundProblems.empty, roundProblems.settingMissing, roundProblems.solvingAlready],
  }),
  applyProposal: endpoint({
    method: 'POST',
    path: '/round-proposals/:id/application',
    permit: 'round.manage',
    rows: 'own',
    summary: ['采用建议', 'Apply a proposal'],
    params: z.object({ id: ProposalId }),
    reply: Round,
    problems: [roundProblems.wrongState, roundProblems.notSolved, roundProblems.outdated],
  }),
  arrangeStop: endpoint({
    method: 'POST',
    path: '/rounds/:id/arrangements',
    permit: 'round.manage',
    rows: 'own',
    summary: ['把一处未安排的器具安排到某日', 'Put what is not arranged of a place on a day'],
    params: round,
    body: z.object({ stop: StopId, ...target }),
    reply: Round,
    problems: [...problems, roundProblems.empty],
  }),
  moveSlot: endpoint({
    method: 'POST',
    path: '/round-slots/:id/move',
    permit: 'round.manage',
    rows: 'own',
    summary: ['改到另一日、另一组或另一顺序', 'Move to another day, team, bench or place in the order'],
    params: z.object({ id: SlotId }),
    body: z.object({
      ...target,
      count: z.number().int().min(1).max(20_000).nullable().default(null).meta({ description: 'only so many of it; null: all' }),
    }),
    reply: Round,
    problems: [...problems, roundProblems.bookedAlready],
  }),
  lockSlots: endpoint({
    method: 'POST',
    path: '/rounds/:id/locks',
    permit: 'round.manage',
    rows: 'own',
    summary: ['锁定或解锁安排', 'Lock or unlock what is arranged'],
    params: round,
    body: z.object({ slots: z.array(SlotId).min(1).max(1000), locked: z.boolean() }),
    reply: Round,
    problems: [roundProblems.wrongState],
  }),
};
