import type { Answer } from '@tongheng/procedures/command';
import { procedureRun } from '@tongheng/procedures/command';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { findProcedure } from '@tongheng/procedures/registry';
import { textTable } from '@tongheng/procedures/text-table';
import { propagate } from '@tongheng/uncertainty/gum/propagate';
import { readModel } from '@tongheng/uncertainty/model/model';

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/**
 * The uncertainty of the main results of a record, by JCGM 100, with the standard at what the regulation allows it: U beside the limit of
 * each result. JJF 1094 asks for U ≤ ⅓ MPE of the method; it never fails an instrument. An incomplete record answers what `procedure run`
 * answers.
 */
export function procedureBudget(id: string, input: unknown): Answer {
  const whole = procedureRun(id, input);
  if (whole.exitCode === 2) return whole;
  const found = findProcedure(id)?.budgets(input as CalculationInput) ?? [];
  const results = found.map(({ check, title, model, limit, unit }) => {
    const [output] = Object.values(propagate(readModel(model)).outputs);
    if (output === undefined) throw new RangeError(`${check}: a model without an output`);
    const { value, u, k, U, dof, budget } = output;
    return { check, title, unit, value, u, dof, k, U, limit, ratio: limit === null ? null : U / Number(limit), budget };
  });
  const rows = results.map(({ check, unit, u, k, U, limit, ratio }) => [
    check,
    shown(u),
    shown(k),
    shown(U),
    limit ?? '?',
    unit,
    ratio === null ? '?' : shown(ratio),
  ]);
  const table = (result: string, bound: string): string => textTable([[result, 'u', 'k', 'U', bound, '', `U / ${bound}`], ...rows]);
  return { answer: { procedure: id, results }, exitCode: 0, text: [table('结果', '限值'), table('result', 'limit')] };
}
