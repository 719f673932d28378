import { join } from 'node:path';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { printPdf, PrintFailure } from '../../../platform/press/press.ts';
import { wordType } from '../../../platform/word-document.ts';
import { documentProblems, type documentEndpoints, type Papers } from '../contract/document.ts';
import { paperNames, papers, reportSectionNames, reportSections, sectionsOf, type PaperContent } from '../rules/document.ts';
import { gapsOf, layOutPaper } from '../rules/document-layout.ts';
import * as store from '../store/document.ts';
import { toDocx } from './document-docx.ts';
import { readInput } from './document-input.ts';
import { getOwner, openOwner } from './performance-owner.ts';
import { maySettle } from './performance-view.ts';

const template = join(import.meta.dirname, 'document-paper.typ');
const seconds = 60;
async function toPdf(paper: PaperContent): Promise<Uint8Array> {
  try {
    return await printPdf({ template, sheet: paper, day: paper.day, standard: 'a-3a', tags: true }, seconds);
  } catch (error) {
    if (error instanceof PrintFailure) throw new Problem(documentProblems.notPrinted);
    throw error;
  }
}

async function readPapers(ctx: Context, id: string): Promise<Papers> {
  const owner = await getOwner(ctx, id);
  const input = await readInput(ctx, id);
  const say = (text: readonly [string, string]): string => inLanguage(text, ctx.language);
  const written = await store.listSections(ctx.db, id);
  return {
    papers: paperNames.map((name) => ({
      name,
      title: say(papers[name].title),
      source: say(papers[name].source),
      confidence: papers[name].confidence,
      gaps: gapsOf(name, input).map(say),
    })),
    sections: reportSectionNames.map((section) => {
      const found = written.find((one) => one.section === section);
      return {
        section,
        title: say(reportSections[section]),
        text: found?.text ?? null,
        person: found?.person ?? null,
        at: found?.recordedAt ?? null,
        papers: paperNames.filter((name) => sectionsOf[name].includes(section)),
      };
    }),
    evaluations: (await store.listEvaluations(ctx.db, id)).map((link) => ({
      id: link.id,
      evaluation: link.evaluationId as never,
      code: link.code,
      subject: link.subject,
      inForce: link.inForce,
      person: link.person,
      at: link.recordedAt,
    })),
    mayWrite: maySettle(owner, ctx) && owner.state !== 'withdrawn',
  };
}

export const documentService: Service<typeof documentEndpoints> = {
  readMeasurementStandardPapers: ({ params }, ctx) => readPapers(ctx, params.id),

  async printMeasurementStandardPaper({ params, query }, ctx) {
    const owner = await getOwner(ctx, params.id);
    const paper = layOutPaper(params.paper, await readInput(ctx, owner.id));
    const name = `${paper.title} ${owner.name} ${ctx.today}`;
    return query.format === 'docx'
      ? { name: `${name}.docx`, type: wordType, bytes: await toDocx(paper) }
      : { name: `${name}.pdf`, type: 'application/pdf', bytes: await toPdf(paper), inPlace: true };
  },

  async writeReportSection({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    await store.insertSection(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: owner.id,
      section: body.section,
      text: body.text,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'measurementStandard.sectionWritten', subject: owner.id, detail: { section: body.section } });
    return readPapers(ctx, owner.id);
  },

  async linkUncertaintyEvaluation({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const evaluation = await store.findEvaluation(ctx.db, body.evaluation);
    if (evaluation?.organizationId !== owner.instituteId) throw new Problem(documentProblems.evaluationForeign);
    const links = await store.listEvaluations(ctx.db, owner.id);
    if (links.some(({ evaluationId }) => evaluationId === body.evaluation)) throw new Problem(documentProblems.evaluationTaken);
    await store.insertEvaluation(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: owner.id,
      evaluationId: body.evaluation,
      subject: body.subject,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'measurementStandard.evaluationLinked', subject: owner.id, detail: { evaluation: body.evaluation } });
    return readPapers(ctx, owner.id);
  },

  async unlinkUncertaintyEvaluation({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const isEnded = await store.endEvaluation(ctx.db, owner.id, params.link, {
      endedBy: ctx.caller.personId,
      endedAt: ctx.now,
      reason: body.reason,
    });
    if (!isEnded) throw new Problem(platformProblems.notFound);
    ctx.record({ kind: 'measurementStandard.evaluationUnlinked', subject: owner.id, reason: body.reason, detail: { link: params.link } });
    return readPapers(ctx, owner.id);
  },
};
