// verify-html.mjs  opens HTML files in chromium and asks whether they are what they promise. Called by verify-html.sh:
//   node verify-html.mjs MODULES FILE.html LINES.json [FILE.html LINES.json …]
// MODULES is the folder of playwright-core and axe-core. Exit 1: a promise is broken.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {execFileSync} from 'node:child_process';
import {writeFileSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, 'x.js'));
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking']});

let broken = 0;
const promise = async (file, what, check) => {
  try {
    const note = await check();
    console.log(`ok    ${basename(file)}: ${what}${note ? ` (${note})` : ''}`);
  } catch (e) {
    broken++;
    console.log(`FAIL  ${basename(file)}: ${what}\n      ${String(e.message ?? e).split('\n').slice(0, 12).join('\n      ')}`);
  }
};
const must = (ok, ...said) => { if (!ok) throw new Error(said.map(x => typeof x === 'string' ? x : JSON.stringify(x)).join(' ')); };

// open shows a file and notes every request and everything that the browser complains of.
const open = async (file, {width = 1440, height = 860, hash = '', bypass = false, ...more} = {}) => {
  const context = await browser.newContext({viewport: {width, height}, bypassCSP: bypass, ...more});
  const page = await context.newPage();
  page.heard = [];
  page.asked = [];
  page.on('console', m => { if (m.type() !== 'log') page.heard.push(m.text()); });
  page.on('pageerror', e => page.heard.push(e.message));
  page.on('dialog', d => { page.heard.push('a dialog: ' + d.message()); d.dismiss(); });
  page.on('request', r => { if (!r.url().startsWith('data:') && r.url().split('#')[0] !== 'file://' + file) page.asked.push(r.url()); });
  await page.goto('file://' + file + hash, {timeout: 120000});
  await page.evaluate(() => document.fonts.ready.then(() => 0));
  return page;
};
const shown = page => page.evaluate(() => document.body.classList.contains('read') ? 'read' : document.body.classList.contains('grid') ? 'grid'
  : [...document.querySelectorAll('#slides>section')].filter(s => s.offsetHeight > 0).map(s => s.id).join(' '));

for (let i = 0; i < files.length; i += 2) {
  const file = files[i], want = JSON.parse(readFileSync(files[i + 1])), n = want.length;
  const ids = want.map(s => s.id.replace(/^slide:/, ''));
  const has = await (async () => { const p = await open(file); const r = await p.evaluate(() => !!document.getElementById('read')); await p.context().close(); return r; })();

  await promise(file, 'nothing is requested, nothing complained of, and the policy lets nothing else run', async () => {
    const page = await open(file);
    for (const key of ['ArrowRight', 'o', 'o', ...(has ? ['r', 'r'] : []), 'End']) await page.keyboard.press(key);
    must(page.asked.length === 0, 'requests', page.asked);
    must(page.heard.length === 0, 'console', page.heard);
    const ran = await page.evaluate(async () => {
      const stopped = [];
      document.addEventListener('securitypolicyviolation', e => stopped.push(e.effectiveDirective));
      const s = document.createElement('script'); s.textContent = 'window.ran=1'; document.body.append(s);
      const d = document.createElement('div'); d.innerHTML = '<img src="https://example.org/x.png" onerror="window.ran=2">'; document.body.append(d);
      await fetch('https://example.org').catch(() => 0);
      await new Promise(r => setTimeout(r, 100));
      return [window.ran ?? 0, ...new Set(stopped)];
    });
    must(ran[0] === 0 && ran.length >= 4, 'the policy stopped', ran);
    await page.context().close();
  });

  await promise(file, 'axe finds nothing in any view', async () => {
    const page = await open(file, {bypass: true});
    await page.evaluate(axe);
    let seen = 0;
    const run = async what => {
      const wrong = await page.evaluate(async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .map(v => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} | ${(v.nodes[0].any[0] ?? v.nodes[0].all[0] ?? v.nodes[0].none[0])?.message ?? ''}`));
      seen++;
      must(wrong.length === 0, what, wrong.join('\n'));
    };
    // Slides of one layout have one structure: every slide is looked at in the grid, and alone where it is the first of its kind.
    for (let k = 0; k < n; k += Math.max(1, Math.floor(n / 8))) {
      await page.evaluate(id => { location.hash = '#' + id; }, ids[k]);
      await page.waitForTimeout(30);
      await run(ids[k]);
    }
    await page.keyboard.press('o');
    await run('grid');
    if (has) { await page.keyboard.press('r'); must(await shown(page) === 'read', await shown(page)); await run('read'); }
    await page.context().close();
    return seen + ' runs';
  });

  await promise(file, 'a dark screen has a dark frame and document, as legible as on paper, and the same slides', async () => {
    const colors = page => page.evaluate(() => [...document.querySelectorAll('#slides .s, #slides .s *')].map(e => { const c = getComputedStyle(e); return [c.color, c.backgroundColor, c.fill, c.stroke].join(); }).join('|'));
    const ground = page => page.evaluate(() => [document.documentElement, document.getElementById('bar'), document.getElementById('read')].filter(e => e)
      .map(e => getComputedStyle(e).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, v) => sum + +v, 0) / 3));
    const day = await open(file, {colorScheme: 'light'}), night = await open(file, {colorScheme: 'dark', bypass: true});
    const paper = await ground(day), dark = await ground(night);
    must(dark.every(v => v < 60), 'the grounds are', dark);
    must(await colors(day) === await colors(night), 'slides have other colours in the dark');
    must(night.heard.length === 0 && night.asked.length === 0, night.heard, night.asked);
    await night.evaluate(axe);
    for (const key of has ? ['o', 'r'] : ['o']) {
      await night.keyboard.press(key);
      const wrong = await night.evaluate(async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(v => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} | ${v.nodes[0].any[0]?.message ?? ''}`));
      must(wrong.length === 0, await shown(night), wrong.join('\n'));
    }
    // What axe does not look at: words in drawings. They have on the ground beneath the drawing what they have on paper.
    const inks = page => page.evaluate(() => {
      const lum = c => { const [r, g, b] = c.match(/[\d.]+/g).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const on = lum(getComputedStyle(document.getElementById('read') ?? document.body).backgroundColor);
      return [...document.querySelectorAll('#read svg text')].map(e => { const l = lum(getComputedStyle(e).fill); return (Math.max(l, on) + 0.05) / (Math.min(l, on) + 0.05); });
    });
    let words = 0;
    if (has && paper[2] > 60) {
      const [a, b] = [await inks(day), await inks(night)];
      words = a.length;
      a.forEach((c, k) => must(b[k] > Math.min(c, 4.5) * 0.97, 'word', k, 'of drawings has a contrast of', b[k], 'on paper', c));
    }
    for (const page of [day, night]) await page.context().close();
    return `${words} words of drawings`;
  });

  await promise(file, 'keys work whatever has the focus', async () => {
    const page = await open(file);
    const k = Math.floor(n / 2);
    let count = 0;
    for (const at of [0, k, n - 1]) {
      const spots = await page.evaluate(id => {
        location.hash = '#' + id;
        return new Promise(r => setTimeout(() => r([...document.querySelectorAll('a[href],button,[tabindex="0"]')].filter(e => e.checkVisibility()).length), 50));
      }, ids[at]);
      for (let s = 0; s < spots; s++) {
        const focus = id => page.evaluate(([id, s]) => {
          location.hash = '#' + id;
          return new Promise(r => setTimeout(() => { [...document.querySelectorAll('a[href],button,[tabindex="0"]')].filter(e => e.checkVisibility())[s]?.focus(); r(document.activeElement.outerHTML.slice(0, 90)); }, 20));
        }, [id, s]);
        for (const [key, to] of [['ArrowRight', Math.min(at + 1, n - 1)], ['ArrowLeft', Math.max(0, at - 1)], ['PageDown', Math.min(at + 1, n - 1)], ['End', n - 1], ['Home', 0]]) {
          const on = await focus(ids[at]);
          await page.keyboard.press(key);
          must(await shown(page) === ids[to], `slide ${at + 1}, focus on ${on}: ${key} shows`, await shown(page), 'not', ids[to]);
          must(decodeURIComponent(new URL(page.url()).hash.slice(1)) === ids[to], 'the address is', page.url());
        }
        await focus(ids[at]);
        await page.keyboard.press('o');
        must(await shown(page) === 'grid', 'o from a focus');
        await page.keyboard.press('o');
        count++;
      }
    }
    await page.evaluate(id => { location.hash = '#' + id; document.activeElement.blur(); }, ids[0]);
    await page.waitForTimeout(30);
    await page.keyboard.press(' ');
    must(await shown(page) === ids[Math.min(1, n - 1)], 'space shows', await shown(page));
    await page.context().close();
    return count + ' places of the focus';
  });

  await promise(file, 'the overview shows every slide and opens the one chosen', async () => {
    const page = await open(file);
    await page.keyboard.press('o');
    const list = await page.evaluate(() => [...document.querySelectorAll('#slides>section')].filter(s => s.offsetHeight > 20).length);
    must(list === n, list, 'of', n);
    const k = Math.min(2, n - 1);
    await page.locator('#slides>section').nth(k).click();
    must(await shown(page) === ids[k], 'a click shows', await shown(page));
    await page.keyboard.press('o');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    must(await shown(page) === ids[Math.min(k + 1, n - 1)], 'Tab and Enter show', await shown(page));
    await page.context().close();
  });

  await promise(file, 'an address opens its slide', async () => {
    for (const k of new Set([0, 3 % n, Math.floor(n / 2), n - 1])) {
      const page = await open(file, {hash: '#' + encodeURIComponent(ids[k])});
      must(await shown(page) === ids[k], ids[k], 'shows', await shown(page));
      await page.context().close();
    }
  });

  await promise(file, 'the speaker sees this slide, the next one, what to say and the time, and both windows follow', async () => {
    const page = await open(file);
    const talking = want.findIndex(s => s.notes);
    const at = talking >= 0 && talking < n - 1 ? talking : 0;
    await page.evaluate(id => { location.hash = '#' + id; }, ids[at]);
    await page.waitForTimeout(30);
    const [own] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    own.on('console', m => page.heard.push(m.text()));
    await own.waitForTimeout(1300);
    const see = () => own.evaluate(() => ['#now section', '#then section', '#say', '#time', '#count'].map(q => document.querySelector(q)?.textContent.trim() ?? ''));
    const [now, then, say, time, count] = await see();
    must(now.length > 0 && (then.length > 0 || n === 1) && now !== then, 'now and next', now.slice(0, 40), then.slice(0, 40));
    must(/^00:0[1-9]$/.test(time), 'the time is', time);
    must(count === `${at + 1} / ${n}`, 'the count is', count);
    must(say.length > 0, 'nothing stands under notes');
    must(await own.evaluate(() => { const r = document.querySelector('#now section').getBoundingClientRect(); return r.width > 300 && r.right < innerWidth; }), 'the slide has no size');
    if (n > 1) {
      await own.keyboard.press('ArrowRight');
      must(await shown(page) === ids[at + 1], 'a key there shows', await shown(page));
      must((await see())[0] === then, 'the speaker sees', (await see())[0].slice(0, 60));
      await page.keyboard.press('ArrowLeft');
      must((await see())[0] === now, 'a key here shows the speaker', (await see())[0].slice(0, 60));
    }
    must(page.heard.length === 0, 'console', page.heard);
    await page.context().close();
    return talking >= 0 ? 'with notes' : 'without notes';
  });

  await promise(file, 'printed, every slide is one page and there is no other', async () => {
    const page = await open(file);
    const dir = mkdtempSync(join(tmpdir(), 'roadshow-print-'));
    for (const hash of ['', '#' + ids[n - 1]]) {
      if (hash) await page.evaluate(h => { location.hash = h; }, hash);
      const pdf = join(dir, 'p.pdf');
      writeFileSync(pdf, await page.pdf({preferCSSPageSize: true, printBackground: true}));
      const info = execFileSync('pdfinfo', [pdf], {encoding: 'utf8'});
      must(+/Pages:\s+(\d+)/.exec(info)[1] === n, 'pages', /Pages:.*/.exec(info)[0], 'slides', n);
      must(/Page size:\s+960 x 540 pts/.test(info), /Page size.*/.exec(info)[0]);
    }
    await page.context().close();
  });

  if (has) await promise(file, 'no words of the document stand on others, or beyond its edge, at any width', async () => {
    let count = 0;
    for (const width of [1440, 1024, 700, 390]) {
      const page = await open(file, {width, height: 900, hash: '#read'});
      const boxes = await page.evaluate(() => {
        const out = [], walk = document.createTreeWalker(document.getElementById('read'), NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const n = walk.currentNode, e = n.parentElement;
          if (!n.data.trim() || e.closest('svg,.v,.x,[hidden]')) continue;
          const block = e.closest('p,h1,h2,h3,h4,h5,h6,li,th,td');
          const r = document.createRange();
          r.selectNodeContents(n);
          for (const b of r.getClientRects()) out.push({x: b.left, r: b.right, y: b.top + b.height * .28 + scrollY, b: b.bottom - b.height * .28 + scrollY, words: n.data.trim().slice(0, 40), block: [...document.querySelectorAll('p,h1,h2,h3,h4,h5,h6,li,th,td')].indexOf(block), free: !!e.closest('.tw,.ch')});
        }
        return out.sort((a, b) => a.y - b.y);
      });
      must(boxes.length > 20, 'only', boxes.length, 'stretches of words were found at', width);
      const thin = await page.evaluate(() => [...document.querySelectorAll('#read :is(p,h1,h2,h3,h4,h5,li)')].filter(e => !e.closest('svg,.v,.x,.tw') && e.textContent.trim().length > 8 && e.checkVisibility() &&
        e.getBoundingClientRect().width < 4.5 * parseFloat(getComputedStyle(e).fontSize) && e.getBoundingClientRect().height > 3.5 * parseFloat(getComputedStyle(e).fontSize)).map(e => e.textContent.trim().slice(0, 40)));
      must(thin.length === 0, 'columns of a few letters at', width, thin);
      boxes.forEach((a, i) => {
        must(a.free || a.r <= width + 1 && a.x >= -1, a.words, 'reaches beyond the edge at', width);
        for (let k = i + 1; k < boxes.length && boxes[k].y < a.b; k++) {
          const b = boxes[k];
          must(a.block === b.block || Math.min(a.r, b.r) - Math.max(a.x, b.x) < 2, `at ${width} px "${a.words}" and "${b.words}" stand on each other`);
        }
      });
      count += boxes.length;
      await page.context().close();
    }
    return count + ' stretches';
  });

  await promise(file, 'no view scrolls sideways at 400 px', async () => {
    const page = await open(file, {width: 400, height: 800, isMobile: true, hasTouch: true});
    const wide = () => page.evaluate(() => { scrollTo(999, 0); return [scrollX, document.documentElement.scrollWidth]; });
    if (has) { must(await shown(page) === 'read', 'a phone begins with', await shown(page)); const r = await wide(); must(r[0] === 0 && r[1] <= 400, 'document', r); await page.keyboard.press('r'); }
    let r = await wide();
    must(r[0] === 0 && r[1] <= 400, 'slides', r);
    await page.keyboard.press('o');
    r = await wide();
    must(r[0] === 0 && r[1] <= 400, 'overview', r);
    await page.context().close();
  });

  await promise(file, 'every line stands where the scene has it, and a copied paragraph is one sentence', async () => {
    const page = await open(file);
    await page.keyboard.press('o');
    const got = await page.evaluate(async () => {
      document.body.style.setProperty('--k', '.25');
      await document.fonts.ready;
      await new Promise(r => setTimeout(r, 300));
      const out = [];
      for (const s of document.querySelectorAll('#slides>section')) {
        const o = s.getBoundingClientRect(), lines = [], copied = [];
        for (const e of s.querySelectorAll('[class^=t]')) {
          if (e.parentElement.closest('[class^=t]') || e.closest('.c,.d')) continue;
          for (const l of e.classList.contains('m') ? e.querySelectorAll('.l') : [e]) {
            const text = document.createTreeWalker(l, NodeFilter.SHOW_TEXT);
            let first = null, last = null;
            while (text.nextNode()) { if (text.currentNode.length) { first ??= text.currentNode; last = text.currentNode; } }
            if (!first) { lines.push({words: ''}); continue; }
            const r = document.createRange();
            r.setStart(first, 0); r.setEnd(first, 1);
            const x = r.getBoundingClientRect().left - o.left;
            const tail = [...last.data].pop().length;
            r.setStart(last, last.length - tail); r.setEnd(last, last.length);
            const box = r.getBoundingClientRect(), end = [box.left - o.left, box.right - o.left];
            const probe = document.createElement('span');
            probe.style.cssText = 'display:inline-block;width:0;height:0';
            l.prepend(probe);
            lines.push({words: l.textContent, x, end, baseline: probe.getBoundingClientRect().bottom - o.top});
            probe.remove();
          }
          if (e.classList.contains('m')) {
            getSelection().selectAllChildren(e);
            copied.push([getSelection().toString(), e.textContent]);
          }
        }
        getSelection().removeAllRanges();
        out.push({lines, copied});
      }
      return out;
    });
    let count = 0, texts = 0, off = 0;
    want.forEach((s, k) => {
      must(got[k].lines.length === s.lines.length, s.id, 'has', got[k].lines.length, 'lines, the scene', s.lines.length);
      s.lines.forEach((l, j) => {
        const g = got[k].lines[j], words = l.hyphen ? [...l.words].slice(0, -1).join('') : l.words;
        must(g.words === words, s.id, 'says', g.words, 'not', words);
        const d = Math.max(Math.abs(g.x - l.x), l.hyphen ? 0 : Math.abs(g.end[l.squeezed ? 0 : 1] - l.end), Math.abs(g.baseline - l.baseline));
        must(d < .4, s.id, words, `is ${d.toFixed(2)} pt off: x ${g.x} ${l.x}, end ${g.end} ${l.end}, baseline ${g.baseline} ${l.baseline}`);
        off = Math.max(off, d);
        count++;
      });
      for (const [copied, is] of got[k].copied) {
        must(!/[\n\r]/.test(copied) && copied.replace(/\s+/g, ' ').trim() === is.replace(/\s+/g, ' ').trim(), s.id, 'is copied as', copied, 'not as', is);
        texts++;
      }
    });
    await page.context().close();
    return `${count} lines, at most ${off.toFixed(2)} pt off; ${texts} paragraphs copied`;
  });
}
await browser.close();
process.exit(broken ? 1 : 0);
