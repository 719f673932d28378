import { editionFor, unknownLimits } from '@tongheng/procedures/registry';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { institutesWithin } from '../../../register/organization/service/lookup.ts';
import { annexItemNames, kindsOfItem } from '../../../register/catalogue/rules/annex.ts';
import { instrumentKindNames, kindOf, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { adoptionStatesOf } from '../../../register/catalogue/service.ts';
import { servedBy } from '../../../register/designation/service.ts';
import type { readinessEndpoints } from '../contract/readiness.ts';
import { itemReadinessOf, readinessOf } from '../rules/readiness.ts';

type Ready = ReplyOf<typeof readinessEndpoints.readVerifiableItems>['others'][number];

/** What each kind of instrument needs to be verified at an institute, on the day of the call. */
async function readyKinds(ctx: Context, instituteId: string | undefined): Promise<(kind: InstrumentKind) => Ready> {
  const adoptions = instituteId === undefined ? {} : await adoptionStatesOf(ctx, instituteId);
  const designations = instituteId === undefined ? [] : await servedBy(ctx, instituteId);
  return (kind) => {
    const edition = editionFor(kind, ctx.today);
    const regions = designations.filter((served) => served.kind === kind).map(({ region }) => region);
    const openCount = edition === undefined ? 0 : unknownLimits(edition).length;
    const adoption = edition === undefined ? 'none' : (adoptions[edition.id] ?? 'none');
    const to = edition?.applies.find(({ instrument }) => instrument === kind)?.to.value ?? null;
    return {
      kind,
      readiness: readinessOf(edition && { adoption, openCount }, regions.length > 0),
      edition: edition === undefined ? null : { id: edition.id, number: edition.number, openCount, to },
      regions,
    };
  };
}

export const readinessService: Service<typeof readinessEndpoints> = {
  async readVerifiableItems({ query }, ctx) {
    const institutes = await institutesWithin(ctx, ctx.today);
    const asked = query.institute ?? ctx.caller.organizationId;
    const institute = institutes.find(({ id }) => id === asked);
    if (institute === undefined && query.institute !== undefined) throw new Problem(platformProblems.notFound);
    const ready = await readyKinds(ctx, institute?.id);
    return {
      day: ctx.today,
      institute: institute ?? null,
      institutes,
      items: annexItemNames.map((item) => {
        const kinds = kindsOfItem(item).map(ready);
        return { item, readiness: itemReadinessOf(kinds.map(({ readiness }) => readiness)), kinds };
      }),
      others: instrumentKindNames.filter((kind) => kindOf(kind).items.length === 0).map(ready),
    } as never;
  },
};
