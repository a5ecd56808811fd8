import type { Ledger, LedgerEntry } from '../model/index.ts'
import { counted, durationText, percentText, shortText, shortValue } from './display-text.ts'
import { nameDirectory, type NameOptions } from './name-directory.ts'
import { section } from './plan-text.ts'

const outcomes = ['dropped', 'approximated', 'unknown'] as const

const titles: Readonly<Record<LedgerEntry['outcome'], string>> = {
  dropped: 'Dropped: the model has no place for it',
  approximated: 'Approximated: carried over, not exactly',
  unknown: 'Unknown: fields that this version does not know',
}

export interface LedgerTextOptions extends NameOptions {
  /** Entries listed for one code; fields that on-call does not need are only counted. Default 3. */
  readonly examples?: number
}

/** A ledger as text for a terminal: the balance, then each code once with its weight and a few examples. */
export function renderLedgerText(ledger: Ledger, options: LedgerTextOptions = {}): string {
  const { examples = 3, snapshot } = options
  const nameOf = nameDirectory(undefined, snapshot)
  const share = ledger.leaves === 0 ? 1 : ledger.mapped / ledger.leaves
  const counts = outcomes.map((outcome) => `${ledger[outcome]} ${outcome}`).join(', ')
  return [
    `${counted(ledger.leaves, 'value')} read: ${ledger.mapped} mapped (${percentText(share)}), ${counts}.`,
    ...outcomes.map((outcome) =>
      section(
        titles[outcome],
        groupByCode(ledger.entries.filter((entry) => entry.outcome === outcome)).flatMap(([code, entries]) =>
          codeText(code, entries, isFieldCode(code) ? 0 : examples, nameOf),
        ),
      ),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Entries by code, what bears most on on-call first; of equal weight the code with the most entries first. */
export function groupByCode(entries: readonly LedgerEntry[]): readonly (readonly [string, readonly LedgerEntry[]])[] {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.code)
    if (group === undefined) groups.set(entry.code, [entry])
    else group.push(entry)
  }
  return [...groups].sort(
    ([a, first], [b, second]) =>
      rankOf(a, first) - rankOf(b, second) || second.length - first.length || (a < b ? -1 : 1),
  )
}

/** A known effect on people or minutes comes first, then who is on call when, then how people are reached, then the rest. */
function rankOf(code: string, entries: readonly LedgerEntry[]): number {
  if (isFieldCode(code)) return 3
  if (entries.some(({ effect }) => effect !== undefined)) return 0
  return code.startsWith('device.') ? 2 : 1
}

/** Codes of fields that have no counterpart because on-call does not need them, such as `field.link`. */
export function isFieldCode(code: string): boolean {
  return code.startsWith('field.')
}

function codeText(
  code: string,
  entries: readonly LedgerEntry[],
  examples: number,
  nameOf: (key: string) => string,
): string[] {
  const weight = effectText(entries)
  const about = examples === 0 ? `: ${shortText(entries[0]?.message ?? '', 140)}` : ''
  return [
    `  ${shortText(code)}  ${entries.length} ×${weight === '' ? '' : `, ${weight}`}${about}`,
    ...entries
      .slice(0, examples)
      .map(
        ({ entity, path, value, message }) =>
          `      ${nameOf(entity) === entity ? '' : `${shortText(nameOf(entity), 60)}: `}${shortText(path)} = ${shortValue(value, 40)}${message === '' ? '' : `: ${shortText(message, 140)}`}`,
      ),
    ...(examples > 0 && entries.length > examples ? [`      … and ${entries.length - examples} more`] : []),
  ]
}

/** The effects of several entries added up; empty where none has any. */
export function effectText(entries: readonly LedgerEntry[]): string {
  const [affects, sum] = [new Set<string>(), { minutes: 0, hoursAYear: 0, people: 0 }]
  for (const { effect } of entries) {
    sum.minutes += effect?.minutes ?? 0
    sum.hoursAYear += effect?.hoursAYear ?? 0
    sum.people += effect?.people ?? 0
    for (const key of effect?.affects ?? []) affects.add(key)
  }
  // People are counted already.
  const policies = [...affects].filter((key) => !key.startsWith('person:'))
  return [
    sum.minutes > 0 ? durationText(sum.minutes) : '',
    sum.hoursAYear > 0 ? `${Math.round(sum.hoursAYear)} h a year` : '',
    sum.people > 0 ? counted(sum.people, 'person', 'people') : '',
    policies.length > 0 ? `weakens ${counted(policies.length, 'policy', 'policies')}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
