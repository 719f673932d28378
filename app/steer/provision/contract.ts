import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { Basis, Choice, CostToRecord, ScenarioCard, ScenarioId, ScenarioPage, Setting, VersionCard, VersionId } from './contract/shapes.ts';
import { verdictNames } from './rules/life-cycle.ts';

export const provisionProblems = problems('provision', {
  noMatrix: {
    kind: 'notFound',
    text: ['没有载入能力清单', 'No list of capabilities has been loaded'],
    next: ['请先载入规划文件的附件', 'Load the annex of a plan document first'],
  },
  beyond: {
    kind: 'invalid',
    text: ['目标月份不在方案的期限之内', 'The month of a target lies outside of the plan'],
    next: ['请调整起始月份、月数或目标月份', 'Change the first month, the number of months or the month of the target'],
  },
  unknownCell: {
    kind: 'invalid',
    text: ['指定、排除或假定需求的项目不在清单中', 'A forced or forbidden option or a supposed demand names no cell of the annex'],
    next: ['请核对地区代码和项目编号', 'Check the codes of region and item'],
  },
  wrongParameter: {
    kind: 'invalid',
    text: ['该费用项目与适用范围不符', 'This figure does not belong to this scope'],
    next: ['按项目的费用须写明项目，通用的不写项目', 'A figure of an item names the item; a general one names none'],
  },
  notSolved: {
    kind: 'conflict',
    text: ['只有已求解的版本可以采用', 'Only a version that is solved can be adopted'],
    next: ['请等待求解，或改动条件另成一版', 'Wait for the solver, or change the conditions'],
  },
  assumptions: {
    kind: 'conflict',
    text: ['方案所用的费用或周期仍是假设', 'Figures that the plan rests on are still assumptions'],
    next: ['请在“费用与周期”中逐项确认或更正，再求解采用', 'Confirm or correct each under “Costs and lead times”, solve again, then adopt'],
  },
  supposed: {
    kind: 'conflict',
    text: ['方案用了不是登记数据的费用、需求或距离', 'The plan rests on costs, demand or distances that are no records'],
    next: ['请写明采用这些数据的理由；理由随方案和打印件保留', 'State why they are accepted; the reason stays on the plan and its print'],
  },
  notAdopted: {
    kind: 'conflict',
    text: ['该版本没有在用，不能撤回', 'The version is not the adopted one and cannot be withdrawn'],
    next: ['请刷新后核对', 'Reload and check'],
  },
  adopted: {
    kind: 'conflict',
    text: ['该版本已经采用', 'The version is adopted already'],
    next: ['无需重复办理', 'Nothing to do'],
  },
});

const one = z.object({ id: ScenarioId });
const reason = z.string().trim().min(2).max(500);
const note = z.string().trim().max(300).nullable().default(null);
const settingProblems = [
  provisionProblems.noMatrix,
  provisionProblems.beyond,
  provisionProblems.unknownCell,
  provisionProblems.wrongParameter,
];

export const provisionEndpoints = {
  readProvisionBasis: endpoint({
    method: 'GET',
    path: '/provision/basis',
    permit: 'provision.read',
    rows: 'shared',
    summary: ['缺口、需求、费用与新情景的初始条件', 'Gaps, demand, costs, and what a new scenario starts with'],
    reply: Basis,
    problems: [provisionProblems.noMatrix],
  }),
  recordCosts: endpoint({
    method: 'POST',
    path: '/provision/costs',
    permit: 'provision.plan',
    rows: 'shared',
    summary: ['登记或确认费用与周期（来源与把握程度）', 'Record or confirm costs and lead times, with source and confidence'],
    body: z.object({ costs: z.array(CostToRecord).min(1).max(400), reason }),
    reply: z.object({ recorded: z.number().int() }),
    problems: [provisionProblems.wrongParameter],
  }),
  listScenarios: endpoint({
    method: 'GET',
    path: '/provision/scenarios',
    permit: 'provision.read',
    rows: 'shared',
    summary: ['能力配置方案的情景', 'Scenarios of the provision plan'],
    query: z.object(listQuery),
    reply: pageOf(ScenarioCard),
  }),
  openScenario: endpoint({
    method: 'POST',
    path: '/provision/scenarios',
    permit: 'provision.plan',
    rows: 'shared',
    summary: ['新建情景并求解', 'Open a scenario and have it solved'],
    body: z.object({ name: z.string().trim().min(2).max(80), note, setting: Setting }),
    reply: ScenarioPage,
    problems: settingProblems,
  }),
  reviseScenario: endpoint({
    method: 'POST',
    path: '/provision/scenarios/:id/versions',
    permit: 'provision.plan',
    rows: 'shared',
    summary: ['改动条件，另成一版并求解', 'Change the conditions: another version, solved'],
    params: one,
    body: z.object({ note, setting: Setting }),
    reply: ScenarioPage,
    problems: settingProblems,
  }),
  readScenario: endpoint({
    method: 'GET',
    path: '/provision/scenarios/:id',
    permit: 'provision.read',
    rows: 'shared',
    summary: ['一个情景：选择、次序、费用、理由、过渡安排与进度', 'One scenario: choices, order, costs, reasons, interim cover, progress'],
    params: one,
    query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
    reply: ScenarioPage,
    problems: [provisionProblems.noMatrix],
  }),
  compareScenarios: endpoint({
    method: 'GET',
    path: '/provision/comparison',
    permit: 'provision.read',
    rows: 'shared',
    summary: ['两版方案并列比较', 'Two versions side by side'],
    query: z.object({ one: VersionId, other: VersionId }),
    reply: z.object({
      one: VersionCard.extend({ scenario: z.string() }),
      other: VersionCard.extend({ scenario: z.string() }),
      items: ScenarioPage.shape.items,
      counties: ScenarioPage.shape.counties,
      settings: z.array(z.object({ name: z.string(), one: z.string(), other: z.string() })),
      choices: z
        .array(z.object({ region: z.string(), item: z.string(), one: Choice.nullable(), other: Choice.nullable() }))
        .meta({ description: 'only where they differ' }),
    }),
    problems: [provisionProblems.noMatrix],
  }),
  decideAdoption: endpoint({
    method: 'POST',
    path: '/provision/versions/:id/adoption',
    permit: 'provision.plan',
    rows: 'shared',
    summary: ['采用或撤回一版方案（不改变任何能力格）', 'Adopt or withdraw a version; no cell changes by it'],
    params: z.object({ id: VersionId }),
    body: z.object({
      verdict: z.enum(verdictNames),
      documentNumber: z.string().trim().min(2).max(100),
      reason,
      supposedReason: reason
        .nullable()
        .default(null)
        .meta({ description: 'why figures that are no records are accepted; needed where there are any' }),
    }),
    reply: ScenarioPage,
    problems: [
      provisionProblems.notSolved,
      provisionProblems.assumptions,
      provisionProblems.supposed,
      provisionProblems.notAdopted,
      provisionProblems.adopted,
      provisionProblems.noMatrix,
    ],
  }),
  exportScenario: endpoint({
    method: 'GET',
    path: '/provision/versions/:id/export',
    permit: 'provision.read',
    rows: 'shared',
    summary: ['导出一版方案', 'Export a version'],
    params: z.object({ id: VersionId }),
    query: z.object({ format: z.enum(['xlsx', 'pdf']) }),
    reply: 'file',
    problems: [provisionProblems.noMatrix],
  }),
};
