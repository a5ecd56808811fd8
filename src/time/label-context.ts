import type { Finding } from './time-zone-result.ts'
import type { LabelTables } from './label-tables.ts'
import type { ZoneSource } from './zone-source.ts'

/** What every reading of a label needs. */
export interface LabelContext {
  readonly source: ZoneSource
  readonly tables: LabelTables
  /** ISO 3166 alpha-2 in capitals, or null where it was not given. */
  readonly country: string | null
}

/** Reads one kind of label; null where the label is of another kind. */
export type LabelReader = (label: string, context: LabelContext) => Finding | null

/** Those of some zones that belong to the country; none where it was not given. */
export function zonesInCountry(zones: readonly string[], { source, country }: LabelContext): readonly string[] {
  return country === null ? [] : zones.filter((zone) => source.countryOf(zone) === country)
}
