import type { ParityReport, PolicyDifference } from '../verify/index.ts'
import { parseInstant } from '../time/index.ts'
import { counted, durationText, hoursText, percentText, shortText, utcText } from './display-text.ts'
import { nameDirectory, type NameOptions } from './name-directory.ts'
import { section } from './plan-text.ts'

export interface ParityTextOptions extends NameOptions {
  /** Differences listed for one policy. Default 5. */
  readonly examples?: number
  /** Names of users by key; default those of the snapshot. */
  readonly nameOf?: (key: string) => string
}

/** A parity report as text for a terminal: the ratio, then the policies that differ, the worst first, with causes. */
export function renderParityText(parity: ParityReport, options: ParityTextOptions = {}): string {
  const { examples = 5, nameOf = nameDirectory(undefined, options.snapshot) } = options
  const different = parity.policies.filter(({ differences }) => differences.length > 0)
  different.sort((a, b) => a.ratio - b.ratio || (a.key < b.key ? -1 : 1))
  const exact = parity.policies.length - different.length
  return [
    [
      `${percentText(parity.ratio)} of ${hoursText(parity.personMinutes)} on call agree, ${utcText(parity.from)} to ${utcText(parity.to)}`,
      `${exact} of ${counted(parity.policies.length, 'policy', 'policies')} agree exactly; delays were read as minutes ${parity.delayReading === 'before' ? 'before their member' : 'after their member'}.`,
      ...(parity.notObserved.length === 0
        ? []
        : [`${counted(parity.notObserved.length, 'policy was', 'policies were')} not observed and not judged.`]),
    ].join('\n'),
    causesText(parity),
    ...different.map(({ name, ratio, differences }) =>
      section(`${shortText(name)}  ${percentText(ratio)}`, [
        ...differences.slice(0, examples).map((one) => `  ${differenceText(one, nameOf)}`),
        ...(differences.length > examples ? [`  … and ${differences.length - examples} more`] : []),
      ]),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function causesText(parity: ParityReport): string {
  const totals = new Map<string, number>()
  for (const { differences } of parity.policies) {
    for (const one of differences)
      totals.set(one.cause ?? 'no known cause', (totals.get(one.cause ?? 'no known cause') ?? 0) + lengthMinutes(one))
  }
  const sorted = [...totals].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
  return section(
    'Why they differ',
    sorted.map(([cause, minutes]) => `  ${shortText(cause)}  ${durationText(minutes)}`),
  )
}

function differenceText(one: PolicyDifference, nameOf: (key: string) => string): string {
  const people = (keys: readonly string[]): string =>
    keys.length === 0 ? 'nobody' : keys.map((key) => shortText(nameOf(key), 40)).join(' and ')
  const when = `${utcText(one.start)} to ${utcText(one.end)}`
  const level = one.offsetMinutes === 0 ? 'at once' : `after ${durationText(one.offsetMinutes)}`
  return `${when}, ${level}: expected ${people(one.expected)}, the source has ${people(one.observed)}${one.cause === null ? '' : ` (${shortText(one.cause)})`}`
}

export function lengthMinutes({ start, end }: { readonly start: string; readonly end: string }): number {
  return (parseInstant(end) - parseInstant(start)) / 60_000
}
