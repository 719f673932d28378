import { print } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { toDayNumber } from '../../../kernel/day.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { standardService } from '../../standard/service.ts';
import { performanceProblems, type History, type performanceEndpoints } from '../contract/performance.ts';
import { mayTest } from '../rules/performance.ts';
import { decimalOf } from '../rules/performance-answer.ts';
import { chartOf } from '../rules/performance-chart.ts';
import { proposeInterval, type Found, type Present } from '../rules/performance-interval.ts';
import * as history from '../store/performance-history.ts';
import * as store from '../store/performance.ts';
import { getOwner, openOwner } from './performance-owner.ts';
import { toPanel } from './performance-view.ts';

type Value = History['equipment'][number]['series'][number]['values'][number];
type Certificate = Awaited<ReturnType<typeof history.listCertificatesOf>>[number];
type Series = { readonly key: string; readonly quantity: string; readonly point: string; readonly unit: string; readonly values: Value[] };

const toCertificate = ({ id, number, issuer, calibratedOn, kind }: Certificate): Value['certificate'] => ({
  id,
  number,
  issuer,
  day: calibratedOn,
  kind: kind as Value['certificate']['kind'],
});

const keyOf = (quantity: string, point: string, unit: string): string => [quantity, point, unit].join('|');

/** Values with a decimal that is written; a reading that is none is left out, as it was where the file was read. */
const plain = (text: string | null): string | null => {
  const value = text === null ? undefined : decimalOf(text);
  return value === undefined ? null : print(value);
};

/** The points of digital certificates that somebody has accepted; what is only uploaded proves nothing. */
async function digitalValues(ctx: Context, certificates: readonly Certificate[], digital: Awaited<ReturnType<typeof history.listDigital>>) {
  const found: { standardId: string; quantity: string; point: string; unit: string; value: Value }[] = [];
  for (const { id, standardId, standardCertificateId } of digital) {
    const certificate = certificates.find((one) => one.id === standardCertificateId);
    if (certificate === undefined) continue;
    const { points } = await standardService.readForeignCertificate({ params: { id: standardId, foreign: id } as never }, ctx);
    const quantityOf = (point: (typeof points)[number]): string => [point.table, point.quantity].filter((part) => part !== '').join(' · ');
    const keys = points.map((point) => keyOf(quantityOf(point), point.at, point.unit));
    for (const [index, point] of points.entries()) {
      const value = plain(point.value);
      if (value === null || !point.unitKnown) continue;
      // Rows that the file names alike are told apart by their place in it, and are never taken for one point.
      const alike = keys.filter((key) => key === keys[index]).length;
      const place = keys.slice(0, index + 1).filter((key) => key === keys[index]).length;
      found.push({
        standardId,
        quantity: quantityOf(point),
        point: alike > 1 ? `${point.at} #${place}`.trim() : point.at,
        unit: point.unit,
        value: {
          id: `${id}:${index}`,
          certificate: toCertificate(certificate),
          from: 'dcc',
          found: value,
          left: null,
          U: point.uncertainty,
          k: point.coverageFactor,
          recordedBy: null,
        },
      });
    }
  }
  return found;
}

async function readHistory(ctx: Context, owner: store.Owner): Promise<History> {
  const equipment = await store.listEquipment(ctx.db, owner.id, ctx.today);
  const ids = equipment.map(({ id }) => id);
  if (ids.length === 0) return { equipment: [], mayRecord: mayTest(owner, ctx.caller) };
  const certificates = await history.listCertificatesOf(ctx.db, ids);
  const digital = await history.listDigital(ctx.db, ids);
  const typed = (await history.listValues(ctx.db, owner.id)).flatMap((row) => {
    const certificate = certificates.find(({ id }) => id === row.standardCertificateId);
    if (certificate === undefined) return [];
    const value: Value = {
      id: row.id,
      certificate: toCertificate(certificate),
      from: 'typed',
      found: row.foundValue,
      left: row.leftValue,
      U: row.uncertainty,
      k: row.coverageFactor,
      recordedBy: row.recordedBy,
    };
    return [{ standardId: certificate.standardId, quantity: row.quantity, point: row.point, unit: row.unit, value }];
  });
  const values = [...(await digitalValues(ctx, certificates, digital)), ...typed];
  return {
    equipment: equipment.map(({ id, name, number, role }) => {
      const own = certificates.filter(({ standardId }) => standardId === id);
      const latest = own[own.length - 1];
      const series = new Map<string, Series>();
      for (const { quantity, point, unit, value } of values.filter(({ standardId }) => standardId === id)) {
        const key = keyOf(quantity, point, unit);
        const one = series.get(key) ?? { key, quantity, point, unit, values: [] };
        one.values.push(value);
        series.set(key, one);
      }
      for (const one of series.values()) one.values.sort((a, b) => a.certificate.day.localeCompare(b.certificate.day));
      return {
        id,
        name,
        number,
        main: role === 'main',
        present: latest === undefined ? null : { ...presentOf(latest), validUntil: latest.validUntil, number: latest.number },
        certificates: own.map((one) => ({ id: one.id, number: one.number, day: one.calibratedOn })),
        pending: digital.filter((one) => one.standardId === id && one.standardCertificateId === null).length,
        series: [...series.values()].map((one) => {
          const chart = chartOf(one.values.map(({ found }) => [found]));
          return { ...one, panel: chart === null ? null : toPanel(chart) };
        }),
      };
    }),
    mayRecord: mayTest(owner, ctx.caller),
  } as History;
}

/** The last day that counts is given by the certificate: the interval is the days from the calibration to it, that day included. */
const presentOf = ({ calibratedOn, validUntil, kind }: Certificate): Present => ({
  days: toDayNumber(validUntil) - toDayNumber(calibratedOn) + 1,
  kind: kind as Present['kind'],
});

type HistoryService = Pick<
  Service<typeof performanceEndpoints>,
  'readCalibrationHistory' | 'readIntervalProposal' | 'recordCalibrationValue'
>;

export const historyService: HistoryService = {
  readCalibrationHistory: async ({ params }, ctx) => readHistory(ctx, await getOwner(ctx, params.id)),

  async readIntervalProposal({ params, query }, ctx) {
    const { equipment } = await readHistory(ctx, await getOwner(ctx, params.id));
    const standard = equipment.find(({ id }) => id === query.standard);
    const series = standard?.series.find(({ key }) => key === query.key);
    if (standard === undefined || standard.present === null || series === undefined) throw new Problem(platformProblems.notFound);
    const found = series.values.map(({ certificate, found: value, left, U, k }): Found => ({
      day: certificate.day,
      value,
      leftAt: left,
      U,
      k,
    }));
    const { days, kind } = standard.present;
    try {
      const proposal = proposeInterval(
        { method: query.method, nominal: query.nominal, limit: query.limit, target: query.target, degree: query.degree === '2' ? 2 : 1 },
        found,
        { days, kind },
      );
      return { ...proposal, notes: proposal.notes.map((note) => inLanguage(note, ctx.language)) };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const place = /^(limit|nominal)/.exec(error.place)?.[1] ?? 'method';
      const message = inLanguage(error.text, ctx.language).replace(/^[a-zA-Z.[\]\d]+[：:] ?/, '');
      throw new Problem(performanceProblems.intervalUnknown, { issues: [{ path: [place], message }] });
    }
  },

  async recordCalibrationValue({ params, body }, ctx) {
    const owner = await openOwner(ctx, params.id);
    const equipment = await store.listEquipment(ctx.db, owner.id, ctx.today);
    const ids = equipment.map(({ id }) => id);
    const certificates = ids.length === 0 ? [] : await history.listCertificatesOf(ctx.db, ids);
    if (!certificates.some(({ id }) => id === body.certificate)) throw new Problem(performanceProblems.testEquipment);
    const issues = (['found', 'left', 'U', 'k'] as const).flatMap((field) => {
      const text = body[field];
      const value = text === null ? null : decimalOf(text);
      const isWrong = value === undefined || (value !== null && (field === 'U' || field === 'k') && value.digits <= 0n);
      return isWrong
        ? [{ path: [field], message: inLanguage(['应为十进制数；U 与 k 大于 0', 'a decimal number; U and k above 0'], ctx.language) }]
        : [];
    });
    if (body.corrects !== null && body.reason === null)
      issues.push({ path: ['reason'] as never, message: inLanguage(['更正须说明理由', 'A correction needs its reason'], ctx.language) });
    if (issues.length > 0) throw new Problem(performanceProblems.testUnusable, { issues });
    const present = await history.listValues(ctx.db, owner.id);
    const corrected = body.corrects === null ? undefined : present.find(({ id }) => id === body.corrects);
    if (body.corrects !== null && corrected === undefined) throw new Problem(platformProblems.notFound);
    const isTaken = present.some(
      (one) =>
        one.id !== corrected?.id &&
        one.standardCertificateId === body.certificate &&
        keyOf(one.quantity, one.point, one.unit) === keyOf(body.quantity, body.point, body.unit),
    );
    if (isTaken) throw new Problem(performanceProblems.valueTaken);
    const id = ctx.newId();
    await history.insertValue(ctx.db, {
      id,
      measurementStandardId: owner.id,
      standardCertificateId: body.certificate,
      quantity: body.quantity,
      point: body.point,
      unit: body.unit,
      foundValue: body.found,
      leftValue: body.left,
      uncertainty: body.U,
      coverageFactor: body.k,
      correctsId: body.corrects,
      reason: body.reason,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.valueRecorded',
      subject: owner.id,
      ...(body.reason === null ? {} : { reason: body.reason }),
      detail: { value: id, certificate: body.certificate, quantity: body.quantity, point: body.point, corrects: body.corrects },
    });
    return { id, recordedAt: ctx.now };
  },
};
