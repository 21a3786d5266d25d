import type { LabelDocument, LabelElement, TextElement } from '#shared/label/document.ts'
import { lineBaseline } from '#shared/label/text-line.ts'

type Run = readonly [number, number, number, number]

export interface LabelPreviewProps {
  readonly document: LabelDocument
  /** The black modules of each symbol, in the order the symbols stand in the document. */
  readonly symbols: readonly (readonly Run[])[]
  /** What the picture is, for who cannot see it. */
  readonly label: string
  readonly className?: string | undefined
}

type SymbolElement = Extract<LabelElement, { readonly kind: 'code128' | 'qr' }>

const weights = { regular: 400, bold: 700 } as const

/** No two elements of a kind lie upon each other. */
const keyOf = ({ kind, x, y, width }: LabelElement): string => `${kind} ${x} ${y} ${width}`

const Text = ({ element }: { element: TextElement }) => (
  <text
    x={element.x}
    y={element.y + element.size * lineBaseline}
    fontSize={element.size}
    fontWeight={weights[element.weight]}
    fill={element.inverse === true ? '#fff' : '#000'}
    xmlSpace="preserve"
    // The page may lack the font of the labels: every text keeps the width it has on paper.
    textLength={element.width}
    lengthAdjust="spacingAndGlyphs"
  >
    {element.text}
  </text>
)

/** One path a symbol, in whole modules. */
const Modules = ({ element, runs }: { element: SymbolElement; runs: readonly Run[] }) => {
  const across = element.width / element.modules
  const down = element.kind === 'qr' ? across : element.height
  return (
    <path
      transform={`translate(${element.x} ${element.y}) scale(${across} ${down})`}
      d={runs.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('')}
      shapeRendering="crispEdges"
    />
  )
}

/** A label as it will be printed: the document that the encoders draw, as SVG in millimetres. */
export const LabelPreview = ({ document, symbols, label, className }: LabelPreviewProps) => {
  const { width, height, elements } = document
  const symbolElements = elements.filter(
    (element): element is SymbolElement => element.kind === 'code128' || element.kind === 'qr',
  )
  return (
    <svg
      role="img"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
      className={className}
    >
      <rect width={width} height={height} fill="#fff" />
      {elements.map((element) => {
        const key = keyOf(element)
        if (element.kind === 'text') return <Text key={key} element={element} />
        if (element.kind !== 'box') return null
        const { x, y } = element
        return <rect key={key} x={x} y={y} width={element.width} height={element.height} />
      })}
      {symbolElements.map((element, index) => (
        <Modules key={keyOf(element)} element={element} runs={symbols[index] ?? []} />
      ))}
    </svg>
  )
}
