import { randomUUID } from 'node:crypto';
import type { Db } from '../../app/platform/context.ts';
import { markCity } from '../../app/register/organization/service/setting.ts';
import { insertOrganization } from '../../app/register/organization/store.ts';
import { insertPerson, insertRole } from '../../app/register/people/store.ts';
import type { Role } from '../../app/register/people/rules/roles.ts';

/** The organizations of the tests' small story; every name is invented. */
export const organizations = {
  city: { kind: 'bureau', name: '测试市市场监督管理局', region: '320600', creditCode: null },
  county: { kind: 'bureau', name: '测试甲县市场监督管理局', region: '320685', creditCode: null },
  institute: { kind: 'institute', name: '测试甲县计量检定测试所', region: '320685', creditCode: '12329999MB0000001Q' },
  farInstitute: { kind: 'institute', name: '测试乙县计量检定测试所', region: '320682', creditCode: '12329999MB0000002U' },
  market: { kind: 'enterprise', name: '测试甲县惠民菜市场', region: '320685', creditCode: '91329999MA0000001H' },
  office: { kind: 'bureau', name: '测试市计量处（牵头部门）', region: '320600', creditCode: null },
  outside: { kind: 'enterprise', name: '外地单位', region: '990001', creditCode: '91329999MA0000002L' },
  farMarket: { kind: 'enterprise', name: '测试乙县供销超市', region: '320682', creditCode: '91329999MA0000003P' },
} as const;

type OrganizationName = keyof typeof organizations;

const institutePeople: readonly Role[] = ['technician', 'checker', 'approver', 'technical-manager', 'institute-manager'];

/** The people of the tests' small story and the roles they hold. */
export const people = {
  holder: { name: '王秀兰', at: 'market', roles: ['holder'] },
  farHolder: { name: '周建国', at: 'farMarket', roles: ['holder'] },
  technician: { name: '陈立', at: 'institute', roles: ['technician'] },
  checker: { name: '吴敏', at: 'institute', roles: ['checker'] },
  approver: { name: '孙涛', at: 'institute', roles: ['approver'] },
  technicalManager: { name: '郑洁', at: 'institute', roles: ['technical-manager'] },
  instituteManager: { name: '钱峰', at: 'institute', roles: ['institute-manager'] },
  allRounder: { name: '冯一', at: 'institute', roles: [...institutePeople] },
  farInstituteManager: { name: '褚远', at: 'farInstitute', roles: [...institutePeople] },
  inspector: { name: '卫东', at: 'county', roles: ['inspector'] },
  countyRegulator: { name: '蒋宁', at: 'county', roles: ['county-regulator'] },
  cityRegulator: { name: '沈琳', at: 'city', roles: ['city-regulator'] },
  planOffice: { name: '韩梅', at: 'office', roles: ['plan-office'] },
  planOfficeSecond: { name: '杨帆', at: 'office', roles: ['plan-office'] },
  body: { name: '朱明', at: 'city', roles: ['responsible-body'] },
  auditor: { name: '秦正', at: 'city', roles: ['auditor'] },
  administrator: { name: '许安', at: 'city', roles: ['system-administrator'] },
  security: { name: '何稳', at: 'city', roles: ['security-administrator'] },
  audit: { name: '吕清', at: 'city', roles: ['audit-administrator'] },
  outsider: { name: '外人', at: 'outside', roles: ['holder', 'responsible-body', ...institutePeople] },
} as const satisfies Record<string, { name: string; at: OrganizationName; roles: readonly Role[] }>;

export type PersonName = keyof typeof people;

/** Writes the story's organizations and people; answers their ids. */
export async function settle(db: Db, at: string): Promise<Record<PersonName, { person: string; organization: string }>> {
  await markCity(db, { code: '320600', name: ['南通市', 'Nantong'] }, { demonstration: false, begunAt: at });
  const placed = new Map<string, string>();
  for (const [name, organization] of Object.entries(organizations)) {
    const id = randomUUID();
    placed.set(name, id);
    await insertOrganization(db, { id, ...organization, recordedAt: at });
  }
  const ids: Partial<Record<PersonName, { person: string; organization: string }>> = {};
  for (const [name, person] of Object.entries(people)) {
    const id = randomUUID();
    const organizationId = placed.get(person.at) ?? '';
    await insertPerson(db, {
      id,
      account: name.toLowerCase(),
      organizationId,
      passwordHash: '',
      passwordChangeDue: false,
      demonstration: false,
      recordedAt: at,
      name: person.name,
      phone: null,
      identityNumber: null,
      email: null,
    });
    for (const role of person.roles) await insertRole(db, { id: randomUUID(), personId: id, role, grantedBy: null, grantedAt: at });
    ids[name as PersonName] = { person: id, organization: organizationId };
  }
  return ids as Record<PersonName, { person: string; organization: string }>;
}
