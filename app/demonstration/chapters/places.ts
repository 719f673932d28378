import { addDays, type Day } from '../../kernel/day.ts';
import { entryEndpoints } from '../../register/entry/contract.ts';
import type { EntryDetails } from '../../register/entry/contract/shapes.ts';
import { county } from '../cast.ts';
import { creditCodeOf, shopOf } from '../invented.ts';
import { past, thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';
import { contentOf, openRegistrar, type Registrar, type Said } from './enter.ts';

const provincial = '示例省市场监督管理局（演示）';
const national = '演示·国家主管部门';
const host = '江岬市计量测试院（演示）';

const centre = (title: string, code: string, level: Said['level'], issuer: string, since: Day): Said => ({
  title: `${title}（演示）`,
  documentNumber: `演示计量函〔${since.slice(0, 4)}〕${code.length}号`,
  issuer,
  since,
  level: level ?? null,
  payload: { centre: code, host },
});

type Phase = 'construction' | 'acceptance' | 'designation';

/** Phases of a centre or laboratory, each proposed by the institute with its document and approved by the plan office. */
async function pass(
  stage: Stage,
  { evidence }: Registrar,
  entry: EntryDetails,
  steps: readonly (readonly [Phase, Day])[],
  upTo: 'proposed' | 'approved' = 'approved',
): Promise<void> {
  const params = { id: entry.id };
  for (const [phase, day] of steps) {
    const body = {
      phase,
      day,
      documentNumber: `演示计量函〔${day.slice(0, 4)}〕${phase.length + 20}号`,
      reason: '按主管部门文件登记（演示）',
    };
    const files = [await evidence('citymanager')];
    const { proposals } = await stage.act('citymanager', entryEndpoints.recordPhase, { params, body: { ...body, files } });
    const proposalId = proposals.find(({ status }) => status === 'proposed')?.id ?? '';
    if (upTo === 'proposed') return;
    await stage.act('office', entryEndpoints.decideCorrection, {
      params,
      body: { proposalId, approve: true, reason: '与文件一致（演示）' },
    });
  }
}

/** Centres and laboratories on their way 批准筹建 → 建设 → 验收 → 授牌, and what the counties and the market enter. */
export async function enterPlaces(stage: Stage): Promise<void> {
  const registrar = await openRegistrar(stage);
  const { accept, review, submit } = registrar;
  stage.at(-80);
  const ship = await accept(
    'citymanager',
    'centre',
    centre('国家船舶智能制造产业计量测试中心', 'national-ship', 'national', national, past(stage, '2024-11-15')),
  );
  await pass(stage, registrar, ship, [['construction', past(stage, '2025-03-03')]]);
  const transformer = await accept(
    'citymanager',
    'centre',
    centre('示例省变压器产业计量测试中心', 'provincial-transformer', 'province', provincial, past(stage, '2023-12-08')),
  );
  await pass(stage, registrar, transformer, [
    ['construction', past(stage, '2024-02-19')],
    ['acceptance', addDays(stage.today, -190)],
    ['designation', addDays(stage.today, -150)],
  ]);
  const data = await accept(
    'citymanager',
    'centre',
    centre('国家计量数据中心分中心', 'data-branch', 'national', national, past(stage, '2024-01-22')),
  );
  await pass(stage, registrar, data, [
    ['construction', past(stage, '2024-04-08')],
    ['acceptance', past(stage, '2025-08-15')],
    ['designation', past(stage, '2025-10-20')],
  ]);
  const laboratory = await accept('citymanager', 'laboratory', {
    title: '示例市力学计量重点实验室（演示）',
    documentNumber: '演示科〔2024〕45号',
    issuer: '示例市科学技术局（演示）',
    since: past(stage, '2024-05-06'),
    level: 'city',
    payload: { host, scope: '力学与衡器计量' },
  });
  await pass(stage, registrar, laboratory, [['construction', past(stage, '2024-09-02')]]);
  await accept('body', 'demonstrationCounty', {
    title: '江岬县（演示）',
    documentNumber: '示例市监计〔2025〕27号（演示）',
    issuer: provincial,
    since: past(stage, '2025-05-20'),
    level: 'province',
    region: county,
    payload: { measures: '集贸市场免费检定、公平秤全覆盖（演示）' },
  });
  await enterCommitments(stage, registrar);
  await correctStandard(stage, registrar);
  stage.at(-3);
  await pass(stage, registrar, laboratory, [['acceptance', addDays(stage.today, -12)]], 'proposed');
  await submit('county', 'cultureBase', {
    title: '江岬县衡器博物角（演示）',
    documentNumber: thisYear(stage, '演示县市监', 7),
    issuer: '江岬县市场监督管理局（演示）',
    since: addDays(stage.today, -25),
    level: 'city',
    region: county,
    payload: { host: '江岬县计量检定测试所（演示）', theme: '杆秤与公平' },
  });
  await review('manager', 'standard', standard(addDays(stage.today, -14), '0062'), 'county');
}

const commitment = (title: string, creditCode: string, number: string, since: Day, trade: string): Said => ({
  title,
  documentNumber: `演示县诺${number}`,
  issuer: '江岬县诚信计量公示栏（演示）',
  since,
  region: county,
  payload: { creditCode, scope: '公平秤摆放醒目，短秤退差', trade },
});

/** The market commits itself; a yard withdraws its commitment; another shop waits for its review. */
async function enterCommitments(stage: Stage, { accept, submit }: Registrar): Promise<void> {
  const own = (name: 'market' | 'shipyard') => stage.creditCodeOf(name);
  await accept(
    'holder',
    'commitment',
    commitment('江岬县潮声菜市场（演示）', own('market'), '0001', addDays(stage.today, -95), 'market'),
    'county',
  );
  const yard = commitment('江岬船舶重工（演示）', own('shipyard'), '0002', past(stage, '2024-12-02'), 'manufacturing');
  const { id } = await accept('yard', 'commitment', yard, 'county');
  stage.at(-30);
  const body = { reason: '停止对外过磅，撤回承诺（演示）', day: addDays(stage.today, -30) };
  await stage.act('yard', entryEndpoints.withdrawEntry, { params: { id }, body });
  stage.at(-4);
  await submit('county', 'commitment', commitment(shopOf(140), creditCodeOf(140), '0003', addDays(stage.today, -10), 'retail'));
}

const standard = (since: Day, number: string): Said => ({
  title: '电子天平检定装置（演示）',
  documentNumber: `[${since.slice(0, 4)}]演示社证字第${number}号`,
  issuer: '江岬县市场监督管理局（演示）',
  since,
  until: addDays(since, 1825),
  level: 'city',
  region: county,
  payload: { keeper: '江岬县计量检定测试所（演示）', mainStandard: 'E2等级砝码组', range: '1 mg～200 g', uncertainty: 'E2等级' },
});

/** A correction with reason and document: the range was copied from the standard before; the old value stays as a version. */
async function correctStandard(stage: Stage, { accept, evidence }: Registrar): Promise<void> {
  stage.at(-60);
  const said = standard(past(stage, '2025-03-18'), '0061');
  const { id } = await accept('technical', 'standard', said, 'county');
  stage.at(-50);
  const content = contentOf({ ...said, payload: { ...said.payload, range: '1 mg～500 g' } });
  const body = {
    content,
    files: [await evidence('technical')],
    reason: '测量范围抄错上限，按证书更正（演示）',
    documentNumber: thisYear(stage, '演示县计', 5),
  };
  const { proposals } = await stage.act('technical', entryEndpoints.proposeCorrection, { params: { id }, body });
  const proposalId = proposals[0]?.id ?? '';
  await stage.act('office', entryEndpoints.decideCorrection, {
    params: { id },
    body: { proposalId, approve: true, reason: '与证书原件一致（演示）' },
  });
}
