import type { Context } from '../../../platform/context.ts';
import { accuracyLine, type Quality } from '../../standard/rules.ts';
import { readRecord } from '../../uncertainty/rules/record.ts';
import { uncertaintyService } from '../../uncertainty/service.ts';
import { budgetColumns, budgetRows, layOutModel, layOutOutputs } from '../../uncertainty/service/layout.ts';
import { withoutRaised } from '../../uncertainty/service/writer.ts';
import type { PaperEvaluation, PaperInput, PaperRecord } from '../rules/document-input.ts';
import { findingOutcomes, type FindingOutcome, type PerformanceKind, type PerformanceVerdict } from '../rules/performance.ts';
import * as store from '../store/document.ts';
import { listLive, type RecordRow } from '../store/performance.ts';
import { listCertificatesOf } from '../store/performance-history.ts';
import { readDetails } from './details.ts';
import { answerOf, conditionsOf, isDone, testOf } from './performance-view.ts';

const toRecord = (row: RecordRow): PaperRecord => ({
  id: row.id,
  kind: row.kind as PerformanceKind,
  testedOn: row.testedOn,
  quantity: row.quantity,
  point: row.point,
  unit: row.unit,
  object: [row.objectName, row.objectModel, row.objectNumber],
  conditions: conditionsOf(row),
  series: row.series,
  test: testOf(row),
  answer: answerOf(row),
  verdict: row.verdict as PerformanceVerdict,
  person: row.tester ?? row.recordedBy,
  confirmedBy: row.confirmedBy,
  settlement:
    row.outcome === null
      ? row.verdict === 'fail'
        ? '待处置'
        : null
      : `${findingOutcomes[row.outcome as FindingOutcome][0]}；${[row.citation, row.settlementReason].filter((one) => one !== null).join('；')}`,
  remark: row.remark,
});

/** What a released evaluation says, in the words and digits of its own report; undefined: no version of it is in force. */
async function evaluationOf(
  ctx: Context,
  link: Awaited<ReturnType<typeof store.listEvaluations>>[number],
): Promise<PaperEvaluation | undefined> {
  if (link.inForce === null) return undefined;
  const version = await uncertaintyService.readUncertaintyVersion(
    { params: { id: link.evaluationId, number: link.inForce } as never },
    ctx,
  );
  const record = readRecord(version.record);
  return {
    subject: link.subject,
    citation: record.citation,
    formulas: layOutModel(record.model, 'zh').formulas,
    outputs: layOutOutputs(record, 'zh').map(({ statement, answer }) => ({
      statement: withoutRaised(statement),
      budget: { columns: budgetColumns.map(({ title }) => title[0]), rows: budgetRows(answer).map((row) => row.map(withoutRaised)) },
    })),
  };
}

/** Everything that the documents print, as it is known today. */
export async function readInput(ctx: Context, id: string): Promise<PaperInput> {
  const dossier = await readDetails(ctx, id);
  const rows = (await listLive(ctx.db, id)).filter(isDone);
  const ids = [...new Set(dossier.equipment.map(({ standardId }) => standardId))];
  const certificates = ids.length === 0 ? [] : await listCertificatesOf(ctx.db, ids);
  const sections = await store.listSections(ctx.db, id);
  const links = await store.listEvaluations(ctx.db, id);
  const evaluations: PaperEvaluation[] = [];
  const unreleased: string[] = [];
  for (const link of links) {
    const found = await evaluationOf(ctx, link);
    if (found === undefined) unreleased.push(link.subject);
    else evaluations.push(found);
  }
  const organization = await store.findCreditCode(ctx.db, dossier.institute.id);
  return {
    dossier,
    creditCode: organization?.creditCode ?? null,
    certificates: certificates.map((one) => ({ ...one, accuracy: accuracyLine({ ...one, quality: one.quality as Quality }) })),
    records: rows.map(toRecord),
    sections: Object.fromEntries(sections.map(({ section, text }) => [section, text])),
    evaluations,
    unreleased,
    day: ctx.today,
  };
}
