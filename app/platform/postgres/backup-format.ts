import { z } from 'zod';

/**
 * The members of a backup, in this order: `backup.json` (what it is), `table/<name>/<chunk>.copy` (rows as PostgreSQL's
 * COPY prints them), `job/<chunk>.copy`, `file/<sha256>`, `manifest.json` (the digest of every member and, as the last
 * one, the sign that the backup is whole).
 */
export const Header = z.object({
  format: z.literal('tongheng-backup-1'),
  program: z.string(),
  schema: z.int(),
  at: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Header = z.infer<typeof Header>;

export const Manifest = z.object({
  /** Digest of each member by its name, SHA-256. */
  members: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.int()),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Jobs that were waiting or running, in the order of these columns. */
export const jobColumns = ['identifier', 'payload', 'queue_name', 'run_at', 'max_attempts', 'job_key', 'priority', 'flags'];

/** How values are printed, whatever the server's own settings are. */
export const printing = `
  SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET row_security = off; SET statement_timeout = 0`;
