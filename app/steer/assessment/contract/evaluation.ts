import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../../register/event/contract.ts';
import { SnapshotId } from '../../indicator/contract/shapes.ts';
import { evaluationStateNames, taskResultNames } from '../rules/states.ts';
import { assessmentProblems, DocumentNumber, EvaluationId, Figure, Reason, Recorded, Words } from './shapes.ts';

const Evaluation = z.object({
  id: EvaluationId,
  plan: z.string(),
  title: z.string(),
  asOf: Day,
  state: z.enum(evaluationStateNames),
  version: z.number().int(),
  documentNumber: z.string().nullable(),
  adoptedOn: Day.nullable(),
  demonstration: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

export const Finding = z.object({
  subject: z.string().regex(/^([A-Z]\d+-\d+|[TS]\d{1,2})$/),
  result: z.enum(taskResultNames).nullable().default(null),
  text: z.string().trim().max(2000),
});
const Content = z.object({
  summary: z.string().trim().max(5000),
  lessons: z.string().trim().max(5000),
  findings: z.array(Finding).max(200),
});
const Subject = z.object({ subject: z.string(), kind: z.enum(['indicator', 'task']), clause: z.string(), title: Words });
const Version = Content.extend({ version: z.number().int(), ...Recorded });

const EvaluationPage = Evaluation.extend({
  subjects: z.array(Subject).meta({ description: 'the indicators, tasks and safeguards of the plan in its order' }),
  versions: z.array(Version).meta({ description: 'newest first' }),
  figures: z.array(Figure).meta({ description: 'frozen at the last submission; before one, the live figures as of the day' }),
  frozenAt: Instant.nullable().meta({ description: 'null: the figures are live' }),
  timeline: z.array(TimelineEvent),
  actions: z.array(z.enum(['revise', 'submit', 'return', 'review', 'adopt'])),
});
export type EvaluationPage = z.infer<typeof EvaluationPage>;

const params = z.object({ id: EvaluationId });

export const evaluationEndpoints = {
  listEvaluations: endpoint({
    method: 'GET',
    path: '/evaluations',
    permit: 'assessment.read',
    rows: 'shared',
    summary: ['终期评估（通过前只有市级可见）', 'Closing evaluations; before adoption only the city sees them'],
    query: z.object({ ...listQuery, state: z.enum(evaluationStateNames).optional() }),
    reply: pageOf(Evaluation),
  }),
  readEvaluation: endpoint({
    method: 'GET',
    path: '/evaluations/:id',
    permit: 'assessment.read',
    rows: 'shared',
    summary: ['一份终期评估及其各版本', 'A closing evaluation and its versions'],
    params,
    reply: EvaluationPage,
  }),
  beginEvaluation: endpoint({
    method: 'POST',
    path: '/evaluations',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['起草终期评估', 'Begin a closing evaluation'],
    body: z.object({ title: z.string().trim().min(2).max(120), asOf: Day }),
    reply: Evaluation,
    problems: [assessmentProblems.notYours, assessmentProblems.asOfAhead],
  }),
  reviseEvaluation: endpoint({
    method: 'POST',
    path: '/evaluations/:id/versions',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['保存新的一版', 'Save a new version'],
    params,
    body: Content.extend({
      after: z.number().int().meta({ description: 'the version that was edited; another one meanwhile is refused' }),
    }),
    reply: Evaluation,
    problems: [assessmentProblems.state, assessmentProblems.notYours],
  }),
  submitEvaluation: endpoint({
    method: 'POST',
    path: '/evaluations/:id/submission',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['提交评估并固定指标数值', 'Submit, and freeze the figures'],
    params,
    body: z.object({
      snapshotId: SnapshotId.nullable().default(null).meta({ description: "null: compute the figures as of the evaluation's day" }),
    }),
    reply: Evaluation,
    problems: [assessmentProblems.state, assessmentProblems.notYours, assessmentProblems.incomplete],
  }),
  reviewEvaluation: endpoint({
    method: 'POST',
    path: '/evaluations/:id/review',
    permit: 'assessment.record',
    rows: 'own',
    summary: ['审核通过或退回修改', 'Review: pass, or return for revision'],
    params,
    body: z.object({ verdict: z.enum(['passed', 'returned']), opinion: Reason }),
    reply: Evaluation,
    problems: [assessmentProblems.state, assessmentProblems.notYours],
  }),
  adoptEvaluation: endpoint({
    method: 'POST',
    path: '/evaluations/:id/adoption',
    permit: 'assessment.decide',
    rows: 'own',
    summary: ['登记评估通过（文号）', 'Record its adoption by document'],
    params,
    body: z.object({ documentNumber: DocumentNumber, adoptedOn: Day }),
    reply: Evaluation,
    problems: [assessmentProblems.state, assessmentProblems.notYours, assessmentProblems.numberTaken],
  }),
};
