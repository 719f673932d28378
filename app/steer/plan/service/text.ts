import type { Service } from '../../../platform/context.ts';
import type { planEndpoints } from '../contract/endpoints.ts';
import { findSentences } from '../rules/search.ts';
import { cityPlan } from './city-plan.ts';
import { pageFrom } from './page.ts';

export const textService: Pick<Service<typeof planEndpoints>, 'readPlan' | 'searchSentences'> = {
  async readPlan() {
    return cityPlan();
  },

  async searchSentences({ query }) {
    const plan = cityPlan();
    const inClause = query.clause === undefined ? plan.sentences : plan.sentences.filter((each) => each.clause === query.clause);
    return pageFrom(findSentences(inClause, query.q ?? ''), query);
  },
};
