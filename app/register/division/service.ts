import { addDays } from '../../kernel/day.ts';
import { printCursor, readCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { getFiles } from '../file/service.ts';
import { divisionProblems, type Division, type divisionEndpoints } from './contract.ts';
import { changesOf, divisionChangeNames, plainName, townshipOf, type Changed, type DivisionRow } from './rules.ts';
import { checkList, readList, type ReadList } from './service/list.ts';
import * as store from './store.ts';

type Reading = Pick<Context, 'db' | 'today'>;

const shownChanges = 2000;

const toDivision = (row: store.DivisionRecord, today: string): Division =>
  ({
    code: row.code,
    level: row.level,
    name: row.name,
    nameEn: row.nameEn,
    region: row.region,
    township: row.level === 'village' ? { code: townshipOf(row.code), name: row.townshipName ?? townshipOf(row.code) } : null,
    source: row.source,
    validFrom: row.validFrom,
    validTo: row.validTo,
    state: row.validTo === null || row.validTo >= today ? 'current' : 'ended',
    demonstration: row.demonstration,
    formerNames: row.formerNames,
  }) satisfies Division;

/** Townships and villages by their codes; those that have ended are found as well. */
export async function findDivisions(ctx: Reading, codes: readonly string[]): Promise<Division[]> {
  const rows: store.DivisionRecord[] = [];
  const distinct = [...new Set(codes)];
  for (let from = 0; from < distinct.length; from += 5000)
    rows.push(...(await store.findDivisions(ctx.db, distinct.slice(from, from + 5000))));
  return rows.map((row) => toDivision(row, ctx.today));
}

export const findDivision = async (ctx: Reading, code: string): Promise<Division | undefined> => (await findDivisions(ctx, [code]))[0];

/** The current townships of a region (its whole subtree), in the order of their codes. */
export const townshipsOf = async (ctx: Reading, region: string): Promise<Division[]> =>
  (await store.listCurrent(ctx.db, ctx.today, { level: 'township', region })).map((row) => toDivision(row, ctx.today));

/** The current villages of a township, in the order of their codes. */
export const villagesOf = async (ctx: Reading, township: string): Promise<Division[]> =>
  (await store.listCurrent(ctx.db, ctx.today, { level: 'village', township })).map((row) => toDivision(row, ctx.today));

export type DivisionFault = { readonly field: 'township' | 'village'; readonly text: readonly [string, string] };

/** What is wrong with where something is said to lie: a township of another county, a village of another township, one that has ended. */
export async function divisionFaults(
  ctx: Reading,
  where: { readonly region: string; readonly township: string | null; readonly village: string | null },
): Promise<DivisionFault[]> {
  const codes = [where.township, where.village].filter((code): code is string => code !== null);
  const known = new Map((await findDivisions(ctx, codes)).map((one) => [one.code, one]));
  const faults: DivisionFault[] = [];
  for (const field of ['township', 'village'] as const) {
    const code = where[field];
    if (code === null) continue;
    const found = known.get(code);
    if (found === undefined || found.level !== field)
      faults.push({ field, text: ['没有登记这个乡镇或村', 'This township or village is not recorded'] });
    else if (found.state === 'ended') faults.push({ field, text: [`${found.name}已停用`, `${found.name} has ended`] });
    else if (found.region !== where.region) faults.push({ field, text: ['不在所选的县（市、区）', 'It lies in another county'] });
  }
  if (where.village !== null && (where.township === null || townshipOf(where.village) !== where.township))
    faults.push({ field: 'village', text: ['不在所选的乡镇', 'It lies in another township'] });
  return faults;
}

/** Finds townships or villages by what a list calls them: the code, the name, or the name without its office. */
export function matchDivision(among: readonly Division[], written: string): Division | undefined {
  const said = written.trim();
  const exact = among.find(({ code, name }) => code === said || name === said);
  if (exact !== undefined) return exact;
  const plain = among.filter(({ name }) => plainName(name) === plainName(said));
  return plain.length === 1 ? plain[0] : undefined;
}

type Recording = Pick<Context, 'db' | 'now'>;

/** Records townships and villages that are not recorded yet, at the start of a city; answers how many. */
export const recordDivisions = (
  ctx: Recording,
  rows: readonly DivisionRow[],
  source: string,
  options: { demonstration?: boolean; validFrom?: string | null } = {},
): Promise<number> =>
  store.insertDivisions(ctx.db, rows, {
    source,
    validFrom: options.validFrom ?? null,
    demonstration: options.demonstration ?? false,
    recordedAt: ctx.now,
  });

/** What a real city starts with: the data file of its divisions, unless any are recorded, since an import may have ended some. */
export async function recordFirstDivisions(ctx: Recording, file: Uint8Array, source: string): Promise<number> {
  if (await store.hasDivisions(ctx.db)) return 0;
  const rows = await readList(file);
  if (rows === undefined) throw new Error('the data file of the divisions has no heading code,name');
  return recordDivisions(
    ctx,
    rows.map(({ code, name, region }) => ({ code, name, region })),
    source,
  );
}

type Compared = ReadList & { readonly name: string; readonly changes: Changed[]; readonly unchanged: number };

async function compare(ctx: Context, fileId: string, lock: boolean): Promise<Compared> {
  const [card] = await getFiles(ctx, [fileId]);
  if (card === undefined) throw new Problem(divisionProblems.unreadable);
  const lines = await readList(await ctx.files.read(card.digest));
  if (lines === undefined || lines.length === 0) throw new Problem(divisionProblems.unreadable);
  const known = await (lock ? store.lockKnown(ctx.db, ctx.today) : store.listKnown(ctx.db, ctx.today));
  const [cityCode, counties] = [await store.findCityCode(ctx.db), await store.listCounties(ctx.db)];
  const list = checkList(lines, { cityCode, counties, codes: new Set(known.map(({ code }) => code)) }, ctx.language);
  return { ...list, ...changesOf(known, list.rows), name: card.name };
}

const countsOf = (changes: readonly Changed[]) =>
  Object.fromEntries(divisionChangeNames.map((name) => [name, changes.filter(({ change }) => change === name).length])) as Record<
    Changed['change'],
    number
  >;

/** Text that a spreadsheet opens rightly: with the mark of UTF-8 and quoted where needed. */
const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

export const divisionService: Service<typeof divisionEndpoints> = {
  async listDivisions({ query }, ctx) {
    const { rows, total } = await store.listDivisions(ctx.db, ctx.today, query);
    const items = rows.slice(0, query.limit);
    return {
      items: items.map((row) => toDivision(row, ctx.today)),
      next: rows.length > query.limit ? (items[items.length - 1]?.code ?? null) : null,
      total,
    };
  },

  async exportDivisions({ query }, ctx) {
    const { rows } = await store.listDivisions(ctx.db, ctx.today, { ...query, state: 'current', limit: 200_000 });
    const lines = rows.map(({ code, name, region }) => [code, name, code.startsWith(region) ? '' : region].map(csvCell).join(','));
    return {
      name: `${ctx.language === 'zh' ? '乡镇与村' : 'divisions'}-${ctx.today}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: new TextEncoder().encode(`\uFEFFcode,name,region\r\n${lines.map((line) => `${line}\r\n`).join('')}`),
    };
  },

  async compareDivisions({ query }, ctx) {
    const { changes, unchanged, faults, name } = await compare(ctx, query.file, false);
    return {
      file: { id: query.file, name },
      counts: { ...countsOf(changes), unchanged },
      changes: divisionChangeNames.flatMap((kind) => changes.filter(({ change }) => change === kind).slice(0, shownChanges)),
      faults: faults.slice(0, shownChanges),
    };
  },

  async importDivisions({ body }, ctx) {
    if (body.validFrom > ctx.today)
      throw new Problem(platformProblems.invalid, {
        issues: [
          {
            path: ['validFrom'],
            message: inLanguage(['不能晚于今天，生效后再导入', 'not later than today: import it when it holds'], ctx.language),
          },
        ],
      });
    const { changes, unchanged, faults, name } = await compare(ctx, body.file, true);
    if (faults.length > 0)
      throw new Problem(divisionProblems.rows, {
        issues: faults.slice(0, 50).map(({ line, text, message }) => ({ path: ['file', line], message: `${line}: ${text} – ${message}` })),
      });
    if (changes.length === 0) throw new Problem(divisionProblems.nothing);
    const counts = countsOf(changes);
    if (divisionChangeNames.some((kind) => counts[kind] !== body.expected[kind])) throw new Problem(divisionProblems.otherChanges);
    const id = ctx.newId();
    const row = {
      id,
      fileId: body.file,
      source: body.source,
      validFrom: body.validFrom,
      ...counts,
      unchanged,
      personId: ctx.caller.personId,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    };
    const added = changes.filter(({ change }) => change === 'added');
    await store.insertDivisions(
      ctx.db,
      added.map(({ code, nameAfter, regionAfter }) => ({ code, name: nameAfter ?? '', region: regionAfter ?? '' })),
      { source: body.source, validFrom: body.validFrom, demonstration: ctx.demonstration, recordedAt: ctx.now },
    );
    for (const { change, code, nameAfter, regionAfter } of changes) {
      if (change === 'ended') await store.updateDivision(ctx.db, { code, validTo: addDays(body.validFrom, -1) });
      else if (change !== 'added')
        await store.updateDivision(ctx.db, {
          code,
          name: nameAfter ?? '',
          region: regionAfter ?? '',
          source: body.source,
          validTo: null,
        });
    }
    await store.insertImport(ctx.db, row, changes);
    ctx.record({
      kind: 'division.imported',
      subject: id,
      reason: body.source,
      detail: { ...counts, unchanged, validFrom: body.validFrom },
    });
    return {
      id: id as never,
      file: { id: body.file, name },
      source: body.source,
      validFrom: body.validFrom,
      counts: { ...counts, unchanged },
      person: ctx.caller.name,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    };
  },

  async listDivisionImports({ query }, ctx) {
    const { rows, total } = await store.listImports(ctx.db, { limit: query.limit, after: readCursor(query.after) });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => ({
        id: row.id as never,
        file: { id: row.fileId as never, name: row.fileName },
        source: row.source,
        validFrom: row.validFrom,
        counts: { added: row.added, renamed: row.renamed, ended: row.ended, resumed: row.resumed, unchanged: row.unchanged },
        person: row.personName ?? '',
        recordedAt: row.recordedAt,
        demonstration: row.demonstration,
      })),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },
};
