import type { HostCall, HostFunction } from '../../host.ts'

/** A function of the library that is no step of its own. */
export function host(name: string, run: (call: HostCall) => void): HostFunction {
  return { name, isOperation: false, run }
}

/** A function whose calls are operations of the session. */
export function operation(name: string, run: (call: HostCall) => void): HostFunction {
  return { name, isOperation: true, run }
}

/** Ends a system call that answers 0 or more, or minus an error number: -1 and errno then, as the library's wrapper does. */
export function returnResult(call: HostCall, result: number): void {
  if (result < 0) {
    call.setErrno(-result)
    call.returnLong(-1)
  } else call.returnLong(result)
}

/** The same for a call whose type is int. */
export function returnStatus(call: HostCall, result: number): void {
  if (result < 0) {
    call.setErrno(-result)
    call.returnInt(-1)
  } else call.returnInt(result)
}
