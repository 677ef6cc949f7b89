package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
)

// matrixSlide is L16: criteria down, options across, the recommended option on a surface of its full height; more than six
// options change places with the criteria.
func matrixSlide(s *page.Slides, b *briefing.Block) {
	m := kitComparison(s.Composer, b)
	if m == nil {
		return
	}
	alt := s.AltOf(s.Diagrams().Matrix, b.Title.String())
	g := m.fitted(b, alt, page.SlideRight-page.SlideLeft, matrixForms(s))
	gridSlides(s, b, s.ExhibitSheet(b, alt), g, "")
}

// matrixForms are the sizes of a matrix on slides, the last one condensed.
func matrixForms(s *page.Slides) []matrixForm {
	at := func(size, leading, name, row, radius scene.Pt) matrixForm {
		k := atStep(s, tableStep{size, leading, row})
		f := matrixForm{k: k, room: gridRoom(""), first: 190, columns: matrixColumns, row: row, radius: radius, words: s.S.Body.At(size, leading), name: s.S.Lead.At(name, name+4), sub: s.S.Role, head: k.St.TableHead}
		f.criterion = s.S.Label.At(min(size+0.5, 12), leading)
		if size < 10.5 {
			f.criterion = s.S.Label.At(10.5, 13)
		}
		return f
	}
	forms := []matrixForm{at(13, 18, 17, 46, 9), at(12, 16, 15.5, 38, 8), at(10.5, 14, 13, 32, 7), at(10.5, 14, 12, 32, 7), at(9.5, 12.5, 12, 27, 6)}
	forms[0].room *= page.Roomy
	for i := 3; i < len(forms); i++ {
		forms[i].first, forms[i].columns = 124, nil // the narrow name leaves more to the cells
	}
	least := forms[4]
	least.words, least.head = least.words.In(scene.Cond), least.head.In(scene.CondSemiBold)
	least.name, least.sub = least.name.In(scene.CondSemiBold), least.sub.In(scene.Cond)
	return append(forms, least)
}

// matrixColumns are the widths of a matrix, its heads' first: two to four options begin where columns of the slide do. nil for
// any other number.
func matrixColumns(across int) []scene.Pt {
	of := map[int]int{2: 4, 3: 3, 4: 4}[across]
	if of == 0 {
		return nil
	}
	out := []scene.Pt{scene.Pt(of)*page.SlidePitch - 2*page.CellPad}
	each := scene.Pt((12-of)/across) * page.SlidePitch
	for range across - 1 {
		out = append(out, each-2*page.CellPad)
	}
	return append(out, each-page.SlideGutter)
}
