import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { limits } from '../../../register/ledger-import/rules/limits.ts';
import type { Field } from '../../../register/ledger-import/rules/field.ts';
import { openTable, Unreadable } from '../../../register/ledger-import/service.ts';
import { rangeProblems, type rangeEndpoints, type RangeStatement, type Ranges } from '../contract/range.ts';
import { rangesOn } from '../rules/range-day.ts';
import type { RangedStandard } from '../rules/range-use.ts';
import { mostRanges, printRange, printRanges, readRange, type StandardRange } from '../rules/range.ts';
import { foreignRange, foreignWords } from '../rules/role-use.ts';
import * as store from '../store/range.ts';
import { getStandard, openFor } from './record.ts';
import { judgedByColumn } from './workbook.ts';

type Described = { readonly range: string; readonly roles: readonly string[] };
const shape = (range: StandardRange) => ({
  text: printRange(range),
  from: { ...range.from },
  to: { ...range.to },
  nominals: range.nominals.map((one) => ({ ...one })),
});
const stripped = ({ from, to, nominals }: StandardRange): StandardRange => ({ from, to, nominals });

export function toRanges(standard: Described, statements: readonly store.RangeRow[], day: string): Ranges {
  const { basis, ranges, statement } = rangesOn(standard, statements, day);
  return { basis, items: ranges.map(shape), since: statement?.since ?? null };
}

/** By standard, what each is judged by on a day. */
export async function rangesOf(
  ctx: Pick<Context, 'db'>,
  standards: readonly (Described & { readonly id: string })[],
  day: string,
): Promise<ReadonlyMap<string, Ranges>> {
  const statements = await store.listRangeStatements(
    ctx.db,
    standards.map(({ id }) => id),
  );
  return new Map(
    standards.map((one) => [
      one.id,
      toRanges(
        one,
        statements.filter(({ standardId }) => standardId === one.id),
        day,
      ),
    ]),
  );
}

/** Standards with their ranges on a day, as was known at an instant: what the graph of traceability judges by. */
export async function rangedStandards(
  ctx: Pick<Context, 'db'>,
  uses: readonly { readonly standardId: string; readonly day: string }[],
  knownAt: string,
): Promise<(standardId: string, day: string) => RangedStandard | undefined> {
  const ids = [...new Set(uses.map(({ standardId }) => standardId))];
  if (ids.length === 0) return () => undefined;
  const [standards, statements] = [await store.listDescriptions(ctx.db, ids), await store.listRangeStatements(ctx.db, ids, knownAt)];
  const byId = new Map(standards.map((one) => [one.id, one]));
  return (standardId, day) => {
    const standard = byId.get(standardId);
    if (standard === undefined) return undefined;
    const own = statements.filter((one) => one.standardId === standardId);
    return { number: standard.number, ranges: rangesOn(standard, own, day).ranges };
  };
}

const refuseAt = (ctx: Context, path: Issue['path'], text: Text): Issue => ({ path, message: inLanguage(text, ctx.language) });

/** The lines as ranges, or what is wrong with each of them. */
function readLines(lines: readonly string[], roles: readonly string[]): (StandardRange | Text | undefined)[] {
  return lines.map((line) => {
    if (line.trim() === '') return undefined;
    const read = readRange(line);
    if ('reason' in read) return read.reason;
    return foreignRange(roles, [read.range]) === undefined ? read.range : foreignWords(roles, read.range);
  });
}
const isText = (one: StandardRange | Text | undefined): one is Text => Array.isArray(one);
const isRange = (one: StandardRange | Text | undefined): one is StandardRange => one !== undefined && !isText(one);

/** A text that says only ranges of quantities that none of the roles asks for is refused at its field. */
export function refuseForeignText(ctx: Context, { range, roles }: Described): void {
  const { ranges } = rangesOn({ range, roles }, [], ctx.today);
  const [first] = ranges;
  if (first === undefined || ranges.some((one) => foreignRange(roles, [one]) === undefined)) return;
  throw new Problem(rangeProblems.rangeWrong, { issues: [refuseAt(ctx, ['range'], foreignWords(roles, first))] });
}

const refuseFuture = (ctx: Context, since: string): void => {
  if (since > ctx.today)
    throw new Problem(platformProblems.invalid, { issues: [refuseAt(ctx, ['since'], ['不能晚于今天', 'not later than today'])] });
};

async function answer(ctx: Context, standard: Described & { readonly id: string }) {
  const rows = await store.listRangeStatements(ctx.db, [standard.id]);
  return {
    now: toRanges(standard, rows, ctx.today),
    statements: rows.map(({ id, since, ranges, reason, person, recordedAt }): RangeStatement => ({
      id,
      since,
      ranges: ranges.map(shape),
      reason,
      person,
      at: recordedAt,
    })),
  };
}

type Statement = { readonly since: string; readonly reason: string; readonly ranges: readonly StandardRange[] };
async function keep(ctx: Context, standardId: string, { since, reason, ranges }: Statement): Promise<void> {
  await store.insertRangeStatement(ctx.db, {
    id: ctx.newId(),
    standardId,
    since,
    ranges: ranges.map(stripped),
    reason,
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
  ctx.record({ kind: 'standard.rangeStated', subject: standardId, reason, detail: { since, ranges: ranges.map(printRange) } });
}

const fields: readonly Field[] = [
  { id: 'standard', label: ['编号', 'Number'], synonyms: ['标准器编号', '设备编号'], type: 'code', required: true },
  { id: 'ranges', label: judgedByColumn, synonyms: ['范围', 'Ranges'], type: 'text', required: true },
];
const fileLimits = { ...limits, rows: 5000, bytes: 64 * 1024 * 1024 };
type Line = { readonly row: number; readonly number: string; readonly lines: readonly string[] };

async function linesOf(ctx: Context): Promise<Line[]> {
  const found: Line[] = [];
  try {
    const { rows } = await openTable(ctx.upload, fields, fileLimits);
    for await (const { number, cells } of rows)
      found.push({
        row: number,
        number: (cells['standard']?.text ?? '').trim(),
        lines: (cells['ranges']?.text ?? '').split(/[;；\n]/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Problem(rangeProblems.rangeFileUnreadable, { issues: [refuseAt(ctx, ['file'], error.text)] });
  }
  return found;
}

export const rangeService: Service<typeof rangeEndpoints> = {
  async listRanges({ params }, ctx) {
    return answer(ctx, await getStandard(ctx, params.id));
  },

  async stateRanges({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'range');
    refuseFuture(ctx, body.since);
    const read = readLines(body.ranges, row.roles);
    const issues = read.flatMap((one, index) => (isText(one) ? [refuseAt(ctx, ['ranges', index], one)] : []));
    if (issues.length > 0) throw new Problem(rangeProblems.rangeWrong, { issues });
    await keep(ctx, row.id, { ...body, ranges: read.filter(isRange) });
    return answer(ctx, row);
  },

  async importRanges({ query }, ctx) {
    refuseFuture(ctx, query.since);
    const lines = await linesOf(ctx);
    const filled = lines.filter((line) => line.lines.length > 0);
    const numbers = [...new Set(filled.map(({ number }) => number))];
    const rows = numbers.length === 0 ? [] : await store.lockByNumber(ctx.db, ctx.caller.organizationId, numbers);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    const now = await rangesOf(ctx, rows, ctx.today);
    const issues: Issue[] = [];
    const stated: { id: string; number: string; ranges: readonly StandardRange[] }[] = [];
    const seen = new Set<string>();
    let unchanged = 0;
    for (const { row, number, lines: written } of filled) {
      const refuse = (text: Text): void => void issues.push(refuseAt(ctx, ['rows', row], text));
      const standard = byNumber.get(number);
      if (standard === undefined)
        refuse([`本机构没有编号为“${number}”的标准器`, `the institute has no standard of the number “${number}”`]);
      else if (seen.has(number)) refuse([`编号“${number}”写了两次`, `the number “${number}” is there twice`]);
      else if (written.length > mostRanges) refuse([`多于 ${mostRanges} 个范围`, `more than ${mostRanges} ranges`]);
      else {
        seen.add(number);
        const read = readLines(written, standard.roles);
        for (const one of read) if (isText(one)) refuse(one);
        const ranges = read.filter(isRange);
        const before = now.get(standard.id);
        if (before?.basis === 'stated' && before.items.map(({ text }) => text).join('；') === printRanges(ranges)) unchanged += 1;
        else stated.push({ id: standard.id, number, ranges });
      }
    }
    if (issues.length > 0) throw new Problem(rangeProblems.rangeWrong, { issues: issues.slice(0, 200) });
    for (const { id, ranges } of stated) await keep(ctx, id, { ...query, ranges });
    if (stated.length === 0)
      ctx.record({
        kind: 'standard.rangesImported',
        subject: ctx.caller.organizationId,
        reason: query.reason,
        detail: { stated: 0, unchanged },
      });
    return {
      stated: stated.map(({ id, number, ranges }) => ({ id: id as never, number, ranges: ranges.map(printRange) })),
      unchanged,
      empty: lines.length - filled.length,
    };
  },
};
