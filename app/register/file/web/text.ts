import { both } from '../../../kernel/text.ts';

export const texts = both({
  addFile: ['添加文件', 'Add a file'],
  removeFile: ['移除', 'Remove'],
  uploading: ['正在上传', 'Uploading'],
});
