import type { Slice } from '../app/platform/context.ts';
import { permits, type Permit } from '../app/register/people/rules/permits.ts';
import { roleNames, roles, type Reach } from '../app/register/people/rules/roles.ts';

const reachText: Readonly<Record<Reach, string>> = {
  organization: '本单位 its own organization',
  region: '本区域 its region',
  city: '全市 the whole city',
};

const width = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (/[\u1100-\uffef]/.test(letter) ? 2 : 1), 0);
const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(1, columns - width(text)));

/** docs/generated/permissions.txt: who may do what, for readers who do not read code. */
export function permissionText(slices: readonly Slice[]): string {
  const endpoints = slices.flatMap(({ endpoints: of }) => Object.entries(of));
  const names = Object.keys(permits) as Permit[];
  const asking = (permit: string): string[] =>
    endpoints.filter(([, endpoint]) => endpoint.permit === permit).map(([, { summary }]) => summary[0]);
  const lines = [
    '谁可以做什么 · Who may do what',
    '由 npm run generate 从代码打印；权限只在 app/register/people/rules/permits.ts 中授予角色。',
    "Printed from the code. A role sees rows as far as its reach; what a record's state forbids is refused besides.",
    '',
    '角色 Roles',
    ...roleNames.map((role, index) => {
      const { text, reach } = roles[role];
      return `  ${String(index + 1).padStart(2)}  ${padded(text[0], 24)}${padded(text[1], 26)}${reachText[reach]}`;
    }),
    '',
    `${padded('权限 Permit', 26)}${roleNames.map((_, index) => String(index + 1).padStart(3)).join('')}   用于 For`,
  ];
  for (const permit of names) {
    const marks = roleNames.map((role) => ((permits[permit] as readonly string[]).includes(role) ? '  ✔' : '  ·')).join('');
    lines.push(`${padded(permit, 26)}${marks}   ${asking(permit).join('；')}`);
  }
  lines.push('', '登录即可 With any session');
  for (const [name, { permit, summary }] of endpoints)
    if (permit === 'session') lines.push(`session  ${padded(name, 26)}${summary[0]} · ${summary[1]}`);
  lines.push('', '无需登录 Without signing in');
  for (const [name, { permit, method, path, summary }] of endpoints) {
    if (permit === 'public') lines.push(`public   ${padded(name, 26)}${padded(`${method} /api${path}`, 46)}${summary[0]} · ${summary[1]}`);
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
