import { addDays } from '../../kernel/day.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { county } from '../cast.ts';
import { exampleOf } from '../example.ts';
import { writePaper } from '../paper.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';
import { standsIn, type PlaceName } from './whereabouts.ts';

const rooms: readonly PlaceName[] = ['lutan', 'xinxu', 'beigang', 'yanjiang', 'shiqiao', 'sanzao'];

/** When the last certificate of each ends, in days from the first start; null: never verified. Some are past, some come soon, one comes later. */
const ends: readonly (number | null)[] = [-40, 12, 20, 5, null, 26, 41, -3, 33, 60, null, 75];

/**
 * The sphygmomanometers of six village clinics. The institute records them for the township's hospital, so that no doctor files anything;
 * the hospital adds the certificates that another body has given, as its own report.
 */
export async function equipClinics(stage: Stage): Promise<void> {
  atBench(stage, -60);
  const { instrument: parameters } = exampleOf('jjg-0270-2008', 'pass-subsequent-leak');
  const known: { id: string; end: number | null; serial: string }[] = [];
  for (const [index, end] of ends.entries()) {
    const serial = `XYJ22${String(index + 1).padStart(3, '0')}`;
    const stands = await standsIn(stage, rooms[Math.floor(index / 2)] ?? 'lutan');
    const { id } = await stage.act('manager', instrumentEndpoints.registerInstrument, {
      body: {
        kind: 'sphygmomanometer',
        name: '台式血压计',
        model: 'XJ-11D',
        serial,
        maker: '演示医疗器械厂（演示）',
        use: 'medical',
        place: index % 2 === 0 ? '诊室' : '随访箱',
        parameters,
        region: county,
        holderCreditCode: stage.creditCodeOf('hospital'),
        ...stands,
      },
    });
    known.push({ id, end, serial });
  }
  atBench(stage, -50);
  for (const { id, end, serial } of known) {
    if (end === null) continue;
    const validUntil = addDays(stage.today, end);
    const verifiedOn = addDays(validUntil, -182);
    const number = `演示外检${serial}`;
    const paper = await writePaper(
      '检定证书（演示）',
      [`证书编号：${number}`, `出厂编号：${serial}`, `检定日期：${verifiedOn}`],
      verifiedOn,
    );
    const file = await stage.upload('hospital', `检定证书-${serial}.pdf`, paper);
    await stage.act('hospital', instrumentEndpoints.reportResult, {
      params: { id },
      body: { number, verifiedOn, validUntil, institute: '江岬医疗计量中心（演示）', file },
    });
  }
}
