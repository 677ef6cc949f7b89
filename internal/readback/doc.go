// Package readback holds the charts of finished PDF files against the tables they were made of. It has tests only.
//
// Nothing of the charts' own code is used: tables are read from their CSV text, marks and words from the file's operators,
// and the scale of a chart from two of its marks or from the printed numbers of its axis.
package readback
