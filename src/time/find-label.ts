import { cleanLabel } from './clean-label.ts'
import { findAbbreviation } from './find-abbreviation.ts'
import { findCity } from './find-city.ts'
import { findCountryCity } from './find-country-city.ts'
import { findIanaName } from './find-iana-name.ts'
import { findOffset } from './find-offset.ts'
import { findWithOffset } from './find-offset-prefix.ts'
import { findPosixRule } from './find-posix-rule.ts'
import { findPublishedName } from './find-published-name.ts'
import type { LabelContext } from './label-context.ts'
import { suggestNames } from './suggest-names.ts'
import { type Finding, refused } from './time-zone-result.ts'

type Resolved = Extract<Finding, { kind: 'resolved' }>

/** Longer than any label that means a zone. */
const longestLabel = 200

const localNames = new Set([
  'local',
  'localtime',
  'local time',
  'system',
  'system default',
  'system time',
  'etc/localtime',
])
const customNames = /^(?:customized time zone|custom time zone|custom|tzone:\/\/microsoft\/custom)/i

/** Reads a label that has not been seen before. */
export function findLabel(label: string, context: LabelContext): Finding {
  if (label.length > longestLabel) return refused('unknown', 'No label of a time zone is as long as this.')
  const text = cleanLabel(label)
  if (text === '') return refused('empty', 'There is no label.')
  if (/\p{Cc}/u.test(text)) return refused('unknown', 'No label of a time zone has control characters inside.')
  if (text.split('(').length !== text.split(')').length)
    return refused('unknown', 'This label was cut off inside brackets.')
  if (localNames.has(text.toLowerCase()))
    return refused('local', 'This label means the zone of whatever machine reads it.')
  if (customNames.test(text))
    return refused('custom', 'This label marks a zone that was defined by hand; its rules are not in the name.')
  const finding = readLabel(text, context) ?? refused('unknown', 'This label means no time zone that is known here.')
  if (finding.kind === 'resolved' || finding.code !== 'unknown' || finding.candidates.length > 0) return finding
  return { ...finding, candidates: suggestNames(text, context.source) }
}

function readLabel(text: string, context: LabelContext): Finding | null {
  if (/^Etc\/GMT[+-]\d+$/i.test(text) && context.source.findName(text) === null) {
    return refused('out-of-range', 'These zones reach from Etc/GMT+12 to Etc/GMT-14.')
  }
  return (
    findPrefixed(text, context) ??
    findIanaName(text, context) ??
    findWithOffset(text, context, findName) ??
    findName(text, context) ??
    findOffset(text, context) ??
    findPosixRule(text, context)
  )
}

function findName(text: string, context: LabelContext): Finding | null {
  return (
    findIanaName(text, context) ??
    findPublishedName(text, context) ??
    findCountryCity(text, context) ??
    findAbbreviation(text, context) ??
    findCity(text, context)
  )
}

const assignment = /^(?:TZID ?[=:]|TZ ?=|:|tzone:\/\/microsoft\/)(.*)$/i
const path = /^(?:posix\/|right\/|\/)(.*)$/i

/**
 * Reads a label behind what calendars and systems put before it: `TZID=Europe/Paris`, `:Europe/Paris`, `tzone://Microsoft/Utc`;
 * of paths an IANA name at their end: `/mozilla.org/20050126_1/Europe/Paris` (RFC 5545, section 3.8.3.1), `posix/Europe/Paris`.
 */
function findPrefixed(text: string, context: LabelContext): Finding | null {
  const assigned = assignment.exec(text)?.[1]
  if (assigned !== undefined) {
    const finding = readLabel(cleanLabel(assigned), context)
    return finding?.kind === 'resolved' ? inferred(finding, text.startsWith(':') ? null : 'ical') : finding
  }
  const method = text.startsWith('/') ? 'ical' : null
  for (let rest = path.exec(text)?.[1] ?? ''; rest !== ''; rest = rest.slice(rest.indexOf('/') + 1)) {
    const finding = findIanaName(rest, context)
    if (finding?.kind === 'resolved') {
      const isRight = /(?:^|\/)right\//i.test(text)
      return inferred(finding, method, isRight ? ['leap-seconds', ...finding.warnings] : finding.warnings)
    }
    if (method === null || !rest.includes('/')) break
  }
  return null
}

/** `method` replaces that of a plain IANA name, whose own way of reading says nothing of the prefix. */
function inferred(finding: Resolved, method: 'ical' | null, warnings = finding.warnings): Resolved {
  const isPlain = finding.method === 'iana' || finding.method === 'iana-link'
  return {
    ...finding,
    method: isPlain && method !== null ? method : finding.method,
    confidence: finding.confidence === 'guess' ? 'guess' : 'inferred',
    warnings,
  }
}
