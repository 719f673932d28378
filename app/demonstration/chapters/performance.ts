import { addDays } from '../../kernel/day.ts';
import { measurementStandardEndpoints as it } from '../../measure/measurement-standard/contract.ts';
import type { Stage } from '../stage.ts';

const readings = ['100.012', '100.015', '100.011', '100.014', '100.013', '100.012', '100.016', '100.013', '100.012', '100.014'];
const wider = ['100.002', '100.025', '100.011', '100.014', '100.013', '100.012', '100.026', '100.013', '100.012', '100.004'];

/** Ten readings in each of four months, each over a month apart: a check weight of 100 mg does not drift, and each series scatters in its own way. */
const months = [
  [-170, ['100.012', '100.015', '100.013', '100.011', '100.014', '100.013', '100.010', '100.014', '100.016', '100.012']],
  [-130, ['100.014', '100.012', '100.015', '100.014', '100.013', '100.016', '100.014', '100.013', '100.015', '100.014']],
  [-90, ['100.009', '100.013', '100.012', '100.016', '100.011', '100.010', '100.014', '100.012', '100.008', '100.013']],
  [-50, ['100.013', '100.011', '100.014', '100.012', '100.016', '100.013', '100.013', '100.010', '100.014', '100.015']],
] as const;

/** The tests before an examination, a check that follows a plan, and one repeated test of another standard that was not met. */
export async function testPerformance(stage: Stage): Promise<void> {
  const day = stage.at(-5);
  const { items } = await stage.act('technical', it.listMeasurementStandards, { query: {} });
  const own = items.find(({ name }) => name.includes('毫克组'));
  const other = items.find(({ name, state }) => name.startsWith('M1等级砝码组') && state === 'in-force');
  if (own === undefined) return;
  const params = { id: own.id };
  const subject = {
    quantity: '质量',
    point: '100 mg',
    unit: 'mg',
    objectName: '100 mg 核查砝码（演示）',
    objectNumber: 'YS-HC-1',
    conditions: [{ quantity: '温度', value: '20.5', unit: '℃' }],
  };
  await stage.act('technician', it.recordPerformanceTest, {
    params,
    body: {
      ...subject,
      objectName: '100 mg 常规砝码（演示）',
      testedOn: addDays(day, -20),
      test: { kind: 'repeatability', groups: [readings] },
    },
  });
  await stage.act('technician', it.recordPerformanceTest, {
    params,
    body: {
      ...subject,
      testedOn: addDays(day, -50),
      test: {
        kind: 'stability',
        method: 'check-standard',
        phase: 'new',
        use: 'nominal',
        limit: '0.16',
        limitFrom: '演示取值',
        groups: months.map(([days, found]) => ({ day: addDays(day, days), readings: [...found] })),
      },
    },
  });
  const verified = await stage.act('technician', it.recordPerformanceTest, {
    params,
    body: {
      ...subject,
      testedOn: addDays(day, -15),
      test: {
        kind: 'verification',
        method: 'transfer',
        own: { y: '100.012', U: '0.030' },
        k: '2',
        others: [{ laboratory: '江岬市计量测试院（演示）', y: '100.003', U: '0.010' }],
      },
    },
  });
  await stage.act('checker', it.confirmPerformanceTest, {
    params: { ...params, record: verified.id },
    body: { note: '与原始记录一致（演示）' },
  });
  const { equipment } = await stage.act('technical', it.readPerformance, { params });
  const [weights] = equipment;
  if (weights !== undefined) {
    const plan = await stage.act('technical', it.planIntermediateCheck, {
      params,
      body: {
        standard: weights.id,
        objectName: '100 mg 核查砝码（演示）',
        objectNumber: 'YS-HC-1',
        quantity: '质量',
        point: '100 mg',
        unit: 'mg',
        criterion: 'limit',
        reference: '100.013',
        limit: '0.05',
        source: '首次测量（演示）',
        readingsLeast: 3,
        months: 6,
        since: addDays(day, -10),
      },
    });
    const check = await stage.act('technician', it.recordPerformanceTest, {
      params,
      body: {
        ...subject,
        testedOn: addDays(day, -3),
        test: { kind: 'intermediate-check', plan: plan.id, readings: ['100.011', '100.014', '100.012'] },
      },
    });
    await stage.act('checker', it.confirmPerformanceTest, { params: { ...params, record: check.id }, body: {} });
  }
  await stage.act('technical', it.writeReportSection, {
    params,
    body: { section: 'purpose', text: '为本县毫克组砝码的检定建立社会公用计量标准，量值溯源至上级机构（演示）。' },
  });
  if (other !== undefined)
    await stage.act('technician', it.recordPerformanceTest, {
      params: { id: other.id },
      body: {
        ...subject,
        objectName: '100 mg 常规砝码（演示）',
        testedOn: addDays(day, -2),
        test: { kind: 'repeatability', groups: [wider], reported: '0.002', reportedFrom: '技术报告第八部分（演示）' },
      },
    });
}
