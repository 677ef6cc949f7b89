// look-html.mjs  pictures of every slide and of the whole document of an HTML file, at three widths, light and dark. Called by
// look-html.sh:  node look-html.mjs MODULES FILE.html FOLDER [WIDTH-light|dark …]
import {createRequire} from 'node:module';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';

const [modules, file, out, ...only] = process.argv.slice(2);
const {chromium} = createRequire(join(modules, 'x.js'))('playwright-core');
mkdirSync(out, {recursive: true});
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--force-color-profile=srgb']});
const bar = 44; // of the player
for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) for (const scheme of ['light', 'dark']) {
  const name = `${width}-${scheme}`;
  if (only.length && !only.includes(name)) continue;
  const page = await (await browser.newContext({viewport: {width, height}, colorScheme: scheme})).newPage();
  const shot = (what, n, clip) => page.screenshot({path: join(out, `${what}-${name}-${String(n).padStart(3, '0')}.png`), clip});
  await page.goto('file://' + file + '#read', {timeout: 120000});
  await page.evaluate(() => document.fonts.ready.then(() => 0));
  const all = await page.evaluate(() => document.documentElement.scrollHeight);
  let n = 0;
  for (let y = 0; y < all; y += height - bar) {
    await page.evaluate(y => scrollTo({top: y, behavior: 'instant'}), y);
    await shot('read', ++n, {x: 0, y: 0, width, height: height - bar});
  }
  await page.keyboard.press('r');
  const ids = await page.evaluate(() => [...document.querySelectorAll('#slides>section')].map(s => s.id));
  for (const [i, id] of ids.entries()) {
    await page.evaluate(id => { location.hash = '#' + id; return new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))); }, id);
    await shot('slide', i + 1);
  }
  await page.keyboard.press('o');
  await shot('grid', 1);
  console.log(`${name}: ${n} windows of the document, ${ids.length} slides, the overview`);
  await page.context().close();
}
await browser.close();
