import { addDays } from '../../kernel/day.ts';
import { taskEndpoints } from '../../steer/task/contract.ts';
import type { PersonName } from '../cast.ts';
import { writePaper } from '../paper.ts';
import { thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';

type Work = {
  readonly by: PersonName;
  readonly task: string;
  readonly title: string;
  readonly result: string;
  /** Days before or after the start of the program. */
  readonly due: number;
  readonly county?: string;
  readonly indicator?: string;
};

const works = {
  taximeter: {
    by: 'county',
    task: 'T8',
    title: '出租汽车计价器（本机）检定装置建标（演示）',
    result: '通过考核并取得授权',
    due: -20,
    indicator: 'G3-2',
  },
  scales: { by: 'county', task: 'T12', title: '全县集贸市场公平秤检查（演示）', result: '检查42家市场并建立台账', due: 12 },
  chain: {
    by: 'body',
    task: 'T4',
    title: '高端纺织产业计量服务清单（演示）',
    result: '服务清单发布，覆盖120家企业',
    due: -6,
    indicator: 'G2-1',
  },
  carbon: { by: 'body', task: 'T5', title: '省级碳计量实验室筹建方案（演示）', result: '方案报省局', due: 60 },
  talents: { by: 'city', task: 'T10', title: '计量人才年度培训（演示）', result: '培训两期120人', due: -30 },
  cloud: { by: 'city', task: 'T11', title: '智慧计量监管数据归集（演示）', result: '归集三类器具数据', due: -45 },
  committee: { by: 'body', task: 'T1', title: '船舶海工计量标准体系研究（演示）', result: '研究报告一份', due: 25, indicator: 'G1-1' },
  honest: { by: 'county', task: 'T13', title: '诚信计量自我承诺推广（演示）', result: '新增承诺单位60家', due: 90, indicator: 'G4-1' },
} as const satisfies Record<string, Work>;

type WorkName = keyof typeof works;

/** The tasks of the plan broken down into items: in time, late with its reason, extended by document, returned, to be confirmed. */
export async function workOnTasks(stage: Stage): Promise<void> {
  stage.at(-110);
  const ids = new Map<WorkName, string>();
  for (const [name, { by, due, ...work }] of Object.entries(works) as [WorkName, Work][]) {
    const body = { ...work, startOn: addDays(stage.today, -110), dueOn: addDays(stage.today, due) };
    ids.set(name, (await stage.act(by, taskEndpoints.breakDownTask, { body })).id);
  }
  const paper = await writePaper(
    '工作进展证明（演示）',
    ['本页代替签到表、台账、方案等证明文件。', '演示记录，不具任何效力。'],
    stage.today,
  );
  const params = (name: WorkName): { id: string } => ({ id: ids.get(name) ?? '' });
  const report = async (name: WorkName, days: number, text: string, more: { obstacle?: string; finishing?: true } = {}): Promise<void> => {
    const doneOn = stage.at(days);
    const { by } = works[name];
    const files = [await stage.upload(by, '工作进展证明（演示）.pdf', paper)];
    const body = { doneOn, text: `${text}（演示）`, obstacle: more.obstacle ?? null, finishing: more.finishing ?? false, files };
    await stage.act(by, taskEndpoints.reportTaskItem, { params: params(name), body });
  };
  const confirm = (name: WorkName) =>
    stage.act('office', taskEndpoints.reviewTaskItem, { params: params(name), body: { verdict: 'confirmed' } });
  await report('cloud', -52, '三类器具数据归集完成，形成接口说明', { finishing: true });
  await confirm('cloud');
  await report('talents', -22, '第二期因场地推迟，已全部完成', { finishing: true });
  await confirm('talents');
  await report('taximeter', -28, '装置已到货，等待考评员排期', { obstacle: '省级考评员排期在下月，考核无法按期进行（演示）' });
  await extend(stage, params('carbon').id);
  await report('committee', -14, '报告初稿完成', { finishing: true });
  await stage.act('office', taskEndpoints.reviewTaskItem, {
    params: params('committee'),
    body: { verdict: 'returned', reason: '缺专家论证意见，请补齐后再报完成（演示）' },
  });
  await report('scales', -9, '已检查27家市场，台账同步更新');
  await report('honest', -6, '新增承诺单位60家，公示完成', { finishing: true });
  await askMore(stage, params('scales').id, 45);
  await writeLetters(stage);
}

async function extend(stage: Stage, id: string): Promise<void> {
  stage.at(-40);
  const dueAsked = addDays(stage.today, 150);
  const body = { dueAsked, reason: '省级主管部门的申报指南尚未发布（演示）' };
  await stage.act('body', taskEndpoints.askExtension, { params: { id }, body });
  const { extensions } = await stage.act('body', taskEndpoints.readTaskItem, { params: { id } });
  const extension = extensions.find((each) => each.dueAsked === dueAsked)?.id ?? '';
  stage.at(-37);
  await stage.act('office', taskEndpoints.decideExtension, {
    params: { id, extension },
    body: { decision: 'granted', documentNumber: thisYear(stage, '演示计函', 6), answer: '同意延期，指南发布后一个月内完成（演示）' },
  });
}

async function askMore(stage: Stage, id: string, days: number): Promise<void> {
  stage.at(-3);
  const body = { dueAsked: addDays(stage.today, days), reason: '雨季部分市场停业改造（演示）' };
  await stage.act('county', taskEndpoints.askExtension, { params: { id }, body });
}

/** One reminder signed and issued, one notice of supervision still a draft for the office that signs it. */
async function writeLetters(stage: Stage): Promise<void> {
  const issuedOn = stage.at(-12);
  const letter = { kind: 'reminder', organizationId: stage.idOf('countyBureau') } as const;
  const { id } = await stage.act('office', taskEndpoints.draftLetter, { body: letter });
  await stage.act('office', taskEndpoints.issueLetter, {
    params: { id },
    body: { office: '江岬市市场监督管理局（演示）', documentNumber: thisYear(stage, '演示市监函', 33), signedBy: '演示签发人', issuedOn },
  });
  stage.at(-2);
  await stage.act('office', taskEndpoints.draftLetter, { body: { kind: 'supervision', organizationId: stage.idOf('office') } });
}
