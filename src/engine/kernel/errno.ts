/** Linux error numbers that the simulated calls use (asm-generic/errno-base.h). */
export const EPERM = 1
export const EBADF = 9
export const EAGAIN = 11
export const ENOMEM = 12
export const EACCES = 13
export const EFAULT = 14
export const EEXIST = 17
export const EINVAL = 22

const NAMES: ReadonlyMap<number, readonly [string, string]> = new Map([
  [EPERM, ['EPERM', 'Operation not permitted']],
  [EBADF, ['EBADF', 'Bad file descriptor']],
  [EAGAIN, ['EAGAIN', 'Resource temporarily unavailable']],
  [ENOMEM, ['ENOMEM', 'Cannot allocate memory']],
  [EACCES, ['EACCES', 'Permission denied']],
  [EFAULT, ['EFAULT', 'Bad address']],
  [EEXIST, ['EEXIST', 'File exists']],
  [EINVAL, ['EINVAL', 'Invalid argument']],
])

/** The name of an error number, "ENOMEM"; the number itself if it is not one of ours. */
export function errnoName(errno: number): string {
  return NAMES.get(errno)?.[0] ?? String(errno)
}

/** The message that perror and strace print for an error number. */
export function errnoText(errno: number): string {
  return NAMES.get(errno)?.[1] ?? `Unknown error ${errno}`
}
