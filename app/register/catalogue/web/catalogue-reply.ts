import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { catalogueEndpoints } from '../contract.ts';

export type Details = ReplyOf<typeof catalogueEndpoints.readCatalogueEdition>;
export type Content = Details['content'];
export type Entry = Content['entries'][number];
