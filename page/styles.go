package page

import (
	"roadshow/assets"
	"roadshow/scene"
)

// Styles are the text styles of one medium in one look (DESIGN.md §2.3 and §2.4). A layout takes its styles from here and
// never names a size of its own.
type Styles struct {
	Masthead, CoverTitle, CoverStand, CoverSmall, CoverMedium    scene.Style
	Numeral, Headline, Standfirst, Heading, RunIn                scene.Style
	Body, BodyMuted, Small, SmallMuted, SmallMedium, SmallStrong scene.Style
	KPI, KPILabel, RailQuote, Pull, PullSmall                    scene.Style
	ExhibitNumber, ExhibitTitle, ExhibitUnit                     scene.Style
	Label, LabelStrong                                           scene.Style
	TableText, TableHead, TableStrong                            scene.Style
	Source, Note, Cite                                           scene.Style
	Footer, Folio, Tracker, TrackerNow, Sticker                  scene.Style
	Name, Role, QuoteMark, SoWhatLabel, SoWhat                   scene.Style
	ContentsNumber, ContentsName                                 scene.Style
	Lead, BackHead, Wall, WallSmall, View, PersonName            scene.Style
}

func documentStyles(l *assets.Look) *Styles {
	st := func(f scene.Font, size, leading scene.Pt, c scene.Color) scene.Style {
		if l.HeavySmallLight && f == scene.SerifLight && size < 20 {
			f = scene.Serif
		}
		return scene.Style{Font: f, Size: size, Leading: leading, Color: c}
	}
	track := func(s scene.Style, t scene.Pt) scene.Style { s.Tracking = t; return s }
	text, muted, accent := l.Text, l.Muted, l.Accent
	return &Styles{
		Masthead:   track(st(scene.SansSemiBold, 8.4, 11, text), 1.1),
		CoverTitle: track(st(scene.SerifLight, 54, 56, text), -1.3), CoverStand: st(scene.Serif, 16, 22, muted),
		CoverSmall: st(scene.Sans, 8.4, 12, muted), CoverMedium: st(scene.SansMedium, 9.2, 14, text),
		Numeral: st(scene.SerifLight, 64, 64, accent), Headline: track(st(scene.SerifSemiBold, 27, 31, text), -0.25),
		Standfirst: st(scene.Serif, 13, 18.5, muted), Heading: st(scene.SerifSemiBold, 13, 17, text), RunIn: st(scene.SansSemiBold, 9.2, 15, text),
		Body: st(scene.Serif, 10.4, 15, text), BodyMuted: st(scene.Serif, 10.4, 15, muted),
		Small: st(scene.Sans, 8.4, 11.6, text), SmallMuted: st(scene.Sans, 8.4, 11.6, muted), SmallMedium: st(scene.SansMedium, 8.4, 11.6, text),
		SmallStrong: st(scene.SansSemiBold, 8.4, 11.6, text),
		KPI:         st(scene.SerifLight, 30, 34, accent), KPILabel: st(scene.Sans, 8.4, 11.6, text),
		RailQuote: st(scene.SerifItalic, 12.2, 16.6, text),
		Pull:      track(st(scene.SerifLight, 24, 31, text), -0.2), PullSmall: track(st(scene.SerifLight, 20, 26, text), -0.15),
		ExhibitNumber: st(scene.SansSemiBold, 8, 12, accent), ExhibitTitle: st(scene.SansSemiBold, 9.2, 12, text), ExhibitUnit: st(scene.Sans, 8.2, 12, muted),
		Label: st(scene.SansMedium, 8.6, 11, text), LabelStrong: st(scene.SansSemiBold, 8.6, 11, text),
		TableText: st(scene.Sans, 8.6, 12, text), TableHead: st(scene.SansSemiBold, 8, 11, muted), TableStrong: st(scene.SansSemiBold, 8.6, 12, text),
		Source: st(scene.Cond, 7.6, 10, muted), Note: st(scene.Cond, 8.2, 11.5, text), Cite: st(scene.CondMedium, 7.2, 15, muted),
		Footer: st(scene.Cond, 7.6, 10, muted), Folio: st(scene.SansMedium, 8.4, 10, text),
		Tracker: st(scene.Sans, 7.2, 9, muted), TrackerNow: st(scene.SansMedium, 7.2, 9, accent), Sticker: st(scene.SansMedium, 7.6, 10, muted),
		Name: st(scene.SansSemiBold, 8.4, 11, text), Role: st(scene.Sans, 7.6, 10, muted), QuoteMark: st(scene.SerifSemiBold, 36, 36, accent),
		SoWhatLabel: st(scene.SansSemiBold, 8.4, 11, accent), SoWhat: st(scene.SerifSemiBold, 13, 17, text),
		ContentsNumber: st(scene.SerifLight, 27, 31, accent), ContentsName: st(scene.SerifSemiBold, 13, 17, text),
		Lead: st(scene.SerifSemiBold, 13, 17, text), BackHead: st(scene.SerifSemiBold, 20, 24, text),
		Wall: st(scene.Serif, 13, 18.5, text), WallSmall: st(scene.Serif, 10.4, 15, text), View: st(scene.Serif, 16, 22, text),
		PersonName: st(scene.SansSemiBold, 9.2, 12, text),
	}
}

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
