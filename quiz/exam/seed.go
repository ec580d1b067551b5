package exam

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"strconv"
)

// draw gives 64 bits that depend on the exam, its secret, whose variant it is
// and the purpose: HMAC-SHA256 with the secret as key.
func (e *Exam) draw(student string, attempt int, purpose string, n int) uint64 {
	if e.Variants == VariantsSame {
		student = ""
	}
	mac := hmac.New(sha256.New, []byte(e.Secret))
	for _, part := range []string{"convtutor exam 1", e.ID, student, strconv.Itoa(attempt), purpose, strconv.Itoa(n)} {
		mac.Write(binary.BigEndian.AppendUint32(nil, uint32(len(part))))
		mac.Write([]byte(part))
	}
	return binary.BigEndian.Uint64(mac.Sum(nil))
}

// seed is the seed of an entry's question; try counts from 0 and goes on where
// the question was asked already.
func (e *Exam) seed(student string, attempt int, entry Entry, i, try int) uint32 {
	if entry.Fixed {
		return entry.Seed + uint32(i)
	}
	return uint32(e.draw(student, attempt, "question "+entry.ID+" "+strconv.Itoa(i), try) >> 32)
}

// order is the order of n things for a purpose: order[i] stands at place i.
func (e *Exam) order(student string, attempt int, purpose string, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(e.draw(student, attempt, purpose, 0), e.draw(student, attempt, purpose, 1)))
	rng.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// Digest names what is asked: the exam's id, secret and questions, but not
// their wording, answers and points, nor the times, so that an instructor may
// mend those after the exam was sat.
func (e *Exam) Digest() string {
	type item struct {
		ID, Kind     string
		Level, Count int
		Fixed        bool
		Seed         uint32
		Type         Type
		Options      int
	}
	of := struct {
		ID, Secret              string
		Variants                Variants
		Shuffle, ShuffleOptions bool
		Items                   []item
	}{ID: e.ID, Secret: e.Secret, Variants: e.Variants, Shuffle: e.Shuffle, ShuffleOptions: e.ShuffleOptions}
	for _, entry := range e.Entries {
		it := item{ID: entry.ID, Kind: entry.Kind, Level: entry.Level, Count: entry.Count, Fixed: entry.Fixed, Seed: entry.Seed}
		if entry.Own != nil {
			it.Type, it.Options = entry.Own.Type, len(entry.Own.Options)
		}
		of.Items = append(of.Items, it)
	}
	return digest(of)
}

// digest is the first half of the SHA-256 of a value's JSON, in hexadecimal.
func digest(value any) string {
	text, err := json.Marshal(value)
	if err != nil { // a number that JSON has no word for: equal questions still give equal text
		text = []byte(err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}
