import type { Field } from '@tongheng/procedures/form';
import { editions } from '@tongheng/procedures/registry';

/** Every condition of the place that some edition asks for, once; most ask for temperature and humidity. */
export const environmentFields: readonly Field[] = [
  ...new Map(editions.flatMap(({ form }) => form.environment.fields.map((field) => [field.id, field] as const))).values(),
];
