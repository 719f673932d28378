import type { InstrumentKind } from '../../register/catalogue/rules/kinds.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import type { PersonName } from '../cast.ts';
import { conclusionOf, exampleOf } from '../example.ts';
import type { Stage } from '../stage.ts';
import { atBench, issued, itemsOf, sessionOf, standardsOf } from './bench.ts';
import { standsIn, whereabouts, type PlaceName } from './whereabouts.ts';

type Visited = {
  readonly kind: InstrumentKind;
  readonly edition: string;
  readonly name: string;
  readonly model: string;
  readonly maker: string;
  readonly use: 'trade' | 'medical';
  /** Each instrument with the worked example whose readings it shows. */
  readonly instruments: readonly { readonly serial: string; readonly place: string; readonly example: string }[];
};

const clinic: Visited = {
  kind: 'automated-sphygmomanometer',
  edition: 'jjg-0692-2010',
  name: '无创自动测量血压计',
  model: 'BP-10',
  maker: '演示医疗器械厂（演示）',
  use: 'medical',
  instruments: [
    { serial: 'XY0001', place: '诊室', example: 'pass-subsequent-at-the-limit' },
    { serial: 'XY0002', place: '随访箱', example: 'pass-subsequent-kpa' },
    { serial: 'XY0003', place: '候诊区', example: 'fail-deflation' },
  ],
};

const station: Visited = {
  kind: 'fuel-dispenser',
  edition: 'jjg-0443-2023',
  name: '燃油加油机',
  model: 'JY-60',
  maker: '演示加油设备厂（演示）',
  use: 'trade',
  instruments: [
    { serial: 'JYJ01-1', place: '1 号机 1 号枪', example: 'pass-petrol' },
    { serial: 'JYJ01-2', place: '1 号机 2 号枪', example: 'pass-at-the-limit' },
    { serial: 'JYJ02-1', place: '2 号机 1 号枪', example: 'pass-petrol' },
    { serial: 'JYJ02-2', place: '2 号机 2 号枪', example: 'fail-repeatability' },
  ],
};

/** The technician drives to a holder and verifies what it has, each instrument labelled on the spot. */
async function visit(stage: Stage, by: PersonName, days: number, where: PlaceName, visited: Visited): Promise<void> {
  const stands = await standsIn(stage, where);
  const place = whereabouts[where].name;
  const { kind, edition, name, model, maker, use, instruments } = visited;
  atBench(stage, days - 6);
  const registered: string[] = [];
  for (const { serial, place: spot, example } of instruments) {
    const { instrument: parameters } = exampleOf(edition, example);
    const body = { kind, name, model, maker, use, serial, place: spot, parameters, ...stands };
    registered.push((await stage.act(by, instrumentEndpoints.registerInstrument, { body })).id);
  }
  const kinds = new Set(instruments.map(({ example }) => exampleOf(edition, example).kind));
  for (const verificationKind of kinds) {
    if (verificationKind === 'in-use') continue;
    const chosen = instruments.flatMap((one, index) =>
      exampleOf(edition, one.example).kind === verificationKind ? [{ ...one, id: registered[index] ?? '' }] : [],
    );
    atBench(stage, days - 5);
    const body = { instruments: chosen.map(({ id }) => id), verificationKind, whereDone: 'on-site' as const };
    const request = await stage.act(by, requestEndpoints.submitRequest, { body });
    await stage.act('manager', requestEndpoints.acceptRequest, { params: { id: request.id } });
    const items = await itemsOf(
      stage,
      by,
      request.id,
      chosen.map(({ id }) => id),
    );
    const testedOn = atBench(stage, days);
    const standards = await standardsOf(stage, edition);
    const [first] = chosen;
    const { environment } = exampleOf(edition, first?.example ?? '');
    const session = await sessionOf(stage, { day: testedOn, place, environment: { ...environment }, standards });
    for (const [index, { serial, example }] of chosen.entries()) {
      const record = exampleOf(edition, example);
      await issued(stage, {
        item: items[index] ?? '',
        session,
        testedOn,
        environment: { ...record.environment },
        readings: record.readings,
        secondPerson: stage.personOf('checker'),
        // What failed bears no 检定合格证; it is sealed against use until it is repaired.
        seals:
          conclusionOf(edition, example) === 'pass'
            ? [{ kind: 'sticker', action: 'applied', number: `YSHG${serial}`, position: '机身正面' }]
            : [{ kind: 'seal', action: 'applied', number: `YSFY${serial}`, position: '机身正面' }],
      });
    }
  }
}

/** A village clinic with its sphygmomanometers, and a fuel station with four nozzles, of which one is not repeatable. */
export async function visitOnSite(stage: Stage): Promise<void> {
  await visit(stage, 'doctor', -27, 'chaowei', clinic);
  await visit(stage, 'fuelkeeper', -22, 'station', station);
}
