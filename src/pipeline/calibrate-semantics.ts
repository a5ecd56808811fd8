import { getOrAdd } from '../get-or-add.ts'
import { defaultSemantics, mapTenant, semanticsReadings, type SourceSemantics } from '../mapping/index.ts'
import { measureParity } from '../verify/index.ts'
import type {
  CalibratedSemantics,
  CalibrateSemanticsInput,
  OptionEvidence,
  ReadingEvidence,
  SemanticsOption,
} from './calibration.ts'
import { calibrationSample } from './calibration-sample.ts'

const options = Object.keys(semanticsReadings) as readonly SemanticsOption[]

/**
 * Finds the reading of the source's open questions that explains most person-minutes of what the source itself says.
 *
 * From the best reading so far every question is tried by itself, then every two of them together, until nothing gets better or nothing is
 * left to explain: some ten comparisons a step and some fifty at the end, never all combinations. A default gives way only to what explains strictly more. Where
 * readings do equally well, `decided` is false: a longer window, or one across an offset change, may tell.
 *
 * `memberDelay` gives way only where rows and shifts give the same delays differently. Where they give them alike, rows are read as
 * shifts are, and people who come one after the other in either reading may come together in the other, in whatever order they
 * are: that would explain much and mean nothing.
 */
export function calibrateSemantics(input: CalibrateSemanticsInput): CalibratedSemantics {
  const { from, to, timeZones = {} } = input
  const { tenant, observed, groups } = calibrationSample(input)
  const known = new Map<string, Score>()
  const score = (semantics: SourceSemantics): Score => {
    const name = options.map((option) => semantics[option]).join(' ')
    return getOrAdd(known, name, () => {
      const { snapshot } = mapTenant(tenant, { semantics, timeZones })
      return measureParity({ snapshot, observed, from, to })
    })
  }
  const semantics = climb(score)
  const evidence = options.map((option) => evidenceOf(option, semantics, score))
  return {
    semantics,
    evidence: {
      from,
      to,
      groups,
      defaultRatio: score(defaultSemantics).ratio,
      chosenRatio: score(semantics).ratio,
      tried: known.size,
      options: evidence,
    },
  }
}

type Score = ReturnType<typeof measureParity>

function climb(score: (semantics: SourceSemantics) => Score): SourceSemantics {
  let best = defaultSemantics
  const better = (steps: readonly (readonly SemanticsOption[])[]): SourceSemantics | null => {
    if (score(best).ratio === 1) return null
    const found = steps.flatMap((step) => neighbours(best, step))
    const top = found.reduce(
      (one, other) => (score(other).ratio > score(one).ratio && tells(other, score(other)) ? other : one),
      best,
    )
    return top === best ? null : top
  }
  // A pair is needed only where no question helps alone.
  for (;;) {
    const next = better(options.map((option) => [option])) ?? better(pairs(options))
    if (next === null) break
    best = next
  }
  // What helped on the way there may make no difference any more.
  for (const option of options) {
    const usual = { ...best, [option]: defaultSemantics[option] }
    if (score(usual).ratio >= score(best).ratio) best = usual
  }
  return best
}

/** Whether a reading can be judged by how much it explains: not one whose delays differ from the default only as the rows are read. */
function tells({ memberDelay }: SourceSemantics, { delayReading }: Score): boolean {
  return memberDelay === defaultSemantics.memberDelay || memberDelay !== delayReading
}

/** All readings that answer each of some questions otherwise. */
function neighbours(from: SourceSemantics, step: readonly SemanticsOption[]): readonly SourceSemantics[] {
  return step.reduce<readonly SourceSemantics[]>(
    (found, option) =>
      found.flatMap((one) =>
        semanticsReadings[option]
          .filter((reading) => reading !== from[option])
          .map((reading): SourceSemantics => ({ ...one, [option]: reading })),
      ),
    [from],
  )
}

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const))
}

function evidenceOf(
  option: SemanticsOption,
  semantics: SourceSemantics,
  score: (semantics: SourceSemantics) => Score,
): OptionEvidence {
  const chosen = semantics[option]
  const readings = semanticsReadings[option].map((reading): ReadingEvidence => {
    const { personMinutes, matched, ratio } = score({ ...semantics, [option]: reading })
    return { reading, personMinutes, matched, ratio }
  })
  readings.sort((a, b) => b.ratio - a.ratio || rank(a, chosen) - rank(b, chosen))
  const best = score(semantics).ratio
  const others = readings.filter(({ reading }) => reading !== chosen)
  // A reading that is not to be judged by how much it explains may explain more.
  const equals = others.filter(({ ratio }) => ratio >= best).map(({ reading }) => reading)
  const rest = others.map(({ reading }) => reading).join(' or ')
  const decided = equals.length === 0
  return {
    option,
    chosen,
    decided,
    readings,
    message: decided
      ? `${option}: ${chosen} explains ${percent(best)}, ${rest} ${percent(others[0]?.ratio ?? 0)} at most.`
      : `${option}: this window cannot tell ${[chosen, ...equals].join(' from ')}; ${chosen} is kept.`,
  }
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(3)} %`
}

function rank({ reading }: ReadingEvidence, chosen: string): number {
  return reading === chosen ? 0 : 1
}
