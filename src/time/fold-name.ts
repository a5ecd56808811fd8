/** A name without case, accents, punctuation and doubled blanks, so that the spellings of one name meet. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}|['.]/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}+/-]+/gu, ' ')
    .trim()
}

/** The letters and digits of a place name alone: "St. John's" and "St_Johns" are one place. */
export function squashName(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}/]/gu, '')
}
