import { useMemo, useState } from 'react'
import {
  type Cell,
  comparisonTable,
  contendersOf,
  copyText,
  downloadTable,
  tableMarkdown,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** The figures of all runs, the best of each row marked in words. */
export function FigureTable() {
  const lab = useLab()
  const scenario = useLabState((state) => state.scenario)
  const info = useLabState((state) => state.info)
  const comparison = useLabState((state) => state.comparison)
  const contenders = useMemo(() => contendersOf({ scenario, info, comparison }), [scenario, info, comparison])
  const rows = useMemo(() => comparisonTable(contenders), [contenders])
  return (
    <div className="figure-table">
      <div className="figure-table-head">
        <h3 id="figure-table-name">Whole run</h3>
        <span className="spring" />
        <button type="button" className="button small" onClick={() => downloadTable(lab)}>
          Download CSV
        </button>
        <CopyMarkdown text={() => tableMarkdown(contenders)} />
      </div>
      <table aria-labelledby="figure-table-name">
        <thead>
          <tr>
            <td />
            {contenders.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, help, cells }) => (
            <tr key={name}>
              <th scope="row" title={help}>
                {name}
              </th>
              {contenders.map(({ key }, i) => (
                <Figure key={key} cell={cells[i]!} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure({ cell: { text, mark } }: { readonly cell: Cell }) {
  if (mark === null) return <td>{text}</td>
  return (
    <td>
      <span className="best-mark">{mark}</span> <b>{text}</b>
    </td>
  )
}

function CopyMarkdown({ text }: { readonly text: () => string }) {
  const lab = useLab()
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async () => setCopied(await copyText(lab, text()))
  return (
    <button type="button" className="button small" onClick={() => void copy()}>
      {copied === null ? 'Copy as Markdown' : copied ? 'Copied' : 'Copying is not allowed here'}
    </button>
  )
}
