export * from './rules/fields.ts';
export * from './rules/row.ts';
