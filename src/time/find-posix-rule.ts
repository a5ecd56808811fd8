import { append, getOrAdd } from '../get-or-add.ts'
import { etcName } from './etc-zones.ts'
import { findFixedOffset } from './find-offset.ts'
import { type LabelContext, zonesInCountry } from './label-context.ts'
import { labelTables } from './label-tables.ts'
import { type PosixRule, parsePosixRule } from './posix-rule.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'
import type { ZoneSource } from './zone-source.ts'

/** Reads a POSIX TZ string such as `EST5EDT,M3.2.0,M11.1.0`: the zone that keeps this rule, or a fixed offset. */
export function findPosixRule(label: string, context: LabelContext): Finding | null {
  const [, standard = label, daylight] = /^SystemV\/([A-Z]{3}\d{1,2})([A-Z]{3})?$/i.exec(label) ?? []
  if (daylight !== undefined) return refuseSystemV(standard, context)
  const text = standard.toUpperCase().replaceAll(', ', ',')
  const rule = parsePosixRule(text)
  if (rule === null) return null
  if (/^(?:UTC|GMT)\d/i.test(text) && rule.standardOffsetMs !== 0) {
    const hours = Math.abs(rule.standardOffsetMs) / 3_600_000
    const message = 'POSIX counts this offset westwards, people eastwards; write a sign.'
    const zones = [etcName(hours), etcName(-hours)].filter((zone) => context.source.primaryOf.has(zone))
    return refused('ambiguous', message, zones)
  }
  if (rule.daylight === null) return findFixed(rule, context)
  const named = zonesWith(context, ruleKey(rule, 'names'))
  const rules = new Set(named.map((zone) => context.source.ruleText(zone)))
  if (rules.size > 1) return refused('ambiguous', 'Several rules go by these abbreviations; write the rule too.', named)
  const zones = named.length > 0 ? named : zonesWith(context, ruleKey(rule, 'rule'))
  const [zone] = zones
  if (zone === undefined) return refused('unknown', 'No zone keeps this rule.')
  const isGuess = named.length === 0 || rule.daylight.changes === null
  return resolved(
    zone,
    'posix',
    isGuess ? 'guess' : 'inferred',
    zones.length > 1 || isGuess ? ['several-zones'] : [],
    zones,
  )
}

function refuseSystemV(standard: string, context: LabelContext): Finding {
  const today = parsePosixRule(`${standard}DST,M3.2.0,M11.1.0`)
  const [likely] = today === null ? [] : zonesWith(context, ruleKey(today, 'rule'))
  const message = 'This zone keeps the American rule of 1976, which no place has any more.'
  return refused('unknown', message, likely === undefined ? [] : [likely])
}

function findFixed(rule: PosixRule, context: LabelContext): Finding {
  const fixed = findFixedOffset(rule.standardOffsetMs, context)
  const zones = zonesWith(context, ruleKey(rule, 'names'))
  if (fixed.kind === 'resolved')
    return { ...fixed, method: 'posix', candidates: zones.filter((zone) => zone !== fixed.zone) }
  const [zone] = zones
  if (zone === undefined) return fixed
  return resolved(zone, 'posix', 'inferred', zones.length > 1 ? ['several-zones'] : [], zones)
}

/** The same for all spellings of a rule: by its abbreviations too, or by what it does alone. */
function ruleKey({ standardName, standardOffsetMs, daylight }: PosixRule, by: 'names' | 'rule'): string {
  const names = by === 'names' ? [standardName, daylight?.name] : []
  return JSON.stringify([standardOffsetMs, daylight?.offsetMs, daylight?.changes, names])
}

const zonesByRule = new WeakMap<ZoneSource, ReadonlyMap<string, readonly string[]>>()

/** The zones that keep a rule: those of the country first, then those that stand for a Windows id. */
function zonesWith(context: LabelContext, key: string): readonly string[] {
  const zones = getOrAdd(zonesByRule, context.source, () => indexRules(context.source)).get(key) ?? []
  const own = zonesInCountry(zones, context)
  return own.length > 0 ? own : zones
}

function indexRules(source: ZoneSource): Map<string, string[]> {
  const leading = [...labelTables().names.values()].flatMap((claims) =>
    claims.filter(({ method }) => method === 'windows').flatMap(({ zones }) => zones),
  )
  const index = new Map<string, string[]>()
  for (const zone of new Set([...leading, ...source.primaryOf.values()])) {
    // In capitals as the label is; Guam's is ChST.
    const rule = parsePosixRule((source.ruleText(zone) ?? '').toUpperCase())
    if (rule === null) continue
    const unwritten = rule.daylight === null ? rule : { ...rule, daylight: { ...rule.daylight, changes: null } }
    for (const key of new Set([ruleKey(rule, 'names'), ruleKey(rule, 'rule'), ruleKey(unwritten, 'names')])) {
      append(index, key, zone)
    }
  }
  return index
}
