import { useLabState } from '../context.ts'

/** The system calls of the current operation, as strace prints them. */
export function Syscalls() {
  const syscalls = useLabState((state) => state.moment?.syscalls)
  if (syscalls === undefined) return <p className="aside">Nothing has been run yet.</p>
  return (
    <div className="syscalls">
      {syscalls.length === 0 ? (
        <p className="aside">This operation has made no system call so far.</p>
      ) : (
        <>
          <p className="aside">Made by this operation so far:</p>
          <ol className="mono">
            {syscalls
              .map((line, i) => ({ line, place: i }))
              .map(({ line, place }) => (
                <li key={place}>{line}</li>
              ))}
          </ol>
        </>
      )}
    </div>
  )
}
