import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { ForeignCertificateId, foreignProblems } from '../../standard/contract/foreign.ts';
import { StandardId } from '../../standard/contract.ts';
import { signatureStateNames } from '../../standard/rules/foreign.ts';
import { formulaNames, refusalNames, stageNames } from '../rules/found-points.ts';
import { FoundPoint } from './impact-shapes.ts';

export const FoundPoints = z.object({
  certificate: z.object({
    id: ForeignCertificateId,
    identifier: z.string(),
    laboratory: z.string(),
    calibratedOn: Day.nullable(),
    signature: z.enum(signatureStateNames),
  }),
  /** What a person has to look at before taking anything. */
  findings: z.array(z.string()),
  readings: z.array(
    z.object({
      key: z.string(),
      table: z.string(),
      stage: z.enum(stageNames).exclude(['as-left']),
      formula: z.enum(formulaNames),
      unit: z.string(),
      errorUnit: z.string(),
      points: z.array(FoundPoint),
      notes: z.array(z.string()),
    }),
  ),
  unusable: z.array(z.object({ table: z.string(), reason: z.enum(refusalNames), text: z.string() })),
});
export type FoundPoints = z.infer<typeof FoundPoints>;

export const foundPointEndpoints = {
  previewFoundPoints: endpoint({
    method: 'GET',
    path: '/standards/:id/foreign-certificates/:foreign/found-points',
    permit: 'traceability.record',
    rows: 'own',
    summary: [
      '数字校准证书中可作为超差发现的调整前误差，及不能取用的原因',
      'Errors as found that a digital calibration certificate gives for a finding, and why the rest cannot be taken',
    ],
    params: z.object({ id: StandardId, foreign: ForeignCertificateId }),
    reply: FoundPoints,
    problems: [foreignProblems.foreignBroken, foreignProblems.foreignDemonstration],
  }),
};
