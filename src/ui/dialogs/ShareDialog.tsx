import { useState } from 'react'
import { chooseForLink, downloadScenario, type ShareSheet, scenarioFileName } from '../../state/sheet.ts'
import { useLab, useLabState } from '../context.ts'
import { count } from '../format.ts'
import { later } from '../parts/later.tsx'
import { Modal } from '../parts/Modal.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { CopyField } from './CopyField.tsx'
import '../styles/share.css'

/** Loaded when a code is asked for: most people never do. */
const QrCode = later(
  () => import('./QrCode.tsx'),
  (part) => part.QrCode,
  <p className="qr-space">Drawing the code …</p>,
)

/** Bytes that the largest QR code holds (version 40, correction L: ISO/IEC 18004, table 7). */
const LARGEST_CODE = 2953
/** A code of a longer link is hard to read from a few steps away. */
const DENSE_CODE = 900

type ShareTab = 'link' | 'qr' | 'markdown' | 'embed' | 'file'

const NAMES: Readonly<Record<ShareTab, string>> = {
  link: 'Link',
  qr: 'QR code',
  markdown: 'Markdown',
  embed: 'Embed',
  file: 'File',
}

/** What can be taken along of a scenario: everything, or what does not need a link. */
function tabsFor({ url, file }: ShareSheet): readonly ShareTab[] {
  if (url !== null) return ['link', 'qr', 'markdown', 'embed', 'file']
  return file ? ['file', 'markdown'] : ['markdown']
}

/** Everything that carries this moment elsewhere: a link, a code, texts, a file. */
export function ShareDialog({
  sheet,
  onClose,
}: {
  readonly sheet: ShareSheet
  readonly onClose: () => void
}) {
  const tabs = tabsFor(sheet)
  const [chosen, choose] = useState<ShareTab>(tabs[0]!)
  return (
    <Modal title="Share this moment" onClose={onClose}>
      {sheet.url === null && <NoLink sheet={sheet} />}
      <div className="share">
        <Tabs
          label="Ways to share"
          tabs={tabs.map((id) => ({ id, name: NAMES[id] }))}
          chosen={chosen}
          onChoose={choose}
        >
          <div className="share-way">
            <Way way={chosen} sheet={sheet} />
          </div>
        </Tabs>
        {(sheet.url !== null || sheet.file) && <Choices choices={sheet.choices} way={chosen} />}
      </div>
    </Modal>
  )
}

/** What happens when it is opened, besides. */
function Choices({ choices, way }: { readonly choices: ShareSheet['choices']; readonly way: ShareTab }) {
  const lab = useLab()
  const { asks, presents } = choices
  return (
    <fieldset className="share-choices">
      <legend>When it is opened</legend>
      <label>
        <input
          type="checkbox"
          checked={asks}
          onChange={() => chooseForLink(lab, { ...choices, asks: !asks })}
        />
        <span>
          ask before each call what it will do <small>as homework</small>
        </span>
      </label>
      {way !== 'embed' && (
        <label>
          <input
            type="checkbox"
            checked={presents}
            onChange={() => chooseForLink(lab, { ...choices, presents: !presents })}
          />
          <span>
            show it in present mode <small>large, for an audience</small>
          </span>
        </label>
      )}
    </fieldset>
  )
}

function Way({ way, sheet }: { readonly way: ShareTab; readonly sheet: ShareSheet }) {
  const { url, embed, markdown } = sheet
  switch (way) {
    case 'link':
      return url !== null && <LinkWay url={url} />
    case 'qr':
      return url !== null && <QrWay url={url} />
    case 'embed':
      return embed !== null && <EmbedWay {...embed} />
    case 'markdown':
      return (
        <>
          <p>Title, sentence, program and link, for an issue, a forum or lecture notes.</p>
          <CopyField what="Markdown" text={markdown} rows={11} />
        </>
      )
    case 'file':
      return <FileWay choices={sheet.choices} />
  }
}

function LinkWay({ url }: { readonly url: string }) {
  return (
    <>
      <p>Whoever opens it sees this very moment: the scenario is in the link, and on no server.</p>
      <CopyField what="link" text={url} rows={5} first>
        <span className="share-length">{count(url.length)} characters</span>
      </CopyField>
    </>
  )
}

function QrWay({ url }: { readonly url: string }) {
  if (url.length > LARGEST_CODE)
    return (
      <p>
        The link has {count(url.length)} characters, and a QR code holds {count(LARGEST_CODE)}. Send the link
        itself, or the file.
      </p>
    )
  return (
    <QrCode url={url}>
      {url.length > DENSE_CODE
        ? 'This code is dense: show it large, and let people come near.'
        : 'For a slide: the camera of a phone opens this very moment.'}
    </QrCode>
  )
}

function EmbedWay({ html, url }: { readonly html: string; readonly url: string }) {
  return (
    <>
      <p>A frame for a course page or slides: the map, the sentence and the buttons.</p>
      <CopyField what="HTML" text={html} rows={6}>
        <a className="button" href={url} target="_blank" rel="noopener">
          Try it
        </a>
      </CopyField>
    </>
  )
}

function FileWay({ choices }: Pick<ShareSheet, 'choices'>) {
  const lab = useLab()
  const title = useLabState((state) => state.scenario?.title ?? '')
  return (
    <>
      <p>
        <code>{scenarioFileName(title)}</code> holds what the link holds, to be kept, sent or handed in. It is
        opened by dropping it on the page.
      </p>
      <div className="copy-foot">
        <button type="button" className="button primary" onClick={() => downloadScenario(lab, choices)}>
          Download the file
        </button>
      </div>
    </>
  )
}

/** Why there is no link, and what to do instead. */
function NoLink({ sheet }: { readonly sheet: ShareSheet }) {
  return (
    <p className="share-why" role="note">
      {sheet.file
        ? `The link would have ${count(sheet.length)} characters. Beyond 8,000, mail and chat programs cut links off, so send the file: whoever opens it here sees this very moment.`
        : 'This trace is too large to be part of a link. Send the trace file itself: whoever has it opens it here.'}
    </p>
  )
}
