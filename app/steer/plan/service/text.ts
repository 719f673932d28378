import type { Service } from '../../../platform/context.ts';
import type { planEndpoints } from '../contract/endpoints.ts';
import { findSentences } from '../rules/search.ts';
import { planDocument } from './document.ts';
import { pageFrom } from './page.ts';

export const textService: Pick<Service<typeof planEndpoints>, 'readPlan' | 'searchSentences'> = {
  async readPlan() {
    return planDocument();
  },

  async searchSentences({ query }) {
    const plan = await planDocument();
    const inClause = query.clause === undefined ? plan.sentences : plan.sentences.filter((each) => each.clause === query.clause);
    return pageFrom(findSentences(inClause, query.q ?? ''), query);
  },
};
