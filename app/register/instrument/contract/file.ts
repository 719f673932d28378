import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { platformProblems } from '../../../kernel/problem.ts';
import { exportFormats, labelSizes } from '../rules.ts';
import { instrumentProblems } from './problems.ts';
import { instrumentFilter, searchProblems } from './search.ts';
import { largestBatch } from './shapes.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

export const fileEndpoints = {
  exportInstruments: endpoint({
    method: 'GET',
    path: '/instrument-export',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['导出符合条件的全部器具', 'Export all instruments that the conditions find'],
    query: z.object({ ...instrumentFilter, format: z.enum(exportFormats).default('xlsx') }),
    reply: 'file',
    problems: [instrumentProblems.tooManyRows, searchProblems.searchTooBroad],
  }),
  printInstrumentLabels: endpoint({
    method: 'GET',
    path: '/instrument-labels',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['打印器具编码标签', 'Print labels with the codes of instruments'],
    query: z.object({
      instruments: z
        .string()
        .regex(new RegExp(`^${uuid}(,${uuid}){0,${largestBatch - 1}}$`))
        .meta({ description: 'ids of instruments, with commas between' }),
      size: z.enum(labelSizes).default('40x30'),
    }),
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
};
