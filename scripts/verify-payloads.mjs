// verify-payloads.mjs  opens HTML files whose fields hold texts that would do something where they are not text, and does in them what a
// reader may do: nothing runs, asks, warns or leads away. Called by verify-html.sh:
//   node verify-payloads.mjs MODULES FILE.html…
// Each file is opened without its policy, which would stop what got through, and every fourth as it is. Exit 1: something ran.
import {createRequire} from 'node:module';
import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const {chromium} = createRequire(join(modules, 'x.js'))('playwright-core');
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking']});

// heard opens a file and says what happened that must not.
const heard = async (context, file) => {
  const page = await context.newPage(), list = [];
  page.on('dialog', d => { list.push('a dialog: ' + d.message()); d.dismiss(); });
  page.on('console', m => { if (m.type() !== 'log') list.push(m.text()); });
  page.on('pageerror', e => list.push(e.message));
  page.on('popup', p => { if (!p.url().startsWith('about:')) list.push('a window: ' + p.url()); });
  page.on('request', r => { if (!r.url().startsWith('data:') && r.url().split('#')[0] !== 'file://' + file) list.push('a request: ' + r.url()); });
  await page.goto('file://' + file, {timeout: 120000});
  for (const key of ['End', 'o', 'o', 'r']) await page.keyboard.press(key);
  const [opened] = await Promise.all([page.waitForEvent('popup', {timeout: 3000}).catch(() => null), page.keyboard.press('s')]);
  const links = await page.evaluate(() => {
    for (const e of document.querySelectorAll('body *')) {
      for (const kind of ['pointerover', 'mouseover', 'mouseenter', 'focusin', 'error', 'load']) e.dispatchEvent(new Event(kind, {bubbles: true}));
      if (e.matches('.pf,.mk')) e.focus();
    }
    return [...document.querySelectorAll('[href],[src],[action],[formaction],[srcdoc]')].flatMap(e => [...e.attributes]).filter(a => /^(href|src|action|formaction|srcdoc)$/.test(a.name) && !/^(#|https?:\/\/|mailto:|data:(image|font)\/)/.test(a.value)).map(a => `${a.name}=${a.value}`);
  });
  for (const l of links) list.push('it leads to ' + l);
  await page.waitForTimeout(20);
  for (const p of [page, opened]) {
    if (p && await p.evaluate(() => typeof canary !== 'undefined')) list.push('a text ran');
    if (p && await p.evaluate(() => document.scripts.length + document.querySelectorAll('iframe,object,embed,base,form,[onload],[onerror],[onmouseover]').length) > (p === page ? 1 : 0)) list.push('a text became an element or a handler');
  }
  await opened?.close();
  await page.close();
  return list;
};

let broken = 0, runs = 0;
for (const bypassCSP of [false, true]) {
  const context = await browser.newContext({bypassCSP});
  for (const file of files.filter((_, i) => bypassCSP || i % 4 === 0)) {
    const list = await heard(context, file);
    runs++;
    if (list.length) { broken++; console.log(`FAIL  ${basename(file)}${bypassCSP ? ' without its policy' : ''}: ${[...new Set(list)].slice(0, 5).join('; ')}`); }
  }
  // The same eyes see one that gets through.
  for (const planted of ['<img src="data:," onerror="canary=1">', '<a href="javascript:alert(1)">x</a>', '<img src="http://example.org/x.png">', '<script>canary=1</script>', '<form></form>']) {
    const bad = join(modules, '..', 'planted.html');
    writeFileSync(bad, readFileSync(files[0], 'utf8').replace('<main>', '<main>' + planted));
    const list = await heard(context, bad);
    if (!list.length) { broken++; console.log(`FAIL  ${planted} is not seen${bypassCSP ? ' without the policy' : ''}`); }
  }
  await context.close();
}
await browser.close();
if (!broken) console.log(`ok    ${files.length} files with payloads in their fields (${runs} visits, with their policy and without): nothing ran, asked or led away; ten planted ones were seen`);
process.exit(broken ? 1 : 0);
