import { both } from '../../kernel/text.ts';

export const texts = both({
  toOnSite: ['打开现场检定（可离线使用）', 'Open work on site, which needs no network'],
  leaveTitle: ['本机还有未送达的记录', 'This device holds records that are not delivered'],
  leaveLead: [
    '{n} 份现场记录尚未送达。退出后它们仍保存在本机，只有你本人再次登录才能看到并送达。',
    '{n} records from the site are not delivered. They stay on this device, and only you see and deliver them when you sign in again.',
  ],
  house: ['通衡', 'Tongheng'],
  subtitle: ['城市开放计量平台', 'Open metrology platform of a city'],
  menu: ['菜单', 'Menu'],
  skip: ['跳到正文', 'Skip to the content'],
  home: ['工作台', 'Workplace'],
  homeLead: ['按您的角色可以办理的事项', 'What your roles let you do'],
  homeEmpty: ['您还没有任何角色', 'You hold no role yet'],
  homeEmptyNext: ['请联系本单位的安全管理员授予角色', 'Ask a security administrator to grant you one'],
  outdated: ['本页的程序没有取到，可能已经更新', 'The program of this page could not be fetched; it may have been renewed'],
  broken: ['页面出现故障', 'This page has failed'],
  brokenNext: ['请重新载入；已提交的内容不受影响', 'Load it again; what was submitted is safe'],
  reload: ['重新载入', 'Load again'],
});
