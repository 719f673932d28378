const isAddressPart = (code: number): boolean => code > 32 && code < 127 && !/["'<>()[\]{},;|`]/.test(String.fromCharCode(code));

const fileName =
  /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|webp|txt|csv|tsv|md|html?|zip|rar|gz|exe|dll|js|ts|tsx|py|json|xml|ya?ml|mp[34]|avi|mov|com|cn|org|net|gov|edu|io|dwg|step|stl)$/i;

/** Letters, digits and signs without a break that are an address or a file name, as far as they reach; `end` is `at` where they are none. */
export function addressEnd(text: string, at: number): { readonly end: number; readonly searched: number } {
  let searched = at;
  while (searched < text.length && isAddressPart(text.charCodeAt(searched))) searched += 1;
  const word = text.slice(at, searched);
  if (word.length < 4) return { end: at, searched };
  const isAddress =
    word.includes('://') ||
    word.startsWith('www.') ||
    /^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]/.test(word) ||
    (word.length < 300 && fileName.test(word.replace(/[.:?~]+$/, ''))) ||
    /\.(?:com|cn|org|net|gov)\//.test(word.slice(0, 300));
  return { end: isAddress ? searched : at, searched };
}
