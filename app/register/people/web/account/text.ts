import { both } from '../../../../kernel/text.ts';

export const texts = both({
  house: ['通衡', 'Tongheng'],
  account: ['账户', 'Account'],
  toPublic: ['公众服务', 'Public services'],
  signIn: ['登录', 'Sign in'],
  signInLead: ['使用本单位分配的账号', 'With the account given to you by your organization'],
  signOut: ['退出登录', 'Sign out'],
  sessionEnded: [
    '请登录后继续；登录过期时已填写的内容保留在本机',
    'Sign in to go on; when a session ended, what you typed is kept on this device',
  ],
  changePassword: ['修改密码', 'Change password'],
  changeDue: ['首次登录须先修改一次性密码', 'The one-time password must be changed at the first sign-in'],
  sessions: ['登录会话', 'Sessions'],
  sessionsLead: ['发现不是您本人的会话，请立即结束并修改密码', 'End any session that is not yours and change your password'],
  address: ['地址', 'Address'],
  agent: ['浏览器', 'Browser'],
  begun: ['登录时间', 'Signed in'],
  seen: ['最近活动', 'Last active'],
  thisSession: ['当前会话', 'This session'],
  end: ['结束', 'End'],
});
