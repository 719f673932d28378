/** Records of every edition for the tests of digital calibration certificates: the examples of the editions inside a record that a service wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { procedures } from '@tongheng/procedures/registry';
import { printRecord, readRecord, type CertificateRecord } from '@tongheng/seal/record';

const vectors = new URL('../../packages/seal/vectors/records/', import.meta.url);

/** Records as the service wrote them, by name. */
export const writtenRecords = (): readonly (readonly [name: string, text: string])[] =>
  readdirSync(vectors)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, readFileSync(new URL(name, vectors), 'utf8').trim()]);

export const writtenRecord = (name: string): { readonly record: CertificateRecord; readonly text: string } => {
  const text = readFileSync(new URL(name, vectors), 'utf8').trim();
  return { record: readRecord(text), text };
};

type Example = { readonly input: CalculationInput & { readonly kind: 'initial' | 'subsequent' | 'in-use' } };
type Made = { readonly name: string; readonly edition: string; readonly record: CertificateRecord; readonly text: string };

/** One record for each example of each edition that comes to a conclusion. */
export function recordsOfEveryEdition(): readonly Made[] {
  const { record: base } = writtenRecord('price-computing-scale-pass.json');
  return procedures.flatMap((procedure) => {
    const { edition } = procedure;
    const folder = new URL(`../../packages/procedures/${edition.id}/examples/`, import.meta.url);
    return readdirSync(folder).flatMap((name) => {
      const { input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example;
      const result = procedure.calculate(input);
      if (result.conclusion === null) return [];
      const isPass = result.conclusion === 'pass';
      const record = {
        ...base,
        kind: isPass ? 'certificate' : 'notice',
        validUntil: isPass ? base.validUntil : null,
        validity: isPass ? base.validity : null,
        instrument: { ...base.instrument, kind: edition.applies[0]?.instrument ?? 'unknown', nameplate: input.instrument },
        procedure: { ...base.procedure, edition: edition.id, number: edition.number, title: edition.title, adopted: input.adopted ?? {} },
        verification: {
          ...base.verification,
          kind: input.kind,
          environment: input.environment,
          readings: input.readings,
          result,
          conclusion: result.conclusion,
        },
      } as CertificateRecord;
      return [{ name: `${edition.id} ${name}`, edition: edition.id, record, text: printRecord(record) }];
    });
  });
}
