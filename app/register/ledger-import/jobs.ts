import type { Jobs } from '../../platform/context.ts';
import { applyImport } from './service/apply.ts';
import { readImport } from './service/read.ts';
import { resumeStalled } from './service/resume.ts';

const idOf = ({ id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id : '');

/** `readLedger` compares a file, `applyLedgerImport` writes the next rows of one, `resumeLedgerImports` looks for those left behind. */
export const ledgerImportJobs: Jobs = {
  readLedger: (payload, ctx) => readImport(ctx, idOf(payload)),
  applyLedgerImport: (payload, ctx) => applyImport(ctx, idOf(payload)),
  resumeLedgerImports: (_payload, ctx) => resumeStalled(ctx),
};

/** A server that was killed leaves its job locked for hours: what has not come further is taken up again. */
export const ledgerImportCrontab = '*/3 * * * * resumeLedgerImports';
