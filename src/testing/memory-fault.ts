/** Makes one call fail: `before` it has any effect, or `after`, so that only the answer is lost. */
export interface MemoryFault {
  readonly when: 'before' | 'after'
  readonly error: unknown
}

/** Runs the effect with the fault around it. */
export async function withFault<T>(fault: MemoryFault | null | undefined, effect: () => T): Promise<T> {
  if (!fault) return effect()
  if (fault.when === 'after') effect()
  throw fault.error
}
