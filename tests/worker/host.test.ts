import { describe, expect, it } from 'vitest'
import type { SessionInfo } from '../../src/engine/session/index.ts'
import { Session } from '../../src/engine/session/session.ts'
import { Client, SUPERSEDED, WorkerDied } from '../../src/worker/client.ts'
import { Host } from '../../src/worker/host.ts'
import { localTransport } from '../../src/worker/local.ts'
import type { Reply, Request } from '../../src/worker/protocol.ts'
import { at, traceScenario } from '../support/scenarios.ts'

const LINES = ['a 0 100', 'a 1 50', 'f 0', 'a 2 40']
const LONG = Array.from({ length: 60_000 }, (_, i) => (i % 2 === 0 ? `a ${i / 2} 100` : `f ${(i - 1) / 2}`))

/** A client over a host in this thread, with a clock that ticks a millisecond at every look. */
function connect() {
  const progress: SessionInfo[] = []
  const deaths: string[] = []
  let time = 0
  const transport = localTransport(() => ++time)
  const client = new Client(transport, {
    progress: (info) => progress.push(info),
    died: (reason) => deaths.push(reason),
  })
  return { client, transport, progress, deaths }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('the protocol', () => {
  it('opens a scenario, runs it by itself, and answers moments', async () => {
    const { client, progress } = connect()
    const info = await client.call('open', { scenario: traceScenario(LINES), data: null })
    expect(info.total).toBe(4)
    await until(() => progress.some((seen) => seen.complete))
    const moment = await client.call('moment', at(4))
    expect(moment.call).toBe('p[2] = malloc(40)')
    const [live] = await client.call('series', { names: ['live'], from: 0, to: 4, buckets: 4 })
    expect([...live!.max]).toEqual([100, 150, 50, 90])
    const found = await client.call('find', { conditions: [{ kind: 'break' }], from: -1, backwards: false })
    expect(found).toBe(0)
    expect((await client.call('source', { firstLine: 1, count: 2 })).lines).toEqual(['a 0 100', 'a 1 50'])
  })

  it('answers only the newest request of a lane', async () => {
    const { client } = connect()
    await client.call('open', { scenario: traceScenario(LINES), data: null })
    const asked = [1, 2, 3].map((operation) => client.callLatest('moment', 'moment', at(operation)))
    const other = client.callLatest('other', 'moment', at(1))
    const answers = await Promise.all(asked)
    expect(answers.slice(0, 2)).toEqual([SUPERSEDED, SUPERSEDED])
    expect(answers[2]).toMatchObject({ call: 'free(p[0])' })
    expect(await other).not.toBe(SUPERSEDED)
  })

  it('stops a long run on demand, lets it be looked at, and goes on', async () => {
    const { client, progress } = connect()
    await client.call('open', { scenario: traceScenario(LONG), data: null })
    const stopped = await client.call('cancel', {})
    expect(stopped.complete).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 30))
    const moment = await client.call('moment', at(1))
    expect(moment.call).toBe('p[0] = malloc(100)')
    expect((await client.call('cancel', {})).done).toBe(stopped.done)
    await client.call('resume', {})
    await until(() => progress.some((info) => info.complete))
    expect(progress[progress.length - 1]!.done).toBe(60_000)
  })

  it('reports how far a long run has come', async () => {
    const { client, progress } = connect()
    await client.call('open', { scenario: traceScenario(LONG), data: null })
    await until(() => progress.some((info) => info.complete))
    const done = progress.map((info) => info.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
  })

  it('answers with an error, not with silence, when nothing is open', async () => {
    const { client } = connect()
    await expect(client.call('moment', at(1))).rejects.toThrow('No scenario is open.')
  })

  it('rejects what is under way when the worker dies, and says so once', async () => {
    const { client, transport, deaths } = connect()
    await client.call('open', { scenario: traceScenario(LINES), data: null })
    const pending = client.call('moment', at(1))
    transport.kill('out of memory')
    await expect(pending).rejects.toThrow(WorkerDied)
    await expect(client.call('moment', at(1))).rejects.toThrow('out of memory')
    expect(deaths).toEqual(['out of memory'])
  })
})

describe('the host', () => {
  it('answers waiting requests before it runs on', () => {
    const tasks: (() => void)[] = []
    const replies: Reply[] = []
    let time = 0
    const host = new Host({
      post: (reply) => replies.push(reply),
      later: (task) => tasks.push(task),
      now: () => {
        time += 5
        return time
      },
      session: (scenario) => new Session(scenario),
      looking: () => import('../../src/engine/session/looking.ts'),
      mainEnd: () => ({ kind: 'none', reason: 'Nobody asks.' }),
    })
    const request = (id: number, method: Request['method'], args: unknown) =>
      host.receive({ id, lane: null, method, args } as Request)
    request(1, 'open', { scenario: traceScenario(LONG), data: null })
    tasks.shift()!()
    request(2, 'moment', at(1))
    tasks.shift()!()
    expect(replies.filter((reply) => reply.kind === 'result').map((reply) => reply.id)).toEqual([1, 2])
    expect(tasks).toHaveLength(1)
  })
})
