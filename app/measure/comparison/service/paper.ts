import { fileURLToPath } from 'node:url';
import type { Download } from '../../../kernel/endpoint.ts';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { printPdf } from '../../../platform/press/press.ts';
import { wordType } from '../../../platform/word-document.ts';
import { comparisonProblems } from '../contract.ts';
import { arrivals, isOpened, type Arrival } from '../rules.ts';
import { listOfRound } from '../store/handover.ts';
import { listMembers } from '../store/member.ts';
import { listComments } from '../store/report.ts';
import { evaluationFor } from './evaluation.ts';
import { toDocument } from './paper/document.ts';
import { sheetOf, type Sheet } from './paper/sheet.ts';
import { getProtocol, toComparison, type Round } from './round.ts';

const template = fileURLToPath(new URL('paper/report.typ', import.meta.url));
/** A report of some hundred pages takes a few seconds. */
const patienceSeconds = 30;

async function sheetFor(ctx: Context, round: Round): Promise<Sheet> {
  const { row, state, parts } = round;
  if (!isOpened(state)) throw new Problem(comparisonProblems.wrongState);
  const evaluation = await evaluationFor(ctx, round);
  if (evaluation === undefined) throw new Problem(comparisonProblems.notEvaluated);
  const members = await listMembers(ctx.db, row.id);
  const isMaker = parts.includes('organizer') || parts.includes('pilot');
  const comments = (await listComments(ctx.db, row.id)).filter(
    ({ kind, organizationId }) =>
      kind === 'objection' && (isMaker || state === 'final' || state === 'closed' || organizationId === ctx.caller.organizationId),
  );
  // The report goes around: it names nobody before the organiser has published the names.
  const nameOf = (code: number): string | null =>
    row.namesPublishedAt === null ? null : (members.find((member) => member.code === code)?.organizationName ?? null);
  return sheetOf({
    comparison: toComparison(round),
    aim: row.aim,
    protocol: await getProtocol(ctx, row.id),
    evaluation,
    nameOf,
    handovers: (await listOfRound(ctx.db, { kind: 'city' }, row.id)).map(({ artefact, plannedOn, arrival }) => ({
      artefact,
      plannedOn,
      arrival: arrival === null ? null : inLanguage(arrivals[arrival as Arrival], ctx.language),
    })),
    comments,
    commitmentsDigest: row.commitmentsDigest,
    language: ctx.language,
  });
}

/** The report of a round as a text document or as a paper. */
export async function printReport(ctx: Context, round: Round, format: 'docx' | 'pdf'): Promise<Download> {
  const sheet = await sheetFor(ctx, round);
  const name = `${sheet.title} ${round.row.title}`.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
  if (format === 'pdf') {
    const bytes = await printPdf({ template, sheet, day: ctx.today, standard: 'a-3u', tags: true }, patienceSeconds);
    return { name: `${name}.pdf`, type: 'application/pdf', bytes, inPlace: true };
  }
  return {
    name: `${name}.docx`,
    type: wordType,
    bytes: await toDocument(sheet),
  };
}
