import { expect, it } from 'vitest'
import { createTenantDraft } from '../../../src/xmatters/export/tenant-draft.ts'

it('lists gaps in one order, whichever was heard of first', () => {
  const gapsOf = (messages: readonly string[]): unknown => {
    const draft = createTenantDraft('xmatters:acme.xmatters.com', '2026-11-23T12:00:00Z')
    for (const message of messages) draft.addGap('people', undefined, 'failed', message)
    return draft.build(null).completeness.gaps
  }
  expect(gapsOf(['One.', 'Other.'])).toEqual(gapsOf(['Other.', 'One.']))
})
