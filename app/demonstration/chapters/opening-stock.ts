import { addDays, type Day } from '../../kernel/day.ts';
import { entryEndpoints } from '../../register/entry/contract.ts';
import type { Content } from '../../register/entry/rules/kind.ts';
import type { EntryKind } from '../../register/entry/rules/kinds.ts';
import { organizations } from '../cast.ts';
import { countyOf, creditCodeOf, identityNumberOf, manufacturerOf, shopOf } from '../invented.ts';
import { writeList } from '../list.ts';
import { writePaper } from '../paper.ts';
import { past } from '../past.ts';
import type { Stage } from '../stage.ts';
import { people, teams } from './talents.ts';

const row = (content: Partial<Content> & Pick<Content, 'title' | 'documentNumber' | 'issuer' | 'since' | 'payload'>): Content => ({
  level: null,
  region: '320600',
  until: null,
  phases: [],
  ...content,
});
const numbered = (number: number): string => String(number).padStart(4, '0');
const first = (count: number): number[] => [...Array(count).keys()];

const standards = [
  ['F1等级大砝码标准装置', 'F1等级大砝码组', '(1～20) kg'],
  ['M1等级砝码组标准装置', 'F2等级砝码组', '1 mg～20 kg'],
  ['活塞式压力计标准装置', '活塞式压力计', '(0.04～60) MPa'],
  ['精密压力表标准装置', '精密压力表', '(-0.1～60) MPa'],
  ['燃油加油机检定装置', '标准金属量器', '20 L、100 L'],
  ['水表检定装置', '标准金属量器组', 'DN15～DN50'],
  ['膜式燃气表检定装置', '钟罩式气体流量标准装置', '(0.016～6) m³/h'],
  ['心脑电图机检定装置', '心脑电图机检定仪', '0.1 mV～10 mV'],
  ['血压计检定装置', '血压计标准器', '(0～40) kPa'],
  ['单相电能表标准装置', '单相标准电能表', '220 V，(0.1～100) A'],
  ['工作用玻璃体温计标准装置', '二等标准玻璃体温计', '(35～42) ℃'],
  ['量块标准装置', '3等量块', '(0.5～100) mm'],
] as const;

/** Who keeps the measurement standards of a county; those of the city and of 崇川区 are the city institute's. */
const keeperOf = (region: string): string => {
  if (['320685', '320682', '320623'].includes(region)) return organizations.institute.name;
  return ['320681', '320612', '320614'].includes(region) ? organizations.portInstitute.name : organizations.cityInstitute.name;
};

/** Two end within the year: a re-examination has to be applied for. */
const endsSoon: Readonly<Record<number, number>> = { 25: 68, 4: 200 };

/** Two out of sixty have lapsed by the day of the start: their certificates ended and were not renewed. */
function standardRows(stage: Stage): Content[] {
  return first(60).map((number) => {
    const [title, mainStandard, range] = standards[number % standards.length] ?? standards[0];
    const since = past(stage, addDays('2021-12-10', number * 19));
    const region = number < 24 ? '320600' : countyOf(number);
    const year = since.slice(0, 4);
    return row({
      title: `${title}（演示）`,
      level: 'city',
      region,
      documentNumber: `[${year}]演示社证字第${numbered(number + 1)}号`,
      issuer: '江岬市市场监督管理局计量处（演示）',
      since,
      until:
        number === 7 || number === 31 ? addDays(stage.today, -200 - number) : addDays(stage.today, endsSoon[number] ?? 300 + number * 17),
      payload: {
        keeper: keeperOf(region),
        examinationNumber: `演示量标证字〔${year}〕第${numbered(number + 1)}号`,
        mainStandard,
        range,
      },
    });
  });
}

const trades = ['retail', 'market', 'retail', 'optician', 'fuel', 'catering', 'retail', 'other', 'market'] as const;
const scopes = ['不使用不合格计量器具，商品量值准确', '公平秤摆放醒目，短秤退差'] as const;
const scopeOf = (number: number, trade: string): string =>
  trade === 'fuel' ? '加油机按期检定，足量加注' : (scopes[number % 2] ?? scopes[0]);

/** As a list comes in practice: 120 right rows, and three that are not: a mistyped code, a missing scope, the same shop again. */
function commitmentRows(stage: Stage): Content[] {
  const shop = (number: number): Content => {
    const trade = trades[Math.floor(number / 16) % trades.length] ?? 'other';
    return row({
      title: shopOf(number),
      region: countyOf(number),
      documentNumber: `演示诺2024-${numbered(number + 1)}`,
      issuer: '江岬市诚信计量公示平台（演示）',
      since: past(stage, addDays('2023-10-09', number * 6)),
      payload: { creditCode: creditCodeOf(number), scope: scopeOf(number, trade), trade },
    });
  };
  const mistyped = shop(120);
  const unsaid = shop(121);
  return [
    ...first(120).map(shop),
    { ...mistyped, payload: { ...mistyped.payload, creditCode: `${creditCodeOf(120).slice(0, 17)}0` } },
    { ...unsaid, payload: { ...unsaid.payload, scope: '' } },
    { ...shop(5), documentNumber: '演示诺2024-0999' },
  ];
}

const serviceTypes = ['calibration', 'calibration', 'consulting', 'calibration', 'training', 'energy', 'research'] as const;

/** 300 orders of 180 enterprises: a second order is kept, its enterprise counts once. */
function serviceRows(stage: Stage): Content[] {
  return first(300).map((number) => {
    const enterprise = number % 180;
    return row({
      title: manufacturerOf(enterprise),
      region: countyOf(enterprise),
      documentNumber: `演示服-2024-${numbered(number + 1)}`,
      issuer: '江岬市计量测试院（演示）',
      since: past(stage, addDays('2023-03-06', number * 3)),
      payload: {
        creditCode: creditCodeOf(1000 + enterprise),
        serviceType: serviceTypes[number % serviceTypes.length] ?? 'other',
        sector: enterprise % 9 === 4 ? 'other' : 'advanced-manufacturing',
        industry: `C${34 + (enterprise % 6)}`,
        deliverable: '校准证书或服务报告（演示）',
      },
    });
  });
}

const cultureRows = (stage: Stage): Content[] =>
  first(11).map((number) =>
    row({
      title: `${['潮声', '江岬', '望海', '南礁', '启澜', '东汀', '帆影', '白鹭', '芦洲', '滨堤', '盐场'][number]}计量${number < 3 ? '文化基地' : '宣传角'}（演示）`,
      level: number < 3 ? 'province' : 'city',
      region: countyOf(number),
      documentNumber: `演示市监〔2024〕${40 + number}号`,
      issuer: number < 3 ? '示例省市场监督管理局（演示）' : '江岬市市场监督管理局计量处（演示）',
      since: past(stage, addDays('2024-05-20', number * 40)),
      payload: { host: '江岬市计量测试院（演示）', theme: '度量衡历史' },
    }),
  );

const talentRows = (stage: Stage): Content[] =>
  people.map(({ name, number, level, programme, since }) =>
    row({
      title: `${name}（演示）`,
      level,
      documentNumber: `演示人才〔${since.slice(0, 4)}〕${10 + number}号`,
      issuer: '演示人才工作领导小组（演示）',
      since: past(stage, since),
      payload: {
        programme,
        employer: '江岬市计量测试院（演示）',
        identityNumber: identityNumberOf(number),
        speciality: '几何量与力学计量',
      },
    }),
  );

const teamRows = (stage: Stage): Content[] =>
  teams.map(({ title, leader, field }, number) =>
    row({
      title: `${title}（演示）`,
      level: 'city',
      documentNumber: `演示市监〔2024〕${20 + number}号`,
      issuer: '江岬市市场监督管理局计量处（演示）',
      since: past(stage, addDays('2024-01-15', number * 90)),
      payload: { leader: `${leader}（演示）`, host: '江岬市计量测试院（演示）', field, members: String(6 + number) },
    }),
  );

/** Lists of what there was before the program, each imported from a workbook and reviewed once by another person. */
export async function openRegisters(stage: Stage): Promise<void> {
  stage.at(-118);
  const lists: readonly (readonly [EntryKind, string, readonly Content[]])[] = [
    ['standard', '社会公用计量标准存量名单（演示）', standardRows(stage)],
    ['commitment', '诚信计量自我承诺存量名单（演示）', commitmentRows(stage)],
    ['service', '服务企业存量名单（演示）', serviceRows(stage)],
    ['cultureBase', '计量文化基地与宣传阵地存量名单（演示）', cultureRows(stage)],
    ['talent', '人才入选存量名单（演示）', talentRows(stage)],
    ['team', '计量科技创新团队存量名单（演示）', teamRows(stage)],
  ];
  const paper = await writePaper('存量名单签报（演示）', ['本名单由经办人核对、负责人签字。', '演示记录，不具任何效力。'], stage.today);
  const signed = await stage.upload('office', '存量名单签报（演示）.pdf', paper);
  const imported: string[] = [];
  for (const [number, [kind, title, rows]] of lists.entries()) {
    const workbook = await stage.upload('office', `${title}.xlsx`, await writeList(kind, rows, stage.today));
    const asOf: Day = addDays(stage.today, -120);
    const documentNumber = `演示计〔${asOf.slice(0, 4)}〕${number + 1}号`;
    const body = { kind, asOf, title, documentNumber, issuer: '江岬市市场监督管理局计量处（演示）', workbook, files: [signed] };
    imported.push((await stage.act('office', entryEndpoints.importStock, { body })).id);
  }
  stage.at(-115);
  for (const id of imported) {
    const body = { accept: true, reason: '与签字名单逐行核对一致（演示）' };
    await stage.act('office2', entryEndpoints.reviewStock, { params: { id: id as never }, body });
  }
}
