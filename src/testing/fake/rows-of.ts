import type { WireList } from '../../xmatters/wire/index.ts'

/** The rows of what the wire gives as a page or as a bare array. */
export function rowsOf<T>(list: WireList<T> | undefined): readonly T[] {
  return list === undefined ? [] : 'data' in list ? list.data : list
}
