// Draws every BPMN model of a directory as a self-contained SVG picture (and a PNG to look at).
// The labels' lines break as Arial's letters are wide: draw with it, or with a font of the same width such as Liberation Sans.
// After a change of a model, with Node 18 or later and a Chromium (CHROMIUM=/path/to/it when not /usr/bin/chromium):
//   cd docs && npm install --no-package-lock && npm run pictures
// Usage: node pictures.mjs IN_DIR OUT_DIR [PNG_DIR]
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const viewer = require.resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');

const [inDir, outDir, pngDir] = process.argv.slice(2);
if (!inDir || !outDir) {
  console.error('Usage: node pictures.mjs IN_DIR OUT_DIR [PNG_DIR]');
  process.exit(2);
}
const MARGIN = 8;

/** Makes the picture stable (same model, same bytes), lean, titled, and readable on a dark page too. */
function tidy(svg, definitions) {
  const process = definitions.rootElements.find((e) => e.$type === 'bpmn:Process');
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const [x, y, w, h] = svg.match(/viewBox="([^"]+)"/)[1].split(' ').map(Number);
  const left = Math.floor(x) - MARGIN;
  const top = Math.floor(y) - MARGIN;
  const width = Math.ceil(x + w) + MARGIN - left;
  const height = Math.ceil(y + h) + MARGIN - top;

  let text = svg
    .replace(/<!DOCTYPE[^>]*>\s*/, '')
    .replace(/<rect class="djs-hit[^>]*\/>/g, '')
    .replace(/ lineHeight="1.2"/g, '')
    .replace(/(\d+\.\d{3,})/g, (n) => String(Number(Number(n).toFixed(2))))
    .replace(
      /width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
      `width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img" xml:lang="sv"`,
    );
  // Marker ids are random; number them in order of appearance.
  const markers = new Map();
  text = text.replace(/marker-(?!end|start|mid)[a-z0-9]+/g, (id) => {
    if (!markers.has(id)) markers.set(id, `marker-${markers.size + 1}`);
    return markers.get(id);
  });
  const head =
    `\n<title>${escape(process.name)}</title>\n<desc>${escape(process.documentation[0].text)}</desc>\n` +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#fff"/>\n`;
  return text.replace(/(<svg[^>]*>)/, `$1${head}`) + '\n';
}

await mkdir(outDir, { recursive: true });
if (pngDir) await mkdir(pngDir, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let failed = false;
try {
  for (const file of (await readdir(inDir)).filter((f) => f.endsWith('.bpmn')).sort()) {
    const name = basename(file, '.bpmn');
    const xml = await readFile(join(inDir, file), 'utf8');

    const parsed = await new BpmnModdle({ camunda }).fromXML(xml);

    const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
    await page.setContent('<!doctype html><meta charset="utf-8"><div id="canvas" style="width:2000px;height:1000px"></div>');
    await page.addScriptTag({ path: viewer });
    const { svg, warnings } = await page.evaluate(async (source) => {
      const bpmn = new window.BpmnJS({ container: '#canvas' });
      const { warnings } = await bpmn.importXML(source);
      // A label stays in its middle, whichever font the one who looks at it has.
      document.querySelectorAll('#canvas text.djs-label tspan').forEach((line) => {
        const middle = Number(line.getAttribute('x')) + line.getComputedTextLength() / 2;
        line.setAttribute('x', Math.round(middle));
        line.setAttribute('text-anchor', 'middle');
        line.textContent = line.textContent.trimEnd();
      });
      const { svg } = await bpmn.saveSVG();
      return { svg, warnings: warnings.map((w) => w.message) };
    }, xml);
    await page.close();

    const picture = tidy(svg, parsed.rootElement);
    await writeFile(join(outDir, `${name}.svg`), picture);

    const all = [...parsed.warnings.map((w) => w.message), ...warnings];
    if (all.length) failed = true;
    console.log(`${file}: ${all.length} warnings${all.map((w) => `\n  ${w}`).join('')}`);

    if (pngDir) {
      const [, width, height] = picture.match(/width="(\d+)" height="(\d+)"/).map(Number);
      const sheet = await browser.newPage({ viewport: { width, height } });
      await sheet.goto(pathToFileURL(resolve(outDir, `${name}.svg`)).href);
      await sheet.screenshot({ path: join(pngDir, `${name}.png`) });
      await sheet.close();
    }
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
