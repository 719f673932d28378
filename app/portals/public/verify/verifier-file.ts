/** Where the file holds the lists that it believes; the builder of the file writes this text into it. */
export const trustPlace = '<script type="application/json" id="trust">null</script>';
export const revocationPlace = '<script type="application/json" id="revocations">null</script>';

/** JSON in a script element: nothing in it may end the element. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

async function answer(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The verifier of this platform with its present lists inside; a list that is not there stays out and can be given as a file later. */
export async function verifierWithTrust(): Promise<string> {
  const page = await (await answer('/verifier.html')).text();
  const [trust, revocations] = await Promise.all(
    ['/api/public/trust', '/api/public/revocations'].map((address) =>
      answer(address)
        .then((response) => response.text())
        .catch(() => null),
    ),
  );
  return page
    .replace(trustPlace, () => trustPlace.replace('null', () => inScript(trust)))
    .replace(revocationPlace, () => revocationPlace.replace('null', () => inScript(revocations)));
}
