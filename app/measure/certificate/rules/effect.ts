/** What an error of each standard of a record does to its checks, as the short text that is kept beside the certificate. */
import { effectsOf } from '@tongheng/procedures/effect';
import { printEffects } from '@tongheng/procedures/effect-text';
import { findEdition } from '@tongheng/procedures/registry';
import type { CertificateRecord } from '@tongheng/seal/record';

type Calculated = Pick<CertificateRecord, 'procedure' | 'instrument'> & {
  readonly verification: Pick<CertificateRecord['verification'], 'readings' | 'result' | 'uncertainties'>;
};

/**
 * The texts by role, 'jjg-0539:weights'. Empty for an edition that this program does not know, and for a calibration, which concludes nothing: of
 * those nothing can be calculated.
 */
export function effectTexts({
  procedure,
  instrument,
  verification: { readings, result, uncertainties },
}: Calculated): ReadonlyMap<string, string> {
  const edition = findEdition(procedure.edition);
  if (edition === undefined || result.checks.length === 0) return new Map();
  const stated = new Map(uncertainties.map(({ check, U }) => [check, U]));
  const effects = effectsOf(edition, { instrument: instrument.nameplate, readings }, result);
  return new Map(
    effects.map(({ role, ...rest }) => {
      const moved = stated.size === 0 ? rest.moved : rest.moved.map((one) => withU(one, stated.get(one.check)));
      return [`${edition.regulation}:${role}`, printEffects({ ...rest, moved })];
    }),
  );
}

const withU = <Effect extends object>(effect: Effect, U: string | undefined): Effect & { readonly U?: string } =>
  U === undefined ? effect : { ...effect, U };
