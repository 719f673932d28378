import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { placeDoneNames } from '../../request/rules.ts';
import { uncertaintyOriginNames } from '../rules/uncertainty.ts';
import { verificationProblems } from './problems.ts';
import { Digest, SessionId, Uncertainty, Verification, VerificationId } from './shapes.ts';

const decimal = z
  .string()
  .trim()
  .max(26)
  .regex(/^\d{1,12}(?:\.\d{1,12})?$/)
  .meta({ description: 'decimal text above zero' });
const params = z.object({ id: VerificationId });

/** One value that may be stated with its uncertainty. */
const Statable = z.object({
  check: z.string(),
  item: z.string(),
  /** The item in words. */
  title: z.tuple([z.string(), z.string()]).readonly(),
  symbol: z.string(),
  value: z.string(),
  unit: z.string(),
  limit: z.string().nullable(),
  /** What the budget of the edition gives; null: the edition has no budget for it. */
  budget: z.object({ U: z.string(), k: z.string(), probability: z.string() }).nullable(),
});

export const calibrationEndpoints = {
  beginCalibration: endpoint({
    method: 'POST',
    path: '/verifications/calibrations',
    permit: 'verification.enter',
    rows: 'own',
    summary: [
      '按客户委托开始校准一台不属强制检定的器具',
      'Begin the calibration that a client ordered, of an instrument that is not under compulsory verification',
    ],
    body: z.object({
      code: z.string().trim().min(4).max(60).meta({ description: 'code of the instrument, as on its plate' }),
      commission: z.string().trim().min(2).max(80).meta({ description: 'number of the client’s order' }),
      calibratedAt: z.enum(placeDoneNames),
      intervalMonths: z
        .number()
        .int()
        .min(1)
        .max(120)
        .nullable()
        .default(null)
        .meta({ description: 'only where the client asked for a recommended interval' }),
      session: SessionId.nullable().default(null),
    }),
    reply: Verification,
    problems: [
      verificationProblems.noInstrument,
      verificationProblems.compulsory,
      verificationProblems.noEdition,
      verificationProblems.noSuchKind,
      verificationProblems.notASession,
    ],
  }),
  readUncertainties: endpoint({
    method: 'GET',
    path: '/verifications/:id/uncertainties',
    permit: 'verification.read',
    rows: 'own',
    summary: ['各测得值可声明的测量不确定度', 'The uncertainty that may be stated for each value of a submitted record'],
    params,
    reply: z.object({
      digest: Digest.nullable().meta({ description: 'of the result they belong to; null: not submitted yet' }),
      items: z.array(Statable),
      stated: z.array(Uncertainty),
      basis: z.string().nullable(),
      person: z.string().nullable(),
      mayState: z.boolean(),
    }),
  }),
  stateUncertainties: endpoint({
    method: 'POST',
    path: '/verifications/:id/uncertainties',
    permit: 'verification.stateUncertainty',
    rows: 'own',
    summary: [
      '声明测得值的测量不确定度：取规程预算，或本机构评定并注明依据',
      'State the uncertainty of values: by the budget of the edition, or as the institute evaluated it, with its report',
    ],
    params,
    body: z.object({
      digest: Digest,
      /** The whole statement: it takes the place of the one before; empty: none is stated. */
      items: z
        .array(
          z.object({
            check: z.string().min(1).max(120),
            origin: z.enum(uncertaintyOriginNames),
            /** Of one that the institute evaluated; left out with the budget. */
            U: decimal.nullable().default(null),
            k: decimal.nullable().default(null),
            probability: z
              .string()
              .regex(/^\d{2}(?:\.\d{1,2})?%$/)
              .nullable()
              .default(null)
              .meta({ description: "coverage probability, such as '95%'" }),
          }),
        )
        .max(2000),
      basis: z.string().trim().min(2).max(200).nullable().default(null).meta({ description: 'report of the institute’s evaluation' }),
    }),
    reply: Verification,
    problems: [
      verificationProblems.notForUncertainty,
      verificationProblems.otherResult,
      verificationProblems.noBudget,
      verificationProblems.uncertaintyIncomplete,
    ],
  }),
};
