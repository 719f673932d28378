import { both } from '../../../kernel/text.ts';

export const texts = both({
  title: ['计量计算工具', 'Tools'],
  lead: ['无需登录，在您的浏览器中计算，数据不上传。', 'No sign-in. Everything is computed in your browser and nothing is uploaded.'],
  show: ['查看工具', 'Show the tools'],
  open: ['打开', 'Open'],
});
