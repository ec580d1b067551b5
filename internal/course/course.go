// Package course makes a lesson's data work: it builds the animations that the
// steps name, and the questions that they ask. Its one rule: every number that
// a step shows, asks for or mentions comes out of the engine here.
package course

import (
	"fmt"

	"convtutor/internal/stack"
	"convtutor/internal/workbench"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// Step is one step of a lesson, built.
type Step struct {
	lessons.Step
	// Setup and Conv are the convolution of a step that has one, else nil.
	Setup viz.ConvSetup
	Conv  *viz.Conv
	// Animation is what a step of another sort walks through, else nil.
	Animation viz.Animation
	// Scene is the picture with dials of a step that has one, else nil. Photo is
	// the built-in photo that it is over, "" for none; Over makes it over another
	// one, nil where the step is about its own.
	Scene viz.Scene
	Photo string
	Over  func(p *viz.Picture) (viz.Scene, error)
	// Slide is the picture of a window that slides, of a step that has one, else
	// nil; SlidePicture is its name, SlideSetup what it is made of.
	Slide        viz.Slide
	SlidePicture string
	SlideSetup   viz.SlideSetup
	// View is the picture of a network of a step that has one, else nil.
	View stack.View
	// Model is what makes Animation, where its numbers and choices can be
	// changed, else nil.
	Model workbench.Model
	// Start is the step of the animation to begin at, Level how far one key
	// press goes.
	Start int
	Level viz.Level
	// Facts fill the placeholders of the step's words.
	Facts viz.Args
	// Predictions are what the learner is asked before it is shown.
	Predictions []Prediction
	// Editing says that the step begins with the numbers open to change.
	Editing bool
	// Tally is the shapes of a step that counts a picture's numbers.
	Tally [][3]int
}

// Prediction is a question about a step's own picture.
type Prediction struct {
	quiz.Question
	// At is the step of the animation at which it is asked, Revealed the one
	// that shows the answer.
	At, Revealed int
}

// builders make the steps by the type of widget; a type that is not here has
// nothing to build.
var builders = map[string]func(*Step) error{
	"tone":   buildTone,
	"tally":  buildTally,
	"split":  buildSplit,
	"models": buildModels,
	"tasks":  buildTasks,

	"conv":         buildConv,
	"channels":     buildChannels,
	"stack":        buildStack,
	"build":        buildBuild,
	"slide":        buildSlide,
	"worked":       buildWorked,
	"error-bars":   buildErrors,
	"net-fit":      buildFit,
	"net-layers":   buildLayers,
	"param-shares": buildShares,

	"chain":      buildChain,
	"share":      buildShare,
	"costs":      buildCosts,
	"pool":       buildPool,
	"activation": buildActivation,
	"unroll":     buildUnroll,
	"apart":      buildApart,
	"places":     buildPlaces,

	"photo-kernel": buildPhotoKernel,
	"photo-maps":   buildPhotoActivation,
	"net-build":    buildNet,
	"digit-net":    buildDigit,
	"digit-report": buildReport,
}

// Build makes a step work. Errors name the lesson's file and key.
func Build(step lessons.Step) (Step, error) {
	built := Step{Step: step, Facts: viz.Args{}}
	if build, ok := builders[step.Widget.Type]; ok {
		if err := build(&built); err != nil {
			return built, err
		}
	}
	for _, ask := range step.Asks {
		maker, ok := asks[ask.Type]
		if !ok {
			return built, fmt.Errorf("lessons: step %s: no prediction of type %q", step.ID, ask.Type)
		}
		prediction, err := maker(&built, ask)
		if err != nil {
			return built, err
		}
		built.Predictions = append(built.Predictions, prediction)
	}
	return built, nil
}

// wrongStep says in which step something is wrong.
func wrongStep(s *Step, err error) error { return fmt.Errorf("lessons: step %s: %w", s.ID, err) }
