import { addDays } from '../../kernel/day.ts';
import { measurementStandardEndpoints as it } from '../../measure/measurement-standard/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { entryEndpoints } from '../../register/entry/contract.ts';
import type { PersonName } from '../cast.ts';
import type { Stage } from '../stage.ts';

/** By the number on the certificate: a story that is told again finds the same entries, though they are taken over by then. */
async function takeOver(stage: Stage, who: PersonName, number: string): Promise<string | undefined> {
  const { items } = await stage.act('office', entryEndpoints.listEntries, { query: { kind: 'standard', q: `演示社证字第${number}号` } });
  const [entry] = items;
  if (entry === undefined) return undefined;
  const { id } = await stage.act(who, it.takeOverEntry, { params: { id: entry.id }, body: { quantity: '质量' } });
  return id;
}

/** Entries become dossiers without moving the figure; one new measurement standard waits for the county's examination, one suspension for its decision. */
export async function keepDossiers(stage: Stage): Promise<void> {
  const day = stage.at(-6);
  await takeOver(stage, 'technical', '0061');
  const first = await takeOver(stage, 'citymanager', '0001');
  for (const number of ['0013', '0014']) await takeOver(stage, 'citymanager', number);
  if (first !== undefined)
    await stage.act('citymanager', it.declareStanding, {
      params: { id: first as never },
      body: { order: 'suspend', since: addDays(day, -1), reason: '主标准器送省院检定，预计两个月（演示）' },
    });
  const since = addDays(day, -40);
  const { id } = await stage.act('technical', it.openMeasurementStandard, {
    body: {
      kind: 'public',
      level: 'county',
      name: 'M1等级毫克组砝码标准装置（演示）',
      quantity: '质量',
      place: '力学室（演示）',
      since,
    },
  });
  const params = { id };
  const { items } = await stage.act('technical', standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  const [weights] = items;
  if (weights === undefined) return;
  await stage.act('technical', it.addRange, {
    params,
    body: { parameter: '质量', low: '1', high: '500', unit: 'mg', quality: 'class', accuracyClass: 'M1等级', since },
  });
  await stage.act('technical', it.addEquipment, { params, body: { standard: weights.id, role: 'main', since } });
  await stage.act('technical', it.addProcedure, { params, body: { edition: 'jjg-0539-2016', since } });
  await stage.act('technical', it.addMember, {
    params,
    body: { person: stage.personOf('technician') as never, role: 'responsible', since },
  });
  await stage.act('technical', it.addMember, { params, body: { person: stage.personOf('checker') as never, role: 'member', since } });
  const made = await stage.act('technical', it.addRequirement, {
    params,
    body: { quantity: '温度', low: '18', high: '25', unit: '℃', source: '演示要求', since },
  });
  const [requirement] = made.requirements;
  if (requirement !== undefined)
    await stage.act('technical', it.recordEnvironment, {
      params,
      body: { requirement: requirement.id, day: addDays(day, -1), lowest: '20.5', highest: '22.0' },
    });
  stage.at(-4);
  await stage.act('technical', it.applyForExamination, {
    params,
    body: { kind: 'first', addressee: '江岬县市场监督管理局（演示）' },
  });
  stage.at(-3);
}
