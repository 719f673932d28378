import type { Service } from '../../platform/context.ts';
import type { peopleEndpoints } from './contract.ts';
import { accountService } from './service/account.ts';
import { sessionService } from './service/session.ts';

export const peopleService: Service<typeof peopleEndpoints> = { ...sessionService, ...accountService };
