import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { regionNamesOf } from '../../../register/organization/service.ts';
import type { impactEndpoints } from '../contract/impact.ts';
import { decisionNames, decisions } from '../rules/impact.ts';
import { unknownReasons, type UnknownReason } from '../rules/impact-curve.ts';
import { triageClasses, type Triage } from '../rules/impact-triage.ts';
import { countDecided, figuresByDivision, listDecisions, listNotices, measurementStandardsOf, othersInRole } from '../store/impact-case.ts';
import { listFindings, listVersions } from '../store/impact-finding.ts';
import * as reach from '../store/impact-reach.ts';
import * as store from '../store/impact-result.ts';
import { engineFor, toCertificates } from './impact-evaluation.ts';
import {
  allowedFor,
  cardOf,
  getFinding,
  toCards,
  toFinding,
  toImpactRow,
  toNotice,
  toVersion,
  written,
  zeroCounts,
} from './impact-reply.ts';

const kindWord = (kind: string): Text => instrumentKinds[kind as InstrumentKind]?.text ?? [kind, kind];

/** The evaluation that a page shows: the newest, or the one that was asked for. */
async function evaluationOf(ctx: Context, findingId: string, asked?: string): Promise<store.EvaluationRow> {
  const all = await store.listEvaluations(ctx.db, findingId);
  const found = asked === undefined ? all[0] : all.find(({ id }) => id === asked);
  if (found === undefined) throw new Problem(platformProblems.notFound);
  return found;
}
export { evaluationOf };

const mostGroups = 100;
function toGroups(rows: readonly store.GroupRow[], by: store.GroupRow['by'], ctx: Context) {
  const groups = new Map<string, { key: string; name: string; counts: Record<Triage, number>; open: number }>();
  for (const { key, name, triage, count, open } of rows.filter((row) => row.by === by)) {
    const group = groups.get(key) ?? {
      key,
      name: by === 'kind' ? inLanguage(kindWord(key), ctx.language) : name,
      counts: zeroCounts(),
      open: 0,
    };
    groups.set(key, { ...group, counts: { ...group.counts, [triage]: count }, open: group.open + open });
  }
  const weight = ({ counts }: { counts: Record<Triage, number> }): number => counts.reverify * 1e6 + counts.unknown * 1e3 + counts.doubtful;
  return [...groups.values()].sort((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name)).slice(0, mostGroups);
}

const offsetOf = (after: string | undefined): number => (/^\d{1,9}$/.test(after ?? '') ? Number(after) : 0);
const bins = 21;

export const viewService: Pick<
  Service<typeof impactEndpoints>,
  | 'listFailedStandards'
  | 'readFinding'
  | 'listImpacts'
  | 'readImpact'
  | 'readImpactHistogram'
  | 'compareEvaluations'
  | 'readImpactOnFigures'
  | 'exportImpacts'
> = {
  async listFailedStandards({ query }, ctx) {
    const { rows, total } = await listFindings(ctx.db, ctx.caller.scope, query);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: await toCards(ctx, shown),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async readFinding({ params }, ctx) {
    const row = await getFinding(ctx, params.id);
    const versions = await listVersions(ctx.db, row.id);
    const evaluations = await store.listEvaluations(ctx.db, row.id);
    const [latest] = evaluations;
    const groups = latest ? await store.countGroups(ctx.db, row.id, latest.id) : [];
    const decided: Record<string, number> = Object.fromEntries([...decisionNames, 'open'].map((name) => [name, 0]));
    for (const { decision, count } of latest ? await countDecided(ctx.db, row.id, latest.id) : [])
      decided[decision ?? 'open'] = (decided[decision ?? 'open'] ?? 0) + count;
    return {
      ...(await cardOf(ctx, row.id)),
      versions: versions.map(toVersion),
      evaluations: evaluations.map(({ id, version, begunAt, endedAt }) => ({ id: id as never, version, begunAt, endedAt })),
      groups: {
        institutes: toGroups(groups, 'institute', ctx),
        holders: toGroups(groups, 'holder', ctx),
        kinds: toGroups(groups, 'kind', ctx),
      },
      decided: decided as never,
      decisions: (await listDecisions(ctx.db, row.id)) as never,
      notices: (await listNotices(ctx.db, row.id)).map(toNotice),
      ended: row.endedAt === null ? null : { person: row.endedByName ?? '', at: row.endedAt, reason: row.endedReason ?? '' },
      allowed: allowedFor(ctx, row, versions, latest),
      standardInService: row.standardState === 'in-service',
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async listImpacts({ params, query }, ctx) {
    const row = await getFinding(ctx, params.id);
    const { evaluation, limit, after, ...filter } = query;
    const all = await store.listEvaluations(ctx.db, row.id);
    const chosen = evaluation === undefined ? all[0] : all.find(({ id }) => id === evaluation);
    if (chosen === undefined) return { items: [], next: null, total: 0 };
    const offset = offsetOf(after);
    const rows = await store.listImpacts(ctx.db, row.id, chosen.id, filter, { limit: limit + 1, offset });
    return {
      items: rows.slice(0, limit).map(toImpactRow),
      next: rows.length > limit ? String(offset + limit) : null,
      total: await store.countImpacts(ctx.db, row.id, chosen.id, filter),
    };
  },

  async readImpact({ params }, ctx) {
    const row = await getFinding(ctx, params.id);
    const evaluation = await evaluationOf(ctx, row.id);
    const kept = await store.findImpact(ctx.db, row.id, evaluation.id, params.certificate);
    const affected = kept && (await reach.findAffected(ctx.db, kept.id));
    const version = (await listVersions(ctx.db, row.id)).find((one) => one.version === evaluation.version);
    if (kept === undefined || affected === undefined || version === undefined) throw new Problem(platformProblems.notFound);
    const finding = toFinding(row.standardId, version);
    const engine = await engineFor(ctx, finding);
    const [certificate] = await toCertificates(ctx, [affected]);
    const impact = certificate && engine.evaluate(certificate);
    if (impact === undefined) throw new Problem(platformProblems.notFound);
    const names = await reach.namesOfStandards(ctx.db, [...new Set(impact.paths.flat().map(({ standardId }) => standardId))]);
    const steps = impact.paths.flat().flatMap(({ certificateId }) => certificateId ?? []);
    const above = new Map<string, { number: string; day: string }>();
    for (const id of new Set(steps)) {
      const one = await reach.findAffected(ctx.db, id);
      if (one) above.set(id, { number: one.number, day: one.testedOn });
    }
    return {
      ...toImpactRow(kept),
      checks: impact.checks.map(({ effect, shifted }) => ({
        check: effect.check,
        symbol: effect.symbol,
        value: effect.value,
        after: written(shifted.after, effect.value),
        shift: written(shifted.shift, effect.value),
        guard: written(shifted.guard, effect.value),
        limit: effect.limit ?? '',
        lower: effect.lower ?? null,
        unit: effect.unit,
        verdict: effect.verdict,
        triage: shifted.triage,
        wronglyFailed: shifted.wronglyFailed,
        parts: shifted.form.flatMap((coefficient, index) => {
          const point = finding.points[index];
          return coefficient === 0 || point === undefined
            ? []
            : [
                {
                  at: `${point.at} ${finding.unit}`,
                  error: `${point.error} ${finding.errorUnit}`,
                  coefficient: String(Number(coefficient.toPrecision(6))),
                },
              ];
        }),
        terms: effect.terms.map(({ at, unit, sensitivity, per, condition }) => ({ at, unit, sensitivity, per, condition })),
      })),
      unknown: impact.unknown.map(({ check, symbol, reason, words }) => ({
        check,
        symbol,
        reason,
        words: words ? inLanguage(words, ctx.language) : null,
      })),
      unaffected: impact.unaffected,
      paths: impact.paths.map((path) =>
        path.map(({ standardId, certificateId }) => ({
          standard: { id: standardId as never, name: names.get(standardId)?.name ?? '', number: names.get(standardId)?.number ?? '' },
          calibration: certificateId === null ? null : (above.get(certificateId) ?? null),
        })),
      ),
    };
  },

  async readImpactHistogram({ params }, ctx) {
    const row = await getFinding(ctx, params.id);
    const [latest] = await store.listEvaluations(ctx.db, row.id);
    const rows = latest ? await store.histogramOf(ctx.db, latest.id, bins) : [];
    return {
      bins: rows.map(({ bin, before, after }) => ({ from: bin / 10, to: bin === bins - 1 ? null : (bin + 1) / 10, before, after })),
    };
  },

  async compareEvaluations({ params, query }, ctx) {
    const row = await getFinding(ctx, params.id);
    const from = await evaluationOf(ctx, row.id, query.from);
    const to = await evaluationOf(ctx, row.id, query.to);
    return { changes: (await store.changesBetween(ctx.db, from.id, to.id)) as never };
  },

  async readImpactOnFigures({ params }, ctx) {
    const row = await getFinding(ctx, params.id);
    const [latest] = await store.listEvaluations(ctx.db, row.id);
    const nameOf = await regionNamesOf(ctx);
    const divisions = latest ? await figuresByDivision(ctx.db, row.id, latest.id) : [];
    return {
      divisions: divisions.map((one) => ({ ...one, name: nameOf(one.region) })),
      measurementStandards: await measurementStandardsOf(ctx.db, row.standardId, ctx.today),
      roles: await othersInRole(ctx.db, row.standardId),
    };
  },

  async exportImpacts({ params, query }, ctx) {
    const row = await getFinding(ctx, params.id);
    const [latest] = await store.listEvaluations(ctx.db, row.id);
    const rows = latest ? await store.listImpacts(ctx.db, row.id, latest.id, query, { limit: 100_000, offset: 0 }) : [];
    const say = (text: Text): string => inLanguage(text, ctx.language);
    const title = say(['受影响的证书', 'Certificates affected']);
    const book = await openWorkbook();
    const sheet = book.addWorksheet(title, { views: [frozen(1)] });
    const heads: readonly Text[] = [
      ['证书编号', 'Certificate'],
      ['检定日期', 'Tested on'],
      ['出具机构', 'Institute'],
      ['使用单位', 'Holder'],
      ['器具种类', 'Kind'],
      ['型号规格', 'Model'],
      ['出厂编号', 'Serial number'],
      ['结论', 'Class'],
      ['最不利项', 'Worst check'],
      ['记录值', 'As recorded'],
      ['修正后', 'Put right'],
      ['保护带', 'Guard band'],
      ['限值', 'Limit'],
      ['单位', 'Unit'],
      ['原判不合格有误', 'Failed wrongly'],
      ['原因', 'Reasons'],
      ['决定', 'Decision'],
    ];
    sheet.addRow(heads.map(say)).font = { bold: true };
    sheet.columns.forEach((column) => void (column.width = 18));
    for (const one of rows)
      sheet.addRow([
        one.number,
        one.testedOn,
        one.instituteName,
        one.holderName,
        say(kindWord(one.kind)),
        one.model,
        one.serial,
        say(triageClasses[one.triage as Triage]),
        one.worstCheck ?? '',
        one.worstValue ?? '',
        one.worstAfter ?? '',
        one.worstGuard ?? '',
        one.worstLimit ?? '',
        one.worstUnit ?? '',
        one.wronglyFailed ? say(['是', 'yes']) : '',
        one.reasons.map((reason) => say(unknownReasons[reason as UnknownReason])).join('；'),
        one.decision === null ? '' : say(decisions[one.decision as keyof typeof decisions]),
      ]);
    return finishWorkbook(book, `${row.number} ${title}`);
  },
};
