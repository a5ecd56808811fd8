/** Works through the items in order, at most `limit` at once; starts no more once `isStopped`. */
export async function forEachConcurrently<T>(
  items: readonly T[],
  limit: number,
  isStopped: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length && !isStopped()) await work(items[next++]!)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
}
