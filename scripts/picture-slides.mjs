// picture-slides.mjs  pictures of an HTML file's slides, 1280 × 720, as PREFIX-N.png:  node picture-slides.mjs MODULES FILE.html PREFIX
import {createRequire} from 'node:module';
import {join} from 'node:path';

const [modules, file, prefix] = process.argv.slice(2);
const {chromium} = createRequire(join(modules, 'x.js'))('playwright-core');
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--force-color-profile=srgb']});
const page = await browser.newPage({viewport: {width: 1280, height: 764}});
await page.goto('file://' + file, {timeout: 120000});
await page.evaluate(() => document.fonts.ready.then(() => 0));
const ids = await page.evaluate(() => { document.activeElement.blur(); return [...document.querySelectorAll('#slides>section')].map(s => s.id); });
for (const [i, id] of ids.entries()) {
  await page.evaluate(id => { location.hash = '#' + id; return new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))); }, id);
  await page.screenshot({path: `${prefix}-${String(i + 1).padStart(String(ids.length).length, '0')}.png`, clip: {x: 0, y: 0, width: 1280, height: 720}});
}
await browser.close();
