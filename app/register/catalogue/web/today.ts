import { useState } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { organizationEndpoints } from '../../organization/contract.ts';

const staleMilliseconds = 10 * 60 * 1000;

/** The city's day as its server tells it: which edition holds is asked for it. The device's clock serves only until the server has answered. */
export function useToday(): string {
  const setting = useEndpoint(organizationEndpoints.readSetting, {}, { staleMilliseconds });
  const [opened] = useState(() => dayOfInstant(new Date().toISOString()));
  return setting.data?.today ?? opened;
}
