import type { Spans } from './spans.ts'

/** Who is reached, when, and so many minutes after the alert: by offset, then user key. */
export type Reach = ReadonlyMap<number, ReadonlyMap<string, Spans>>
