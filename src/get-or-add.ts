interface Keyed<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What a map has for a key; where it has nothing, what is made then is added. */
export function getOrAdd<K, V>(map: Keyed<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

/** Adds to the list of a key, which is made where it is missing. */
export function append<K, V>(lists: Keyed<K, V[]>, key: K, value: V): void {
  getOrAdd(lists, key, () => []).push(value)
}
