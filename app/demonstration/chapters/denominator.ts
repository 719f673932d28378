import { indicatorEndpoints } from '../../steer/indicator/contract.ts';
import { cityPlan } from '../../steer/plan/service/city-plan.ts';
import { organizations, county } from '../cast.ts';
import { past, thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';
import { openRegistrar } from './enter.ts';

/** Numbers of the working table that the two institutes of the story are authorised for. */
const cityScopes: readonly (readonly [number: string, title: string])[] = [
  ['1-2', '红外耳温计'],
  ['2', '非自动衡器'],
  ['7', '燃油加油机'],
  ['9-2', '水表'],
  ['10-2', '燃气表'],
  ['12', '流量计'],
  ['13-1', '无创自动测量血压计'],
  ['15-1', '压力表'],
  ['17', '出租汽车计价器'],
  ['18-1', '单相电能表'],
  ['22', '焦度计'],
  ['23-2', '验光镜片箱'],
  ['25', '医用诊断X射线设备'],
];
const countyScopes: readonly (readonly [number: string, title: string])[] = [
  ['2', '电子计价秤'],
  ['13-1', '无创自动测量血压计'],
];

/** Authorised items of the catalogue, and what the plan office divides them by: first the whole catalogue, since lately what the ledger has. */
export async function decideDenominators(stage: Stage): Promise<void> {
  const { accept } = await openRegistrar(stage);
  stage.at(-71);
  const [since, until] = [past(stage, '2024-02-20'), past(stage, '2029-02-19')];
  const authorise = async (by: 'citymanager' | 'manager', institute: string, region: string, scopes: typeof cityScopes): Promise<void> => {
    const series = region === county ? '县' : '市';
    for (const [entryNumber, title] of scopes) {
      await accept(by, 'scope', {
        title: `${title}（演示）`,
        documentNumber: `（演示${series}）法计（${since.slice(0, 4)}）${entryNumber.replace('-', '').padStart(4, '0')}号`,
        issuer: '示例省市场监督管理局（演示）',
        since,
        until,
        region,
        payload: { institute, entryNumber },
      });
    }
  };
  await authorise('citymanager', organizations.cityInstitute.name, '320600', cityScopes);
  await authorise('manager', organizations.institute.name, county, countyScopes);
  const coverage = { catalogue: '2020', level: 'entry', weight: 'ledger', reported: 'unweighted' } as const;
  stage.at(-70);
  await stage.act('office', indicatorEndpoints.decideDenominator, {
    params: { id: 'G3-4' },
    body: {
      ...coverage,
      chosen: 'catalogue',
      holdsFrom: cityPlan().period.from,
      documentNumber: thisYear(stage, '演示计核', 5),
      reason: '规划写明“覆盖国家目录”，先以目录全部应检序号为分母（演示口径，目录为工作表）',
    },
  });
  const changedOn = stage.at(-12);
  await stage.act('office', indicatorEndpoints.decideDenominator, {
    params: { id: 'G3-4' },
    body: {
      ...coverage,
      chosen: 'ledger',
      holdsFrom: changedOn,
      documentNumber: thisYear(stage, '演示计核', 7),
      reason: '目录中本市台账没有在用器具的序号不作要求，自本日起以台账有器具的序号为分母（演示）',
    },
  });
  await stage.act('office', indicatorEndpoints.decideDenominator, {
    params: { id: 'G3-5' },
    body: {
      chosen: 'decided',
      months: 12,
      threshold: 95,
      reported: 'weighted',
      holdsFrom: changedOn,
      documentNumber: thisYear(stage, '演示计核', 8),
      reason: '以近十二个月已处理的需求反映现状（演示）',
    },
  });
}
