package plain

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/course"
	"convtutor/internal/route"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// labPhoto is a photo with a filter whose weights are open.
type labPhoto struct {
	*labFigure
	spot *workbench.Spot // looked at; nil for the whole photo
}

func openLabPhoto(t *talk, at route.Route) (labStage, error) {
	from, err := course.LabPhoto(t.session.Image)
	if err != nil {
		return nil, err
	}
	q := url.Values{}
	for name, values := range at.Query {
		if name != "at" {
			q[name] = values
		}
	}
	f, err := newLabFigure(t, from, q)
	if err != nil {
		return nil, err
	}
	p := &labPhoto{labFigure: f}
	if place := at.Query.Get("at"); place != "" {
		spot, err := workbench.ParseSpot(place)
		if err != nil {
			return nil, err
		}
		p.spot = &spot
	}
	return p, nil
}

func (p *labPhoto) model() workbench.OpenPhoto { return p.sheet.Model().(workbench.OpenPhoto) }

func (p *labPhoto) query() url.Values {
	q := p.labFigure.query()
	if p.spot != nil {
		q.Set("at", p.spot.String())
	}
	return q
}

func (p *labPhoto) tell() {
	photo, err := p.photo()
	if err != nil {
		p.talk.trouble(err)
		return
	}
	photo.tell()
	p.tellChoices()
	if p.spot != nil {
		photo.cell(strconv.Itoa(p.spot.Row+1) + " " + strconv.Itoa(p.spot.Column+1))
	}
	p.enterOn()
}

// photo is the photo at hand as one to look at pixel by pixel.
func (p *labPhoto) photo() (*photo, error) {
	m := p.model()
	name := m.Names[m.At]
	picture, err := m.Open(name)
	if err != nil {
		return nil, err
	}
	if p.talk.session.Image != "" && m.At == 0 {
		name = "" // the learner's own
	}
	return &photo{
		talk: p.talk, picture: picture, name: name, weights: m.Weights, divisor: m.Divisor,
		result: p.sheet.Animation().(*viz.PhotoFilter),
	}, nil
}

func (p *labPhoto) commands() []string {
	return []string{"cell", "filter", "weights", "photo", "change", "grid", "undo", "reset"}
}

func (p *labPhoto) take(c command) bool {
	switch c.id {
	case "cell":
		if photo, err := p.photo(); err == nil {
			photo.cell(c.rest)
		}
	case "filter":
		p.choose(c.rest)
	case "photo":
		p.keep(p.sheet.Choose("photo", 1))
	case "weights":
		if strings.ContainsAny(c.rest, "0123456789") {
			p.setWeights(c)
		} else {
			p.choose(c.rest) // where one word stands for both
		}
	case "grid", "change", "undo", "reset":
		p.spot = nil
		return p.labFigure.take(c)
	default:
		if c.text == "" {
			return false
		}
		p.talk.unknown(c)
	}
	return true
}

// enterOn says what can be typed: nobody hears a photo row by row.
func (p *labPhoto) enterOn() { p.talk.say("plain.photo.lab-how", nil) }

// choose takes the filter named, or the next.
func (p *labPhoto) choose(name string) {
	if name == "" {
		p.keep(p.sheet.Choose("filter", 1))
		return
	}
	known := slices.IndexFunc(viz.KnownFilters(), func(k viz.KnownFilter) bool {
		return name == k.Name || name == p.talk.session.Say(k.Words())
	})
	if known < 0 {
		p.talk.say("plain.no-filter", viz.Args{"name": name})
		return
	}
	m := p.model()
	m.Photo = m.With(known)
	p.keep(p.sheet.Put(m))
}

// setWeights sets one weight, "2 2 = 9", or all of them.
func (p *labPhoto) setWeights(c command) {
	if strings.Contains(c.rest, "=") {
		p.set(c.rest)
		return
	}
	q := p.labFigure.query()
	q.Del("filter")
	q.Set("w", numbersIn(c.rest))
	state, err := p.model().Opened(q)
	if err != nil {
		size := p.sheet.Size()
		p.talk.say("plain.numbers-how", viz.Args{"n": size.H * size.W, "most": workbench.MaxValue, "letter": "w"})
		return
	}
	p.keep(p.sheet.Put(state))
}
