import { requestEndpoints } from '../../measure/request/contract.ts';
import { custodyEndpoints } from '../../serve/custody/contract.ts';
import { scheduleEndpoints } from '../../serve/schedule/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import type { Stage } from '../stage.ts';
import { atBench, itemsOf } from './bench.ts';

const scales = ['price-computing-scale', 'digital-indicating-scale', 'analogue-indicating-scale'] as const;

/** The institute's bench and van, a technician at a training, a scale that is booked and another that stands on the shelf with its slip. */
export async function openServiceDesk(stage: Stage): Promise<void> {
  const day = atBench(stage, -8);
  const record = scheduleEndpoints.recordResource;
  const bench = await stage.act('manager', record, {
    body: { kind: 'bench', name: '衡器检定台（演示）', instrumentKinds: [...scales], load: 20, aboard: 'M1 等级砝码 1 mg～20 kg' },
  });
  await stage.act('manager', record, {
    body: {
      kind: 'van',
      name: '现场检定车 1 号（演示）',
      instrumentKinds: [],
      load: null,
      aboard: '标准压力发生器、M1 等级砝码、标准量器',
    },
  });
  await stage.act('manager', scheduleEndpoints.recordAbsence, {
    body: { resource: stage.personOf('lapsed'), fromDay: day, toDay: day, cause: 'training', reason: '继续教育（演示）' },
  });
  atBench(stage, -6);
  const { items: found } = await stage.act('holder', instrumentEndpoints.listInstruments, { query: { q: 'CS220041' } });
  const instrument = found[0]?.id ?? '';
  const request = await stage.act('holder', requestEndpoints.submitRequest, {
    body: { instruments: [instrument], verificationKind: 'initial', whereDone: 'institute', note: '新购，首次检定（演示）' },
  });
  await stage.act('manager', requestEndpoints.acceptRequest, { params: { id: request.id } });
  const [item = ''] = await itemsOf(stage, 'holder', request.id, [instrument]);
  const { earliest } = await stage.act('manager', scheduleEndpoints.findFreeDays, {
    query: { kind: 'bench', count: 1, instrumentKind: 'price-computing-scale' },
  });
  await stage.act('manager', scheduleEndpoints.bookInstruments, {
    body: { items: [item], days: earliest?.days.slice(0, 1) ?? [], bench: bench.id },
  });
  atBench(stage, -1);
  await stage.act('technician', custodyEndpoints.receiveInstruments, {
    body: {
      items: [{ item, condition: 'sound', accessories: '电源适配器 1 个', pieces: 1 }],
      broughtBy: '王秀兰',
      broughtPhone: null,
    },
  });
}
