import { describe, expect, it } from 'vitest'
import { applyErrorOf, isStale, isTransient } from '../../../src/sync/apply/apply-error.ts'

const trapped = {
  get code(): string {
    throw new Error('not to be read')
  },
  get transient(): boolean {
    throw new Error('not to be read')
  },
}

describe('what a target throws', () => {
  it('is no reason to fail where its properties cannot be read', () => {
    expect(isTransient(trapped)).toBe(false)
    expect(isStale(trapped)).toBe(false)
    expect(
      applyErrorOf(Object.defineProperty(new Error('x'), 'code', { get: () => trapped.code }), 'target-error').code,
    ).toBe('target-error')
  })

  it('loses what a URL may carry, also after letters that look like a scheme', () => {
    const { message } = applyErrorOf(
      new Error(`${'a'.repeat(60)}https://me:pw@db.example/x?token=t went away`),
      'target-error',
    )
    expect(message).toBe(`${'a'.repeat(60)}https://db.example/x went away`)
  })

  it('is shortened in linear time', () => {
    const time = (length: number): number => {
      const started = performance.now()
      expect(applyErrorOf(new Error('x'.repeat(length)), 'target-error').message).toHaveLength(500)
      return performance.now() - started
    }
    time(1000)
    expect(time(300_000)).toBeLessThan(2000)
  })
})
