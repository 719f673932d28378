import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { adopt } from '../../../test/support/thread.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { measurementStandardEndpoints as it } from './contract.ts';
import { measurementStandardsOn } from './service.ts';

let city: City;
let main: never;
let spare: never;
const person = (name: PersonName) => city.ids[name].person as never;
const asManager = () => city.as('technicalManager');
const describe = { kind: 'public', level: 'county', name: 'M1等级砝码标准装置', code: '测02', quantity: '质量', place: '力学室' } as const;

async function equipment(number: string, validUntil = '2027-01-09'): Promise<never> {
  const { id } = await asManager().call(standardEndpoints.registerStandard, {
    body: {
      number,
      name: 'F2等级砝码组',
      model: '1 mg～500 g',
      serial: number,
      range: '1 mg～500 g',
      roles: ['jjg-0539:weights'],
      since: '2020-01-01',
      kind: 'verification',
      certificateNumber: `检 ${number}`,
      issuer: '省计量科学研究院',
      calibratedOn: '2026-01-10',
      validUntil,
      quality: 'class',
      value: null,
      unit: null,
      coverageFactor: null,
      accuracyClass: 'F2级',
    },
  });
  return id as never;
}

before(async () => {
  city = await openCity();
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  main = await equipment('F2-01');
  spare = await equipment('F2-02');
  for (const [holder, activities] of [
    ['technician', ['test']],
    ['checker', ['check']],
  ] as const)
    await city.as('instituteManager').call(qualificationEndpoints.registerQualification, {
      body: {
        holder: person(holder),
        activities: [...activities],
        regulations: ['jjg-0539'],
        documentNumber: '测计资〔2026〕1号',
        validFrom: '2026-01-01',
        validUntil: '2028-12-31',
      },
    });
});
after(() => city.close());

const begin = async (more: object = {}) =>
  (await asManager().call(it.openMeasurementStandard, { body: { ...describe, since: '2026-03-01', ...more } })).id;
const range = {
  parameter: '质量',
  low: '1',
  high: '500',
  unit: 'g',
  quality: 'uncertainty',
  value: '0.006',
  valueUnit: 'g',
  coverageFactor: '2',
  since: '2026-03-01',
} as const;

/** A dossier with everything that may be applied for. */
async function complete(more: object = {}) {
  const id = await begin(more);
  const params = { id };
  const since = '2026-03-01';
  await asManager().call(it.addRange, { params, body: range });
  await asManager().call(it.addEquipment, { params, body: { standard: main, role: 'main', since } });
  await asManager().call(it.addProcedure, { params, body: { edition: 'jjg-0539-2016', since } });
  await asManager().call(it.addMember, { params, body: { person: person('technician'), role: 'responsible', since } });
  await asManager().call(it.addMember, { params, body: { person: person('checker'), role: 'member', since } });
  const made = await asManager().call(it.addRequirement, {
    params,
    body: { quantity: '温度', low: '18', high: '22', unit: '℃', source: 'JJG 539', since },
  });
  return { id, requirement: made.requirements[0]?.id as never };
}
const apply = (id: never, kind: 'first' | 're-examination' | 'change' = 'first') =>
  asManager().call(it.applyForExamination, { params: { id }, body: { kind, addressee: '测试甲县市场监督管理局' } });
const certificate = (number: string, more: object = {}) => ({
  number,
  issuer: '测试甲县市场监督管理局',
  issuedOn: '2026-11-20',
  validFrom: '2026-11-20',
  validUntil: '2031-11-19',
  ...more,
});
let sequence = 0;
const tick = (): void => void (city.clock.now = new Date(city.clock.now.getTime() + 1000));
async function grant(application: never, more: object = {}, who: PersonName = 'countyRegulator') {
  sequence += 1;
  return city.as(who).call(it.grantExamination, {
    params: { id: application },
    body: {
      examiners: '沈一、沈二（二级考评员）',
      examination: certificate(`[2026]测量标力证字第${sequence}号`),
      public: certificate(`[2026]测社证字第${sequence}号`),
      ...more,
    },
  });
}
async function examined(more: object = {}) {
  const { id, requirement } = await complete(more);
  const application = await apply(id as never);
  await city.as('countyRegulator').call(it.acceptExamination, { params: { id: application.id }, body: { examiners: '沈一、沈二' } });
  await grant(application.id as never);
  return { id, requirement };
}
const read = (id: string, who: PersonName = 'technicalManager', day?: string) =>
  city.as(who).call(it.readMeasurementStandard, { params: { id: id as never }, query: day === undefined ? {} : { day } });

test('a dossier is built, and an application waits until nothing is missing; the missing parts are named', async () => {
  const id = await begin();
  const made = await read(id);
  assert.deepEqual([made.state, made.gaps.length, made.allowed.includes('apply')], ['building', 6, true]);
  const told = await refused(apply(id as never), 'measurementStandard.incomplete');
  assert.match(String(told.body['detail']), /计量标准器/);
  await refused(apply(id as never, 're-examination'), 'measurementStandard.tooEarly');
  await refused(
    city.as('technician').call(it.openMeasurementStandard, { body: { ...describe, since: '2026-03-01' } }),
    'platform.forbidden',
  );
  await refused(begin({ since: '2026-11-24' }), 'measurementStandard.partWrong');
  const far = await city.as('farInstituteManager').call(it.listMeasurementStandards, { query: {} });
  assert.equal(far.total, 0);
});

test('bad input is refused at its field: the wrong unit, no U, a person of elsewhere, an edition that is not adopted, equipment out of date', async () => {
  const id = await begin();
  const params = { id };
  const since = '2026-03-01';
  await refused(asManager().call(it.addRange, { params, body: { ...range, unit: 'kPa' } }), 'measurementStandard.partWrong');
  await refused(asManager().call(it.addRange, { params, body: { ...range, value: null } }), 'measurementStandard.partWrong');
  const other = person('farInstituteManager');
  await refused(
    asManager().call(it.addMember, { params, body: { person: other, role: 'member', since } }),
    'measurementStandard.notOfTheInstitute',
  );
  await refused(asManager().call(it.addProcedure, { params, body: { edition: 'jjg-0443-2015', since } }), 'measurementStandard.notAdopted');
  const old = await equipment('F2-OLD', '2026-11-22');
  await refused(
    asManager().call(it.addEquipment, { params, body: { standard: old, role: 'main', since } }),
    'measurementStandard.outOfDate',
  );
  await asManager().call(it.addEquipment, { params, body: { standard: main, role: 'main', since } });
  await refused(
    asManager().call(it.addEquipment, { params, body: { standard: main, role: 'main', since } }),
    'measurementStandard.partTaken',
  );
  await asManager().call(it.addProcedure, { params, body: { edition: 'jjg-0539-2016', since } });
  await refused(
    asManager().call(it.addMember, { params, body: { person: person('approver'), role: 'member', since } }),
    'measurementStandard.notQualified',
  );
  await refused(city.as('farInstituteManager').call(it.addRange, { params, body: range }), 'platform.notFound');
});

test('the institute applies, the authority returns, accepts and grants; nobody examines the own', async () => {
  const { id } = await complete();
  const application = await apply(id as never);
  assert.deepEqual([application.state, application.allowed], ['applied', ['cancel']]);
  assert.equal((application.statement['equipment'] as unknown[]).length, 1);
  await refused(apply(id as never), 'measurementStandard.openApplication');
  await refused(asManager().call(it.addRange, { params: { id }, body: { ...range, low: '2' } }), 'measurementStandard.wrongState');
  await refused(
    city.as('instituteManager').call(it.acceptExamination, { params: { id: application.id }, body: { examiners: '甲' } }),
    'platform.forbidden',
  );
  const returned = await city
    .as('countyRegulator')
    .call(it.returnExamination, { params: { id: application.id }, body: { reason: '技术报告缺少重复性试验' } });
  assert.equal(returned.state, 'returned');
  assert.equal((await read(id)).state, 'returned');
  await asManager().call(it.resubmitExamination, { params: { id: application.id }, body: { note: '已补齐重复性试验' } });
  await refused(grant(application.id as never), 'measurementStandard.wrongState');
  await city.as('countyRegulator').call(it.acceptExamination, { params: { id: application.id }, body: { examiners: '沈一、沈二' } });
  assert.equal((await read(id)).state, 'examining');
  await refused(grant(application.id as never, { public: null }), 'measurementStandard.certificateMissing');
  await refused(
    grant(application.id as never, { examination: certificate('坏', { validUntil: '2026-11-19' }) }),
    'measurementStandard.partWrong',
  );
  const { steps } = await grant(application.id as never);
  const states = steps.map(({ state }) => state);
  assert.deepEqual(states, ['applied', 'returned', 'applied', 'examining', 'granted']);
  const dossier = await read(id);
  assert.deepEqual(
    [dossier.state, dossier.validUntil, dossier.applyBy, dossier.renewal, dossier.certificates.length],
    ['in-force', '2031-11-19', '2031-05-19', 'later', 2],
  );
  assert.ok(dossier.timeline.some(({ kind }) => kind === 'measurementStandard.granted'));
  const { items } = await city.as('countyRegulator').call(it.listExaminations, { query: { state: 'granted', q: '砝码' } });
  assert.ok(items.some((row) => row.id === application.id));
  const params = { id: application.id };
  assert.equal((await city.as('countyRegulator').call(it.readExamination, { params })).steps.length, 5);
});

test('a refusal and a cancellation end an application, and the next one may follow', async () => {
  const { id } = await complete();
  const first = await apply(id as never);
  const refusal = await city
    .as('countyRegulator')
    .call(it.refuseExamination, { params: { id: first.id }, body: { reason: '环境条件不满足规程要求' } });
  assert.deepEqual([refusal.state, (await read(id)).state], ['refused', 'refused']);
  tick();
  const second = await apply(id as never);
  await asManager().call(it.cancelExamination, { params: { id: second.id }, body: { reason: '改造实验室' } });
  assert.equal((await read(id)).state, 'building');
  await refused(
    city.as('countyRegulator').call(it.refuseExamination, { params: { id: second.id }, body: { reason: '已撤回' } }),
    'measurementStandard.wrongState',
  );
});

test('the highest of a region is examined by the next higher authority', async () => {
  const { id } = await complete({ top: true });
  const application = await apply(id as never);
  const accept = (who: PersonName) =>
    city.as(who).call(it.acceptExamination, { params: { id: application.id }, body: { examiners: '省考评员甲、乙' } });
  await refused(accept('countyRegulator'), 'measurementStandard.higherAuthority');
  assert.equal((await accept('cityRegulator')).state, 'examining');
});

test('a change of what was examined says what it means; consumables are noted, a main standard is approved, a new range is examined', async () => {
  const { id } = await examined();
  const params = { id };
  const before = await read(id);
  const replaces = before.equipment[0]?.id as never;
  const replace = (effect: 'none' | 'accuracy' | null) =>
    asManager().call(it.addEquipment, {
      params,
      body: { standard: spare, role: 'main', since: '2026-11-21', replaces, effect, description: '原砝码组送修' },
    });
  await refused(replace(null), 'measurementStandard.effectMissing');
  const replaced = await replace('none');
  assert.deepEqual(
    replaced.equipment.map(({ number, until }) => [number, until]),
    [
      ['F2-01', '2026-11-20'],
      ['F2-02', null],
    ],
  );
  assert.deepEqual([replaced.changes[0]?.state, replaced.changes[0]?.treatment], ['reported', 'approval']);
  assert.ok(replaced.finding.remarks.includes('change-open'));
  const changes = await city.as('countyRegulator').call(it.listStandardChanges, { query: { state: 'reported' } });
  const open = changes.items.find((one) => one.measurementStandard.id === id);
  assert.equal(open?.mayDecide, true);
  const decide = () =>
    city.as('countyRegulator').call(it.decideChange, {
      params: { id: open?.id as never },
      body: { approve: true, documentNumber: '测市监量〔2026〕9号', reason: '特性未变' },
    });
  assert.equal((await decide()).state, 'approved');
  tick();
  await refused(decide(), 'measurementStandard.wrongState');
  await asManager().call(it.addRange, { params, body: { ...range, low: '500', high: '1000', since: '2026-11-21', effect: 'scope' } });
  const again = await apply(id as never, 'change');
  await city.as('countyRegulator').call(it.acceptExamination, { params: { id: again.id }, body: { examiners: '沈一、沈二' } });
  const later = { issuedOn: '2026-11-22', validFrom: '2026-11-22', validUntil: '2031-11-21' };
  const more = {
    examination: certificate('[2026]测量标力证字第换1号', later),
    public: certificate('[2026]测社证字第换1号', later),
  };
  await refused(grant(again.id as never, more), 'measurementStandard.overlap');
  await grant(again.id as never, { ...more, replaces: true });
  const after = await read(id);
  assert.deepEqual(
    [after.changes[0]?.state, after.validUntil, after.certificateNumber],
    ['examined', '2031-11-21', '[2026]测社证字第换1号'],
  );
  const reported = await asManager().call(it.reportChange, {
    params,
    body: { topic: 'place', effect: 'major', day: '2026-11-20', description: '迁入新实验楼二层' },
  });
  assert.ok(reported.changes.some(({ topic, treatment }) => topic === 'place' && treatment === 'report'));
  const leave = { part: 'member', id: after.members[1]?.id as never, lastDay: '2026-11-22', reason: '调离' } as const;
  await refused(asManager().call(it.endPart, { params, body: leave }), 'measurementStandard.effectMissing');
  const left = await asManager().call(it.endPart, { params, body: { ...leave, effect: 'none' } });
  assert.ok(left.finding.reasons.includes('too-few-people'));
});

test('a suspension is declared by the keeper and decided by the authority; a withdrawal names its successor', async () => {
  const { id } = await examined();
  const { id: successor } = await examined({ name: '砝码标准装置（二）' });
  const params = { id };
  const body = { since: '2026-11-22', reason: '设备送修三个月' };
  const declare = (order: 'suspend' | 'withdraw', more: object = {}, of = id) =>
    asManager().call(it.declareStanding, { params: { id: of }, body: { ...body, order, ...more } });
  assert.equal((await declare('suspend')).state, 'in-force');
  await refused(declare('withdraw'), 'measurementStandard.partTaken');
  const decide = async (approve: boolean) => {
    const open = (await read(id)).changes.find(({ state }) => state === 'reported');
    return city
      .as('countyRegulator')
      .call(it.decideChange, { params: { id: open?.id as never }, body: { approve, documentNumber: null, reason: '情况属实' } });
  };
  await decide(true);
  assert.equal((await read(id)).state, 'suspended');
  assert.ok((await read(id)).finding.reasons.includes('suspended'));
  const resumed = await city.as('countyRegulator').call(it.orderStanding, {
    params,
    body: { order: 'resume', since: '2026-11-23', documentNumber: '测市监量〔2026〕10号', reason: '检查合格' },
  });
  assert.equal(resumed.state, 'in-force');
  await refused(declare('withdraw', { successor: id }), 'measurementStandard.noSuccessor');
  const given = await begin({ name: '砝码标准装置（三）' });
  await declare('withdraw', { since: '2026-11-23' }, given);
  await refused(declare('withdraw', { successor: given }), 'measurementStandard.noSuccessor');
  const named = await declare('withdraw', { successor, since: '2026-11-23', reason: '两项合并' });
  assert.deepEqual(named.changes.find(({ state }) => state === 'reported')?.successor, { id: successor, name: '砝码标准装置（二）' });
  await decide(true);
  const gone = await read(id);
  assert.deepEqual([gone.state, gone.successor?.id, gone.allowed], ['withdrawn', successor, []]);
  assert.equal((await read(successor)).predecessors[0]?.id, id);
});

test('an environment outside of its requirement needs a note, and the latest record tells the day', async () => {
  const { id, requirement } = await examined();
  const params = { id };
  const environment = (lowest: string, highest: string, note: string | null = null) =>
    asManager().call(it.recordEnvironment, { params, body: { requirement, day: '2026-11-23', lowest, highest, note } });
  assert.ok((await read(id)).finding.reasons.includes('environment-not-recorded'));
  await refused(environment('17.5', '20.0'), 'measurementStandard.partWrong');
  await refused(environment('21.0', '20.0'), 'measurementStandard.partWrong');
  const outside = await environment('17.5', '20.0', '空调故障，当日停止检定');
  assert.ok(outside.finding.reasons.includes('environment-outside'));
  tick();
  const fine = await environment('19.0', '20.5');
  assert.deepEqual([fine.finding.valid, fine.finding.reasons], [true, []]);
});

test('on a day: main equipment that lapsed, a certificate that ended, one person fewer are reasons, each by its name', async () => {
  const { id, requirement } = await examined();
  await asManager().call(it.recordEnvironment, {
    params: { id },
    body: { requirement, day: '2026-11-23', lowest: '19', highest: '21' },
  });
  const on = async (day: string) => {
    const found = await measurementStandardsOn({ db: city.database.db }, day, { regulation: 'jjg-0539' });
    const own = found.find((one) => one.id === id);
    return [own?.valid, own?.people.length, own?.reasons];
  };
  assert.deepEqual(await on('2026-11-23'), [true, 2, []]);
  assert.deepEqual(await on('2026-11-19'), [false, 2, ['not-examined', 'environment-not-recorded']]);
  assert.deepEqual(await on('2027-01-10'), [true, 2, ['main-equipment-out-of-date']]);
  assert.deepEqual(await on('2031-11-20'), [
    false,
    0,
    ['lapsed', 'main-equipment-out-of-date', 'too-few-people', 'environment-not-recorded'],
  ]);
  const later = await read(id, 'auditor', '2031-11-20');
  assert.equal(later.state, 'lapsed');
});

test('a certificate is recorded and corrected by the authority; one number belongs to one measurement standard', async () => {
  const { id } = await examined();
  const { id: other } = await examined();
  const params = { id };
  const [first] = (await read(id)).certificates.filter(({ kind }) => kind === 'public');
  const taken = (await read(other)).certificateNumber ?? '';
  const correct = (number: string, validUntil: string) =>
    city.as('countyRegulator').call(it.correctCertificate, {
      params,
      body: { certificate: first?.id as never, ...certificate(number, { validUntil }), reason: '有效期抄录错误' },
    });
  await refused(correct(taken, '2031-11-19'), 'measurementStandard.numberTaken');
  const corrected = await correct(first?.number ?? '', '2030-11-19');
  assert.deepEqual([corrected.validUntil, corrected.certificates.length], ['2030-11-19', 3]);
  const record = (more: object) =>
    city.as('countyRegulator').call(it.recordCertificate, {
      params,
      body: {
        kind: 'public',
        ...certificate('[2030]测社证字第1号', { validFrom: '2030-11-20', validUntil: '2035-11-19' }),
        reason: '换证',
        ...more,
      },
    });
  await refused(record({ validFrom: '2030-10-01' }), 'measurementStandard.overlap');
  // Its examination certificate ends on 2031-11-19: the certificate of the public measurement standard does not outlive it.
  assert.equal((await record({})).validUntil, '2031-11-19');
});
