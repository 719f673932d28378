import type { Edition } from '@tongheng/procedures/edition';
import { editions } from '@tongheng/procedures/registry';
import { addDays } from '../../kernel/day.ts';
import { instrumentKindNames } from '../../register/catalogue/rules/kinds.ts';
import { catalogueEndpoints } from '../../register/catalogue/contract.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { numbersOf } from '../../register/catalogue/rules.ts';
import { county, type PersonName } from '../cast.ts';
import { inventedLimits } from '../example.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

const clause = '演示：未与正式文本核对';

/** One person compares, another confirms. */
export async function adopt(stage: Stage, edition: Edition, by: PersonName, confirmedBy: PersonName): Promise<void> {
  const invented = inventedLimits(edition);
  const numbers = numbersOf(edition).map(({ path }) => ({
    path,
    clause,
    ...(invented[path] === undefined ? {} : { value: invented[path] }),
  }));
  const body = { edition: edition.id, source: '演示用文本，非正式文本', numbers };
  const { id } = await stage.act(by, catalogueEndpoints.proposeAdoption, { body });
  await stage.act(confirmedBy, catalogueEndpoints.confirmAdoption, { params: { id } });
}

/**
 * Before anything is measured every edition is adopted and the institutes are designated. In the demonstration nobody compared a number
 * with the official text, and every clause says so; what the editions leave open gets invented values.
 */
export async function adoptProcedures(stage: Stage): Promise<void> {
  const day = atBench(stage, -100);
  for (const edition of editions) await adopt(stage, edition, 'technical', 'approver');
  atBench(stage, -99);
  const year = day.slice(0, 4);
  const rest = { instrumentKinds: [...instrumentKindNames], validFrom: addDays(day, 1) };
  await stage.act('county', designationEndpoints.designateForKinds, {
    body: { ...rest, region: county, instituteId: stage.idOf('institute'), documentNumber: `演示县市监〔${year}〕3号` },
  });
  await stage.act('city', designationEndpoints.designateForKinds, {
    body: { ...rest, region: '320600', instituteId: stage.idOf('cityInstitute'), documentNumber: `演示市监〔${year}〕8号` },
  });
}
