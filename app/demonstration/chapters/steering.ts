import { addDays } from '../../kernel/day.ts';
import { indicatorEndpoints } from '../../steer/indicator/contract.ts';
import { planEndpoints } from '../../steer/plan/contract/endpoints.ts';
import { counties } from '../invented.ts';
import { past, thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';

/** Three of the differences inside the document settled by a named person, one of its phrases defined. */
export async function settleDifferences(stage: Stage): Promise<void> {
  stage.at(-72);
  const { items } = await stage.act('office', planEndpoints.listDifferences, { query: { limit: 100 } });
  const settled = [
    {
      place: { source: 'basic', row: '合计', column: 'done' },
      resolution: 'recomputed-stands',
      reason: '各行“已完成数量”逐行相加为99，与各县缺项清单一致；合计印作98为笔误，计算以99为准（演示）',
      documentNumber: thisYear(stage, '演示计核', 1),
    },
    {
      place: { source: 'basic', row: '合计', column: 'required' },
      resolution: 'clarified',
      reason: '合计行三个数字整体右移一列，还原后为115、98和空白（演示）',
      documentNumber: null,
    },
    {
      place: { source: 'basic', row: '注', column: 'B12' },
      resolution: 'clarified',
      reason: '注中“电能表”即所列第12项“单相电能表”（演示）',
      documentNumber: null,
    },
  ] as const;
  for (const { place, ...body } of settled) {
    const found = items.find(({ source, row, column }) => source === place.source && row === place.row && column === place.column);
    if (found !== undefined) await stage.act('office2', planEndpoints.settleDifference, { params: { id: found.id }, body });
  }
  await stage.act('office', planEndpoints.decideDefinition, {
    params: { id: 'all-in-place' },
    body: {
      meaning: '“配置到位”指该能力格状态为“在用”：已考核、已授权且已实际开展检定（演示口径）',
      meaningEn: 'In place means that the cell is in use: examined, authorised and verifying (demonstration)',
      evidence: '考核证书、授权文件和首份检定证书',
      documentNumber: thisYear(stage, '演示计核', 2),
    },
  });
}

const shares = (city: number, each: readonly number[]) =>
  ['320600', ...counties].map((region, index) => ({ region, amount: index === 0 ? city : (each[index - 1] ?? 0) }));

/** Two targets broken down by county: one adds up to the city's, the other is forty short and the page says so. */
export async function breakDownTargets(stage: Stage): Promise<void> {
  stage.at(-66);
  const breakdowns = [
    { id: 'G3-1', documentNumber: '演示计〔2024〕12号', amounts: shares(270, [30, 30, 30, 30, 30, 30, 30]) },
    { id: 'G4-1', documentNumber: '演示计〔2024〕13号', amounts: shares(0, [280, 300, 260, 260, 280, 280, 300]) },
  ];
  for (const { id, documentNumber, amounts } of breakdowns) {
    for (const { region, amount } of amounts) {
      const body = { region, amount, year: 2025, documentNumber, reason: '目标分解表（演示）' };
      await stage.act('office', indicatorEndpoints.recordTarget, { params: { id }, body });
    }
  }
}

/** The figures of the plan's last day frozen, and what the public may see decided. */
export async function freezeAndPublish(stage: Stage): Promise<void> {
  stage.at(-8);
  // The day after the last: on the last day itself nothing is late yet.
  const asOf = past(stage, '2026-01-01');
  await stage.act('office', indicatorEndpoints.takeSnapshot, {
    body: { title: `截至${asOf}的指标快照（演示）`, asOf, reason: '终期评估用数（演示）' },
  });
  const decided = { mode: 'live', documentNumber: thisYear(stage, '演示计', 9) } as const;
  for (const subject of ['indicators', 'capability'] as const) {
    await stage.act('office2', indicatorEndpoints.decidePublication, {
      body: { ...decided, subject, reason: `演示数据，自${addDays(stage.today, -8)}起实时公开（演示）` },
    });
  }
}
