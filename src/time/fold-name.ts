/** A name without case, accents, the usual punctuation and doubled blanks, so that the spellings of one name meet. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}|['\u2019.]/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[\s,;:_"()[\]]+/g, ' ')
    .trim()
}

/** A place name without what stands between its words: "St. John's" and "St_Johns" are one place. */
export function squashName(name: string): string {
  return foldName(name).replace(/[ -]/g, '')
}
