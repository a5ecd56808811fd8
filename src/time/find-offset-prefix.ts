import { parseOffset } from './find-offset.ts'
import type { LabelContext, LabelReader } from './label-context.ts'
import { type Finding, refused } from './time-zone-result.ts'
import type { Transition } from './zone.ts'

const offset = '[+-] ?\\d{1,2}(?:[:.]?\\d{2})?'
const bracketed = `[([] ?(?:(?:UTC|GMT) ?(?<offset>${offset})?|(?<bare>${offset})) ?[)\\]]`
const marked = `(?:UTC|GMT) ?(?<offset>${offset})`
/** The offset before the name, then behind it. */
const forms = [
  `^${bracketed}[ ,:-]*(?<name>\\S.*)$`,
  `^${marked}[ ,:-]+(?<name>.*[A-Za-z].*)$`,
  `^(?<name>\\S.*?) ?${bracketed}$`,
  `^(?<name>\\S.*?)[ ,:-]+${marked}$`,
].map((form) => new RegExp(form, 'i'))

/** An offset that a zone kept longer ago says nothing about a label of today. */
const memoryFrom = Date.UTC(2010, 0, 1)
const memoryTo = Date.UTC(2037, 0, 1)

/**
 * Reads a name with an offset before or behind it, such as `(UTC-08:00) Pacific Time (US & Canada)` or `(UTC-0800) US/Pacific`.
 *
 * The name decides. The offset only checks it, or chooses between the meanings of an ambiguous one, because a fixed
 * offset in place of an unknown name would silently lose summer time.
 */
export function findWithOffset(label: string, context: LabelContext, readName: LabelReader): Finding | null {
  const split = splitOffset(label)
  if (split === null) return null
  const finding = readName(split.name.replace(/^\((.*)\)$/, '$1'), context)
  if (finding === null)
    return refused('unknown', 'The name beside the offset is unknown, and an offset alone is no zone.')
  if (split.offset === null) return finding
  const offsetMs = parseOffset(split.offset)
  if (finding.kind === 'resolved' && keepsOffset(finding.zone, offsetMs, context)) return finding
  const fitting = finding.candidates.filter((zone) => keepsOffset(zone, offsetMs, context))
  const [zone] = fitting
  if (zone !== undefined && (fitting.length === 1 || finding.kind === 'resolved')) {
    const { warnings, method } =
      finding.kind === 'resolved' ? finding : { warnings: ['abbreviation'] as const, method: 'abbreviation' as const }
    const candidates = finding.candidates.filter((other) => other !== zone)
    return {
      kind: 'resolved',
      zone,
      method,
      confidence: 'guess',
      warnings: [...warnings, 'settled-by-offset'],
      candidates,
    }
  }
  if (finding.kind === 'refused') return finding
  if (finding.warnings.includes('city-name'))
    return refused('unknown', 'The city of this name that is known here has not kept this offset.', [finding.zone])
  return { ...finding, confidence: 'guess', warnings: [...finding.warnings, 'offset-mismatch'] }
}

function splitOffset(label: string): { readonly name: string; readonly offset: string | null } | null {
  for (const form of forms) {
    const parts = form.exec(label)?.groups
    if (parts !== undefined) return { name: parts['name'] ?? '', offset: parts['offset'] ?? parts['bare'] ?? null }
  }
  return null
}

function keepsOffset(name: string, offsetMs: number, { source }: LabelContext): boolean {
  const zone = source.findZone(name)
  const isLater = ({ at, offsetAfterMs }: Transition): boolean => at < memoryTo && offsetAfterMs === offsetMs
  return (
    zone !== null && (zone.offsetMsAt(memoryFrom) === offsetMs || zone.nextTransitions(memoryFrom, 200).some(isLater))
  )
}
