import { both } from '../../../kernel/text.ts';

export const texts = both({
  lead: ['无需登录，在您的浏览器中计算，数据不上传。', 'No sign-in. Everything is computed in your browser and nothing is uploaded.'],
  open: ['打开', 'Open'],
});
