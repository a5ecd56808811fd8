const encoder = new TextEncoder()

/** SHA-256 (FIPS 180-4) of text as UTF-8, piece by piece. No piece may end between the two halves of a surrogate pair. */
export interface Sha256 {
  update(text: string): void
  /** Ends it, in hex. */
  hex(): string
}

/** Synchronous, because a plan is made without waiting for anything. */
export function createSha256(): Sha256 {
  const state = Int32Array.from(initialState)
  // Room for what is left over and for the end that goes after it.
  const rest = new Uint8Array(128)
  let held = 0
  let length = 0

  return {
    update: (text) => {
      const bytes = utf8(text)
      length += bytes.length
      let offset = 0
      if (held > 0) {
        offset = Math.min(64 - held, bytes.length)
        rest.set(bytes.subarray(0, offset), held)
        held += offset
        if (held < 64) return
        compress(state, rest, 0)
      }
      for (; offset + 64 <= bytes.length; offset += 64) compress(state, bytes, offset)
      rest.set(bytes.subarray(offset))
      held = bytes.length - offset
    },
    hex: () => {
      const size = held < 56 ? 64 : 128
      rest.fill(0, held, size)
      rest[held] = 0x80
      const bits = length * 8
      for (let at = 1, left = bits; left > 0; at += 1, left = Math.floor(left / 256)) rest[size - at] = left % 256
      for (let offset = 0; offset < size; offset += 64) compress(state, rest, offset)
      let text = ''
      for (const word of state) {
        text +=
          hexOfByte[word >>> 24]! +
          hexOfByte[(word >>> 16) & 255]! +
          hexOfByte[(word >>> 8) & 255]! +
          hexOfByte[word & 255]!
      }
      return text
    },
  }
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const scratch = new Uint8Array(16_384)

/** Good until the next call: most texts are short, and memory of their own would cost more than the hash. */
function utf8(text: string): Uint8Array {
  // UTF-8 takes three bytes at most for a code unit.
  if (text.length * 3 > scratch.length) return encoder.encode(text)
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written)
}

const firstPrimes = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && !hasDivisor(n))

function hasDivisor(n: number): boolean {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return true
  return false
}

/** The first 32 bits of the fraction. */
const fractionBits = (x: number): number => Math.floor((x - Math.floor(x)) * 0x1_0000_0000)
const initialState = Int32Array.from(firstPrimes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)) | 0)
const roundConstants = Int32Array.from(firstPrimes.slice(0, 64), (prime) => fractionBits(Math.cbrt(prime)) | 0)
const schedule = new Int32Array(64)

function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  const w = schedule
  for (let i = 0, at = offset; i < 16; i += 1, at += 4) {
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}
