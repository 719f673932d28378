import { z } from 'zod';
import { id } from '../../../kernel/id.ts';

export const StandardId = id('standard');
export type StandardId = z.infer<typeof StandardId>;

/** A required standard of a regulation, without its year: `jjg-0539:weights`. */
export const StandardRole = z
  .string()
  .regex(/^[a-z]{3}-\d{4}:[A-Za-z][A-Za-z0-9-]{0,39}$/)
  .meta({ description: 'a required standard of a regulation, such as jjg-0539:weights' });
