// The player. It finds everything in the page and knows nothing of the briefing. Views are classes of the body: "one" slide,
// the "grid" of all, or the document to "read".
(() => {
'use strict';
const doc = document, root = doc.body, slides = [...doc.querySelectorAll('#slides>section')], read = doc.getElementById('read');
const $ = id => doc.getElementById(id), bar = $('bar'), stage = $('slides');
let at = 0, view = '', saidTo = 0, other = null, since = 0, tick = 0;

// fit scales the stage to its window; in the grid, to a column.
const fit = () => {
if (!slides.length) return;
const full = !!doc.fullscreenElement, w = doc.documentElement.clientWidth, h = innerHeight - (full ? 0 : bar.offsetHeight);
let k = Math.min(w / 3840, h / 2160);
if (view === 'grid') {
const n = Math.max(2, Math.round(w / 320));
k = (w - 16 * (n + 1) - 1) / n / 3840;
}
root.style.setProperty('--k', Math.max(k, .02));
};

const show = v => {
if (v === 'read' && !read || v !== 'read' && !slides.length) return;
const was = view;
view = v;
root.className = 'live ' + v;
if (stage) stage.hidden = v === 'read';
if (read) read.hidden = v !== 'read';
for (const s of slides) {
const open = v === 'grid' || s === slides[at];
s.classList.toggle('on', s === slides[at]);
if (v === 'grid') s.tabIndex = 0; else s.removeAttribute('tabindex');
if (was !== v) for (const e of s.querySelectorAll('a[href],.mk')) e.tabIndex = v === 'grid' || e.matches('.mk:not(:first-child)') ? -1 : 0;
}
for (const b of bar.querySelectorAll('[aria-pressed]')) b.setAttribute('aria-pressed', b.dataset.do === {read: 'read', grid: 'grid'}[v] + '');
fit();
if (v === 'grid') { slides[at].focus(); slides[at].scrollIntoView({block: 'center'}); }
else if (v === 'one' && was !== 'one') scrollTo(0, 0);
tell();
};

const words = (s, ...list) => list.reduce((t, x) => t.replace('%', x), s);

// tell says where the reader is: to the eye, to a screen reader, in the address and in the speaker's view.
const tell = () => {
if (!slides.length) return;
const n = words(bar.dataset.slide, at + 1, slides.length);
$('at').textContent = at + 1 + ' / ' + slides.length;
if (view === 'one' && saidTo !== n) $('said').textContent = saidTo = n;
bar.querySelector('[data-do=back]').setAttribute('aria-disabled', at === 0);
bar.querySelector('[data-do=next]').setAttribute('aria-disabled', at === slides.length - 1);
mirror();
};

const address = id => { try { history.replaceState(null, '', '#' + id); } catch { location.hash = id; } };

const go = (n, quiet) => {
if (!slides.length) return;
at = Math.max(0, Math.min(slides.length - 1, n));
if (!quiet) address(slides[at].id);
show(view === 'grid' ? 'grid' : 'one');
};

// follow goes where the address leads: to a slide, to a place in the document, or to the beginning.
const follow = () => {
let id = location.hash.slice(1);
try { id = decodeURIComponent(id); } catch { /* as it stands */ }
const to = id && $(id);
if (to && read && (to === read || read.contains(to))) { show('read'); to.scrollIntoView(); return true; }
const n = to ? slides.findIndex(s => s === to || s.contains(to)) : -1;
if (n >= 0) { at = n; show('one'); }
return n >= 0;
};

// The speaker's view is a window of this page's own making: this slide, the next one, what to say, and the time.
const clone = (s, into) => {
into.replaceChildren();
if (!s) { const p = other.document.createElement('p'); p.textContent = bar.dataset.last; into.append(p); return; }
const c = other.document.importNode(s, true);
c.classList.add('on');
for (const e of [c, ...c.querySelectorAll('[id]')]) if (!e.closest('svg')) e.removeAttribute('id');
for (const e of c.querySelectorAll('a,[tabindex]')) for (const a of ['href', 'tabindex', 'aria-describedby']) e.removeAttribute(a);
into.append(c);
};

const mirror = () => {
if (!other || other.closed) return;
const d = other.document;
clone(slides[at], d.getElementById('now'));
clone(slides[at + 1], d.getElementById('then'));
const say = slides[at].querySelector('.n'), notes = d.getElementById('say');
notes.replaceChildren();
if (say) for (const p of say.children) notes.append(d.importNode(p, true));
else { const p = d.createElement('p'); p.textContent = bar.dataset.silent; notes.append(p); }
d.getElementById('count').textContent = at + 1 + ' / ' + slides.length;
notes.scrollTop = 0;
};

const speaker = () => {
if (!slides.length) return;
if (other && !other.closed) { other.focus(); return; }
other = open('', '', 'width=1100,height=700');
if (!other) { $('said').textContent = bar.dataset.blocked; $('at').textContent = '!'; $('at').title = bar.dataset.blocked; return; }
const d = other.document;
d.title = doc.title;
d.documentElement.lang = doc.documentElement.lang;
d.head.replaceChildren(...[...doc.querySelectorAll('style')].map(s => d.importNode(s, true)));
d.body.className = 'speaker';
d.body.replaceChildren(...[...doc.querySelectorAll('body>svg')].map(s => d.importNode(s, true)), d.importNode($('speaker').content, true));
since = Date.now();
d.getElementById('zero').onclick = () => { since = Date.now(); };
other.addEventListener('keydown', key);
const size = () => { d.body.style.setProperty('--k', Math.min(other.innerWidth * .6 / 3840, (other.innerHeight - 60) * .95 / 2160)); };
other.addEventListener('resize', size);
size();
clearInterval(tick);
tick = setInterval(() => {
if (other.closed) { clearInterval(tick); return; }
const s = Math.floor((Date.now() - since) / 1000), two = n => String(n).padStart(2, '0');
d.getElementById('time').textContent = two(Math.floor(s / 60)) + ':' + two(s % 60);
}, 250);
view === 'one' ? mirror() : show('one');
other.focus();
};

const present = () => {
if (doc.fullscreenElement) doc.exitFullscreen();
else { if (view !== 'one') show('one'); doc.documentElement.requestFullscreen?.().catch(() => {}); }
};

const acts = {
next: () => go(at + 1), back: () => go(at - 1), first: () => go(0), last: () => go(slides.length - 1),
grid: () => { if (view === 'grid') { go(at); show('one'); } else show('grid'); },
read: () => { if (view === 'read') { show('one'); address(slides[at]?.id ?? ''); } else if (read) { show('read'); address('read'); scrollTo(0, 0); } },
present, speaker, print: () => print(),
};

const keys = {
ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', n: 'next',
ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
Home: 'first', End: 'last', o: 'grid', r: 'read', f: 'present', s: 'speaker', p: 'print',
};

// key serves the page and the speaker's view. It listens before whatever has the focus; only a field to type in, and the keys that
// work a control, are left to it. In the document, keys that scroll do.
function key(e) {
if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || e.isComposing) return;
const on = e.target.closest?.bind(e.target) ?? (() => null);
if (on('input,textarea,select,[contenteditable]')) return;
if (view === 'grid' && e.key === 'Enter' || view === 'grid' && e.key === ' ' && !on('button')) {
const n = slides.findIndex(s => s.contains(e.target));
if (n >= 0) { e.preventDefault(); at = n; go(n); show('one'); return; }
}
if (e.key === 'Escape') { if (view === 'grid') acts.grid(); return; }
let act = e.key === ' ' && e.shiftKey ? 'back' : keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
if (!act || e.key === ' ' && on('button,summary')) return;
if (e.shiftKey && e.key !== ' ' && e.key.length === 1) return;
if (view === 'read' && !['read', 'grid', 'present', 'speaker', 'print'].includes(act)) return;
e.preventDefault();
acts[act]();
}
addEventListener('keydown', key, true);

bar.addEventListener('click', e => {
const b = e.target.closest('[data-do]');
if (!b) return;
acts[b.dataset.do]();
if (e.detail) b.blur();
});

if (stage) {
stage.addEventListener('click', e => {
const n = view === 'grid' ? slides.findIndex(s => s.contains(e.target)) : -1;
if (n >= 0) { e.preventDefault(); at = n; go(n); show('one'); }
}, true);
let x = 0, y = 0;
stage.addEventListener('touchstart', e => { x = e.touches.length === 1 ? e.touches[0].clientX : NaN; y = e.touches[0].clientY; }, {passive: true});
stage.addEventListener('touchend', e => {
const dx = e.changedTouches[0].clientX - x, dy = e.changedTouches[0].clientY - y;
if (view === 'one' && Math.abs(dx) > 40 && Math.abs(dx) > 2 * Math.abs(dy)) go(at + (dx < 0 ? 1 : -1));
}, {passive: true});
}
addEventListener('hashchange', follow);
addEventListener('resize', fit);
doc.addEventListener('fullscreenchange', fit);
addEventListener('pagehide', () => other?.close());
bar.hidden = false;
if (!follow()) show(!slides.length || read && doc.documentElement.clientWidth < 700 ? 'read' : 'one');
})();
