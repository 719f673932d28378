import type { Draft } from '../../verification/service/entry.ts';
import type { SignedRecord } from '../contract.ts';

type Photo = { readonly digest: string; readonly file: string };

/** What a device wrote, as a verification keeps it: the photos by the files that came with the delivery. */
export function draftOf(record: SignedRecord, version: number, files: readonly Photo[], earlier: Draft['photos']): Draft {
  const fileOf = new Map(files.map(({ digest, file }) => [digest, file]));
  const photos = record.photos.flatMap(({ path, digest }) => {
    const file = fileOf.get(digest);
    return file === undefined ? [] : [{ path, digest, file: file as never }];
  });
  const { testedOn, environment, readings, standards, remarks, seals, secondPerson } = record;
  return {
    version,
    session: null,
    testedOn,
    environment,
    readings,
    standards,
    remarks,
    seals,
    secondPerson,
    photos: [...earlier, ...photos],
  };
}

/** The part of a record that two versions are compared by. */
export const contentOf = ({
  testedOn,
  environment,
  readings,
  standards,
  secondPerson,
  seals,
  photos,
  remarks,
  conclusion,
  edition,
  recordNumber,
}: SignedRecord) => ({
  testedOn,
  environment,
  readings,
  standards,
  secondPerson,
  seals,
  photos: photos.map(({ path, digest }) => ({ path, digest })),
  remarks,
  conclusion,
  edition,
  recordNumber,
});
