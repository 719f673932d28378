import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../file/service.ts';
import { entryProblems, type entryEndpoints } from '../contract.ts';
import { countingAfterWithdrawal, countingOf } from '../rules/counting.ts';
import type { Content } from '../rules/kind.ts';
import { kindOf } from '../rules/kinds.ts';
import { decideProposal, findOpenProposal, insertProposal } from '../store/proposal.ts';
import { takeContent } from './content.ts';
import { refuseDuplicate } from './decide.ts';
import { detailsOf, getEntryFor, saveNext, type Entry } from './entry.ts';

type Names = 'withdrawEntry' | 'recordPhase' | 'proposeCorrection' | 'decideCorrection';

const invalid = (ctx: Context, path: string, text: Text): Problem =>
  new Problem(platformProblems.invalid, { issues: [{ path: [path], message: inLanguage(text, ctx.language) }] });

const priorOf = (entry: Entry) => ({ content: entry.content, subjectKey: entry.row.subjectKey });

const canonical = (content: Content): string =>
  JSON.stringify([{ ...content, payload: Object.entries(content.payload).sort(([one], [other]) => (one < other ? -1 : 1)) }]);

async function propose(
  ctx: Context,
  entry: Entry,
  type: 'correction' | 'phase',
  said: Content,
  body: { reason: string; documentNumber: string; files: readonly string[] },
): Promise<void> {
  const { content, subjectKey } = await takeContent(ctx, kindOf(entry.kind), said, priorOf(entry));
  if (canonical(content) === canonical(entry.content)) throw new Problem(entryProblems.unchanged);
  await getFiles(ctx, body.files);
  await insertProposal(ctx.db, {
    id: ctx.newId(),
    entryId: entry.row.id,
    type,
    onVersion: entry.row.version,
    content,
    subjectKey,
    reason: body.reason,
    documentNumber: body.documentNumber,
    files: body.files,
    proposedBy: ctx.caller.personId,
    proposedAt: ctx.now,
  });
  ctx.record({
    kind: type === 'phase' ? 'entry.phaseRecorded' : 'entry.correctionProposed',
    subject: entry.row.id,
    reason: body.reason,
    detail: { documentNumber: body.documentNumber },
  });
}

export const changeService: Pick<Service<typeof entryEndpoints>, Names> = {
  async withdrawEntry({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'withdraw');
    if (body.day > ctx.today) throw invalid(ctx, 'day', ['不能晚于今天', 'It cannot be later than today']);
    const { countsFrom, countsTo } = entry.row;
    await saveNext(ctx, entry, 'withdraw', {
      status: 'withdrawn',
      reason: body.reason,
      ...countingAfterWithdrawal({ countsFrom, countsTo }, body.day),
    });
    ctx.record({ kind: 'entry.withdrawn', subject: params.id, reason: body.reason, detail: { day: body.day } });
    return detailsOf(ctx, params.id);
  },

  async recordPhase({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'recordPhase');
    const { phase, day, documentNumber } = body;
    const phases = [...entry.content.phases, { phase, day, documentNumber }];
    await propose(ctx, entry, 'phase', { ...entry.content, phases }, body);
    return detailsOf(ctx, params.id);
  },

  async proposeCorrection({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'proposeCorrection');
    await propose(ctx, entry, 'correction', body.content, body);
    return detailsOf(ctx, params.id);
  },

  async decideCorrection({ params, body }, ctx) {
    const entry = await getEntryFor(ctx, params.id, 'decideCorrection');
    const proposal = await findOpenProposal(ctx.db, params.id);
    if (proposal === undefined || proposal.id !== body.proposalId) throw new Problem(entryProblems.notNow);
    await decideProposal(ctx.db, proposal.id, {
      status: body.approve ? 'approved' : 'refused',
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      decisionReason: body.reason,
    });
    const what = proposal.type === 'phase' ? 'phase' : 'correction';
    if (body.approve) {
      const content = proposal.content as unknown as Content;
      await refuseDuplicate(ctx, entry, content, proposal.subjectKey);
      await saveNext(ctx, entry, proposal.type === 'phase' ? 'recordPhase' : 'decideCorrection', {
        content,
        subjectKey: proposal.subjectKey,
        files: [...new Set([...entry.row.files, ...proposal.files])],
        reason: proposal.reason,
        ...countingOf(kindOf(entry.kind), content),
      });
    }
    ctx.record({
      kind: `entry.${what}${body.approve ? 'Approved' : 'Refused'}`,
      subject: params.id,
      reason: body.reason,
      detail: { documentNumber: proposal.documentNumber },
    });
    return detailsOf(ctx, params.id);
  },
};
