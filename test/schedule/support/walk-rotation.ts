import type { Participant, Rotation } from '../../../src/model/index.ts'
import { toInstantMs } from './wall-instants.ts'
import { instantMs, type WalkedOccurrence, walkOccurrences, wallMs } from './walk-occurrences.ts'

export const stepMs = 15 * 60_000
const unitMs = { hours: 3_600_000, days: 86_400_000, weeks: 7 * 86_400_000 }
/** No occurrence of a random rotation is longer, wherever it was moved to. */
const longestMs = 8 * 86_400_000

/** Who holds a rotation at an instant before `toMs`, by counting every occurrence and every handoff before it. */
export function walkRotation(
  { participants, handoff, recurrence, timeZone }: Rotation,
  toMs: number,
): (epochMs: number) => readonly Participant[] {
  const occurrences = walkOccurrences(recurrence, timeZone, toMs)
  const turnsOf = new Map<WalkedOccurrence, number>()
  const handoffs: number[] = []
  if (handoff?.kind === 'occurrences') {
    let begun: number | null = null
    for (const occurrence of occurrences) {
      if (occurrence.excluded) continue
      if (begun === null && occurrence.ruleStart >= instantMs(handoff.firstStart)) begun = 0
      turnsOf.set(occurrence, begun === null ? 0 : 1 + Math.floor(begun++ / handoff.every))
    }
  }
  if (handoff?.kind === 'elapsed') {
    for (let number = 1; (handoffs.at(-1) ?? 0) < toMs + longestMs; number++) {
      const wall = handoffWallMs(handoff, number)
      handoffs.push(toInstantMs(wall, timeZone, recurrence.disambiguation))
    }
  }
  const turnAt = (at: number): number => handoffs.filter((one) => one <= at).length
  const turns = (occurrence: WalkedOccurrence, at: number): Iterable<number> => {
    if (handoff === null) return [0]
    if (handoff.kind === 'occurrences') return [turnsOf.get(occurrence) ?? 0]
    if (handoff.midOccurrence === 'split') return [turnAt(at)]
    const inside = handoffs.filter((one) => one > occurrence.start && one < occurrence.end)
    return new Set([occurrence.start, ...inside].map(turnAt))
  }
  const taking = occurrences.filter(({ excluded }) => !excluded)
  const whole = new Map<WalkedOccurrence, Iterable<number>>()
  const turnsIn = (occurrence: WalkedOccurrence, at: number): Iterable<number> => {
    if (handoff?.kind === 'elapsed' && handoff.midOccurrence === 'split') return turns(occurrence, at)
    let all = whole.get(occurrence)
    if (all === undefined) whole.set(occurrence, (all = turns(occurrence, at)))
    return all
  }
  const asked = new Map<number, readonly Participant[]>()
  return (at) => {
    let holders = asked.get(at)
    if (holders === undefined) {
      holders = taking
        .filter(({ start, end }) => start <= at && at < end)
        .flatMap((occurrence) => [...turnsIn(occurrence, at)])
        .flatMap((turn) => participants[turn % participants.length] ?? [])
      asked.set(at, holders)
    }
    return holders
  }
}

/** Handoff `number`, from 1, on the wall clock. */
export function handoffWallMs(
  { anchorWall, firstIndex, every, unit }: Extract<Rotation['handoff'], { kind: 'elapsed' }>,
  number: number,
): number {
  const anchor = wallMs(anchorWall)
  const units = (firstIndex + number - 1) * every
  if (unit !== 'months') return anchor + units * unitMs[unit]
  const date = new Date(anchor)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + units]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) + (anchor % 86_400_000)
}
