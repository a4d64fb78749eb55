/** Horizontal bars as an SVG document: one group a configuration, one bar a side. Pure; knows nothing of what it shows. */

export interface Bar {
  /** Decides the colour: the same series, the same colour. */
  series: string;
  value: number;
  /** Written behind the bar. */
  label: string;
}

export interface BarGroup {
  title: string;
  bars: readonly Bar[];
}

export interface Panel {
  title: string;
  groups: readonly BarGroup[];
}

const WIDTH = 860;
const LEFT = 250;
const RIGHT = 150;
const BAR = 15;
const GAP = 12;
const TITLE = 34;
const LEGEND = 22;
/** Colour-blind safe (Okabe and Ito). */
const COLOURS = ['#0072b2', '#e69f00', '#cc79a7', '#009e73', '#d55e00', '#56b4e9', '#999999'];
const STYLE =
  'text{font:12px system-ui,sans-serif;fill:#1f2328}.t{font-size:14px;font-weight:600}.v{fill:#59636e}' +
  '.a{stroke:#8b949e;stroke-width:1}@media(prefers-color-scheme:dark){text{fill:#e6edf3}.v{fill:#9198a1}}';

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x}" y="${y.toFixed(1)}"${attributes && ` ${attributes}`}>${escapeXml(content)}</text>`;
}

/** Panels below each other; `title` is the picture's text for those who cannot see it. */
export function barChart(title: string, panels: readonly Panel[]): string {
  const series = [
    ...new Set(panels.flatMap(({ groups }) => groups.flatMap(({ bars }) => bars.map((bar) => bar.series)))),
  ];
  const colour = (name: string) => COLOURS[series.indexOf(name) % COLOURS.length] as string;
  const parts: string[] = [];
  let y = 8;
  for (const [i, name] of series.entries()) {
    const x = 8 + (i % 3) * 284;
    const at = y + Math.floor(i / 3) * LEGEND;
    parts.push(`<rect x="${x}" y="${at}" width="12" height="12" rx="2" fill="${colour(name)}"/>`);
    parts.push(text(x + 18, at + 11, name));
  }
  y += Math.ceil(series.length / 3) * LEGEND;
  for (const panel of panels) {
    const largest = Math.max(
      ...panel.groups.flatMap(({ bars }) => bars.map(({ value }) => value)),
      Number.MIN_VALUE,
    );
    parts.push(text(8, y + 22, panel.title, 'class="t"'));
    y += TITLE;
    const top = y;
    for (const group of panel.groups) {
      const height = group.bars.length * (BAR + 2);
      parts.push(text(LEFT - 10, y + height / 2 + 4, group.title, 'text-anchor="end"'));
      for (const bar of group.bars) {
        const width = ((WIDTH - LEFT - RIGHT) * bar.value) / largest;
        parts.push(
          `<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" fill="${colour(bar.series)}"/>`,
        );
        parts.push(text(LEFT + width + 6, y + BAR - 3, bar.label, 'class="v"'));
        y += BAR + 2;
      }
      y += GAP;
    }
    parts.push(`<line class="a" x1="${LEFT}" y1="${top - 4}" x2="${LEFT}" y2="${y - GAP + 4}"/>`);
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img">`,
    `<title>${escapeXml(title)}</title><style>${STYLE}</style>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
