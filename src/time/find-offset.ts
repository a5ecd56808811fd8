import { etcName } from './etc-zones.ts'
import { type LabelContext, zonesInCountry } from './label-context.ts'
import { parsePosixRule } from './posix-rule.ts'
import { type Finding, refused, resolved } from './time-zone-result.ts'

const offsetPattern = /^(?:UTC|GMT|UT)? ?([+-]) ?(\d{1,2})(?:[:.]?(\d{2}))?(?::00)?$/i
const hourMs = 3_600_000

/** Reads an offset such as `+05:30`, `UTC-5` or `(GMT+0100)`. Whole hours have a zone; for others IANA has none. */
export function findOffset(label: string, context: LabelContext): Finding | null {
  const text = label.replace('\u00b1', '+')
  if (/^(?:Z|UT)$/i.test(text)) return resolved('UTC', 'offset', 'inferred')
  const match = offsetPattern.exec(text)
  if (match === null) return null
  return findFixedOffset(parseOffset(`${match[1]}${match[2]}:${match[3] ?? '00'}`), context)
}

/** Milliseconds of an offset in one of its spellings, `-0800`, `+5:30`, `+5.30`; NaN where it is none, such as `+01:60`. */
export function parseOffset(text: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-]) ?(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text) ?? []
  if (Number(minutes) > 59) return Number.NaN
  const total = Number(hours) * hourMs + Number(minutes) * 60_000
  return sign === '-' ? -total : total
}

/** The zone that always has an offset. */
export function findFixedOffset(offsetMs: number, context: LabelContext): Finding {
  if (offsetMs === 0) return resolved('UTC', 'offset', 'inferred')
  if (!(offsetMs >= -12 * hourMs && offsetMs <= 14 * hourMs))
    return refused('out-of-range', 'Offsets reach from -12:00 to +14:00.')
  if (offsetMs % hourMs === 0)
    return resolved(etcName(offsetMs / hourMs), 'offset', 'inferred', ['fixed-offset-no-dst'])
  const { source } = context
  const candidates = [...new Set(source.primaryOf.values())].filter(
    (zone) => parsePosixRule(source.ruleText(zone) ?? '')?.standardOffsetMs === offsetMs,
  )
  const [zone, ...others] = zonesInCountry(candidates, context)
  if (zone !== undefined && others.length === 0)
    return resolved(zone, 'offset', 'inferred', ['settled-by-offset'], candidates)
  const code = candidates.length > 0 ? 'ambiguous' : 'unknown'
  return refused(code, 'IANA has no zone that always has this offset; name a place that has it.', candidates)
}
