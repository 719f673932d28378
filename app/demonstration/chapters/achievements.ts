import { addDays } from '../../kernel/day.ts';
import { entryEndpoints } from '../../register/entry/contract.ts';
import { county } from '../cast.ts';
import { identityNumberOf } from '../invented.ts';
import { past } from '../past.ts';
import type { Stage } from '../stage.ts';
import { contentOf, openRegistrar, type Registrar, type Said } from './enter.ts';

const provincial = '示例省市场监督管理局（演示）';
const host = '江岬市计量测试院（演示）';

const inventions = [
  '一种船体曲面测量装置',
  '一种在线尺寸补偿方法',
  '一种焊缝视觉测量系统',
  '一种砝码自动加卸机构',
  '一种压力波动抑制装置',
] as const;

const talent = (name: string, number: number, programme: string, level: Said['level'], since: string): Said => ({
  title: `${name}（演示）`,
  documentNumber: `演示人才〔${since.slice(0, 4)}〕${70 + number}号`,
  issuer: '演示人才工作领导小组（演示）',
  since,
  level: level ?? null,
  payload: {
    programme,
    employer: host,
    identityNumber: identityNumberOf(number),
    ...(programme === 'other' ? { programmeName: '演示青年人才计划' } : {}),
  },
});

const project = (title: string, number: string, level: Said['level'], since: string): Said => ({
  title: `${title}（演示）`,
  documentNumber: `演示科〔${since.slice(0, 4)}〕${number.slice(-2)}号`,
  issuer: level === 'city' ? '示例市科学技术局（演示）' : '示例省科学技术厅（演示）',
  since,
  level: level ?? null,
  payload: { projectNumber: number, leader: '林观澜（演示）', host, finishBy: addDays(since, 730), funds: '30' },
});

const patent = (title: string, number: string, since: string, field = 'intelligent-manufacturing'): Said => ({
  title: `${title}（演示）`,
  documentNumber: `ZL 2099 1 ${number}`,
  issuer: '国家知识产权局（演示）',
  since,
  payload: { owner: host, inventor: '林观澜（演示）', field, classification: 'G01B 21/00' },
});

/** People, projects and patents: what counts in time, what came late, what is the same thing again. */
export async function enterAchievements(stage: Stage): Promise<void> {
  const registrar = await openRegistrar(stage);
  const { accept, submit, review } = registrar;
  stage.at(-84);
  await accept('citymanager', 'committee', {
    title: '示例省船舶海工计量专业技术委员会（演示）',
    documentNumber: '示例市监计〔2024〕31号（演示）',
    issuer: provincial,
    since: past(stage, '2024-06-18'),
    level: 'province',
    payload: { host, scope: '船舶与海洋工程计量' },
  });
  await accept('citymanager', 'talent', talent('陈既衡', 9, 'jiangsu-231', 'province', addDays(stage.today, -160)));
  await rejectSecondProgramme(stage, registrar);
  await accept('citymanager', 'project', project('船舶分段尺寸远程计量关键技术', 'YS2024SB01', 'province', past(stage, '2024-07-01')));
  for (const [index, title] of ['压力表自动检定方法', '充电桩现场校准装置', '出租汽车计价器在线监测'].entries()) {
    await accept(
      'citymanager',
      'project',
      project(title, `YS2024CT${11 + index}`, 'city', past(stage, addDays('2024-03-11', index * 200))),
    );
  }
  await completeReturned(stage, registrar);
  for (const [index, title] of inventions.entries()) {
    const since = past(stage, addDays('2023-09-05', index * 130));
    await accept('citymanager', 'patent', patent(title, `000000${index + 1}.${index}`, since));
  }
  await rejectSecondPatent(stage, registrar);
  stage.at(-3);
  await submit('citymanager', 'talent', talent('卫如度', 12, 'samr-innovation', 'national', addDays(stage.today, -40)));
  await submit('manager', 'patent', { ...patent('一种秤台防撞结构', '0000009.8', addDays(stage.today, -30), 'other'), region: county });
  await review('body', 'project', project('海上风电计量测试方法', `YS${stage.today.slice(0, 4)}CT21`, 'city', addDays(stage.today, -60)));
}

/** One person in two programmes of one level: found by the digest of the identity number, and not counted twice. */
async function rejectSecondProgramme(stage: Stage, { review }: Registrar): Promise<void> {
  const { id, duplicates } = await review('body', 'talent', talent('何知衡', 3, 'other', 'city', past(stage, '2025-04-28')));
  const [known] = duplicates;
  await stage.act('office', entryEndpoints.rejectEntry, {
    params: { id },
    body: { reason: `同一人已以${known?.documentNumber ?? '另一文号'}入选同级人才计划，不重复计入（演示）` },
  });
}

/** The same patent once more, written another way. */
async function rejectSecondPatent(stage: Stage, { review }: Registrar): Promise<void> {
  const { id } = await review('body', 'patent', patent('船体曲面测量装置', '００００００１.0', past(stage, '2023-09-05')));
  await stage.act('office', entryEndpoints.rejectEntry, { params: { id }, body: { reason: '与已采信的同一专利号重复（演示）' } });
}

/** Returned because a row was copied, completed and submitted again. */
async function completeReturned(stage: Stage, { submit, evidence }: Registrar): Promise<void> {
  const said = project('车载衡器快速检定方法', 'YS2025CT14', 'city', past(stage, '2025-02-20'));
  const copied = { ...said, payload: { ...said.payload, projectNumber: 'YS2024CT13' } };
  const { id } = await submit('citymanager', 'project', copied);
  await stage.act('city', entryEndpoints.returnEntry, {
    params: { id },
    body: { reason: '项目编号与上一项相同，疑似复制上一行，请核对立项文件（演示）' },
  });
  stage.at(-82);
  const files = [await evidence('citymanager')];
  await stage.act('citymanager', entryEndpoints.resubmitEntry, { params: { id }, body: { content: contentOf(said), files } });
  await stage.act('city', entryEndpoints.reviewEntry, { params: { id }, body: { opinion: '已更正（演示）' } });
  await stage.act('office', entryEndpoints.acceptEntry, { params: { id }, body: {} });
}
