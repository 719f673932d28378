import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { Instant } from '../../kernel/day.ts';
import { FileId } from '../../kernel/id.ts';
import { platformProblems } from '../../kernel/problem.ts';

export const largestFileBytes = 20 * 1024 * 1024;

/** A file as other records show it. */
export const FileCard = z.object({
  id: FileId,
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  digest: z.string(),
  at: Instant,
});
export type FileCard = z.infer<typeof FileCard>;

export const fileEndpoints = {
  uploadFile: endpoint({
    method: 'POST',
    path: '/files',
    permit: 'session',
    rows: 'own',
    summary: ['上传附件（按内容识别类型）', 'Upload a file; its type is found in its content'],
    query: z.object({ name: z.string().trim().min(1).max(200) }),
    uploadBytes: largestFileBytes,
    reply: FileCard,
    problems: [platformProblems.tooLarge, platformProblems.fileKind],
  }),
  readFile: endpoint({
    method: 'GET',
    path: '/files/:id',
    permit: 'session',
    rows: 'own',
    summary: ['打开或下载附件', 'Open or download a file'],
    params: z.object({ id: FileId }),
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
};
