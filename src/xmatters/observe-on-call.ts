import { InvalidArgumentError } from '../errors.ts'
import type { OnCallObservation } from '../model/index.ts'
import { dayMs, formatInstant, parseInstant } from '../time/index.ts'
import { InvalidResponseError, NotFoundError } from './client-error.ts'
import { underSignal } from './linked-signal.ts'
import { observationOf } from './observation-of.ts'
import type { PageIssueCode, PageList } from './page.ts'
import type { OnCallResource } from './resources/on-call.ts'
import type { WireOnCall } from './wire/index.ts'

export interface ObserveOptions {
  /** Ids or names, any number. */
  readonly groups: readonly string[]
  /** Instant; at most 24 hours ago where the window reaches into the future. */
  readonly from: string
  /** Instant; at most 90 days ahead. */
  readonly to: string
  readonly signal?: AbortSignal
}

/** The most that the endpoint takes at once. */
const groupsPerCall = 30
/** Of the encoded groups, so that an address of long names stays below what servers take. */
const longestGroups = 6000
const longestWindowMs = 92 * dayMs

export async function observeOnCall(
  onCall: OnCallResource,
  { groups, from, to, signal }: ObserveOptions,
): Promise<OnCallObservation[]> {
  const window = { from: formatInstant(parseInstant(from)), to: formatInstant(parseInstant(to)) }
  const length = parseInstant(to) - parseInstant(from)
  if (length <= 0) throw new InvalidArgumentError(`The window must end after it begins; got ${from} to ${to}.`)
  if (length > longestWindowMs) throw new InvalidArgumentError('On-call can be asked for at most 90 days ahead.')
  if (!groups.every((group) => typeof group === 'string' && group !== ''))
    throw new InvalidArgumentError('A group is named by its id or its name; one of groups is empty.')
  return underSignal(signal, async (own) => {
    /** The instance refuses all groups for one that is not there, and does not say which: halves tell. */
    const rowsOf = async (asked: readonly string[]): Promise<readonly WireOnCall[]> => {
      try {
        return await wholeRows(onCall.list({ groups: asked, ...window }, { signal: own }))
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error
        if (asked.length === 1) {
          const name = JSON.stringify(asked[0])
          throw new NotFoundError(`No group has the id or the name ${name}: read the groups again.`, error)
        }
        const half = asked.length >> 1
        return [...(await rowsOf(asked.slice(0, half))), ...(await rowsOf(asked.slice(half)))]
      }
    }
    const rows = await Promise.all(batches(groups).map(rowsOf))
    return eachOnce(rows.flat().map((row) => observationOf(row, window)))
  })
}

/** What proves nothing when a part of it is missing. */
const holes: ReadonlySet<PageIssueCode> = new Set(['unreadable-row', 'nested-incomplete', 'repeated-page', 'link-loop'])

/** All rows of a list; rejects where one of them, or a member of one, cannot be read. */
async function wholeRows(list: PageList<WireOnCall>): Promise<readonly WireOnCall[]> {
  const rows: WireOnCall[] = []
  for await (const { data, issues } of list.pages()) {
    const hole = issues.find(({ code }) => holes.has(code))
    if (hole) {
      throw new InvalidResponseError(`/on-call cannot be read whole: ${hole.message}`, {
        route: '/on-call',
        path: hole.path,
        expectation: 'every row and every member',
      })
    }
    rows.push(...data)
  }
  return rows
}

/** A group that is asked for by its id here and by its name there is told of twice. */
function eachOnce(rows: readonly OnCallObservation[]): OnCallObservation[] {
  const nameOf = ({ group, shift, start, end }: OnCallObservation): string =>
    [group.id, shift?.id ?? '', start, end].join(' ')
  return [...new Map(rows.toReversed().map((row) => [nameOf(row), row])).values()].toReversed()
}

function batches(groups: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = []
  let length = 0
  for (const group of new Set(groups)) {
    const size = encodeURIComponent(group).length + 1
    const last = all.at(-1)
    if (!last || last.length === groupsPerCall || length + size > longestGroups) {
      all.push([group])
      length = size
    } else {
      last.push(group)
      length += size
    }
  }
  return all
}
