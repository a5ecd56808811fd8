const escapes: ReadonlyMap<string, string> = new Map([
  ['\\/', '/'],
  ['\\,', ','],
  ['\\;', ';'],
  ['&amp;', '&'],
])
const escapePattern = /\\[/,;]|&amp;|%[2-5][0-9a-f]|\\u00[2-5][0-9a-f]/gi

/** Undoes what transport does to a label: blanks, quotes, escapes, typographic minus signs and apostrophes. */
export function cleanLabel(label: string): string {
  let text = label
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(
      escapePattern,
      (escape) => escapes.get(escape.toLowerCase()) ?? String.fromCharCode(Number.parseInt(escape.slice(-2), 16)),
    )
    .replace(/\s+/g, ' ')
    .trim()
  while (/^(["'`]).*\1$/.test(text) && text.length > 1) text = text.slice(1, -1).trim()
  return text.replace(/ ?\/ ?/g, '/')
}
