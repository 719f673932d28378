import { both } from '../../../kernel/text.ts';

export const texts = both({
  people: ['人员与账号', 'People and accounts'],
  lead: ['个人信息脱敏显示；查看原文须说明理由并留痕', 'Personal data are masked; seeing them takes a reason and is recorded'],
  open: ['开立账号', 'Open an account'],
  openLead: [
    '系统给出一次性密码，只显示这一次，首次登录须修改；角色由安全管理员另行授予',
    'The system gives a one-time password, shown once and changed at the first sign-in; roles are granted by a security administrator',
  ],
  roles: ['角色', 'Roles'],
  noRoles: ['没有角色', 'no role'],
  password: ['一次性密码', 'One-time password'],
  passwordOf: ['{name} 的一次性密码', 'One-time password of {name}'],
  passwordNote: [
    '请当面或经安全渠道交给本人。关闭后不能再查看，只能重置。',
    'Hand it over in person or by a safe way. Once closed it cannot be seen again, only reset.',
  ],
  alreadyShown: ['密码已经显示过；如未记下，请重置。', 'The password was shown already; reset it if it was not noted down.'],
  handedOver: ['已交给本人', 'Handed over'],
  manage: ['办理', 'Manage'],
  manageOf: ['{name}（{account}）', '{name} ({account})'],
  endRole: ['终止', 'End'],
  phone: ['手机', 'Phone'],
  identityNumber: ['证件号码', 'Identity number'],
  email: ['邮箱', 'E-mail'],
  notRecorded: ['未登记', 'not recorded'],
  shownOnce: ['本次查看已记入审计轨迹', 'This look is recorded in the audit trail'],
  yourself: ['不能办理自己的账号与角色', 'Nobody manages their own account and roles'],
  closeDialog: ['关闭', 'Close'],
});
