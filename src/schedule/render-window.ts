import { InvalidArgumentError } from '../errors.ts'
import { parseInstant } from '../time/index.ts'

/** A stretch of time: two instants, the second not earlier and excluded. Nothing lies in one that ends where it starts. */
export interface RenderWindow {
  readonly from: string
  readonly to: string
}

/** Reads a window to epoch milliseconds. Throws `InvalidArgumentError`. */
export function readWindow({ from, to }: RenderWindow): { readonly fromMs: number; readonly toMs: number } {
  const [fromMs, toMs] = [parseInstant(from), parseInstant(to)]
  if (!(fromMs <= toMs))
    throw new InvalidArgumentError(`A window must not end before it starts; this one goes from ${from} to ${to}.`)
  return { fromMs, toMs }
}
