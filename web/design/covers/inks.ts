/** The papers' colours. */

/** ground = the paper; a, b = the printing inks; label, type = the pasted label; cloth = spine and boards. */
export interface Ink {
  ground: string
  a: string
  b: string
  label: string
  type: string
  cloth: string
}

const ink = (ground: string, a: string, b: string, label: string, type: string, cloth: string): Ink =>
  ({ ground, a, b, label, type, cloth })

export const INKS = {
  prussian: ink('#21405f', '#d3dfe4', '#e0a43a', '#f3f2ec', '#16263a', '#14283d'),
  oxide: ink('#2f5a4c', '#c9dbc3', '#e2b54f', '#f4f3ec', '#17332a', '#1c3b31'),
  madder: ink('#8e2f38', '#f0c9b8', '#e8a23d', '#f6f1ea', '#3f1218', '#571a21'),
  ochre: ink('#d9a83f', '#6d3b1c', '#f7e8ba', '#fbf7ea', '#41230f', '#6d3b1c'),
  celadon: ink('#bcd0bf', '#2f6a5e', '#d4664a', '#f8f9f4', '#1f3f39', '#2f6a5e'),
  mauve: ink('#b9a8c4', '#4d3564', '#f3e8d8', '#f8f5f7', '#33224a', '#4d3564'),
  slate: ink('#5a6e80', '#dfe6ea', '#1d2b3a', '#f3f5f5', '#1d2b3a', '#2a3a4a'),
  iron: ink('#1b2230', '#8fa9c4', '#d8cfb4', '#eaedf0', '#141a26', '#0e131d'),
  rose: ink('#e3b9b0', '#8b2f45', '#fbf0e8', '#fbf7f4', '#53172a', '#8b2f45'),
  verdigris: ink('#2b857e', '#d3ede4', '#123a46', '#f3f7f5', '#103640', '#123a46'),
  flax: ink('#e3dcc6', '#2a4d7c', '#b9482f', '#fbfaf6', '#1d3354', '#2a4d7c'),
  tobacco: ink('#6b4a34', '#e6cfa6', '#cd8141', '#f5f0e5', '#38241a', '#3f2a1d'),
  sky: ink('#a9c7de', '#1f4b7d', '#fbf6dc', '#fbfbf8', '#16375e', '#1f4b7d'),
  saffron: ink('#edbb45', '#1e4a56', '#b83a25', '#fbf8ec', '#15363f', '#1e4a56'),
  plum: ink('#4a2440', '#d99bb0', '#e8c46a', '#f6f0f2', '#34142c', '#2f132a'),
  moss: ink('#75843c', '#eef0cf', '#2c3a16', '#f6f7ee', '#2c3a16', '#3c4a1e'),
  bone: ink('#eceeec', '#1c2a3a', '#b5382a', '#ffffff', '#1c2a3a', '#1c2a3a'),
  coral: ink('#d4684d', '#fbe2ca', '#5b1f2a', '#fbf4ee', '#4a1822', '#5b1f2a'),
  night: ink('#10303a', '#6fb7a9', '#f0d27a', '#eef4f2', '#0c252d', '#081c22'),
  lilac: ink('#d3d2e2', '#3b4a8c', '#cf7f5c', '#f9f9fc', '#2a3569', '#3b4a8c'),
} satisfies Record<string, Ink>

export type InkSetName = keyof typeof INKS

/** Of some colours, the one that stands out most against a ground. */
export function against(ground: string, colours: [string, ...string[]]): string {
  const light = (hex: string) =>
    0.3 * parseInt(hex.slice(1, 3), 16) + 0.59 * parseInt(hex.slice(3, 5), 16) + 0.11 * parseInt(hex.slice(5, 7), 16)
  const contrast = (colour: string) => Math.abs(light(colour) - light(ground))
  return colours.reduce((best, colour) => (contrast(colour) > contrast(best) ? colour : best))
}
