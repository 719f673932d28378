import { editions } from '@tongheng/procedures/registry';
import { addDays } from '../../kernel/day.ts';
import { qualificationEndpoints } from '../../measure/qualification/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import type { PersonName } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

type Need = { readonly name: string; readonly roles: string[] };

/** What all editions ask for, one entry for what has one name: a set of weights serves scales of every kind. */
function needs(): Need[] {
  const byName = new Map<string, Need>();
  for (const { regulation, standards } of editions) {
    for (const { id, title } of standards) {
      const need = byName.get(title[0]) ?? { name: title[0], roles: [] };
      byName.set(title[0], need);
      const role = `${regulation}:${id}`;
      if (!need.roles.includes(role)) need.roles.push(role);
    }
  }
  return [...byName.values()];
}

/** The standards of the county's institute, and who there may test, check and approve; one registration has lapsed. */
export async function equipInstitute(stage: Stage): Promise<void> {
  const day = atBench(stage, -98);
  for (const [index, { name, roles }] of needs().entries()) {
    const isWeights = roles.includes('jjg-0539:weights');
    // Two of the certificates end within the month, so that the list of what is due has something in it.
    const validUntil = addDays(stage.today, index % 20 === 7 ? 20 : 150 + index);
    await stage.act('technical', standardEndpoints.registerStandard, {
      body: {
        number: `JJ-${String(index + 1).padStart(3, '0')}`,
        name: `${name}（演示）`,
        model: '演示型',
        serial: `YS${String(index + 1).padStart(4, '0')}`,
        range: isWeights ? '1 mg～20 kg' : '满足规程要求的范围（演示）',
        roles,
        since: addDays(day, -300),
        kind: 'calibration',
        certificateNumber: `演示校字 ${String(index + 1).padStart(4, '0')}`,
        issuer: '江岬市计量测试院（演示）',
        calibratedOn: addDays(day, -60),
        validUntil,
        ...(isWeights ? ({ quality: 'mpe', value: '0.25', unit: 'g' } as const) : ({ quality: 'class', accuracyClass: '演示级' } as const)),
      },
    });
  }
  const regulations = [...new Set(editions.map(({ regulation }) => regulation))];
  const since = addDays(day, -700);
  const register = (person: PersonName, activities: ('test' | 'check')[], validUntil: string | null) =>
    stage.act('technical', qualificationEndpoints.registerQualification, {
      body: {
        holder: stage.personOf(person),
        activities,
        regulations,
        documentNumber: '演示计资〔2025〕6号',
        validFrom: since,
        validUntil,
      },
    });
  await register('technician', ['test'], null);
  await register('checker', ['check'], null);
  await register('lapsed', ['test'], addDays(day, -20));
  await stage.act('technical', qualificationEndpoints.authoriseApprover, {
    body: { holder: stage.personOf('approver'), regulations: [], documentNumber: '演示计授〔2025〕2号', validFrom: since },
  });
}
