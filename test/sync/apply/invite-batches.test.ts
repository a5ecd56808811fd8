import { describe, expect, it } from 'vitest'
import { inBatches, matchResults } from '../../../src/sync/apply/invite-batches.ts'

const invitation = (email: string) => ({ userKey: `person:${email}`, email, name: email, id: null })
const [ana, ben] = [invitation('Ana@example.org'), invitation('ben@example.org')]

describe('matchResults', () => {
  it('finds each result by address, whatever its case and the order', () => {
    const results = [
      { email: 'BEN@example.org', outcome: 'already', id: 'b' },
      { email: 'ana@example.org', outcome: 'invited' },
    ]
    expect(matchResults([ana, ben], results)).toEqual([
      { kind: 'invited', id: null },
      { kind: 'invited', id: 'b' },
    ])
  })

  it('calls an invitation without a result failed', () => {
    for (const results of [
      [],
      undefined,
      null,
      'ok',
      [null, 7, { email: 'ana@example.org' }, { email: 'ana@example.org', outcome: 'fine' }],
    ]) {
      expect(matchResults([ana], results)).toMatchObject([{ kind: 'failed', error: { code: 'no-result' } }])
    }
  })

  it('ignores results that nobody asked for, and takes a success before a failure', () => {
    const results = [
      { email: 'eve@example.org', outcome: 'invited', id: 'e' },
      { email: 'ana@example.org', outcome: 'failed', error: 'again' },
      { email: 'ana@example.org', outcome: 'added', id: 'a' },
    ]
    expect(matchResults([ana], results)).toEqual([{ kind: 'invited', id: 'a' }])
  })

  it("keeps what the target says of a failure, without an address's query", () => {
    const results = [
      { email: 'ana@example.org', outcome: 'failed', error: 'POST https://host.example/invite?key=secret gave 403' },
    ]
    expect(matchResults([ana], results)).toEqual([
      { kind: 'failed', error: { code: 'invitation-failed', message: 'POST https://host.example/invite gave 403' } },
    ])
  })
})

describe('inBatches', () => {
  it('gives batches of at most that size, one by one where the size makes no sense', () => {
    expect(inBatches([1, 2, 3], 2)).toEqual([[1, 2], [3]])
    expect(inBatches([1, 2], 0)).toEqual([[1], [2]])
    expect(inBatches([], 2)).toEqual([])
  })
})
