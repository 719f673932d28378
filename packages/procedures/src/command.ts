/**
 * What `tongheng procedure list | form ID | run ID FILE` answers, without reading or printing anything.
 * Exit codes: 0 done, 1 the instrument fails, 2 the input is bad or incomplete.
 */
import { editions, findProcedure } from './registry.ts';
import type { Text } from './edition.ts';

export type Answer = { readonly answer: unknown; readonly exitCode: 0 | 1 | 2 };

const unknownProcedure = (id: string): Answer => {
  const text: Text = [`没有规程“${id}”`, `there is no procedure "${id}"`];
  return { answer: { errors: [{ path: 'id', reason: 'unknown', text }] }, exitCode: 2 };
};

/** The editions that can be calculated, with status and range: `answer.procedures`. Exit code 0. */
export const procedureList = (): Answer => ({
  answer: {
    procedures: editions.map(({ id, number, title, status, applies, validity }) => ({ id, number, title, status, applies, validity })),
  },
  exitCode: 0,
});

/**
 * The form of the raw record of an edition, its items and what it leaves out. Exit code 2 for an unknown `id`.
 * @example procedureForm('jjg-0539-2016').exitCode // 0
 */
export function procedureForm(id: string): Answer {
  const procedure = findProcedure(id);
  if (!procedure) return unknownProcedure(id);
  const { form, items, notCovered } = procedure.edition;
  return { answer: { procedure: id, form, items, notCovered }, exitCode: 0 };
}

/** @param input the parsed JSON of FILE: kind, instrument, environment, readings */
export function procedureRun(id: string, input: unknown): Answer {
  const procedure = findProcedure(id);
  if (!procedure) return unknownProcedure(id);
  const { kind, instrument, environment, readings } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const answer = procedure.calculate({ kind, instrument, environment, readings });
  return { answer, exitCode: answer.conclusion === 'pass' ? 0 : answer.conclusion === 'fail' ? 1 : 2 };
}
