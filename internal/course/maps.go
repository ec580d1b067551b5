package course

import (
	"errors"
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// buildActivation builds a step's activation: of the feature map given, or of
// the one that a filter makes of the input.
func buildActivation(s *Step) error {
	r := s.Widget.Params.Read().Require("input")
	rows := r.Grid("input", [][]float64{{0}})
	filter := r.Grid("filter", nil)
	model := workbench.Activation{
		Feature: rows,
		Func:    viz.ActivationFunc(slices.Index(viz.ActivationNames(), r.Choice("function", viz.ActivationNames()...))),
	}
	start := r.Int("start", 0)
	s.Level = viz.LevelCell
	s.Editing = r.Bool("edit", false)
	if err := r.Done(); err != nil {
		return err
	}
	if filter != nil {
		feature, err := convolved(rows, filter)
		if err != nil {
			return wrongStep(s, err)
		}
		model.Feature = feature
	}
	if err := s.keep(model, start); err != nil {
		return err
	}
	negative := 0
	for _, row := range model.Feature {
		for _, v := range row {
			if v < 0 {
				negative++
			}
		}
	}
	s.Facts = viz.Args{
		"negative": negative, "cells": s.Animation.Steps(), "slope": viz.Number(viz.LeakySlope),
		"function": viz.Words{Key: "maps.function." + model.Func.String()},
	}
	return nil
}

// buildPhotoActivation builds a photo, its feature map and its activation map.
func buildPhotoActivation(s *Step) error {
	r := s.Widget.Params.Read()
	photo, filter := r.Text("photo", "chelsea"), r.Int("filter", 1)
	if err := r.Done(); err != nil {
		return err
	}
	return overPhoto(s, photo, func(p *viz.Picture) (viz.Scene, error) {
		a, err := viz.NewPhotoActivation(p)
		if err != nil {
			return nil, err
		}
		return viz.Turn(a, "filter", float64(filter))
	})
}

func convolved(input, filter [][]float64) ([][]float64, error) {
	x, err := plane(input)
	if err != nil {
		return nil, err
	}
	w, err := plane(filter)
	if err != nil {
		return nil, err
	}
	return workbench.Convolved(x, w)
}

// askActivation asks for a cell of the step's activation map, or of the one
// that its convolution would make under ReLU.
func askActivation(s *Step, ask lessons.Ask) (Prediction, error) {
	if len(ask.At) != 2 {
		return Prediction{}, wrongStep(s, errors.New("activation needs a place"))
	}
	at := nn.Point{Y: ask.At[0], X: ask.At[1]}
	wrong := func(err error) (Prediction, error) {
		return Prediction{}, wrongStep(s, err)
	}
	if s.Conv != nil {
		first, err := firstStep(s.Conv, ask.At)
		if err != nil {
			return wrong(err)
		}
		p, err := problem(s)
		if err != nil {
			return wrong(err)
		}
		q, err := quiz.AboutActivation(p, viz.ReLU, at)
		if err != nil {
			return wrong(err)
		}
		return Prediction{Question: q, At: first, Revealed: lastStep(s.Conv, ask.At)}, ask.Params.Read().Done()
	}
	a, ok := s.Animation.(*viz.Activation)
	if !ok || at.Y < 0 || at.X < 0 || at.Y >= a.Size().H || at.X >= a.Size().W {
		return wrong(fmt.Errorf("activation: cell %v is not in a map of the step", ask.At))
	}
	q, err := quiz.AboutActivation(featureProblem(a), a.Func(), at)
	if err != nil {
		return wrong(err)
	}
	step := a.StepOf(at)
	return Prediction{Question: q, At: step, Revealed: step}, ask.Params.Read().Done()
}

// featureProblem is the feature map of an activation in the vocabulary of the quiz.
func featureProblem(a *viz.Activation) *quiz.Problem {
	size := a.Size()
	data := make([]float64, 0, size.H*size.W)
	for i := range a.Steps() {
		data = append(data, a.Input(a.Cell(i)))
	}
	return &quiz.Problem{Op: "relu", Layout: "NCHW", Input: quiz.Array{Shape: []int{1, 1, size.H, size.W}, Data: data}}
}

// askActivationRange asks which function stays between two numbers.
func askActivationRange(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("low", "high")
	low, high := r.Int("low", 0), r.Int("high", 0)
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutActivationRange(float64(low), float64(high))
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["low"], s.Facts["high"] = low, high
	return Prediction{Question: q, At: -1}, nil
}
