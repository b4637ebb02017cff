import { describe, expect, test } from 'vitest'
import { mapsText } from '../../../../../src/engine/kernel/index.ts'
import { type HostFunction, InputWait } from '../../../../../src/engine/workload/c/host.ts'
import { type HeapCall, Shadow } from '../../../../../src/engine/workload/c/vm/index.ts'
import { Assembler, ENDLESS, processFor, vmFor } from './assemble.ts'

/** fib(n) by recursion, with a step for each call. */
function fibonacci(n: number, model: 'lp64' | 'ilp32' = 'lp64') {
  const a = new Assembler(model)
  a.fn('main', 16, () => a.line(1).op('IMM', 1, 0, 0, n).op('CALL', 0, 1, 1, 1).op('RET'))
  a.fn('fib', 32, () => {
    a.op('STL_32', 0, 0, 0, -4).line(2).op('LDL_32', 0, 0, 0, -4).op('IMM', 1, 0, 0, 2)
    a.jump('JLTS_32', 'base', 0, 1).line(3)
    a.op('LDL_32', 0, 0, 0, -4).op('ADDI_32', 0, 0, 0, -1).op('CALL', 0, 0, 1, 1).op('RESULT', 0)
    a.op('STL_32', 0, 0, 0, -8).op('LDL_32', 0, 0, 0, -4).op('ADDI_32', 0, 0, 0, -2).op('CALL', 0, 0, 1, 1)
    a.op('RESULT', 0).op('LDL_32', 1, 0, 0, -8).op('ADD_32', 0, 0, 1).op('RET')
    a.label('base').line(4).op('LDL_32', 0, 0, 0, -4).op('RET')
  })
  return a.program()
}

describe.each(['lp64', 'ilp32'] as const)('calls, %s', (model) => {
  test('recursion has its frames in memory, and the result comes back', () => {
    const vm = vmFor(fibonacci(10, model))
    expect(vm.run(ENDLESS, 1e6)).toEqual({ kind: 'exited', status: 55 })
    expect(vm.instructions).toBe(vmFor(fibonacci(10, model)).instructions + vm.instructions)
  })

  test('events: a run stops right before one, however it got there', () => {
    const whole = vmFor(fibonacci(10, model))
    whole.run(ENDLESS, 1e6)
    const vm = vmFor(fibonacci(10, model))
    for (let event = 0; event < whole.events; event++) {
      expect(vm.run(event, 1e6)).toEqual({ kind: 'event' })
      expect(vm.events).toBe(event)
      expect(vm.upcomingLine()).toBeGreaterThanOrEqual(0)
    }
    expect(vm.run(whole.events, 1e6)).toEqual({ kind: 'exited', status: 55 })
    expect([vm.events, vm.instructions]).toEqual([whole.events, whole.instructions])
  })

  test('a budget stops anywhere, and the rest is as if it had not', () => {
    const whole = vmFor(fibonacci(8, model))
    whole.run(ENDLESS, 1e6)
    const vm = vmFor(fibonacci(8, model))
    let stops = 0
    while (vm.run(ENDLESS, 7).kind === 'budget') expect(vm.instructions).toBe(7 * ++stops)
    expect([vm.ending, vm.events, vm.instructions]).toEqual([whole.ending, whole.events, whole.instructions])
  })

  test('the call stack, with the step of each frame', () => {
    const vm = vmFor(fibonacci(10, model))
    vm.run(6, 1e6)
    expect(vm.frames().map(({ function: f, line }) => [f, line])).toEqual([
      [1, 1],
      [1, 2],
      [1, 2],
      [0, 0],
    ])
    expect(vm.currentLine()).toBe(1)
  })

  test('a snapshot restored and run again gives the same bytes', () => {
    const vm = vmFor(fibonacci(10, model))
    vm.run(50, 1e6)
    const before = { vm: vm.snapshot(), process: vm.process.snapshot() }
    vm.run(200, 1e6)
    const at = vm.snapshot()
    const stack = vm.process.memory.peekBytes(vm.sp, vm.process.stackTop - vm.sp)
    vm.run(ENDLESS, 1e6)
    vm.process.restore(before.process)
    vm.restore(before.vm)
    expect(vm.events).toBe(50)
    vm.run(200, 1e6)
    expect(vm.snapshot()).toEqual(at)
    expect(vm.process.memory.peekBytes(vm.sp, vm.process.stackTop - vm.sp)).toEqual(stack)
  })
})

describe('jumps by address', () => {
  const add: HostFunction = { name: 'add', isOperation: true, run: (c) => c.returnInt(c.int(0) + c.int(1)) }

  test('a function, and a host function through its stub', () => {
    const a = new Assembler()
    a.stub('add')
    a.fn('main', 16, () => {
      a.functionAddress(1, 1).op('IMM', 2, 0, 0, 20).op('CALLR', 1, 2, 1).op('RESULT', 3).hostAddress(1, 0)
      a.op('IMM', 4, 0, 0, 2).op('CALLR', 1, 3, 2).op('RET')
    })
    a.fn('twice', 16, () => a.op('ADD_32', 0, 0, 0).op('RET'))
    const vm = vmFor(a.program(3), [add])
    expect(vm.run(ENDLESS, 100)).toEqual({ kind: 'exited', status: 42 })
    expect(vm.events).toBe(1)
  })

  test('what is no function faults where a jump there would', () => {
    const a = new Assembler()
    a.fn('main', 16, () => a.functionAddress(1, 0).op('ADDI_64', 1, 1, 0, 4).op('CALLR', 1, 0, 0).op('RET'))
    const vm = vmFor(a.program())
    const fault = { access: 'execute', kind: 'forbidden', address: vm.addressOf(1) }
    expect(vm.run(ENDLESS, 100)).toMatchObject({ signal: 'SIGSEGV', fault })
  })

  test('so does a return to an address that was overwritten', () => {
    const a = new Assembler()
    a.fn('main', 16, () => a.op('CALL', 0, 0, 0, 1).op('RET'))
    a.fn('smash', 16, () => a.imm64(1, 0x4141414141n).op('STL_64', 1, 0, 0, 8).op('RET'))
    const fault = { access: 'execute', kind: 'unmapped', address: 0x4141414141 }
    expect(vmFor(a.program()).run(ENDLESS, 100)).toMatchObject({ signal: 'SIGSEGV', fault })
  })
})

test('a host function that waits for input is called again, and its event begins once', () => {
  let isThere = false
  const read: HostFunction = {
    name: 'read',
    isOperation: true,
    run: (call) => {
      if (!isThere) throw new InputWait()
      call.returnInt(9)
    },
  }
  const a = new Assembler()
  a.fn('main', 16, () => a.op('HOST', 0, 0, 0, a.host('read')).op('RET'))
  const vm = vmFor(a.program(), [read])
  expect(vm.run(ENDLESS, 100)).toEqual({ kind: 'input' })
  expect([vm.events, vm.ending]).toEqual([0, null])
  isThere = true
  expect(vm.run(ENDLESS, 100)).toEqual({ kind: 'exited', status: 9 })
  expect(vm.events).toBe(1)
})

test("only the outermost call of the program's own malloc family is reported", () => {
  const a = new Assembler()
  a.fn('main', 16, () => a.op('IMM', 1, 0, 0, 3).op('IMM', 2, 0, 0, 5).op('CALL', 0, 1, 2, 1).op('RET'))
  a.fn('calloc', 16, () => a.op('MUL_32', 2, 0, 1).op('ZX_32', 2, 2).op('CALL', 0, 2, 1, 2).op('RET'), {
    parameters: 2,
  })
  a.fn('malloc', 16, () => a.op('ADDI_64', 0, 0, 0, 4096).op('RET'), { parameters: 1 })
  const told: HeapCall[] = []
  const onHeapCall = {
    enter: (call: HeapCall) => told.push(call),
    leave: (call: HeapCall) => told.push(call),
  }
  vmFor(a.program(), [], { onHeapCall }).run(ENDLESS, 100)
  expect(told.map(({ name, arguments: args, result }) => [name, args, result])).toEqual([
    ['calloc', [3, 5], null],
    ['calloc', [3, 5], 4111],
  ])
})

test('who follows the calls may make the memory of the program larger', () => {
  const a = new Assembler()
  a.bssSize = 16
  a.fn('main', 16, () => {
    a.mark(1, 'edata').op('ST_32', 1, 1, 0, 0)
    a.op('CALL', 0, 1, 0, 1).mark(1, 'edata').op('ST_32', 0, 1, 0, 0)
    a.op('HOST', 0, 2, 0, a.host('nothing')).op('LD_32', 0, 1, 0, 0).op('RET')
  })
  a.fn('malloc', 16, () => a.op('IMM', 0, 0, 0, 7).op('RET'))
  const nothing: HostFunction = { name: 'nothing', isOperation: false, run: () => {} }
  const leave = () => vm.memory.reserveWindow(vm.process.brkStart, vm.process.brkStart + 2 ** 20)
  const vm = vmFor(a.program(), [nothing], { onHeapCall: { enter: () => {}, leave } })
  expect(vm.run(ENDLESS, 100)).toEqual({ kind: 'exited', status: 7 })
})

describe('where things lie', () => {
  test('a small program ends where it does on Linux, and its text begins near main', () => {
    const a = new Assembler()
    a.fn('main', 16, () => a.op('LADDR', 1, 0, 0, 0).mark(2, 'end').mark(3, 'etext').op('RET'))
    const vm = vmFor(a.program())
    expect(vm.process.brkStart.toString(16)).toBe('555555559000')
    expect(vm.addressOf(0).toString(16)).toBe('555555555140')
    vm.run(ENDLESS, 100)
    const address = (r: number) => (vm.register(r).high * 2 ** 32 + (vm.register(r).low >>> 0)).toString(16)
    expect(address(1)).toMatch(/^7fffffffe/)
    expect([address(2), address(3)]).toEqual(['555555558040', (vm.sections.text + 4 * a.here).toString(16)])
  })

  test('large variables get pages of their own, as with gcc -m32', () => {
    const a = new Assembler('ilp32')
    a.bssSize = 120000
    a.fn('main', 16, () => a.op('RET'))
    const process = processFor(a.program())
    expect(
      mapsText(process)
        .split('\n')
        .slice(0, 6)
        .map((line) => line.slice(0, 31)),
    ).toEqual([
      '56555000-56556000 r--p 00000000',
      '56556000-56557000 r-xp 00001000',
      '56557000-56558000 r--p 00002000',
      '56558000-56559000 r--p 00002000',
      '56559000-5655a000 rw-p 00003000',
      '5655a000-56577000 rw-p 00000000',
    ])
    expect(process.brkStart).toBe(0x56577000)
  })
})

test('the checker is asked about what was not written, and about what is no longer there', () => {
  const a = new Assembler()
  const local = { name: 'x', offset: -8, size: 4 } as never
  a.fn('main', 16, () => a.op('CALL', 0, 0, 0, 1).op('RESULT', 1).op('LD_32', 2, 1, 0, 0).op('RET'))
  a.fn(
    'f',
    16,
    () =>
      a
        .op('LDL_32', 1, 0, 0, -8)
        .op('STL_32', 1, 0, 0, -8)
        .op('LDL_32', 1, 0, 0, -8)
        .op('LADDR', 0, 0, 0, -8)
        .op('RET'),
    {
      locals: [local],
    },
  )
  const program = a.program()
  const process = processFor(program)
  const asked: [number, number][] = []
  const checker = {
    shadow: new Shadow(process.memory),
    load: (address: number, size: number) => asked.push([address, size]),
    store: () => {},
    guarded: () => {},
    note: () => {},
    host: null,
  }
  const vm = vmFor(program, [], { process, checker })
  vm.run(ENDLESS, 100)
  const x = vm.register(1).high * 2 ** 32 + (vm.register(1).low >>> 0)
  expect(asked).toEqual([
    [x, 4],
    [x, 4],
  ])
})
