import { ecqsEndpoints } from '../../serve/ecqs/contract.ts';
import { organizations } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

const heading = '预约单号,申请单位,统一社会信用代码,器具名称,项别,型号规格,出厂编号,生产厂家,安装/使用地点,数量,送检方式';

/** A reservation file of the shipyard with five good rows and three bad ones: a wrong digit, a kind nobody knows, a missing number. */
export async function exchangeWithEcqs(stage: Stage): Promise<void> {
  atBench(stage, -1);
  const code = stage.creditCodeOf('shipyard');
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  const row = (reservation: string, serial: string, more: { creditCode?: string; name?: string } = {}): string =>
    [
      reservation,
      organizations.shipyard.name,
      more.creditCode ?? code,
      more.name ?? '电子计价秤',
      '非自动衡器',
      'ACS-30',
      serial,
      '演示衡器厂（演示）',
      '职工超市生鲜区',
      '1',
      '现场检定',
    ].join(',');
  const lines = [
    ...['1', '2', '3', '4', '5'].map((n) => row('演示YY0101', `JJ25000${n}`)),
    row('演示YY0102', 'JJ250006', { creditCode: wrong }),
    row('演示YY0103', 'JJ250007', { name: '量天尺' }),
    row('演示YY0104', ''),
  ];
  const file = new TextEncoder().encode(`\uFEFF${[heading, ...lines].join('\r\n')}\r\n`);
  await stage.send('manager', ecqsEndpoints.importReservations, { query: { name: '预约单（演示）.csv', accept: 'false' } }, file);
}
