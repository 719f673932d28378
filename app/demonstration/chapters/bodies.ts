import { findEdition } from '@tongheng/procedures/registry';
import { addDays } from '../../kernel/day.ts';
import { qualificationEndpoints } from '../../measure/qualification/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import type { OrganizationName, PersonName } from '../cast.ts';
import { thisYear } from '../past.ts';
import type { Stage } from '../stage.ts';
import { adopt } from './adoption.ts';

/** The regions of the annex in which a body is authorised, with the kinds of instruments. */
type Scope = Readonly<Record<string, readonly string[]>>;
/** Equipment by the role that it has, and in how many days from the start its certificate ends. */
type Equipment = { readonly name: string; readonly range: string; readonly roles: readonly string[]; readonly ends: number };
type Registered = {
  readonly who: PersonName;
  readonly does: readonly ('test' | 'check')[];
  readonly regulations: readonly string[];
  readonly ends?: number;
};
type Staffed = {
  readonly at: OrganizationName;
  readonly manager: PersonName;
  readonly approver: PersonName;
  /** None: it signs for every regulation. */
  readonly signs: readonly string[];
  readonly editions: readonly string[];
  readonly mark: string;
  readonly equipment: readonly Equipment[];
  readonly registered: readonly Registered[];
};

const scales = ['price-computing-scale', 'digital-indicating-scale'] as const;

/** Who is authorised where. No document names the chargers of 海安, so that this cell lacks its scope. */
const scopes: Readonly<Record<'institute' | 'portInstitute' | 'cityInstitute', Scope>> = {
  institute: {
    '320685': [
      ...scales,
      'fuel-dispenser',
      'automated-sphygmomanometer',
      'sphygmomanometer',
      'pressure-gauge',
      'glass-clinical-thermometer',
      'electrocardiograph',
    ],
    '320682': [...scales, 'fuel-dispenser', 'sphygmomanometer'],
    '320623': [...scales, 'fuel-dispenser', 'automated-sphygmomanometer', 'sphygmomanometer'],
  },
  portInstitute: {
    '320681': [...scales, 'fuel-dispenser', 'taximeter-installed'],
    '320614': [...scales, 'fuel-dispenser', 'automated-sphygmomanometer', 'sphygmomanometer', 'pressure-gauge', 'water-meter'],
  },
  cityInstitute: {
    '320612': [...scales, 'fuel-dispenser'],
    '320681': ['diaphragm-gas-meter'],
    '320682': ['single-phase-energy-meter'],
    '320623': ['taximeter'],
    '320614': ['electrocardiograph'],
  },
};

/**
 * The city's institute has not adopted JJG 1204-2025, which replaces JJG 539-2016 for price-computing scales on 2027-01-08.
 * At the port one registration ends soon, one procedure has no checker, one only one person, one nobody who may sign.
 */
const staffed: readonly Staffed[] = [
  {
    at: 'cityInstitute',
    manager: 'citymanager',
    approver: 'citycheck',
    signs: [],
    editions: ['jjg-0539-2016', 'jjg-0443-2023', 'jjg-0577-2012', 'jjg-0596-2012', 'jjg-0543-2008'],
    mark: 'SY',
    equipment: [
      { name: 'F2等级砝码组', range: '1 mg～20 kg', roles: ['jjg-0539:weights'], ends: 240 },
      { name: '二等标准金属量器', range: '20 L、100 L', roles: ['jjg-0443:metal-measure'], ends: 41 },
      { name: '数字温度计', range: '(-20～60) ℃', roles: ['jjg-0443:thermometer'], ends: 190 },
      { name: '钟罩式气体流量标准装置', range: '(0.016～6) m³/h', roles: ['jjg-0577:gas-meter-equipment'], ends: 255 },
      { name: '密封性试验装置', range: '(0～30) kPa', roles: ['jjg-0577:tightness-tester'], ends: -16 },
      { name: '单相标准电能表', range: '220 V，(0.1～100) A', roles: ['jjg-0596:meter-test-equipment'], ends: 210 },
    ],
    registered: [
      {
        who: 'citytest',
        does: ['test'],
        regulations: ['jjg-0539', 'jjg-0443', 'jjg-0577', 'jjg-0596', 'jjg-0543'],
      },
      {
        who: 'citycheck',
        does: ['check'],
        regulations: ['jjg-0539', 'jjg-0443', 'jjg-0577', 'jjg-0596', 'jjg-0543'],
      },
    ],
  },
  {
    at: 'portInstitute',
    manager: 'port',
    approver: 'portcheck',
    signs: ['jjg-0539', 'jjg-1204', 'jjg-0443', 'jjg-0052', 'jjg-0270', 'jjg-0162'],
    editions: ['jjg-0539-2016', 'jjg-1204-2025', 'jjg-0443-2023', 'jjg-0052-2013', 'jjg-0270-2008', 'jjg-0692-2010', 'jjg-0162-2019'],
    mark: 'GQ',
    equipment: [
      { name: 'F2等级砝码组', range: '1 mg～20 kg', roles: ['jjg-0539:weights', 'jjg-1204:weights'], ends: 205 },
      { name: '二等标准金属量器', range: '20 L、100 L', roles: ['jjg-0443:metal-measure'], ends: 23 },
      { name: '数字温度计', range: '(-20～60) ℃', roles: ['jjg-0443:thermometer'], ends: 170 },
      { name: '血压计标准器', range: '(0～40) kPa', roles: ['jjg-0270:pressure', 'jjg-0692:pressure'], ends: 220 },
      { name: '精密压力表', range: '(-0.1～60) MPa', roles: ['jjg-0052:pressure-standard'], ends: -9 },
      { name: '水表检定装置', range: 'DN15～DN50', roles: ['jjg-0162:water-meter-equipment'], ends: 180 },
    ],
    registered: [
      { who: 'porttest', does: ['test'], regulations: ['jjg-0443', 'jjg-0052', 'jjg-0270', 'jjg-0692', 'jjg-0162'] },
      { who: 'porttest', does: ['test'], regulations: ['jjg-0539', 'jjg-1204'], ends: 47 },
      { who: 'porttest', does: ['check'], regulations: ['jjg-0270'] },
      { who: 'portcheck', does: ['check'], regulations: ['jjg-0539', 'jjg-1204', 'jjg-0443', 'jjg-0052', 'jjg-0692'] },
    ],
  },
];

/** What two more institutes need before they can serve a county: editions adopted, equipment calibrated, people registered; and where each of three may work. */
export async function staffBodies(stage: Stage): Promise<void> {
  for (const body of staffed) {
    const day = stage.at(-97);
    for (const id of body.editions) {
      const edition = findEdition(id);
      if (edition !== undefined) await adopt(stage, edition, body.manager, body.approver);
    }
    stage.at(-96);
    await equip(stage, body);
    const since = addDays(day, -600);
    for (const { who, does, regulations, ends } of body.registered)
      await stage.act(body.manager, qualificationEndpoints.registerQualification, {
        body: {
          holder: stage.personOf(who) as never,
          activities: [...does],
          regulations: [...regulations],
          documentNumber: `演示计资〔${since.slice(0, 4)}〕${body.mark}号`,
          validFrom: since,
          validUntil: ends === undefined ? null : addDays(stage.today, ends),
        },
      });
    await stage.act(body.manager, qualificationEndpoints.authoriseApprover, {
      body: {
        holder: stage.personOf(body.approver) as never,
        regulations: [...body.signs],
        documentNumber: `演示计授〔${since.slice(0, 4)}〕${body.mark}号`,
        validFrom: since,
      },
    });
  }
  const validFrom = stage.at(-95);
  let number = 20;
  for (const [at, regions] of Object.entries(scopes))
    for (const [region, kinds] of Object.entries(regions)) {
      number += 1;
      await stage.act('city', designationEndpoints.designateForKinds, {
        body: {
          region,
          instrumentKinds: kinds as never,
          instituteId: stage.idOf(at as OrganizationName) as never,
          documentNumber: thisYear(stage, '演示法计授', number),
          validFrom,
        },
      });
    }
}

async function equip(stage: Stage, { manager, mark, equipment }: Staffed): Promise<void> {
  for (const [index, { name, range, roles, ends }] of equipment.entries()) {
    const number = `${mark}-${String(index + 1).padStart(3, '0')}`;
    await stage.act(manager, standardEndpoints.registerStandard, {
      body: {
        number,
        name: `${name}（演示）`,
        model: '演示型',
        serial: `YS${number}`,
        range,
        roles: roles as never,
        since: addDays(stage.today, -700),
        kind: 'calibration',
        certificateNumber: `演示校字 ${number}`,
        issuer: '某省计量科学研究院（演示）',
        calibratedOn: addDays(stage.today, ends - 364),
        validUntil: addDays(stage.today, ends),
        quality: 'class',
        accuracyClass: '演示级',
      },
    });
  }
}
