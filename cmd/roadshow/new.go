package main

import (
	_ "embed" // the brand file
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/data"
)

type newOptions struct {
	name    string
	starter string
	brand   bool
}

// schemaName is the JSON Schema that an editor finds beside the outline.
const schemaName = "briefing.schema.json"

func newNew(s streams) *cobra.Command {
	var o newOptions
	c := &cobra.Command{
		Use:   "new NAME",
		Short: "Make a folder with an outline to start from",
		Long: `New makes the folder NAME with an outline, its data and sources, and a JSON Schema that lets editors complete and check
keys. It never writes into a folder that is there already. With --brand, NAME is a new brand file, with
a comment for each key.`,
		Example: `  roadshow new my-briefing
  roadshow new my-briefing --starter crossroads
  roadshow new --brand my-briefing/brand.yaml`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("for example `roadshow new my-briefing`", "roadshow new needs one name, not %d", len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.name = args[0]
			if o.brand {
				if c.Flags().Changed("starter") {
					return usage("make the briefing first, then its brand", "--brand makes a file, --starter a folder")
				}
				return runNewBrand(s, o.name)
			}
			return runNew(s, &o)
		},
	}
	c.Flags().StringVar(&o.starter, "starter", "blank", "what to start from: "+orList(starterNames()))
	c.Flags().BoolVar(&o.brand, "brand", false, "write a brand file: colours, fonts, logo, footer, disclaimer")
	_ = c.RegisterFlagCompletionFunc("starter", cobra.FixedCompletions(starterNames(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runNew(s streams, o *newOptions) error {
	if err := oneOf("--starter", o.starter, starterNames()); err != nil {
		return err
	}
	name := filepath.Clean(o.name)
	if o.name == "" || name == "." || name == ".." || strings.HasPrefix(o.name, "-") {
		return usage("for example `roadshow new my-briefing`", "%q names no new folder", o.name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return machine("make the folder", filepath.Dir(name), err)
	}
	if err := os.Mkdir(name, 0o777); errors.Is(err, fs.ErrExist) {
		return usage("choose another name: new never overwrites", "%s is there already", name)
	} else if err != nil {
		return machine("make the folder", name, err)
	}
	if err := writeStarter(name, data.FS(o.starter)); err != nil {
		// The folder is ours alone: half a starter helps nobody.
		return errors.Join(err, os.RemoveAll(name))
	}
	fmt.Fprintf(s.out, "made %s\nedit %s, then run: roadshow build %s\n", shown(filepath.ToSlash(name)),
		shown(path.Join(filepath.ToSlash(name), outlineName)), shown(quoteArg(o.name)))
	return nil
}

//go:embed brand.yaml
var newBrandFile []byte

// brandSchemaName is the JSON Schema that an editor finds beside the brand file.
const brandSchemaName = "brand.schema.json"

func runNewBrand(s streams, name string) error {
	if ext := filepath.Ext(name); ext != ".yaml" && ext != ".yml" {
		return usage("for example `roadshow new --brand my-briefing/brand.yaml`", "%q is no name of a brand file", name)
	}
	if _, err := os.Lstat(name); err == nil {
		return usage("choose another name: new never overwrites", "%s is there already", name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return machine("make the folder", filepath.Dir(name), err)
	}
	if err := writeNew(name, newBrandFile); err != nil {
		return err
	}
	if err := writeNew(filepath.Join(filepath.Dir(name), brandSchemaName), roadshow.BrandSchema()); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "made %s\nname it in an outline: brand: %s\n", shown(filepath.ToSlash(name)), shown(filepath.Base(name)))
	return nil
}

func starterNames() []string {
	var names []string
	for _, s := range data.Starters() {
		names = append(names, s.Name)
	}
	return names
}

// writeStarter copies the starter's files and adds the schema.
func writeStarter(folder string, files fs.FS) error {
	err := fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		to := filepath.Join(folder, filepath.FromSlash(p))
		switch {
		case err != nil:
			return err
		case p == ".":
			return nil
		case d.IsDir():
			if err := os.Mkdir(to, 0o777); err != nil {
				return machine("make the folder", to, err)
			}
			return nil
		}
		text, err := fs.ReadFile(files, p)
		if err != nil {
			return err
		}
		return writeNew(to, text)
	})
	if err != nil {
		return err
	}
	return writeNew(filepath.Join(folder, schemaName), roadshow.Schema())
}

func writeNew(path string, text []byte) error {
	if err := os.WriteFile(path, text, 0o666); err != nil {
		return machine("write", path, err)
	}
	return nil
}

// quoteArg is a name as a shell takes it.
func quoteArg(s string) string {
	if strings.ContainsAny(s, " \t'\"\\$&;|<>()*?[]{}~#!`") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}
