import type { Jobs } from '../../platform/context.ts';
import { resumeEvaluations, workEvaluation } from './service/impact-evaluation.ts';

/** The impact of a failed standard is evaluated in the background, in parts; what was left behind is taken up again. */
export const traceabilityJobs: Jobs = {
  workEvaluation: (payload, ctx) => workEvaluation(ctx, typeof payload['id'] === 'string' ? payload['id'] : ''),
  resumeEvaluations: (_payload, ctx) => resumeEvaluations(ctx),
};

export const traceabilityCrontab = '*/5 * * * * resumeEvaluations';
