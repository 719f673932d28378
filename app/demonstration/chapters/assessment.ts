import { addDays } from '../../kernel/day.ts';
import { assessmentEndpoints } from '../../steer/assessment/contract.ts';
import { county } from '../cast.ts';
import { writePaper } from '../paper.ts';
import { past, thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';

/** A briefing with its issues, good practice proposed and recognised, a commendation, and the closing evaluation as a draft. */
export async function assess(stage: Stage): Promise<void> {
  await brief(stage);
  await briefCounty(stage);
  await commend(stage);
  await beginEvaluation(stage);
}

async function brief(stage: Stage): Promise<void> {
  const heldOn = stage.at(-26);
  const paper = await writePaper('会议纪要（演示）', ['本页代替会议纪要。', '演示记录，不具任何效力。'], stage.today);
  const files = [await stage.upload('city', '会议纪要（演示）.pdf', paper)];
  const issues = ['社会公用计量标准与目标差距较大，请说明补建安排（演示）', '通州衡器检定能力暂停期间的群众送检怎么办（演示）'];
  const { id } = await stage.act('city', assessmentEndpoints.recordBriefing, {
    body: {
      heldOn,
      level: 'city',
      region: '320600',
      addressee: '演示市政府分管负责人',
      topic: '三年行动计划收官情况汇报（演示）',
      summary: '汇报了各项指标的终期数值、未达成原因和补救安排；会议提出两个问题，要求一个月内答复。（演示）',
      issues,
      files,
    },
  });
  const { issueList } = await stage.act('city', assessmentEndpoints.readBriefing, { params: { id } });
  const answered = issueList.find(({ text }) => text === issues[1])?.id ?? '';
  stage.at(-23);
  await stage.act('city', assessmentEndpoints.followUpIssue, {
    params: { id, issue: answered },
    body: { text: '暂停期间由市级机构上门检定，能力已恢复（演示）', settled: true },
  });
}

/** A county's own briefing, which its regulator keeps. */
async function briefCounty(stage: Stage): Promise<void> {
  const heldOn = stage.at(-16);
  const paper = await writePaper('县级会议纪要（演示）', ['本页代替会议纪要。', '演示记录，不具任何效力。'], stage.today);
  const files = [await stage.upload('county', '县级会议纪要（演示）.pdf', paper)];
  await stage.act('county', assessmentEndpoints.recordBriefing, {
    body: {
      heldOn,
      level: 'county',
      region: county,
      addressee: '演示县政府分管负责人',
      topic: '集贸市场计价秤检定情况汇报（演示）',
      summary: '潮声菜市场42台计价秤已检40台，3台不合格，其中1台修复后复检合格。（演示）',
      issues: ['未申请检定的两台秤如何处理（演示）'],
      files,
    },
  });
}

async function commend(stage: Stage): Promise<void> {
  const propose = (title: string, task: string, text: string) =>
    stage.act('county', assessmentEndpoints.proposePractice, { body: { title, task, text: `${text}（演示）` } });
  stage.at(-45);
  const practice = await propose('集贸市场“一秤一码”公示（演示）', 'T12', '每台计价秤张贴检定信息，群众现场可查');
  stage.at(-43);
  const params = { id: practice.id };
  await stage.act('city', assessmentEndpoints.decidePractice, {
    params,
    body: { decision: 'review', opinion: '做法可复制，资料齐全（演示）' },
  });
  const documentNumber = thisYear(stage, '演示计', 21);
  await stage.act('office', assessmentEndpoints.decidePractice, { params, body: { decision: 'recognise', documentNumber } });
  const issuedOn = stage.at(-28);
  await stage.act('office', assessmentEndpoints.recordCommendation, {
    body: {
      documentNumber: thisYear(stage, '演示市监', 40),
      issuedOn,
      organizationId: stage.idOf('countyBureau'),
      practiceId: practice.id,
      text: '对“一秤一码”公示做法予以褒奖。（演示）',
    },
  });
  stage.at(-7);
  await propose('村卫生室血压计巡回检定（演示）', 'T8', '按村安排流动检定车，一次办结');
}

async function beginEvaluation(stage: Stage): Promise<void> {
  stage.at(-6);
  const body = { title: '三年行动计划终期评估（演示）', asOf: past(stage, '2026-01-01') };
  const { id, version } = await stage.act('office', assessmentEndpoints.beginEvaluation, { body });
  stage.at(-5);
  await stage.act('office', assessmentEndpoints.reviseEvaluation, {
    params: { id },
    body: {
      after: version,
      summary: '人才、专利等指标按期达成；社会公用计量标准、县级能力等未达成，正在分析原因。（演示草稿）',
      lessons: '未接入记录的指标不能当作零；应在建账时一并核对证明文件。（演示草稿）',
      findings: [
        { subject: 'G1-1', text: '委员会已批准成立，按期达成。（演示）' },
        { subject: 'G1-3', text: '第六人于期满后入选，逾期达成。（演示）' },
        { subject: 'G3-1', text: `缺口主要在县级，续建安排见${addDays(stage.today, -26)}汇报。（演示）` },
        { subject: 'T8', result: 'partly', text: '各县能力补建尚有缺项。（演示）' },
        { subject: 'T10', result: 'achieved', text: '培训两期，全部完成。（演示）' },
      ],
    },
  });
}
