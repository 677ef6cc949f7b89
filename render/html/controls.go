package html

import "roadshow/scene"

// controls writes the bar of the player and what its script says in the reader's language. Without the script nothing of it shows,
// and the slides stand one below the other.
func (w *writer) controls(slides, read bool) {
	p := &w.own.Player
	w.faces.text(scene.Sans, "0123456789 /‹›!"+p.Overview+p.Document+p.Present+p.Speaker+p.Print)
	w.raw(`<nav id="bar" hidden`)
	w.attr("aria-label", p.Controls)
	for _, d := range [][2]string{{"slide", p.Slide}, {"last", p.Last}, {"silent", p.NoNotes}, {"blocked", p.Blocked}} {
		w.attr("data-"+d[0], d[1])
	}
	w.raw(">\n")
	button := func(act, key, label, face string, pressed bool) {
		w.raw(`<button type="button" data-do="`, act, `"`)
		title := label
		if key != "" {
			w.attr("aria-keyshortcuts", key)
			title += " (" + key + ")"
		}
		w.attr("title", title)
		if face != label {
			w.attr("aria-label", label)
		}
		if pressed {
			w.raw(` aria-pressed="false"`)
		}
		w.raw(">")
		w.say(face)
		w.raw("</button>\n")
	}
	if slides {
		button("back", "", p.Previous, "‹", false)
		w.raw(`<span id="at"></span>`, "\n")
		button("next", "", p.Next, "›", false)
		w.raw("<i></i>\n")
		button("grid", "o", p.Overview, p.Overview, true)
	}
	if read {
		button("read", "r", p.Document, p.Document, slides)
	}
	if slides {
		button("present", "f", p.Present, p.Present, false)
		button("speaker", "s", p.Speaker, p.Speaker, false)
	}
	button("print", "p", p.Print, p.Print, false)
	w.raw(`<span id="said" class="v" role="status"></span>`, "\n</nav>\n")
	if !slides {
		return
	}
	w.raw(`<template id="speaker"><header><strong id="count"></strong><span id="time" role="timer">00:00</span><button type="button" id="zero">0:00</button></header>`,
		`<main id="now"></main><aside><h2>`)
	w.say(p.NextSlide)
	w.raw(`</h2><div id="then"></div><h2>`)
	w.say(p.Notes)
	w.raw(`</h2><div id="say" tabindex="0"></div></aside></template>`, "\n")
}
