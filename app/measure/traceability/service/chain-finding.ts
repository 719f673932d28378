import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import type { graphEndpoints, StandardFinding } from '../contract/graph.ts';
import { findingCodes, standings, type FindingCode, type Standing } from '../rules/graph.ts';
import { listCalibrationsInUse, listOverlaps } from '../store/graph.ts';
import { printUse } from '../../standard/rules/range-use.ts';
import { listLastUses, listUses } from '../store/range-use.ts';
import { chainOf } from './graph.ts';
import { isOutside, judgeUses } from './range-use.ts';

/** The standards of a city are some thousands; more are not examined in one question, and the count says how many were. */
const mostExamined = 5000;
const atOnce = 20;

type Filter = { code?: FindingCode | undefined; institute?: string | undefined; asOf?: string | undefined };
type Examined = { readonly items: StandardFinding[]; readonly examined: number; readonly whole: number; readonly usesExamined: number };

/** Of each standard its last certificates: a year of a busy bench is many thousands, and the chain of each certificate says it as well. */
const usesEach = 20;

type InUse = Awaited<ReturnType<typeof listCalibrationsInUse>>[number];
type LastUse = Awaited<ReturnType<typeof listLastUses>>[number];

/** Uses outside of the range. Judged alone first; only what was not inside is judged again with the other standards of its role. */
async function outsideUses(ctx: Context, standards: readonly InUse[], uses: readonly LastUse[]) {
  const alone = await judgeUses(ctx, uses, ctx.now);
  const doubtful = [...new Set(alone.filter(isOutside).map(({ certificateId }) => certificateId))];
  const together = (await judgeUses(ctx, await listUses(ctx.db, doubtful), ctx.now)).filter(isOutside);
  const numbers = new Map(uses.map(({ certificateId, number }) => [certificateId, number]));
  return together.flatMap((use) =>
    standards
      .filter(({ standardId }) => use.standardIds.includes(standardId))
      .map((standard) => ({ use, standard, number: numbers.get(use.certificateId) ?? '' })),
  );
}

/** The chains of all standards in use on a day, within the caller's scope. */
async function examine(ctx: Context, { code, institute, asOf = ctx.today }: Filter): Promise<Examined> {
  const standards = await listCalibrationsInUse(ctx.db, ctx.caller.scope, { day: asOf, institute, limit: mostExamined });
  const items: StandardFinding[] = [];
  let whole = 0;
  for (let at = 0; at < standards.length; at += atOnce) {
    const part = standards.slice(at, at + atOnce);
    const chains = await Promise.all(part.map(({ calibrationId }) => chainOf(ctx, { kind: 'calibration', id: calibrationId }, ctx.now)));
    chains.forEach(({ standing, findings, nodes }, index) => {
      const standard = part[index];
      if (standard === undefined) return;
      if (standing === 'whole') whole += 1;
      const calibration = nodes.get(`calibration:${standard.calibrationId}`)?.number ?? '';
      const add = (found: FindingCode, detail: string) =>
        items.push({
          institute: standard.institute,
          standardId: standard.standardId,
          standard: `${standard.number} ${standard.name}`,
          calibration,
          standing,
          code: found,
          detail,
          text: inLanguage(findingCodes[found], ctx.language),
        });
      for (const { code: found, detail } of findings) add(found, detail);
    });
  }
  const uses = await listLastUses(
    ctx.db,
    standards.map(({ standardId }) => standardId),
    { day: asOf, each: usesEach },
  );
  for (const { use, standard, number } of await outsideUses(ctx, standards, uses))
    items.push({
      institute: standard.institute,
      standardId: standard.standardId,
      standard: `${standard.number} ${standard.name}`,
      calibration: '',
      standing: 'broken',
      code: 'outside-range',
      detail: `${number}: ${printUse(use).outside.join('；')}`,
      text: inLanguage(findingCodes['outside-range'], ctx.language),
    });
  const byStandard = new Map(standards.map((standard) => [standard.standardId, standard]));
  for (const { standardId, detail } of await listOverlaps(ctx.db, [...byStandard.keys()])) {
    const standard = byStandard.get(standardId);
    if (standard === undefined) continue;
    items.push({
      institute: standard.institute,
      standardId,
      standard: `${standard.number} ${standard.name}`,
      calibration: '',
      standing: 'open',
      code: 'overlapping-validity',
      detail,
      text: inLanguage(findingCodes['overlapping-validity'], ctx.language),
    });
  }
  return {
    items: code === undefined ? items : items.filter((item) => item.code === code),
    examined: standards.length,
    whole,
    usesExamined: uses.length,
  };
}

const columns: readonly (readonly [Text, number, (item: StandardFinding, say: (text: Text) => string) => string])[] = [
  [['机构', 'Institute'], 28, (item) => item.institute],
  [['标准器', 'Standard'], 30, (item) => item.standard],
  [['溯源证书', 'Calibration'], 22, (item) => item.calibration],
  [['溯源链', 'Chain'], 16, (item, say) => say(standings[item.standing as Standing])],
  [['问题', 'What is wrong'], 36, (item) => item.text],
  [['说明', 'Detail'], 40, (item) => item.detail],
];

export const findingService: Pick<Service<typeof graphEndpoints>, 'listChainFindings' | 'downloadChainFindings'> = {
  async listChainFindings({ query }, ctx) {
    const { items, examined, whole, usesExamined } = await examine(ctx, query);
    const from = /^\d{1,6}$/.test(query.after ?? '') ? Number(query.after) : 0;
    const shown = items.slice(from, from + query.limit);
    return {
      items: shown,
      next: from + query.limit < items.length ? String(from + query.limit) : null,
      total: items.length,
      examined,
      whole,
      usesExamined,
      usesEach,
    };
  },

  async downloadChainFindings({ query }, ctx) {
    const { items } = await examine(ctx, query);
    const say = (text: Text): string => inLanguage(text, ctx.language);
    const title = say(['溯源链问题', 'Findings of traceability']);
    const book = await openWorkbook();
    const sheet = book.addWorksheet(title, { views: [frozen(2)] });
    sheet.columns = columns.map(([, width]) => ({ width }));
    sheet.addRow([`${title} ${query.asOf ?? ctx.today}`]).font = { bold: true, size: 14 };
    sheet.addRow(columns.map(([text]) => say(text))).font = { bold: true };
    for (const item of items) sheet.addRow(columns.map(([, , cell]) => cell(item, say)));
    return finishWorkbook(book, `${title} ${query.asOf ?? ctx.today}`);
  },
};
