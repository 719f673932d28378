import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { strFromU8, unzipSync } from 'fflate';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { commitUntil, protocolBetween, results, subject } from '../../../test/support/comparison-round.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { comparisonVerify } from './command.ts';
import { comparisonEndpoints as endpoints, type Details } from './contract.ts';
import { commitmentOf, contentFormat, type SealedContent } from './rules/commitment.ts';
import type { Result } from './rules/result.ts';

let city: City;
before(async () => (city = await openCity({ now: '2026-11-02T02:00:00Z' })));
after(() => city.close());

const at = (instant: string): void => void (city.clock.now = new Date(instant));
/** The job of the deadline, whatever the clock of the database says. */
async function closeDue(): Promise<void> {
  await sql`select graphile_worker.add_job('sealComparisons', '{}'::json)`.execute(city.database.db);
  await city.finishJobs();
}
const institute = (): string => city.ids.technicalManager.organization;
const farInstitute = (): string => city.ids.farInstituteManager.organization;

const protocol = (more: object = {}) => protocolBetween(institute(), farInstitute(), more);

const read = (name: PersonName, id: string): Promise<Details> =>
  city.as(name).call(endpoints.readComparison, { params: { id: id as never } }) as Promise<Details>;

async function contentOf(name: PersonName, id: string, values: Result[], nonce = 'c4'.repeat(32)): Promise<SealedContent> {
  const { own } = await read(name, id);
  return { format: contentFormat, comparison: id, participant: own?.member ?? '', nonce, results: values };
}

test('a round from its document to the final report, without anybody seeing a value too early', async () => {
  const organizer = city.as('cityRegulator');
  const opened = await organizer.call(endpoints.openComparison, {
    body: { ...subject, pilotWay: 'open-call', callUntil: '2026-11-10', title: '砝码比对（征集）' },
  });
  const { id } = opened;
  const changed = await organizer.call(endpoints.changeComparison, {
    params: { id },
    body: { ...subject, pilotWay: 'open-call', callUntil: '2026-11-12', version: opened.version },
  });
  await refused(
    organizer.call(endpoints.changeComparison, { params: { id }, body: { ...subject, version: opened.version } }),
    'platform.stale',
  );
  await refused(read('technicalManager', id), 'platform.notFound');
  await refused(
    city.as('technicalManager').call(endpoints.announceComparison, { params: { id }, body: { version: 1 } }),
    'platform.forbidden',
  );
  await refused(organizer.call(endpoints.startComparison, { params: { id }, body: { version: changed.version } }), 'comparison.wrongState');
  await organizer.call(endpoints.announceComparison, { params: { id }, body: { version: changed.version } });

  // Who has to take part is read from the registers on the day.
  await organizer.call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: 'price-computing-scale',
      instituteId: institute() as never,
      documentNumber: '测市监〔2025〕3号',
      validFrom: '2025-01-01',
    },
  } as never);
  const { items: candidates } = await organizer.call(endpoints.listComparisonCandidates, { params: { id }, query: {} });
  assert.deepEqual(
    candidates.map(({ organization, grounds }) => [organization.id, grounds.map(({ basis }) => basis)]),
    [[institute(), ['designation']]],
  );
  assert.deepEqual((await organizer.call(endpoints.listComparisonCandidates, { params: { id }, query: { day: '2024-06-01' } })).items, []);

  // The call: an institute of the region offers to be the pilot, once, and the others do not see it.
  const offer = { params: { id }, body: { text: '本所具备 E2 级标准砝码与质量比较仪' } };
  await city.as('farInstituteManager').call(endpoints.offerAsPilot, offer);
  await refused(city.as('farInstituteManager').call(endpoints.offerAsPilot, offer), 'platform.forbidden').catch(() =>
    refused(city.as('farInstituteManager').call(endpoints.offerAsPilot, offer), 'comparison.proposedAlready'),
  );
  await refused(city.as('outsider').call(endpoints.offerAsPilot, offer), 'platform.notFound');
  assert.deepEqual((await read('technicalManager', id)).proposals, []);
  assert.equal((await read('cityRegulator', id)).proposals.length, 1);

  await organizer.call(endpoints.confirmParticipants, {
    params: { id },
    body: { participants: [{ organization: institute() as never, duty: 'mandatory' }] },
  });
  await refused(
    organizer.call(endpoints.confirmParticipants, {
      params: { id },
      body: { participants: [{ organization: city.ids.holder.organization as never, duty: 'voluntary' }] },
    }),
    'comparison.organizationUnknown',
  );
  await organizer.call(endpoints.appointPilot, {
    params: { id },
    body: { organization: farInstitute() as never, reason: '具备 E2 级标准' },
  });
  const { version } = await read('farInstituteManager', id);
  const settle = (more: object) =>
    city.as('farInstituteManager').call(endpoints.settleProtocol, { params: { id }, body: { version, protocol: protocol(more) } });
  await refused(settle({}), 'comparison.routeWrong');
  const legs = [
    { artefact: 'W-07', from: farInstitute(), to: institute(), plannedOn: '2026-11-04' },
    { artefact: 'W-07', from: institute(), to: farInstitute(), plannedOn: '2026-11-12' },
  ];
  await refused(settle({ legs, commitUntil: '2026-11-01T00:00:00Z' }), 'comparison.dates');
  await refused(settle({ legs, revealUntil: commitUntil }), 'comparison.dates');
  const point = { id: 'P1', name: '100 g', unit: 'g', decimals: 4 };
  await refused(settle({ legs, points: [point, point] }), 'comparison.pointsTwice');
  const settled = await settle({ legs });
  await refused(
    city.as('technicalManager').call(endpoints.startComparison, { params: { id }, body: { version: settled.version } }),
    'platform.forbidden',
  );
  await organizer.call(endpoints.startComparison, { params: { id }, body: { version: settled.version } });

  // The travelling standard: each leg is signed by both, in order.
  const { items: legsNow } = await city.as('technicalManager').call(endpoints.listComparisonHandovers, { query: {} });
  assert.deepEqual(
    legsNow.map(({ state, isLate }) => [state, isLate]),
    [
      ['planned', false],
      ['planned', false],
    ],
  );
  const [there, back] = legsNow;
  assert.ok(there !== undefined && back !== undefined);
  const receipt = { arrival: 'intact', temperature: '20.3', humidity: '52' } as const;
  await refused(
    city.as('technicalManager').call(endpoints.receiveArtefact, { params: { id: there.id }, body: receipt }),
    'comparison.handoverState',
  );
  await refused(
    city.as('technicalManager').call(endpoints.dispatchArtefact, { params: { id: back.id }, body: { condition: '完好' } }),
    'comparison.handoverState',
  );
  await refused(
    city.as('technicalManager').call(endpoints.dispatchArtefact, { params: { id: there.id }, body: { condition: '完好' } }),
    'platform.forbidden',
  );
  await city
    .as('farInstituteManager')
    .call(endpoints.dispatchArtefact, { params: { id: there.id }, body: { condition: '砝码盒、镊子各一，完好' } });
  at('2026-11-06T02:00:00Z');
  const late = await organizer.call(endpoints.listComparisonHandovers, { query: { late: 'true', state: 'sent' } });
  assert.deepEqual(
    late.items.map((leg) => [leg.id, leg.isLate]),
    [[there.id, true]],
  );
  const arrived = await city.as('technicalManager').call(endpoints.receiveArtefact, { params: { id: there.id }, body: receipt });
  assert.deepEqual([arrived.state, arrived.temperature, arrived.isLate], ['received', '20.3', false]);

  await city.as('farInstituteManager').call(endpoints.recordArtefactCheck, {
    params: { id },
    body: {
      kind: 'stability',
      point: 'P2',
      sigma: '0.0010',
      rows: [
        ['200.0010', '200.0011'],
        ['200.0011', '200.0010'],
      ],
    },
  });
  // IUPAC Harmonized Protocol 2006, copper in soya flour: s_s² 0.0909 is below 0.117 of 0.3 σ.
  const soya = '10.5 10.4,9.6 9.5,10.4 9.9,9.5 9.9,10.0 9.7,9.6 10.1,9.8 10.4,9.8 10.2,10.8 10.7,10.2 10.0';
  await city.as('farInstituteManager').call(endpoints.recordArtefactCheck, {
    params: { id },
    body: { kind: 'homogeneity', point: 'P1', sigma: '1.14', rows: soya.split(',').map((pair) => pair.split(' ')) },
  });
  await refused(
    city.as('farInstituteManager').call(endpoints.recordArtefactCheck, {
      params: { id },
      body: { kind: 'stability', point: 'P9', sigma: '0.0010', rows: [['1'], ['1']] },
    }),
    'comparison.resultsWrong',
  );
  assert.deepEqual(
    (await read('technicalManager', id)).checks.map(({ kind, acceptable }) => [kind, acceptable]),
    [
      ['stability', true],
      ['homogeneity', true],
    ],
  );

  // Sealing: the pilot entrusts its results, the institute keeps its own and gives only the digest.
  const wrong = { ...results('200.0010', '200.0010')[0], U: '' } as Result;
  const issues = await refused(
    city.as('farInstituteManager').call(endpoints.entrustResults, { params: { id }, body: { results: [wrong] } }),
    'comparison.resultsWrong',
  );
  assert.equal((issues.body['issues'] as unknown[]).length, 2);
  await city
    .as('farInstituteManager')
    .call(endpoints.entrustResults, { params: { id }, body: { results: results('100.0003', '200.0008') } });
  const content = await contentOf('technicalManager', id, results('100.0012', '200.0010'));
  const commit = { params: { id }, body: { digest: commitmentOf(content) } };
  await city.as('technicalManager').call(endpoints.commitResults, commit);
  await refused(city.as('instituteManager').call(endpoints.commitResults, commit), 'comparison.committedAlready');
  await refused(city.as('technician').call(endpoints.commitResults, commit), 'platform.forbidden');
  const { own } = await read('technicalManager', id);
  await refused(
    city.as('technicalManager').call(endpoints.revealResults, { params: { id }, body: { content: content as never } }),
    'comparison.notYet',
  );
  const better = { ...content, results: results('100.0013', '200.0010') };
  await city.as('technicalManager').call(endpoints.commitResults, {
    params: { id },
    body: { digest: commitmentOf(better), replaces: { commitment: own?.commitment?.id as never, reason: '发现读数抄错' } },
  });

  // Nobody sees a value: not the organiser, not the pilot, and nobody sees whose number is whose.
  for (const name of ['cityRegulator', 'farInstituteManager', 'technicalManager', 'auditor'] as const) {
    const text = JSON.stringify(await read(name, id));
    assert.doesNotMatch(text, /100\.00|200\.00(?!10","U)|c4c4/, name);
    await refused(city.as(name).call(endpoints.exportComparison, { params: { id } }), 'comparison.wrongState');
    await refused(city.as(name).call(endpoints.printComparisonReport, { params: { id }, query: {} }), 'comparison.wrongState');
  }
  const stored = await city.database.db
    .selectFrom('comparisonCommitment')
    .select(['sealed', 'digest'])
    .where('comparisonId', '=', id)
    .execute();
  assert.ok(stored.every(({ sealed }) => sealed === null || !sealed.includes('100.0003')));
  const pilotSees = await read('farInstituteManager', id);
  assert.deepEqual(pilotSees.memberList.map(({ code, organization }) => `${code === null} ${organization === null}`).toSorted(), [
    'false false',
    'true false',
  ]);
  await refused(organizer.call(endpoints.evaluateComparison, { params: { id }, body: {} }), 'comparison.wrongState');

  // The deadline: what was entrusted is revealed by the platform; no commitment is taken any more.
  at(commitUntil);
  await refused(city.as('technicalManager').call(endpoints.commitResults, commit), 'comparison.tooLate');
  assert.equal((await read('cityRegulator', id)).state, 'revealing');
  await closeDue();
  const sealed = await read('cityRegulator', id);
  assert.deepEqual([sealed.sealing.committed, sealed.sealing.revealed], [2, 1]);
  assert.match(sealed.sealing.commitmentsDigest ?? '', /^[0-9a-f]{64}$/);
  assert.doesNotMatch(
    JSON.stringify(await read('farInstituteManager', id)),
    /100\.0003/,
    'not even the own values before all are revealed',
  );

  // What does not match is refused, stays on record, and can be put right while there is time.
  const mismatch = await refused(
    city.as('technicalManager').call(endpoints.revealResults, { params: { id }, body: { content: content as never } }),
    'comparison.revealMismatch',
  );
  assert.match(String(mismatch.body['detail']), /[0-9a-f]{64}/);
  assert.equal((await read('cityRegulator', id)).sealing.refused, 1);
  const open = await city.as('technicalManager').call(endpoints.revealResults, { params: { id }, body: { content: better as never } });
  assert.equal(open.state, 'opened');
  await refused(
    city.as('technicalManager').call(endpoints.revealResults, { params: { id }, body: { content: better as never } }),
    'comparison.revealedAlready',
  );

  // Evaluation, export, draft: the participants see the report when it is sent out.
  await refused(organizer.call(endpoints.issueDraftReport, { params: { id } }), 'comparison.notEvaluated');
  await refused(
    city
      .as('farInstituteManager')
      .call(endpoints.evaluateComparison, { params: { id }, body: { exclusions: [{ code: 9, reason: '无此编号' }] } }),
    'comparison.exclusionUnknown',
  );
  await refused(city.as('technicalManager').call(endpoints.evaluateComparison, { params: { id }, body: {} }), 'platform.forbidden');
  await city.as('farInstituteManager').call(endpoints.evaluateComparison, { params: { id }, body: { note: '砝码稳定' } });
  assert.equal((await read('technicalManager', id)).evaluation, null);
  const evaluated = await read('farInstituteManager', id);
  const scored = evaluated.evaluation?.outcome.points[0]?.results.find(({ scores }) => scores.length > 0);
  // (100.0013 − 100.0003)/√(0.0012² + 0.0012²)
  assert.ok(Math.abs(Number(scored?.scores[0]?.value) - 0.5893) < 1e-4);
  await refused(city.as('technicalManager').call(endpoints.exportComparison, { params: { id } }), 'comparison.wrongState');
  await organizer.call(endpoints.issueDraftReport, { params: { id } });
  const seen = await read('technicalManager', id);
  assert.equal(seen.memberList.filter(({ organization }) => organization !== null).length, 1, 'only the own name');
  assert.ok(seen.evaluation !== null);

  const file = await city.as('technicalManager').call(endpoints.exportComparison, { params: { id } });
  const exported = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as { reveals: { content: SealedContent }[] };
  const verified = comparisonVerify(exported, 'zh');
  assert.ok(!('refused' in verified));
  assert.deepEqual([verified.exitCode, verified.answer.findings], [0, []]);
  exported.reveals.forEach(({ content: { results: all } }) => Object.assign(all[0] ?? {}, { value: '100.0000' }));
  const forged = comparisonVerify(exported, 'en');
  assert.ok(!('refused' in forged) && forged.exitCode === 1);
  assert.ok('refused' in comparisonVerify({ format: 'something' }, 'zh'));

  // Comments, answers, the final report.
  const comment = { params: { id }, body: { kind: 'objection', text: '请核对 P2 的参考值' } } as const;
  await city.as('technicalManager').call(endpoints.commentOnReport, comment);
  await refused(organizer.call(endpoints.finaliseReport, { params: { id }, body: { reason: '定稿' } }), 'comparison.unanswered');
  const [asked] = (await read('farInstituteManager', id)).comments;
  assert.ok(asked !== undefined);
  const answer = { params: { id: asked.id }, body: { answer: '已复核，无误' } };
  await refused(city.as('technicalManager').call(endpoints.answerComment, answer), 'platform.forbidden');
  await city.as('farInstituteManager').call(endpoints.answerComment, answer);
  await refused(city.as('farInstituteManager').call(endpoints.answerComment, answer), 'comparison.answeredAlready');
  await refused(organizer.call(endpoints.finaliseReport, { params: { id }, body: { reason: '定稿' } }), 'comparison.commentPeriod');
  const agree = { params: { id }, body: { kind: 'agreed', text: '无意见' } } as const;
  await city.as('technicalManager').call(endpoints.commentOnReport, agree);
  await city.as('farInstituteManager').call(endpoints.commentOnReport, agree);
  await organizer.call(endpoints.finaliseReport, { params: { id }, body: { reason: '意见均已答复' } });

  const docx = await city.as('technicalManager').call(endpoints.printComparisonReport, { params: { id }, query: {} });
  const text = strFromU8(unzipSync(new Uint8Array(docx.bytes))['word/document.xml'] ?? new Uint8Array());
  assert.match(text, /100\.0013/);
  assert.doesNotMatch(text, /测试甲县计量检定测试所/);
  const pdf = await organizer.call(endpoints.printComparisonReport, { params: { id }, query: { format: 'pdf' } });
  assert.equal(Buffer.from(pdf.bytes.slice(0, 5)).toString(), '%PDF-');

  await organizer.call(endpoints.publishComparisonNames, {
    params: { id },
    body: { documentNumber: '测市监公〔2026〕2号', reason: '公开比对结果' },
  });
  await refused(
    organizer.call(endpoints.publishComparisonNames, {
      params: { id },
      body: { documentNumber: '测市监公〔2026〕3号', reason: '公开比对结果' },
    }),
    'comparison.publishedAlready',
  );
  assert.equal((await read('technicalManager', id)).memberList.filter(({ organization }) => organization !== null).length, 2);
  await organizer.call(endpoints.closeComparison, { params: { id }, body: { reason: '无需整改' } });
  const { items } = await city.as('technicalManager').call(endpoints.listComparisons, { query: { state: 'closed', part: 'member' } });
  assert.deepEqual(
    items.map((one) => one.id),
    [id],
  );
});
