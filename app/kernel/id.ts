import { z } from 'zod';

/** A branded identifier: the text of a UUID that cannot be mistaken for another term's. */
export const id = <Brand extends string>(brand: Brand) =>
  z
    .uuid()
    .brand(brand)
    .meta({ description: `id of a ${brand}` });

export const PersonId = id('person');
export type PersonId = z.infer<typeof PersonId>;
export const OrganizationId = id('organization');
export type OrganizationId = z.infer<typeof OrganizationId>;
export const FileId = id('file');
export type FileId = z.infer<typeof FileId>;
