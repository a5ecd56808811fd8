const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])
/** Escapes of JSON, iCalendar, URLs and HTML, as far as they stand for what labels are made of. */
const escapePattern =
  /\\u00([2-5][0-9a-f])|\\([/,;_"'])|%([2-5][0-9a-f])|&#x([2-5][0-9a-f]);|&#(3[2-9]|[4-8]\d|9[0-5]);|&(amp|quot|apos);/gi
/** Pairs around the whole label: quotes, or brackets that enclose no others of their kind. */
const wrapped = /^(?:(["'`])(.*)\1|\(([^()]*)\)|\[([^[\]]*)\]|<([^<>]*)>)$/

/** Undoes what transport does to a label: blanks, quotes, brackets, escapes, typographic minus signs and apostrophes. */
export function cleanLabel(label: string): string {
  const text = label
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(escapePattern, unescape)
    .replace(/([a-z])\+(?=[a-z])/gi, '$1 ')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
  return unwrap(text)
}

function unescape(
  _escape: string,
  json?: string,
  character?: string,
  url?: string,
  html?: string,
  decimal?: string,
  name?: string,
): string {
  if (character !== undefined) return character
  if (name !== undefined) return named.get(name.toLowerCase()) ?? ''
  const code = decimal === undefined ? Number.parseInt(json ?? url ?? html ?? '', 16) : Number(decimal)
  return String.fromCharCode(code)
}

function unwrap(label: string): string {
  let text = label
  for (;;) {
    text = text.replace(/^[ ;,]+|[ ;,.]+$/g, '')
    const match = wrapped.exec(text)
    if (match === null) return text
    text = match[2] ?? match[3] ?? match[4] ?? match[5] ?? ''
  }
}
