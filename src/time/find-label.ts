import { cleanLabel } from './clean-label.ts'
import { findAbbreviation } from './find-abbreviation.ts'
import { findCountryCity } from './find-country-city.ts'
import { findIanaName } from './find-iana-name.ts'
import { findOffset } from './find-offset.ts'
import { findWithOffset } from './find-offset-prefix.ts'
import { findPosixRule } from './find-posix-rule.ts'
import { findPublishedName } from './find-published-name.ts'
import type { LabelContext } from './label-context.ts'
import { suggestNames } from './suggest-names.ts'
import { type Finding, refused } from './time-zone-result.ts'

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
  const text = cleanLabel(label).replace(/^\( ?([^()]*?) ?\)$/, '$1')
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
    findAbbreviation(text, context)
  )
}

/**
 * Reads an IANA name behind what calendars and systems put before it: `/mozilla.org/20050126_1/Europe/Paris` (RFC 5545, section
 * 3.8.3.1), `TZID=Europe/Paris`, `:Europe/Paris`, `posix/Europe/Paris`, `tzone://Microsoft/Utc`.
 */
function findPrefixed(text: string, context: LabelContext): Finding | null {
  const match = /^(?:TZID ?[=:]|TZ ?=|:|posix\/|right\/|tzone:\/\/microsoft\/|\/)(.*)$/i.exec(text)
  if (match === null) return null
  let rest = (match[1] ?? '').trim().replace(/^:/, '')
  while (rest !== '') {
    const finding = findIanaName(rest, context) ?? (text.startsWith('/') ? null : findName(rest, context))
    if (finding?.kind === 'resolved') {
      const method = text.startsWith(':') || !/^(?:\/|tz)/i.test(text) ? finding.method : 'ical'
      const warnings = /(?:^|\/)right\//i.test(text)
        ? (['leap-seconds', ...finding.warnings] as const)
        : finding.warnings
      return { ...finding, method, confidence: 'inferred', warnings }
    }
    const slash = text.startsWith('/') ? rest.indexOf('/') : -1
    if (slash < 0) return null
    rest = rest.slice(slash + 1)
  }
  return null
}
