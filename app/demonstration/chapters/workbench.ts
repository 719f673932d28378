import { requestEndpoints } from '../../measure/request/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import type { Stage } from '../stage.ts';
import { atBench, checked, drafted, returned, submitted } from './bench.ts';
import { acceptedRequest, benchOf, registerScale, workOn } from './market.ts';

/** A platform scale of the shipyard: one that the county's institute cannot serve. */
async function registerPlatform(stage: Stage, serial: string, max: string, e: string, min: string): Promise<string> {
  const body = {
    kind: 'digital-indicating-scale',
    name: '电子平台秤',
    model: 'TCS',
    serial,
    maker: '演示衡器厂（演示）',
    place: '钢材料场',
    use: 'trade',
    parameters: { class: 'III', max, min, e, d: e, supports: '4', zeroTracking: 'no' },
  } as const;
  return (await stage.act('yard', instrumentEndpoints.registerInstrument, { body })).id;
}

async function request(stage: Stage, instruments: string[], whereDone: 'institute' | 'on-site', more: { ecqsNumber?: string } = {}) {
  const body = { instruments, verificationKind: 'subsequent' as const, whereDone, ...more };
  return (await stage.act('yard', requestEndpoints.submitRequest, { body })).id;
}

/** What the county's institute did not do itself: one request refused with its reason, one referred to the city. */
export async function turnAway(stage: Stage): Promise<void> {
  atBench(stage, -90);
  const trucks: string[] = [];
  for (const serial of ['TCS0001', 'TCS0002', 'TCS0003']) trucks.push(await registerPlatform(stage, serial, '3000 kg', '1 kg', '20 kg'));
  const refused = await request(stage, trucks, 'institute');
  const platform = await registerPlatform(stage, 'TCS0004', '300 kg', '100 g', '2 kg');
  const referred = await request(stage, [platform], 'on-site');
  atBench(stage, -88);
  await stage.act('manager', requestEndpoints.refuseRequest, {
    params: { id: refused },
    body: { reason: '三台秤均为固定安装，不能送检；请按现场检定重新申请（演示）' },
  });
  await stage.act('manager', requestEndpoints.referRequest, {
    params: { id: referred },
    body: { reason: '本所大砝码正在周期检定，转市级机构办理（演示）' },
  });
}

/** What lies on the desks today: to accept, to take up, to finish, to measure again, to check, to approve. */
export async function leaveWork(stage: Stage): Promise<void> {
  atBench(stage, -9);
  const scales: string[] = [];
  for (let number = 1; number <= 10; number += 1) {
    const place = number <= 4 ? `一食堂 ${number} 号窗口` : `职工超市 ${number - 4} 号柜`;
    scales.push(await registerScale(stage, 'yard', { serial: `JJ24${String(number).padStart(4, '0')}`, place }));
  }
  const items = await acceptedRequest(stage, 'yard', scales.slice(0, 8));
  const work = await workOn(stage, atBench(stage, -4), '江岬船舶重工（演示）');
  const bench = (number: number, like = number) => benchOf(items[number] ?? '', work, 60 + like);
  await checked(stage, await submitted(stage, bench(0)));
  await checked(stage, await submitted(stage, bench(1)));
  await submitted(stage, bench(2));
  await submitted(stage, bench(3));
  await returned(stage, await submitted(stage, bench(4, 3)), '四角示值与上一台逐格相同，疑似复制，请重新测量（演示）');
  await drafted(stage, { ...bench(5), readings: { sheet: { unit: 'g' }, zero: { load: '0', indication: '0', added: '2.5' } } });
  atBench(stage, -2);
  await request(stage, scales.slice(8), 'on-site', { ecqsNumber: '演示YY0003' });
}
