// Package truth holds the tests of the whole program that need no command line: what is typed is what stands on pages and in
// proofs. They run in the project's folder.
package truth
