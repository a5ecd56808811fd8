import { append } from '../get-or-add.ts'
import { dayMs, formatInstant, type Zone } from '../time/index.ts'
import { durationText, hoursText, shortText } from './display-text.ts'
import { html, type Markup } from './html.ts'
import { personColor } from './person-color.ts'
import type { Lane, LanePerson, Span } from './timeline-lane.ts'
import { dayText, offsetText, zonedText } from './zoned-time.ts'

export interface Timeline {
  readonly label: string
  readonly fromMs: number
  readonly toMs: number
  /** Whose days are shown. */
  readonly zone: Zone
  /** Whose offset changes are marked. */
  readonly clocks: readonly Zone[]
  readonly lanes: readonly Lane[]
  /** Lanes of the snapshot that is replaced; drawn as thin strips above. */
  readonly before: readonly Lane[]
  /** Hatched: where the two snapshots differ. */
  readonly changes: readonly LevelSpan[]
  /** Hatched the other way: where the source says something else. */
  readonly differences: readonly LevelSpan[]
  readonly nameOf: (key: string) => string
}

export interface LevelSpan extends Span {
  readonly offsetMinutes: number
}

/** Height of one person's row, and of one in the strips that show how it was. */
export const trackHeight = 18
export const stripHeight = 6

const [width, left, top, gap] = [1000, 96, 30, 8]
const longestLabel = 60

/** One policy as inline SVG: lanes by level, people as coloured blocks, days, offset changes, differences. */
export function timelineSvg(timeline: Timeline): Markup {
  const { fromMs, toMs, label } = timeline
  const x = (ms: number): number =>
    round(left + ((Math.min(Math.max(ms, fromMs), toMs) - fromMs) / (toMs - fromMs)) * (width - left - 4))
  const offsets = [
    ...new Set(
      [...timeline.lanes, ...timeline.before, ...timeline.changes, ...timeline.differences].map(
        (one) => one.offsetMinutes,
      ),
    ),
  ].sort((a, b) => a - b)
  let y = top
  const lanes = offsets.map((offset) => {
    const [after, before] = [timeline.lanes, timeline.before].map((lanesOf) =>
      lanesOf.find((one) => one.offsetMinutes === offset),
    )
    const beforeHeight = before === undefined ? 0 : before.tracks * stripHeight + 2
    const height = beforeHeight + (after?.tracks ?? 1) * trackHeight
    const markup = laneMarkup(timeline, { offset, y, height, beforeHeight, after, before, x })
    y += height + gap
    return markup
  })
  const height = Math.max(y, top + trackHeight)
  return html`<svg class="timeline" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${daysMarkup(timeline, x, height)}${lanes}${clockMarkup(timeline, x, height)}
  </svg>`
}

interface LanePlace {
  readonly offset: number
  readonly y: number
  readonly height: number
  readonly beforeHeight: number
  readonly after: Lane | undefined
  readonly before: Lane | undefined
  readonly x: (ms: number) => number
}

function laneMarkup(timeline: Timeline, place: LanePlace): Markup {
  const { offset, y, height, beforeHeight, after, before, x } = place
  const level = offset === 0 ? 'at once' : `after ${durationText(offset)}`
  const hatched = (spans: readonly LevelSpan[], kind: string): Markup | null => {
    const here = spans.filter((one) => one.offsetMinutes === offset)
    return here.length === 0 ? null : html`<path class="${kind}" d="${areas(here, y, height, x)}" />`
  }
  return html`<text class="lane" x="0" y="${y + beforeHeight + 13}">${level}</text
    ><rect class="ground" x="${left}" y="${y}" width="${width - left - 4}" height="${height}" />${(
      before?.people ?? []
    ).map((one) =>
      blocks(one, timeline, y + one.track * stripHeight, stripHeight - 1, x, 'before'),
    )}${(after?.people ?? []).map((one) => blocks(one, timeline, y + beforeHeight + one.track * trackHeight, trackHeight - 1, x, 'after'))}${hatched(timeline.changes, 'changes')}${hatched(timeline.differences, 'differs')}${labels(
      after,
      timeline,
      y + beforeHeight,
      x,
    )}`
}

function blocks(
  { key, spans }: LanePerson,
  { nameOf }: Timeline,
  y: number,
  height: number,
  x: (ms: number) => number,
  side: 'before' | 'after',
): Markup {
  const minutes = spans.reduce((sum, span) => sum + span.endMs - span.startMs, 0) / 60_000
  const title = `${shortText(nameOf(key))}${side === 'before' ? ' before' : ''}, ${hoursText(minutes)}`
  return html`<path class="p${personColor(key)} ${side}" d="${lines(spans, y + height / 2, x)}"
    ><title>${title}</title></path
  >`
}

/** A person's stretches as one path of thick lines, half as long as outlines: a page with hundreds of policies stays small. */
function lines(spans: readonly Span[], y: number, x: (ms: number) => number): string {
  return spans
    .map(({ startMs, endMs }) => {
      const [from, to] = [x(startMs), x(endMs)]
      return `M${from} ${y}H${round(Math.max(to - 0.5, from + 0.5))}`
    })
    .join('')
}

function areas(spans: readonly Span[], y: number, height: number, x: (ms: number) => number): string {
  return spans
    .map(({ startMs, endMs }) => {
      const [from, to] = [x(startMs), x(endMs)]
      return `M${from} ${y}H${round(Math.max(to - 0.5, from + 0.5))}v${height}H${from}z`
    })
    .join('')
}

/** First names in blocks that are wide enough, so that colour is not the only sign. */
function labels(lane: Lane | undefined, { nameOf }: Timeline, y: number, x: (ms: number) => number): readonly Markup[] {
  const found: Markup[] = []
  for (const { key, track, spans } of lane?.people ?? []) {
    const name = shortText(nameOf(key), 24)
    const short = name.split(' ')[0] ?? name
    for (const { startMs, endMs } of spans) {
      const room = x(endMs) - x(startMs)
      const text = room > name.length * 6.5 + 6 ? name : room > short.length * 6.5 + 6 ? short : null
      if (text === null || found.length >= longestLabel) continue
      found.push(html`<text class="who" x="${x(startMs) + 3}" y="${y + track * trackHeight + 13}">${text}</text>`)
    }
  }
  return found
}

function daysMarkup({ fromMs, toMs, zone }: Timeline, x: (ms: number) => number, height: number): Markup {
  const days = (toMs - fromMs) / dayMs
  const step = [1, 2, 7, 14, 28].find((count) => days / count <= 12) ?? 28
  const firstDay = Math.ceil(zone.epochToLocal(fromMs) / dayMs)
  const marks: Markup[] = []
  for (let day = firstDay; ; day += step) {
    const at = zone.localToEpoch(day * dayMs)
    if (at >= toMs) break
    const label = x(at) < width - 60 && html`<text class="day" x="${x(at) + 2}" y="12">${dayText(day * dayMs)}</text>`
    marks.push(html`<path class="midnight" d="M${x(at)} 0V${height}" />${label}`)
  }
  return html`${marks}`
}

/** One mark for each instant at which clocks change; clocks of several zones may change at once. */
function clockMarkup({ fromMs, toMs, clocks }: Timeline, x: (ms: number) => number, height: number): Markup[] {
  const marks = new Map<number, string[]>()
  for (const zone of clocks) {
    for (const { at, offsetBeforeMs, offsetAfterMs } of zone.nextTransitions(fromMs - 1, 4)) {
      if (at >= toMs) break
      const [before, after] = [offsetText(offsetBeforeMs), offsetText(offsetAfterMs)]
      const words = `The clock of ${zone.id} changes from ${before} to ${after} on ${zonedText(formatInstant(at), zone)}`
      append(marks, at, words)
    }
  }
  return [...marks].map(
    ([at, words]) =>
      html`<g class="clock-change"
        ><title>${words.join('. ')}</title><path d="M${x(at)} 14V${height}" /><text
          x="${Math.min(x(at) + 3, width - 76)}"
          y="25"
          >clocks change</text
        ></g
      >`,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
