import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dump } from '../../src/cli/print/index.ts'
import { MAP_ANONYMOUS, MAP_FIXED, MAP_PRIVATE, Process } from '../../src/engine/kernel/index.ts'
import { cli } from './support.ts'

const ORACLE = '../shared/oracle'
const HERE = existsSync(ORACLE)
const READ_WRITE = 3

function filesOf(folder: string, extension: string): string[] {
  if (!HERE) return []
  return readdirSync(`${ORACLE}/${folder}`)
    .filter((name) => name.endsWith(extension))
    .map((name) => `${folder}/${name}`)
}

/** A recorded line without what depends on the allocator: addresses, numbers, bytes. */
function shapeOf(line: string): string {
  return line
    .replace(/ = (heap\+|mmap-)0x[0-9a-f]+ brk\+0x[0-9a-f]+$/, ' = ADDRESS')
    .replace(/ = NULL:[A-Z0-9]+ brk\+0x[0-9a-f]+$/, ' = NULL')
    .replace(/ = (0x[0-9a-f]+|\d+|none) brk\+0x[0-9a-f]+$/, ' = NUMBER')
    .replace(/ = ok brk\+0x[0-9a-f]+$/, ' = ok')
}

describe.skipIf(!HERE)('recordings of real allocators', () => {
  const traces = filesOf('glibc-2.36', '.rep')

  it.each(['first-fit', 'bump', 'segregated'])(
    'have the same operations and forms as runs of %s',
    async (id) => {
      for (const trace of traces) {
        const path = `${ORACLE}/${trace}`
        const { out } = await cli(`run ${trace} --process oracle --addresses --allocator ${id}`, {
          [trace]: readFileSync(path),
        })
        const recorded = readFileSync(path.replace(/rep$/, 'expected'), 'utf8')
        const wanted = recorded.split('\n').filter((line) => !line.startsWith('#'))
        const got = out.split('\n')
        expect(got.length, trace).toBe(wanted.length)
        for (let i = 0; i < got.length; i++) {
          // What a failed request or a freed NULL answers is the allocator's own affair.
          const [ours, theirs] = [shapeOf(got[i]!), shapeOf(wanted[i]!)]
          if (ours.endsWith('NULL') || theirs.endsWith('NULL')) continue
          expect(ours, trace).toBe(theirs)
        }
      }
    },
  )

  it('are told of every operation in an strace too', async () => {
    for (const trace of traces.filter((name) => existsSync(`${ORACLE}/${name.replace(/rep$/, 'strace')}`))) {
      const path = `${ORACLE}/${trace}`
      const { out } = await cli(`run ${trace} --process oracle --strace`, { [trace]: readFileSync(path) })
      const operations = (text: string) => text.split('\n').filter((line) => !/^( |#)/.test(line))
      expect(operations(out)).toEqual(operations(readFileSync(path.replace(/rep$/, 'strace'), 'utf8')))
      const calls = out.split('\n').filter((line) => line.startsWith(' '))
      for (const call of calls)
        expect(call).toMatch(/^ {2}\w+\(.*\) = ((heap\+|mmap-)0x[0-9a-f]+|0|-1 E[A-Z]+)$/)
    }
  })

  it('run through without a crash, misuse too', async () => {
    for (const trace of [...traces, ...filesOf('glibc-2.36/misuse', '.rep')]) {
      for (const id of ['csapp-best-fit', 'kr']) {
        const { code } = await cli(`run ${trace} --process oracle --dump --maps --allocator ${id}`, {
          [trace]: readFileSync(`${ORACLE}/${trace}`),
        })
        expect([0, 1], trace).toContain(code)
      }
    }
  })

  it.each([...filesOf('glibc-2.36', '.dump'), ...filesOf('musl-1.2.3', '.dump')])(
    '%s is what a process with these bytes prints',
    (file) => {
      const text = readFileSync(`${ORACLE}/${file}`, 'utf8')
      // The C library's own variables lie in no heap.
      const stretches = text.split(/^(?=@ )/m).filter((stretch) => !/^@ (main_arena|mp_)/.test(stretch))
      const process = new Process({ layout: 'oracle' })
      for (const stretch of stretches) build(process, stretch)
      const printed = [...dump(process)].join('')
      expect(printed === stretches.join('')).toBe(true)
    },
  )
})

/** Makes a process have what one region of a dump shows. */
function build(process: Process, stretch: string): void {
  const [head, ...rows] = stretch.trimEnd().split('\n')
  const [, base, offset, length, unreadable] =
    /^@ (heap\+|mmap-)(0x[0-9a-f]+) (\d+)( unreadable)?$/.exec(head!) ?? []
  const size = Number(length)
  const isHeap = base === 'heap+'
  const start = isHeap ? process.brkStart + Number(offset) : process.mmapTop - Number(offset)
  if (isHeap) process.brk(start + size)
  const prot = unreadable === undefined ? READ_WRITE : 0
  if (!isHeap || prot === 0) process.mmap(start, size, prot, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS)
  if (prot !== 0) process.memory.write(start, bytesOf(rows, size))
}

function bytesOf(rows: readonly string[], size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  let last = Buffer.alloc(0)
  let end = 0
  for (const row of [...rows.filter((each) => each !== '*'), `0x${size.toString(16)}: `]) {
    const [offset, hex] = row.split(': ')
    // Where rows were left out, a star stood for the last one.
    for (; end < Number(offset); end += last.length) last.copy(bytes, end)
    last = Buffer.from(hex!, 'hex')
    last.copy(bytes, end)
    end += last.length
  }
  return bytes
}
