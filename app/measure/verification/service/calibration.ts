import { propagate } from '@tongheng/uncertainty/gum/propagate';
import { readModel } from '@tongheng/uncertainty/model/model';
import type { Calculation, Check } from '@tongheng/procedures/calculation';
import { findProcedure } from '@tongheng/procedures/registry';
import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { AnswerOf, CallOf } from '../../../kernel/endpoint.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { plainCode } from '../../../register/instrument/rules/code.ts';
import type { InstrumentUse } from '../../../register/instrument/rules/use.ts';
import { openInstruments } from '../../../register/instrument/service.ts';
import type { calibrationEndpoints } from '../contract/calibration.ts';
import { verificationProblems } from '../contract/problems.ts';
import { calculationInput } from '../rules/conditions.ts';
import { mayBeCalibrated } from '../rules/purpose.ts';
import { isPositive, mayStateUncertainty, printUncertainty, type StatedUncertainty } from '../rules/uncertainty.ts';
import { findByCode, insertStatement } from '../store/uncertainty.ts';
import { lockVerification, type VerificationRow } from '../store/verification.ts';
import { begin } from './entry.ts';
import { getVerification, sheetOf } from './record.ts';
import { toVerification } from './reply.ts';
import { statedFor } from './stated.ts';

type FromBudget = { readonly U: string; readonly k: string; readonly probability: string };

/** The expanded uncertainty of each check for which the edition has a budget, with k for 95 %. */
async function budgetsOf(ctx: Context, row: VerificationRow): Promise<ReadonlyMap<string, FromBudget>> {
  const budgets = findProcedure(row.edition)?.budgets(calculationInput(await sheetOf(ctx, row))) ?? [];
  return new Map(
    budgets.flatMap(({ check, model }) => {
      const [output] = Object.values(propagate(readModel(model)).outputs);
      const U = output === undefined ? undefined : printUncertainty(output.U);
      return output === undefined || U === undefined ? [] : [[check, { U, k: output.k.toFixed(2), probability: '95%' }] as const];
    }),
  );
}

/** Values that were measured; what a person looked at has no uncertainty. */
const measured = (row: VerificationRow): readonly Check[] =>
  ((row.result as unknown as Calculation | null)?.checks ?? []).filter(({ comparison }) => comparison !== 'stated');

async function beginCalibration(
  ctx: Context,
  body: CallOf<typeof calibrationEndpoints.beginCalibration>['body'],
): Promise<VerificationRow> {
  const instrument = await findByCode(ctx.db, plainCode(body.code));
  if (instrument === undefined || instrument.status !== 'in-use') throw new Problem(verificationProblems.noInstrument);
  if (!mayBeCalibrated(instrument.use as InstrumentUse)) throw new Problem(verificationProblems.compulsory);
  const instituteId = ctx.caller.organizationId;
  await openInstruments(ctx, [instrument.id], instituteId);
  const { commission, calibratedAt, intervalMonths } = body;
  return begin(
    ctx,
    { itemId: null, instrumentId: instrument.id, instituteId, region: instrument.region, kind: 'subsequent' },
    ctx.caller.personId,
    { session: body.session, calibration: { commission, calibratedAt, intervalMonths } },
  );
}

type Stating = CallOf<typeof calibrationEndpoints.stateUncertainties>;

function statementOf(
  ctx: Context,
  { items, basis }: Stating['body'],
  checks: readonly Check[],
  budgets: ReadonlyMap<string, FromBudget>,
): StatedUncertainty[] {
  const issues: Issue[] = [];
  const wrong = (index: number, field: string, text: Text): void =>
    void issues.push({ path: ['items', index, field], message: inLanguage(text, ctx.language) });
  const seen = new Set<string>();
  const stated = items.flatMap(({ check: id, origin, U, k, probability }, index): StatedUncertainty[] => {
    const check = checks.find((one) => one.id === id);
    if (check === undefined) wrong(index, 'check', [`记录中没有测得值 ${id}`, `the record has no measured value ${id}`]);
    if (seen.has(id)) wrong(index, 'check', [`${id} 声明了两次`, `${id} is stated twice`]);
    seen.add(id);
    if (check === undefined) return [];
    if (origin === 'budget') {
      const budget = budgets.get(id);
      if (budget === undefined)
        throw new Problem(verificationProblems.noBudget, { issues: [{ path: ['items', index, 'check'], message: id }] });
      return [{ check: id, ...budget, unit: check.unit, origin }];
    }
    if (U === null || !isPositive(U)) wrong(index, 'U', [`${id} 未填写大于零的 U`, `${id}: U above zero is missing`]);
    if (k === null || !isPositive(k)) wrong(index, 'k', [`${id} 未填写包含因子 k`, `${id}: the coverage factor k is missing`]);
    return U === null || k === null ? [] : [{ check: id, U, k, unit: check.unit, probability, origin }];
  });
  if (items.some(({ origin }) => origin === 'institute') && basis === null)
    issues.push({
      path: ['basis'],
      message: inLanguage(['未注明不确定度评定报告', 'the report of the evaluation is not named'], ctx.language),
    });
  if (issues.length > 0) throw new Problem(verificationProblems.uncertaintyIncomplete, { issues });
  return stated;
}

async function stateUncertainties(ctx: Context, { params, body }: Stating): Promise<VerificationRow> {
  await lockVerification(ctx.db, params.id);
  const row = await getVerification(ctx, params.id);
  if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
  if (!mayStateUncertainty(row, ctx.caller)) throw new Problem(verificationProblems.notForUncertainty);
  if (row.resultDigest !== body.digest) throw new Problem(verificationProblems.otherResult);
  const stated = statementOf(ctx, body, measured(row), await budgetsOf(ctx, row));
  await insertStatement(ctx.db, {
    verificationId: row.id,
    resultDigest: row.resultDigest,
    items: JSON.stringify(stated),
    basis: body.basis,
    personId: ctx.caller.personId,
    at: ctx.now,
  });
  ctx.record({
    kind: 'verification.uncertaintiesStated',
    subject: row.id,
    detail: { digest: body.digest, values: stated.length, basis: body.basis },
  });
  return getVerification(ctx, row.id);
}

async function readUncertainties(ctx: Context, id: string): Promise<AnswerOf<typeof calibrationEndpoints.readUncertainties>> {
  const row = await getVerification(ctx, id);
  const isSubmitted = row.status !== 'drafted' && row.status !== 'returned';
  const { items: stated, basis, person } = await statedFor(ctx, row);
  const budgets = isSubmitted ? await budgetsOf(ctx, row) : new Map<string, FromBudget>();
  const edition = findProcedure(row.edition)?.edition;
  return {
    digest: isSubmitted ? row.resultDigest : null,
    items: (isSubmitted ? measured(row) : []).map(({ id: check, item, symbol, value, unit, limit }) => ({
      check,
      item,
      title: edition?.items.find((one) => one.id === item)?.title ?? ([item, item] as const),
      symbol,
      value,
      unit,
      limit,
      budget: budgets.get(check) ?? null,
    })),
    stated: [...stated],
    basis,
    person,
    mayState: mayStateUncertainty(row, ctx.caller),
  };
}

export const calibrationService: Service<typeof calibrationEndpoints> = {
  beginCalibration: async ({ body }, ctx) => toVerification(ctx, await beginCalibration(ctx, body)),
  readUncertainties: ({ params }, ctx) => readUncertainties(ctx, params.id),
  stateUncertainties: async (call, ctx) => toVerification(ctx, await stateUncertainties(ctx, call)),
};
