import { cityTimeZone, type Day } from '../kernel/day.ts';

const format = new Intl.DateTimeFormat('en-CA', { timeZone: cityTimeZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The city's day of an instant. */
export const cityDay = (at: Date): Day => format.format(at);
