/**
 * What `tongheng procedure list | form ID | run ID FILE` answers, without reading or printing anything.
 * Exit codes: 0 done, 1 the instrument fails, 2 the input is bad or incomplete.
 */
import { formText, listText, runText, unknownText } from './command-text.ts';
import { kinds } from './edition.ts';
import type { Text } from './edition.ts';
import type { Group } from './form.ts';
import { editions, findProcedure, unknownLimits } from './registry.ts';
import { similarIds } from './similar.ts';

/** `answer` for machines, `text` for people in both languages. */
export type Answer = { readonly answer: object; readonly exitCode: 0 | 1 | 2; readonly text: Text };

function unknownProcedure(id: string): Answer {
  const similar = similarIds(
    id,
    editions.map((edition) => edition.id),
  );
  const text = unknownText(id, similar);
  return { answer: { errors: [{ path: 'id', reason: 'unknown', text, similar }] }, exitCode: 2, text };
}

/**
 * The editions that can be calculated, with status, range, validity and the limits that are not known: `answer.procedures`.
 * @example procedureList().exitCode // 0
 */
export const procedureList = (): Answer => ({
  answer: {
    procedures: editions.map((edition) => {
      const { id, number, title, status, applies, annexItems, validity } = edition;
      return { id, number, title, status, applies, annexItems, validity, unknownLimits: unknownLimits(edition) };
    }),
  },
  exitCode: 0,
  text: listText(editions),
});

const blanks = (fields: Group['fields']): Record<string, string> => Object.fromEntries(fields.map(({ id }) => [id, '']));

/** An empty group as it stands in FILE, with as many rows as the record has at least. */
function emptyGroup({ fields, columns, rows }: Group): Record<string, unknown> {
  if (rows === null) return blanks(fields);
  return { ...blanks(fields), rows: Array.from({ length: Math.max(rows.least, 1) }, () => blanks(columns)) };
}

/**
 * The form of the raw record of an edition, its items, what it leaves out, the limits that are not known, and an empty FILE for
 * `procedure run`. Exit code 2 for an unknown `id`.
 * @example procedureForm('jjg-0539-2016').exitCode // 0
 */
export function procedureForm(id: string): Answer {
  const procedure = findProcedure(id);
  if (!procedure) return unknownProcedure(id);
  const { edition } = procedure;
  const { form, items, notCovered } = edition;
  const open = unknownLimits(edition);
  const template = {
    kind: kinds[0],
    instrument: emptyGroup(form.instrument),
    environment: emptyGroup(form.environment),
    readings: Object.fromEntries(form.readings.map((group) => [group.id, emptyGroup(group)])),
    ...(open.length === 0 ? {} : { adopted: Object.fromEntries(open.map(({ path }) => [path, ''])) }),
  };
  const answer = { procedure: id, form, items, notCovered, unknownLimits: open, template };
  return { answer, exitCode: 0, text: formText(edition, open, template) };
}

/**
 * A record computed by an edition: every value, every check with how it came about, what is odd, the conclusion.
 * @param input the parsed JSON of FILE: kind, instrument, environment, readings, and `adopted` for limits that are not known
 */
export function procedureRun(id: string, input: unknown): Answer {
  const procedure = findProcedure(id);
  if (!procedure) return unknownProcedure(id);
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const { kind, instrument, environment, readings } = given;
  const record = { kind, instrument, environment, readings, ...adoptedOf(given['adopted']) };
  const calculation = procedure.calculate(record);
  const explanations = procedure.explain(record);
  const checks = calculation.checks.map((check) => ({ ...check, explanation: explanations[check.id] ?? null }));
  const answer = { ...calculation, checks, oddities: procedure.oddities(record) };
  const exitCode = answer.conclusion === 'pass' ? 0 : answer.conclusion === 'fail' ? 1 : 2;
  return { answer, exitCode, text: runText(procedure.edition, answer) };
}

/** Blank values are limits that were not entered. */
function adoptedOf(input: unknown): { readonly adopted?: Readonly<Record<string, string>> } {
  if (typeof input !== 'object' || input === null) return {};
  const written = Object.entries(input).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  );
  return { adopted: Object.fromEntries(written) };
}
