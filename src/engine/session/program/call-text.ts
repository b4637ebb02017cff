import type { CallName } from './rows.ts'
import { addressInHex } from './surroundings.ts'

/** A call as C writes it, with the arguments that it really had: `malloc(100)`, `free(0x5555555592a0)`. */
export function callText(name: CallName, a: number, b: number): string {
  switch (name) {
    case 'malloc':
      return `malloc(${number(b)})`
    case 'calloc':
    case 'memalign':
    case 'aligned_alloc':
      return `${name}(${number(a)}, ${number(b)})`
    case 'realloc':
    case 'munmap':
    case 'mremap':
    case 'mprotect':
    case 'madvise':
    case 'mmap':
      return `${name}(${pointer(a)}, ${number(b)})`
    case 'free':
    case 'brk':
    case 'malloc_usable_size':
    case 'posix_memalign':
      return `${name}(${pointer(a)})`
    default:
      return `${name}(${number(a)})`
  }
}

function pointer(address: number): string {
  return address === 0 ? 'NULL' : addressInHex(address)
}

/** A size; one near 2^64 is written as what it is: something negative. */
function number(value: number): string {
  return value > Number.MAX_SAFE_INTEGER ? `about 2^${Math.round(Math.log2(value))}` : String(value)
}
