import { editions } from '@tongheng/procedures/registry';
import { addDays } from '../../kernel/day.ts';
import { requestEndpoints } from '../../measure/request/contract.ts';
import { catalogueEndpoints } from '../../register/catalogue/contract.ts';
import { numbersOf } from '../../register/catalogue/rules.ts';
import { county } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { atBench, edition } from './bench.ts';

/**
 * Before anything is measured the edition is adopted and the institutes are designated. In the demonstration nobody compared a number
 * with the official text, and every clause says so.
 */
export async function adoptProcedure(stage: Stage): Promise<void> {
  const day = atBench(stage, -100);
  const numbers = editions
    .filter(({ id }) => id === edition)
    .flatMap(numbersOf)
    .map(({ path }) => ({ path, clause: '演示：未与正式文本核对' }));
  const body = { edition, source: '演示用文本，非正式文本', numbers };
  const { id } = await stage.act('technical', catalogueEndpoints.proposeAdoption, { body });
  atBench(stage, -99);
  await stage.act('approver', catalogueEndpoints.confirmAdoption, { params: { id } });
  const year = day.slice(0, 4);
  for (const instrumentKind of ['price-computing-scale', 'digital-indicating-scale'] as const) {
    const rest = { instrumentKind, validFrom: addDays(day, 1) };
    await stage.act('county', requestEndpoints.designateInstitute, {
      body: { ...rest, region: county, instituteId: stage.idOf('institute'), documentNumber: `演示县市监〔${year}〕3号` },
    });
    await stage.act('city', requestEndpoints.designateInstitute, {
      body: { ...rest, region: '320600', instituteId: stage.idOf('cityInstitute'), documentNumber: `演示市监〔${year}〕8号` },
    });
  }
}
