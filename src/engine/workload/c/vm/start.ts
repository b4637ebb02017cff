import type { Process } from '../../../kernel/index.ts'
import { type Address, alignDown, type Bytes, PAGE_SIZE } from '../../../units.ts'
import type { DataModel } from '../source.ts'

/** What a program finds when it begins. */
export interface Entry {
  readonly sp: Address
  readonly argc: number
  readonly argv: Address
  readonly envp: Address
}

/** argv[0]: as a shell starts what gcc has made. */
export const PROGRAM_NAME = './program'
/** The same in /proc/self/maps. */
export const PROGRAM_PATH = '/home/user/program'

const ENVIRONMENT = [
  'SHELL=/bin/bash',
  'PWD=/home/user',
  'LOGNAME=user',
  'HOME=/home/user',
  'LANG=C.UTF-8',
  'TERM=xterm-256color',
  'USER=user',
  'PATH=/usr/local/bin:/usr/bin:/bin',
]

/** What _start and __libc_start_main have on the stack when main begins (glibc 2.36, x86-64). */
const START_FRAMES: Bytes = 0xe0
const AT_NULL = 0
const AT_PAGESZ = 6
const AT_PLATFORM = 15
const AT_CLKTCK = 17
const AT_RANDOM = 25
const AT_EXECFN = 31

/**
 * Puts arguments, environment and auxiliary vector on the stack as the kernel does for a new program
 * (create_elf_tables in fs/binfmt_elf.c): strings at the top, below them the tables, argc at the lowest address.
 */
export function putArguments(process: Process, model: DataModel): Entry {
  const word = model === 'lp64' ? 8 : 4
  const strings = new Strings(process, process.stackTop - word)
  const execfn = strings.push(PROGRAM_NAME)
  const variables = ENVIRONMENT.map((text) => strings.push(text)).reverse()
  const argument = strings.push(PROGRAM_NAME)
  const platform = strings.push(model === 'lp64' ? 'x86_64' : 'i686')
  const random = alignDown(strings.top - 16, 16)
  const auxiliary = [
    [AT_PAGESZ, PAGE_SIZE],
    [AT_CLKTCK, 100],
    [AT_RANDOM, random],
    [AT_EXECFN, execfn],
    [AT_PLATFORM, platform],
    [AT_NULL, 0],
  ].flat()
  const words = [1, argument, 0, ...variables, 0, ...auxiliary]
  const sp = alignDown(random - words.length * word, 16)
  process.memory.poke(sp, wordBytes(words, word))
  return { sp: sp - START_FRAMES, argc: 1, argv: sp + word, envp: sp + 3 * word }
}

/** Strings on the stack, each below the one before. */
class Strings {
  constructor(
    private readonly process: Process,
    public top: Address,
  ) {}

  push(text: string): Address {
    const bytes = new Uint8Array(text.length + 1)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    this.top -= bytes.length
    this.process.memory.poke(this.top, bytes)
    return this.top
  }
}

function wordBytes(words: readonly number[], word: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(words.length * word)
  const view = new DataView(bytes.buffer)
  words.forEach((value, index) => {
    view.setUint32(index * word, value >>> 0, true)
    if (word === 8) view.setUint32(index * word + 4, Math.floor(value / 2 ** 32), true)
  })
  return bytes
}
