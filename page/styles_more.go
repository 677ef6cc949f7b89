package page

import "roadshow/scene"

// Styles of diagrams, all derived from the document's scale (DESIGN.md §2.2, §2.4).

// TableSmall is the step below table text: condensed, for more than nine columns or for cells that would not fit.
func (s *Styles) TableSmall() scene.Style { return s.Note }

// TableMuted is table text that stands back: glosses, missing values.
func (s *Styles) TableMuted() scene.Style { return s.TableText.With(s.SmallMuted.Color) }

// SerifStrong is body text in SemiBold: claims of a scorecard, heads of a matrix.
func (s *Styles) SerifStrong() scene.Style { return s.Body.In(scene.SerifSemiBold) }

// HolderWords is a holder's quotation, and its step down.
func (s *Styles) HolderWords() (full, small scene.Style) {
	return s.WallSmall, s.WallSmall.At(9.2, 13.5)
}
