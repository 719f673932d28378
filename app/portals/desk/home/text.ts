import { both } from '../../../kernel/text.ts';

export const texts = both({
  all: ['全部 {n} 条', 'All {n}'],
  waiting: ['等您办理', 'Waiting for you'],
  pages: ['可以打开的页面', 'Pages you may open'],
});
