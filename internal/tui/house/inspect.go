package house

import "convtutor/internal/i18n"

// Inspect checks the content.
func Inspect(b *i18n.Bundle) (problems []string, counted map[string]any) {
	for _, err := range b.Check() {
		problems = append(problems, err.Error())
	}
	return problems, nil
}
