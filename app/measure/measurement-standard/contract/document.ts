import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { problems } from '../../../kernel/problem.ts';
import { UncertaintyId } from '../../uncertainty/contract.ts';
import { paperNames, reportSectionNames } from '../rules/document.ts';
import { performanceProblems } from './performance.ts';
import { MeasurementStandardId } from './shapes.ts';

export const documentProblems = problems('measurementStandard', {
  evaluationTaken: {
    kind: 'conflict',
    text: ['该不确定度评定已经关联', 'This evaluation is linked already'],
    next: ['请查看已关联的评定', 'See the evaluations that are linked'],
  },
  evaluationForeign: {
    kind: 'invalid',
    text: ['只能关联本机构的不确定度评定', 'Only an evaluation of the institute itself can be linked'],
    next: ['请从本机构的评定中选择', 'Choose from the evaluations of the institute'],
  },
  notPrinted: {
    kind: 'unavailable',
    text: ['文件没有排印成功', 'The document could not be printed'],
    next: ['请稍后重试，或下载 Word 文件', 'Try again later, or take the Word file'],
  },
});

const params = z.object({ id: MeasurementStandardId });
const Confidence = z.enum(['H', 'M', 'L']);

const Papers = z.object({
  papers: z.array(
    z.object({
      name: z.enum(paperNames),
      title: z.string(),
      source: z.string(),
      confidence: Confidence,
      gaps: z.array(z.string()).meta({ description: 'what will be printed as a stroke though it could be recorded' }),
    }),
  ),
  sections: z.array(
    z.object({
      section: z.enum(reportSectionNames),
      title: z.string(),
      text: z.string().nullable(),
      person: z.string().nullable(),
      at: Instant.nullable(),
      papers: z.array(z.enum(paperNames)),
    }),
  ),
  evaluations: z.array(
    z.object({
      id: z.uuid(),
      evaluation: UncertaintyId,
      code: z.string(),
      subject: z.string(),
      inForce: z.number().int().nullable().meta({ description: 'the version that is printed; null: none is released' }),
      person: z.string(),
      at: Instant,
    }),
  ),
  mayWrite: z.boolean(),
});
export type Papers = z.infer<typeof Papers>;

export const documentEndpoints = {
  readMeasurementStandardPapers: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/papers',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['可由记录生成的文件、撰写部分与所缺', 'Documents that the records give, what a person writes, what is missing'],
    params,
    reply: Papers,
  }),
  printMeasurementStandardPaper: endpoint({
    method: 'GET',
    path: '/measurement-standards/:id/papers/:paper',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['由记录生成文件（Word 或 PDF）', 'A document from the records, as Word file or PDF'],
    params: params.extend({ paper: z.enum(paperNames) }),
    query: z.object({ format: z.enum(['docx', 'pdf']) }),
    reply: 'file',
    problems: [documentProblems.notPrinted],
  }),
  writeReportSection: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/report-sections',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['撰写文件的文字部分（保留各次文本）', 'Write a part of a document; earlier texts are kept'],
    params,
    body: z.object({ section: z.enum(reportSectionNames), text: z.string().trim().min(2).max(8000) }),
    reply: Papers,
    problems: [performanceProblems.testClosed],
  }),
  linkUncertaintyEvaluation: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/evaluations',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['关联不确定度评定', 'Link an evaluation of uncertainty'],
    params,
    body: z.object({ evaluation: UncertaintyId, subject: z.string().trim().min(2).max(120) }),
    reply: Papers,
    problems: [documentProblems.evaluationTaken, documentProblems.evaluationForeign, performanceProblems.testClosed],
  }),
  unlinkUncertaintyEvaluation: endpoint({
    method: 'POST',
    path: '/measurement-standards/:id/evaluations/:link/end',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['解除与不确定度评定的关联', 'End the link to an evaluation'],
    params: params.extend({ link: z.uuid() }),
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    reply: Papers,
    problems: [performanceProblems.testClosed],
  }),
};
