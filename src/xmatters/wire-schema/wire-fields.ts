import * as z from 'zod/mini'

/** Marks the check that fails for a word outside of the documented ones. */
export const unknownWord = 'An undocumented word; kept as it came.'

/** What an enum's documentation lists; case, hyphens and spaces do not count, and words not listed are flagged, never refused. */
export function word(...known: readonly string[]): z.ZodMiniType {
  const words = new Set(known)
  const isKnown = (value: string): boolean =>
    words.has(value) || value === '' || words.has(value.toUpperCase().replaceAll(/[\s-]+/g, '_'))
  return z.nullish(z.string().check(z.refine(isKnown, unknownWord)))
}

export const id: z.ZodMiniType = z.union([z.string().check(z.minLength(1)), z.number()])
export const text: z.ZodMiniType = z.nullish(z.union([z.string(), z.number()]))
export const flag: z.ZodMiniType = z.nullish(z.union([z.boolean(), z.string()]))
export const numeric: z.ZodMiniType = z.nullish(z.union([z.number(), z.string()]))
export const object: z.ZodMiniType = z.nullish(z.looseObject({}))
export const reference: z.ZodMiniType = z.nullish(z.object({ id }))

const rows = z.array(z.unknown())
/** A page or a bare array; what is inside is read where it is used. */
export const list: z.ZodMiniType = z.nullish(z.union([z.object({ data: rows }), rows]))
