import type { Role } from '../register/people/rules/roles.ts';

/** An unassigned code below Nantong's: the county of the story does not exist. */
export const county = '320699';

/** The organizations of the demonstration; all invented, their credit codes in an unassigned region code (329999). */
export const organizations = {
  office: {
    kind: 'bureau',
    name: '江岬市市场监督管理局计量处（演示）',
    nameEn: 'Jiangjia metrology office (demonstration)',
    region: '320600',
    first16: null,
  },
  countyGovernment: {
    kind: 'government',
    name: '江岬县人民政府（演示）',
    nameEn: "Jiangjia County People's Government (demonstration)",
    region: county,
    first16: null,
  },
  countyBureau: {
    kind: 'bureau',
    name: '江岬县市场监督管理局（演示）',
    nameEn: 'Jiangjia County Administration (demonstration)',
    region: county,
    first16: null,
  },
  institute: {
    kind: 'institute',
    name: '江岬县计量检定测试所（演示）',
    nameEn: 'Jiangjia County Metrology Institute (demonstration)',
    region: county,
    first16: '12329999MB0D0001',
  },
  cityInstitute: {
    kind: 'institute',
    name: '江岬市计量测试院（演示）',
    nameEn: 'Jiangjia Institute of Metrology (demonstration)',
    region: '320600',
    first16: '12329999MB0D0002',
  },
  portInstitute: {
    kind: 'institute',
    name: '江岬港区计量检定所（演示）',
    nameEn: 'Jiangjia Port Metrology Institute (demonstration)',
    region: county,
    first16: '12329999MB0D0006',
  },
  market: {
    kind: 'enterprise',
    name: '江岬县潮声菜市场（演示）',
    nameEn: 'Chaosheng Market (demonstration)',
    region: county,
    first16: '91329999MA0D0001',
  },
  shipyard: {
    kind: 'enterprise',
    name: '江岬船舶重工（演示）',
    nameEn: 'Jiangjia Shipyard (demonstration)',
    region: county,
    first16: '91329999MA0D0002',
  },
  fuel: {
    kind: 'enterprise',
    name: '江岬县沿江加油站（演示）',
    nameEn: 'Riverside Fuel Station (demonstration)',
    region: county,
    first16: '91329999MA0D0003',
  },
  clinic: {
    kind: 'enterprise',
    name: '江岬县潮尾村卫生室（演示）',
    nameEn: 'Chaowei Village Clinic (demonstration)',
    region: county,
    first16: '52329999MJ0D0004',
  },
  hospital: {
    kind: 'enterprise',
    name: '江岬县潮尾镇卫生院（演示）',
    nameEn: 'Chaowei Township Hospital (demonstration)',
    region: county,
    first16: '12329999MB0D0005',
  },
} as const;

/** Townships and villages below the invented county; what they lie in is named by their digits. */
export const divisions = [
  { code: '320699101', name: '潮声街道（演示）' },
  { code: '320699102', name: '潮尾镇（演示）' },
  { code: '320699103', name: '沿江镇（演示）' },
  { code: '320699101001', name: '声东社区（演示）' },
  { code: '320699102201', name: '潮尾村（演示）' },
  { code: '320699102202', name: '芦滩村（演示）' },
  { code: '320699102203', name: '新圩村（演示）' },
  { code: '320699102204', name: '北港村（演示）' },
  { code: '320699103201', name: '沿江村（演示）' },
  { code: '320699103202', name: '石桥村（演示）' },
  { code: '320699103203', name: '三灶村（演示）' },
] as const;

export type OrganizationName = keyof typeof organizations;

type Member = { readonly name: string; readonly at: OrganizationName; readonly roles: readonly Role[] };

/** The people of the demonstration; the key is the account. */
export const people = {
  holder: { name: '王秀兰', at: 'market', roles: ['holder'] },
  yard: { name: '顾海生', at: 'shipyard', roles: ['holder'] },
  fuelkeeper: { name: '潘江', at: 'fuel', roles: ['holder'] },
  doctor: { name: '施慧', at: 'clinic', roles: ['holder'] },
  hospital: { name: '季兰', at: 'hospital', roles: ['holder'] },
  technician: { name: '陈立', at: 'institute', roles: ['technician'] },
  lapsed: { name: '冯雷', at: 'institute', roles: ['technician'] },
  checker: { name: '吴敏', at: 'institute', roles: ['checker'] },
  approver: { name: '孙涛', at: 'institute', roles: ['approver'] },
  technical: { name: '郑洁', at: 'institute', roles: ['technical-manager'] },
  manager: { name: '钱峰', at: 'institute', roles: ['institute-manager'] },
  citymanager: { name: '褚远', at: 'cityInstitute', roles: ['institute-manager', 'technical-manager'] },
  citytest: { name: '陆川', at: 'cityInstitute', roles: ['technician'] },
  citycheck: { name: '方宁', at: 'cityInstitute', roles: ['checker', 'approver'] },
  port: { name: '龚岚', at: 'portInstitute', roles: ['institute-manager', 'technical-manager'] },
  porttest: { name: '汤勇', at: 'portInstitute', roles: ['technician'] },
  portcheck: { name: '夏青', at: 'portInstitute', roles: ['checker', 'approver'] },
  inspector: { name: '卫东', at: 'countyBureau', roles: ['inspector'] },
  county: { name: '蒋宁', at: 'countyBureau', roles: ['county-regulator'] },
  city: { name: '沈琳', at: 'office', roles: ['city-regulator'] },
  office: { name: '韩梅', at: 'office', roles: ['plan-office'] },
  office2: { name: '杨帆', at: 'office', roles: ['plan-office'] },
  body: { name: '朱明', at: 'office', roles: ['responsible-body'] },
  auditor: { name: '秦正', at: 'office', roles: ['auditor'] },
  admin: { name: '许安', at: 'office', roles: ['system-administrator'] },
  security: { name: '何稳', at: 'office', roles: ['security-administrator'] },
  audit: { name: '吕清', at: 'office', roles: ['audit-administrator'] },
} as const satisfies Record<string, Member>;

export type PersonName = keyof typeof people;

/** One password for every demonstration account; it opens nothing but fictional records on this machine. */
export const password = 'tongheng-yanshi';
