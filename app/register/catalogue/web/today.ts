import { useState } from 'react';
import { dayOfInstant } from '../../../web/figures.ts';

/** The city's day on which the page was opened: which edition holds is asked for it. */
export function useToday(): string {
  const [day] = useState(() => dayOfInstant(new Date().toISOString()));
  return day;
}
