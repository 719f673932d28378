/** Types of evidence that are accepted, found by content; text is told by being text. */
const acceptedTypes = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/zip',
]);

/**
 * The type under which a file is kept, or undefined when it is refused. A name that claims another type than the content has
 * is refused: what is shown must be what it says.
 */
export function acceptedType(found: string | undefined, name: string, isText: boolean): string | undefined {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (found !== undefined) return acceptedTypes.has(found) && (extensionsOf[found] ?? []).includes(extension) ? found : undefined;
  if (!isText) return undefined;
  return textTypes[extension];
}

const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/zip': ['zip', 'xlsx', 'docx'],
};

const textTypes: Readonly<Record<string, string>> = { csv: 'text/csv', txt: 'text/plain', json: 'application/json' };

/** A text has no NUL byte in it. */
export const isText = (content: Uint8Array): boolean => !content.includes(0);

const shownTypes = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** Whether the browser shows a file in place; everything else is handed over to be saved. */
export const opensInPlace = (mediaType: string): boolean => shownTypes.has(mediaType);
