import { getOrAdd } from '../get-or-add.ts'
import { findAbbreviation } from './find-abbreviation.ts'
import { squashName } from './fold-name.ts'
import type { LabelContext } from './label-context.ts'
import { type Finding, resolved, type TimeZoneWarning } from './time-zone-result.ts'
import type { ZoneSource } from './zone-source.ts'

/** Names of IANA that are no places. What they mean to people is often another clock. */
function warningsOf(name: string): readonly TimeZoneWarning[] {
  if (name === 'GMT') return ['gmt-may-be-java-default']
  if (/^(?:EST|MST|HST)$/.test(name)) return ['fixed-offset-no-dst']
  return /^(?:[CEMW]ET|[A-Z]ST\d[A-Z]DT)$/.test(name) ? ['legacy-posix-style'] : []
}

/** Reads a name of the IANA database, a link or a primary name, in any case and with blanks for underscores. */
export function findIanaName(label: string, context: LabelContext): Finding | null {
  const { source, tables, country } = context
  const ownName = source.findName(label.replaceAll(' ', '_'))
  const name = ownName ?? findLooseName(label, source)
  if (name === null) return null
  const primary = source.primaryOf.get(name) ?? name
  const warnings = warningsOf(name)
  const meanings = name === 'GMT' ? undefined : tables.abbreviations.get(name)?.zones
  if (meanings !== undefined && country !== null) {
    const settled = findAbbreviation(name, context)
    if (settled?.kind === 'resolved' && source.countryOf(settled.zone) === country) return settled
  }
  const isPrimary = name === primary
  const confidence = ownName === null ? 'inferred' : isPrimary ? 'exact' : 'alias'
  return resolved(primary, isPrimary ? 'iana' : 'iana-link', confidence, warnings, meanings)
}

const looseNames = new WeakMap<ZoneSource, ReadonlyMap<string, string>>()

/** "America/St. Johns" and "America/Port au Prince" name one place each, whatever stands between the words. */
function findLooseName(label: string, source: ZoneSource): string | null {
  // Most labels are spared the squashing: no such name is without.
  if (!label.includes('/')) return null
  const names = getOrAdd(looseNames, source, () => {
    const places = [...source.primaryOf.keys()].filter((name) => name.includes('/') && !/\d/.test(name))
    return new Map(places.map((name) => [squashName(name), name]))
  })
  return names.get(squashName(label)) ?? null
}
