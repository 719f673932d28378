import type { Text } from '../../../kernel/text.ts';

/** How far a role sees: its own organization, its region's subtree, or the whole city. */
export type Reach = 'organization' | 'region' | 'city';

export const roles = {
  holder: { text: ['使用单位经办人', 'Holder'], reach: 'organization' },
  technician: { text: ['检定员', 'Technician'], reach: 'organization' },
  checker: { text: ['核验员', 'Checker'], reach: 'organization' },
  approver: { text: ['授权签字人', 'Approver'], reach: 'organization' },
  'technical-manager': { text: ['技术负责人', 'Technical manager'], reach: 'organization' },
  'institute-manager': { text: ['机构负责人', 'Institute manager'], reach: 'organization' },
  inspector: { text: ['执法检查人员', 'Inspector'], reach: 'region' },
  'county-regulator': { text: ['县级计量主管部门', 'County regulator'], reach: 'region' },
  'city-regulator': { text: ['市级计量主管部门', 'City regulator'], reach: 'city' },
  'plan-office': { text: ['牵头部门（计量处）', 'Plan office'], reach: 'city' },
  'responsible-body': { text: ['责任单位联络员', 'Responsible body'], reach: 'organization' },
  auditor: { text: ['审计人员', 'Auditor'], reach: 'city' },
  'system-administrator': { text: ['系统管理员', 'System administrator'], reach: 'city' },
  'security-administrator': { text: ['安全管理员', 'Security administrator'], reach: 'city' },
  'audit-administrator': { text: ['审计管理员', 'Audit administrator'], reach: 'city' },
} as const satisfies Record<string, { text: Text; reach: Reach }>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as [Role, ...Role[]];
export const isRole = (name: string): name is Role => name in roles;
