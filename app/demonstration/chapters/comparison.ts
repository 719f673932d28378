import { createHash } from 'node:crypto';
import { addDays } from '../../kernel/day.ts';
import { comparisonEndpoints } from '../../measure/comparison/contract.ts';
import { Protocol } from '../../measure/comparison/contract/shapes.ts';
import { commitmentOf, contentFormat, type SealedContent } from '../../measure/comparison/rules/commitment.ts';
import type { Stage } from '../stage.ts';

const valueAt = (point: string, value: string, U: string) => ({ point, value, unit: 'g', U, k: '2' });

const subject = {
  quantity: '质量',
  regulation: null,
  instrumentKind: 'price-computing-scale',
  duty: 'mandatory',
  aim: '检验各机构砝码量值的一致程度（演示）',
} as const;

/** The pilot keeps its results itself; the bits are made from the round, so that the story told again gives the same digest. */
async function sealAsPilot(stage: Stage, id: string): Promise<SealedContent> {
  const { own } = await stage.act('citymanager', comparisonEndpoints.readComparison, { params: { id: id as never } });
  const content: SealedContent = {
    format: contentFormat,
    comparison: id,
    participant: own?.member ?? '',
    nonce: createHash('sha256').update(`demonstration ${id}`).digest('hex'),
    results: [valueAt('P1', '100.00031', '0.00016'), valueAt('P2', '200.00058', '0.00030')],
  };
  await stage.act('citymanager', comparisonEndpoints.commitResults, {
    params: { id: id as never },
    body: { digest: commitmentOf(content) },
  });
  return content;
}

async function finishRound(stage: Stage): Promise<void> {
  stage.at(-75);
  const [pilot, institute, port] = [stage.idOf('cityInstitute'), stage.idOf('institute'), stage.idOf('portInstitute')];
  const { id, version } = await stage.act('city', comparisonEndpoints.openComparison, {
    body: { ...subject, title: 'M1 等级砝码比对（演示）', documentNumber: '演示市监计〔2026〕8号', pilotWay: 'designated' },
  });
  const params = { id };
  await stage.act('city', comparisonEndpoints.announceComparison, { params, body: { version } });
  await stage.act('city', comparisonEndpoints.confirmParticipants, {
    params,
    body: { participants: [institute, port].map((organization) => ({ organization: organization as never, duty: 'mandatory' as const })) },
  });
  const appointed = await stage.act('city', comparisonEndpoints.appointPilot, {
    params,
    body: { organization: pilot as never, reason: '持有 E2 等级标准砝码（演示）' },
  });
  const stops = [pilot, institute, port, pilot];
  const legs = stops.slice(1).map((to, index) => ({
    artefact: 'YS-01',
    from: stops[index],
    to,
    plannedOn: addDays(stage.today, -70 + index * 8),
  }));
  const protocol = Protocol.parse({
    artefact: { name: '砝码组（演示）', model: 'F1 100 g、200 g', serials: ['YS-01'] },
    route: 'loop',
    legs,
    environment: '温度（20±3）℃，每小时变化不大于 1 ℃',
    instructions: '按 ABBA 循环测量，每点不少于六次（演示）',
    reporting: '报告折算质量及其扩展不确定度',
    points: [
      { id: 'P1', name: '100 g', unit: 'g', decimals: 5, uTransfer: '0.00004' },
      { id: 'P2', name: '200 g', unit: 'g', decimals: 5, uTransfer: '0.00008' },
    ],
    method: { reference: 'pilot', scores: ['en', 'zeta'] },
    commitUntil: `${addDays(stage.today, -45)}T18:00:00+08:00`,
    revealUntil: `${addDays(stage.today, -40)}T18:00:00+08:00`,
    commentDays: 10,
  });
  const settled = await stage.act('citymanager', comparisonEndpoints.settleProtocol, {
    params,
    body: { protocol, version: appointed.version },
  });
  await stage.act('city', comparisonEndpoints.startComparison, { params, body: { version: settled.version } });
  const { handovers } = await stage.act('city', comparisonEndpoints.readComparison, { params });
  const keepers = ['citymanager', 'technical', 'port', 'citymanager'] as const;
  for (const [index, { id: leg }] of handovers.entries()) {
    stage.at(-70 + index * 8);
    await stage.act(keepers[index] ?? 'citymanager', comparisonEndpoints.dispatchArtefact, {
      params: { id: leg },
      body: { condition: '完好，附件齐全' },
    });
    await stage.act(keepers[index + 1] ?? 'citymanager', comparisonEndpoints.receiveArtefact, {
      params: { id: leg },
      body: { arrival: 'intact', temperature: '20.4', humidity: '51' },
    });
  }
  stage.at(-48);
  const content = await sealAsPilot(stage, id);
  await stage.act('technical', comparisonEndpoints.entrustResults, {
    params,
    body: { results: [valueAt('P1', '100.00042', '0.00032'), valueAt('P2', '200.00071', '0.00060')] },
  });
  await stage.act('port', comparisonEndpoints.entrustResults, {
    params,
    body: { results: [valueAt('P1', '100.00095', '0.00034'), valueAt('P2', '200.00083', '0.00062')] },
  });
  stage.at(-43);
  await stage.act('citymanager', comparisonEndpoints.revealResults, { params, body: { content: content as never } });
  await stage.act('citymanager', comparisonEndpoints.evaluateComparison, { params, body: { note: '砝码在比对前后稳定（演示）。' } });
  await stage.act('citymanager', comparisonEndpoints.issueDraftReport, { params });
  stage.at(-40);
  await stage.act('technical', comparisonEndpoints.commentOnReport, { params, body: { kind: 'agreed', text: '无意见' } });
  stage.at(-30);
  const final = await stage.act('city', comparisonEndpoints.finaliseReport, { params, body: { reason: '征求意见期满（演示）' } });
  const { memberList } = await stage.act('city', comparisonEndpoints.readComparison, { params: { id: final.id } });
  const member = memberList.find(({ organization }) => organization?.id === port)?.id;
  await stage.act('city', comparisonEndpoints.demandComparisonCorrection, {
    params,
    body: { member: member as never, demand: '查找 100 g 点不满意的原因并整改（演示）', dueOn: addDays(stage.today, 20) },
  });
}

async function openCall(stage: Stage): Promise<void> {
  stage.at(-4);
  const { id, version } = await stage.act('county', comparisonEndpoints.openComparison, {
    body: {
      ...subject,
      title: '电子计价秤检定结果比对（演示）',
      documentNumber: '演示县监计〔2026〕15号',
      pilotWay: 'open-call',
      callUntil: addDays(stage.today, 20),
    },
  });
  await stage.act('county', comparisonEndpoints.announceComparison, { params: { id }, body: { version } });
  await stage.act('technical', comparisonEndpoints.offerAsPilot, {
    params: { id },
    body: { text: '拟以本所 15 kg 电子计价秤为传递标准，星形路线，两周完成（演示）' },
  });
}

/** One comparison of three institutes from its document to a demand for corrective action, and one whose pilot is being looked for. */
export async function compareLaboratories(stage: Stage): Promise<void> {
  await finishRound(stage);
  await openCall(stage);
}
