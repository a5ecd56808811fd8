/** What a caller of the client may rely on at compile time. Read by the type check; nothing here runs. */
import { expectTypeOf } from 'vitest'
import type { ClientEvent, Page, PageIssue, WireOnCall, WirePerson, WireShift, XMattersClient } from 'xmatters-sync'

declare const client: XMattersClient

// Awaited a list is a page, iterated it is rows.
expectTypeOf(await client.people.list()).toEqualTypeOf<Page<WirePerson>>()
for await (const shift of client.shifts.list('group')) expectTypeOf(shift).toEqualTypeOf<WireShift>()
expectTypeOf((await client.people.list()).issues).toEqualTypeOf<readonly PageIssue[]>()
expectTypeOf((await client.people.list()).total).toEqualTypeOf<number | null>()
expectTypeOf(await client.onCall.get('group')).toEqualTypeOf<readonly WireOnCall[]>()

// Queries know the parameters of their endpoint, and the words that these take.
void client.groups.list({ groupType: 'DYNAMIC', embed: ['criteria'], 'member.exists': 'ANY_SHIFTS' })
// @ts-expect-error no such word
void client.groups.list({ groupType: 'ONCALL' })
// @ts-expect-error no such parameter
void client.sites.list({ owner: 'me' })
// @ts-expect-error on-call is always of some groups
void client.onCall.list({})
// @ts-expect-error a roster is of a group
void client.roster.list()

// What came is not to be changed.
const { data } = await client.people.list()
// @ts-expect-error rows cannot be added
data.push({ id: 'x' })
// @ts-expect-error fields cannot be set
data[0]!.status = 'ACTIVE'

// Events are told apart by their kind.
declare const event: ClientEvent
if (event.kind === 'retry') expectTypeOf(event.waitMs).toEqualTypeOf<number>()
// @ts-expect-error a request has no address
if (event.kind === 'request') void event.url
