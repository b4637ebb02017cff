import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fuzz, processorTime } from './fuzz.ts'
import { compileMutant, wholeSeeds } from './fuzz-compile.ts'

/*
 * Fuzzes the whole compiler and the machine for as long as one likes. Run by hand:
 *
 *   node --import tsx tests/engine/workload/c/fuzz-long.ts [count] [first seed]
 *
 * The mutants are compiled in a thread of their own, watched from here: one that hangs or eats all memory is told by its
 * seed, and the thread starts anew behind it.
 */

/** Milliseconds without a new mutant after which the thread is ended: a busy machine may give it little. */
const HANGS = 60_000
/** Most of the thread's heap, in MiB. */
const MEMORY = 1_024

/** Threads do not inherit the loader of TypeScript. */
const START = `import('tsx/esm/api').then(({ register }) => (register(), import('${import.meta.url}')))`

/** What the thread tells about a mutant. */
interface Progress {
  readonly number: number
  /** Of processor time. */
  readonly milliseconds: number
  readonly complaints: readonly { readonly what: string; readonly text: string }[]
}

/** Numbers shared with the thread: the mutant in hand. */
interface Task {
  readonly first: number
  readonly end: number
  readonly current: Int32Array
}

function work({ first, end, current }: Task): void {
  const seeds = wholeSeeds()
  compileMutant(seeds[0]!, 0)
  for (let number = first; number < end; number++) {
    Atomics.store(current, 0, number)
    const start = processorTime()
    const complaints = fuzz(compileMutant, 1, number, { seeds })
    const milliseconds = processorTime() - start
    if (complaints.length > 0 || number % 1000 === 999 || milliseconds > 200)
      parentPort!.postMessage({ number, milliseconds, complaints } satisfies Progress)
  }
}

/** Works on the mutants `first` … `end - 1` until they are done or one of them ends the thread; returns the next. */
function watch(first: number, end: number, told: (progress: Progress) => void): Promise<number> {
  const current = new Int32Array(new SharedArrayBuffer(4))
  current[0] = first
  const worker = new Worker(START, {
    eval: true,
    workerData: { first, end, current } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  return new Promise((resolve) => {
    let before = -1
    let why = ''
    const timer = setInterval(() => {
      if (current[0] === before) {
        why = 'hangs'
        void worker.terminate()
      }
      before = current[0]!
    }, HANGS)
    worker.on('message', told)
    worker.on('error', (error) => {
      why = `ends the thread: ${error.message}`
    })
    worker.on('exit', () => {
      clearInterval(timer)
      const number = current[0]!
      if (why !== '') told({ number, milliseconds: 0, complaints: [{ what: why, text: '' }] })
      resolve(why === '' ? end : number + 1)
    })
  })
}

async function main([count = '10000', seed = '1']: readonly string[]): Promise<void> {
  const start = performance.now()
  const end = Number(seed) + Number(count)
  let slowest = { number: -1, milliseconds: 0 }
  let bad = 0
  const told = ({ number, milliseconds, complaints }: Progress) => {
    if (milliseconds > slowest.milliseconds) {
      slowest = { number, milliseconds }
      process.stdout.write(`mutant ${number} took ${milliseconds.toFixed(0)} ms\n`)
    }
    if (complaints.length > 0) bad++
    for (const { what, text } of complaints.slice(0, 2))
      process.stdout.write(`--- mutant ${number}: ${what}\n${text.slice(0, 3000)}\n`)
    if (number % 1000 === 999)
      process.stdout.write(`${number + 1} after ${((performance.now() - start) / 1000).toFixed(0)} s\n`)
  }
  let next = Number(seed)
  while (next < end) next = await watch(next, end, told)
  const seconds = (performance.now() - start) / 1000
  process.stdout.write(
    `mutants ${seed} to ${end - 1}: ${count} in ${seconds.toFixed(0)} s, ${bad} complaints, ` +
      `slowest ${slowest.number} with ${slowest.milliseconds.toFixed(0)} ms\n`,
  )
}

if (isMainThread) void main(process.argv.slice(2))
else work(workerData as Task)
