import { emptyPage, page, type SentRequest } from './scripted-fetch.ts'

type Answer = Response | object | number

/**
 * Answers by path, below `/api/xm/1`; lists that are not named are empty, single rows and the devices of a person come out of the lists,
 * all else is not found.
 */
export function smallInstance(answers: Readonly<Record<string, Answer | ((request: SentRequest) => Answer)>>) {
  const lists = /^\/(?:people|devices|groups|sites|services|temporary-absences|groups\/[^/]+\/(?:members|shifts))$/
  const rowsOf = (list: string): readonly { readonly id?: string; readonly owner?: { readonly id: string } }[] => {
    const { data } = (answers[list] ?? {}) as { readonly data?: readonly object[] }
    return data ?? []
  }
  const outOfList = (path: string): Answer | undefined => {
    const [, list, id = '', part] = path.split('/')
    if (part === 'devices') return page(rowsOf('/devices').filter(({ owner }) => owner?.id === id))
    return part === undefined ? rowsOf(`/${list}`).find((row) => row.id === id) : undefined
  }
  return (request: SentRequest): Answer => {
    const answer = answers[request.path]
    if (typeof answer === 'function') return answer(request)
    if (answer instanceof Response) return answer.clone()
    return answer ?? (lists.test(request.path) ? emptyPage : (outOfList(request.path) ?? 404))
  }
}

export const recipient = (id: string, recipientType = 'PERSON', extra: object = {}) => ({
  id,
  targetName: id,
  recipientType,
  ...extra,
})

/** Roster of a group. */
export const rosterOf = (group: string, ...members: readonly object[]) =>
  page(members.map((member) => ({ group: { id: group }, member })))

/** One shift of a group, with its slots in their order. */
export const shiftsOf = (group: string, ...members: readonly object[]) =>
  page([
    {
      id: `shift-of-${group}`,
      group: { id: group },
      members: page(members.map((member, index) => ({ position: index + 1, recipient: member }))),
    },
  ])
