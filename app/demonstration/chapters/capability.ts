import { addDays, type Day } from '../../kernel/day.ts';
import { capabilityEndpoints } from '../../measure/capability/contract.ts';
import type { CellState } from '../../measure/capability/rules/life-cycle.ts';
import { writePaper } from '../paper.ts';
import { past, thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';

const rugao = '320682';
const rudong = '320623';
const qidong = '320681';
const tongzhou = '320612';
const haimen = '320614';

type Change = { readonly region: string; readonly item: string; readonly state: CellState; readonly since: Day; readonly reason: string };

/** Cells of the annex move by demonstration records: the county is real, the document, the body and the change are not. */
export async function moveCells(stage: Stage): Promise<void> {
  stage.at(-78);
  const paper = await writePaper(
    '考核与授权文件（演示）',
    ['本页代替计量标准考核证书和计量授权证书。', '演示记录，不具任何效力。'],
    stage.today,
  );
  const evidence = await stage.upload('city', '考核与授权文件（演示）.pdf', paper);
  let number = 0;
  const report = async ({ region, item, state, since, reason }: Change): Promise<string> => {
    number += 1;
    const body = {
      state,
      since,
      bodyId: stage.idOf('cityInstitute'),
      documentNumber: `演示法计〔${since.slice(0, 4)}〕${number}号`,
      files: [evidence],
      reason: `${reason}（演示）`,
    };
    return (await stage.act('city', capabilityEndpoints.reportCell, { params: { region, item }, body })).id;
  };
  const accept = async (change: Change): Promise<void> => {
    const id = await report(change);
    await stage.act('office', capabilityEndpoints.decideCell, {
      params: { id },
      body: { verdict: 'accepted', reason: '与文件一致（演示）' },
    });
  };
  const putIntoUse = async (region: string, item: string, authorised: Day, inUse: Day): Promise<void> => {
    await accept({ region, item, state: 'authorised', since: authorised, reason: '取得计量授权' });
    await accept({ region, item, state: 'in-use', since: inUse, reason: '已开展检定' });
  };
  await putIntoUse(rugao, 'B12', past(stage, '2024-05-14'), past(stage, '2024-07-01'));
  await putIntoUse(rudong, 'B11', past(stage, '2024-08-20'), past(stage, '2024-10-08'));
  await putIntoUse(haimen, 'B13', past(stage, '2024-09-11'), past(stage, '2024-11-04'));
  await putIntoUse(qidong, 'B5', past(stage, '2025-03-12'), past(stage, '2025-05-06'));
  await putIntoUse('320685', 'E9', past(stage, '2025-06-18'), past(stage, '2025-09-01'));
  await accept({ region: tongzhou, item: 'B4', state: 'building', since: past(stage, '2025-11-10'), reason: '水表检定装置到货安装' });
  await accept({ region: rugao, item: 'E9', state: 'examined', since: addDays(stage.today, -140), reason: '充电桩检定装置通过考核' });
  await accept({ region: haimen, item: 'E5', state: 'lapsed', since: addDays(stage.today, -130), reason: '授权到期未续' });
  await suspendAndResume(stage, accept);
  stage.at(-40);
  await stage.act('city', capabilityEndpoints.recordCover, {
    params: { region: tongzhou, item: 'B11' },
    body: {
      kind: 'referral',
      bodyId: stage.idOf('cityInstitute'),
      validFrom: addDays(stage.today, -45),
      validTo: addDays(stage.today, 320),
      documentNumber: thisYear(stage, '演示市监函', 15),
      files: [evidence],
      reason: '自建之前委托市级机构检定（演示）',
    },
  });
  await leaveReports(stage, report);
}

/** The weights of a county's weighing capability were found out of tolerance: 暂停, and back in use once they were replaced. */
async function suspendAndResume(stage: Stage, accept: (change: Change) => Promise<void>): Promise<void> {
  stage.at(-60);
  const cell = { region: tongzhou, item: 'B2' } as const;
  await accept({ ...cell, state: 'suspended', since: addDays(stage.today, -61), reason: 'M1级砝码组周期检定超差，暂停开展衡器检定' });
  stage.at(-24);
  await accept({ ...cell, state: 'in-use', since: addDays(stage.today, -25), reason: '砝码组更换并检定合格，恢复开展' });
}

/** One report sent back, three that wait for a decision. */
async function leaveReports(stage: Stage, report: (change: Change) => Promise<string>): Promise<void> {
  stage.at(-15);
  const id = await report({
    region: tongzhou,
    item: 'B12',
    state: 'authorised',
    since: addDays(stage.today, -20),
    reason: '授权单相电能表检定',
  });
  await stage.act('office', capabilityEndpoints.decideCell, {
    params: { id },
    body: { verdict: 'rejected', reason: '附件是考核证书，不是授权证书，请补正后再报（演示）' },
  });
  stage.at(-5);
  await report({ region: qidong, item: 'B9', state: 'examined', since: addDays(stage.today, -16), reason: '精密压力表标准装置通过考核' });
  await report({ region: tongzhou, item: 'B13', state: 'authorised', since: addDays(stage.today, -11), reason: '心电图机检定取得授权' });
  await report({ region: rugao, item: 'E2', state: 'building', since: addDays(stage.today, -8), reason: '医用电子体温计装置开始建设' });
}
