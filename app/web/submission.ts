/** A key that names one submission; the server does a repeated key once. Chromium 90 has no crypto.randomUUID. */
export function submissionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
