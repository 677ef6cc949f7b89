package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// matrixSlide is L16: criteria down, options across, the recommended option on a surface of its full height; more than six
// options change places with the criteria.
func matrixSlide(s *Slides, b *briefing.Block) {
	m := s.comparison(b)
	if m == nil {
		return
	}
	alt := s.altOf(s.diagrams().Matrix, b.Title.String())
	g := m.fitted(b, alt, slideRight-slideLeft, s.matrixForms())
	s.gridSlides(b, s.exhibitSheet(b, alt), g, "")
}

// matrixForms are the sizes of a matrix on slides, the last one condensed.
func (s *Slides) matrixForms() []matrixForm {
	at := func(size, leading, name, row, radius scene.Pt) matrixForm {
		k := s.atStep(tableStep{size, leading, row})
		f := matrixForm{k: k, room: gridRoom(""), first: 190, row: row, radius: radius, words: s.S.Body.At(size, leading), name: s.S.Lead.At(name, name+4), sub: s.S.Role, head: k.St.TableHead}
		f.criterion = s.S.Label.At(min(size+0.5, 12), leading)
		if size < 10.5 {
			f.criterion = s.S.Label.At(10.5, 13)
		}
		return f
	}
	forms := []matrixForm{at(13, 18, 17, 46, 9), at(12, 16, 15.5, 38, 8), at(10.5, 14, 13, 32, 7), at(10.5, 14, 12, 32, 7), at(9.5, 12.5, 12, 27, 6)}
	forms[0].room *= roomy
	forms[3].first, forms[4].first = 124, 124
	least := forms[4]
	least.words, least.head = least.words.In(scene.Cond), least.head.In(scene.CondSemiBold)
	least.name, least.sub = least.name.In(scene.CondSemiBold), least.sub.In(scene.Cond)
	return append(forms, least)
}
