import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import type { PersonName } from '../cast.ts';
import type { Stage } from '../stage.ts';
import {
  approved,
  atBench,
  checked,
  issued,
  itemsOf,
  returned,
  save,
  sessionOf,
  standardsOf,
  submitAgain,
  submitted,
  type Bench,
} from './bench.ts';
import { environmentOf, readingsOf, type Defect } from './readings.ts';
import { standsIn, type Stands } from './whereabouts.ts';

/** Max 15 kg, e = 5 g, n = 3000. */
export const nameplate = { class: 'III', max: '15 kg', min: '100 g', e: '5 g', d: '5 g', supports: '4', zeroTracking: 'no' } as const;
const areas = ['蔬菜区', '水产区', '肉类区', '干货区', '水果区', '豆制品区'] as const;

export async function registerScale(
  stage: Stage,
  by: PersonName,
  scale: { serial: string; place: string } & Partial<Stands>,
): Promise<string> {
  const body = {
    kind: 'price-computing-scale',
    name: '电子计价秤',
    model: 'ACS-15',
    maker: '演示衡器厂（演示）',
    use: 'trade',
    parameters: nameplate,
    ...scale,
  } as const;
  return (await stage.act(by, instrumentEndpoints.registerInstrument, { body })).id;
}

export async function acceptedRequest(
  stage: Stage,
  by: PersonName,
  instruments: readonly string[],
  more: { ecqsNumber?: string; note?: string } = {},
): Promise<string[]> {
  const asked = { verificationKind: 'subsequent', whereDone: 'on-site' } as const;
  const body = { instruments: [...instruments], ...asked, ...more };
  const { id } = await stage.act(by, requestEndpoints.submitRequest, { body });
  await stage.act('manager', requestEndpoints.acceptRequest, { params: { id } });
  return itemsOf(stage, by, id, instruments);
}

/** A day of work: its session and its date. */
export type Work = { readonly session: string; readonly testedOn: string };

export async function workOn(stage: Stage, testedOn: string, place: string): Promise<Work> {
  const standards = await standardsOf(stage, 'jjg-0539-2016');
  return { testedOn, session: await sessionOf(stage, { day: testedOn, place, environment: environmentOf(1), standards }) };
}

export const benchOf = (item: string, { session, testedOn }: Work, scale: number, defect: Defect = null): Bench => ({
  item,
  session,
  testedOn,
  environment: environmentOf(scale),
  readings: readingsOf(scale, defect),
});

const defects: Readonly<Record<number, Defect>> = { 7: 'aboveTwoThousand', 18: 'eccentricity', 33: 'discrimination' };
const copied = 12;

/** The technician copied the sheet of the scale before; the checker sees it, and the scale is measured again. */
async function issuedAfterCopying(stage: Stage, item: string, work: Work): Promise<void> {
  const id = await submitted(stage, benchOf(item, work, copied - 1));
  const version = await returned(stage, id, '称量数据与上一台逐行相同，疑似复制，请重新检定（演示）');
  const { item: _same, ...again } = benchOf(item, work, copied);
  const saved = await save(stage, { id, version }, again);
  await approved(stage, await checked(stage, await submitAgain(stage, saved, again)));
}

/** 42 scales of one market: 37 pass, 3 fail, one was never verified and one is only registered, with a mark. */
export async function verifyMarket(stage: Stage): Promise<void> {
  atBench(stage, -75);
  const stands = await standsIn(stage, 'market');
  const scales: string[] = [];
  for (let number = 1; number <= 42; number += 1) {
    const place = `${areas[(number - 1) % areas.length] ?? ''} ${number} 号摊`;
    scales.push(await registerScale(stage, 'holder', { serial: `CS22${String(number).padStart(4, '0')}`, place, ...stands }));
  }
  await markSuspicious(stage, scales[41] ?? '', stands);
  for (const [turn, requestedOn, ecqsNumber] of [
    [0, -70, '演示YY0001'],
    [1, -63, '演示YY0002'],
  ] as const) {
    atBench(stage, requestedOn);
    const some = scales.slice(turn * 20, turn * 20 + 20);
    const items = await acceptedRequest(stage, 'holder', some, { ecqsNumber });
    const work = await workOn(stage, atBench(stage, requestedOn + 5), '潮声菜市场（演示）');
    for (const [index, item] of items.entries()) {
      const number = turn * 20 + index + 1;
      if (number === copied) await issuedAfterCopying(stage, item, work);
      else await issued(stage, benchOf(item, work, number, defects[number] ?? null));
    }
  }
  await verifyRepaired(stage, scales[17] ?? '');
}

async function markSuspicious(stage: Stage, id: string, stands: Stands): Promise<void> {
  const body = {
    ...stands,
    version: 1,
    name: '电子计价秤',
    model: 'ACS-15',
    serial: 'CS220042',
    maker: '演示衡器厂（演示）',
    use: 'trade',
    parameters: nameplate,
    place: '豆制品区 42 号摊（铅封缺失，停用待查）',
    reason: '市场自查发现铅封缺失，停用待查，未申请检定（演示）',
  } as const;
  await stage.act('holder', instrumentEndpoints.changeInstrument, { params: { id }, body });
}

/** The scale that failed at eccentric loading was repaired: a new request, a new record, a certificate of its own. */
async function verifyRepaired(stage: Stage, scale: string): Promise<void> {
  atBench(stage, -35);
  const [item = ''] = await acceptedRequest(stage, 'holder', [scale], { note: '已由制造单位维修，附维修单（演示）' });
  const work = await workOn(stage, atBench(stage, -33), '潮声菜市场（演示）');
  await issued(stage, benchOf(item, work, 43));
}
