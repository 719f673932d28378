import { both } from '../../../kernel/text.ts';

export const texts = both({
  title: ['测量不确定度评定', 'Measurement uncertainty'],
  lead: [
    '在您的浏览器中计算，模型和结果不上传，关闭本页即不再保留；需要留存时请下载模型文件。同一模型文件和种子在任何机器上得到同样的数字。',
    'Computed in your browser: nothing is uploaded, and closing the page forgets it, so download the model file. The same file and seed give the same digits on every machine.',
  ],
  basis: [
    '依据：JCGM 100:2008（JJF 1059.1）、JCGM 101:2008（JJF 1059.2）、JCGM 102:2011。结果是否适用由使用者判断。',
    'After JCGM 100:2008, JCGM 101:2008 and JCGM 102:2011 (JJF 1059.1, JJF 1059.2). Whether a result fits its purpose is for its user to judge.',
  ],
});
