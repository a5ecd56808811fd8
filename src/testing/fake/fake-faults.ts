/** What goes wrong, and with which requests. */
export interface FakeFault {
  /** Part of the path with its query, or a pattern. Default: any request. */
  readonly match?: string | RegExp
  /** Default 500. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** A string as it is, anything else as JSON. Default: an error of xMatters with that status. */
  readonly body?: unknown
  /**
   * `reset`: the connection breaks instead of an answer. `cut`: it breaks in the middle of the right one. `hang`: there is no
   * answer until the request is aborted.
   */
  readonly failure?: 'reset' | 'cut' | 'hang'
  /** How many requests. Default 1. */
  readonly times?: number
}

/** A script of failures: the oldest one that fits a request is used up first. */
export interface FakeFaults {
  next(fault: FakeFault): void
  clear(): void
  /** How many failures are still to come. */
  pending(): number
}

export interface FaultScript extends FakeFaults {
  take(pathAndQuery: string): FakeFault | null
}

export function createFaultScript(): FaultScript {
  let script: { readonly fault: FakeFault; left: number }[] = []
  return {
    next: (fault) => void script.push({ fault, left: fault.times ?? 1 }),
    clear: () => void (script = []),
    pending: () => script.reduce((sum, { left }) => sum + left, 0),
    take: (pathAndQuery) => {
      const found = script.find(({ fault, left }) => left > 0 && fits(fault.match, pathAndQuery))
      if (found === undefined) return null
      found.left -= 1
      script = script.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}

function fits(match: string | RegExp | undefined, text: string): boolean {
  if (match === undefined) return true
  // A pattern with a position of its own would fit every second request only.
  return typeof match === 'string'
    ? text.includes(match)
    : new RegExp(match.source, match.flags.replace(/[gy]/g, '')).test(text)
}
