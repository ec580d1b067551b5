package exam

// document is an exam's file as it is written. Its tags are the file's words
// and, with the descriptions, the schema for editors; check.go says what else
// must hold.
type document struct {
	ID             string  `json:"id" jsonschema:"required,pattern=^[a-z0-9][a-z0-9-]{0\\,47}$" jsonschema_description:"Name of the exam: small letters, digits and hyphens. Results carry it."`
	Title          Text    `json:"title" jsonschema:"required" jsonschema_description:"What the exam is called: a text, or one for each language."`
	Language       string  `json:"language,omitempty" jsonschema:"enum=en,enum=ko" jsonschema_description:"Language of the exam. Left out, it is the student's."`
	Time           string  `json:"time,omitempty" jsonschema:"example=45m,example=1h30m" jsonschema_description:"How long a student has from the first start: 45m, 1h30m. Left out, there is no limit."`
	Attempts       *int    `json:"attempts,omitempty" jsonschema:"minimum=1,maximum=20,default=1" jsonschema_description:"How often a student may sit it."`
	Opens          string  `json:"opens,omitempty" jsonschema:"format=date-time" jsonschema_description:"When it opens, with the time zone: 2027-03-02T09:00:00+09:00."`
	Closes         string  `json:"closes,omitempty" jsonschema:"format=date-time" jsonschema_description:"When it closes, for everybody."`
	Feedback       string  `json:"feedback,omitempty" jsonschema:"enum=at-once,enum=end,enum=never,default=end" jsonschema_description:"When students hear how they did: at once (the answer then stands), at the end, or never."`
	Shuffle        bool    `json:"shuffle,omitempty" jsonschema_description:"Put the questions into another order for each variant."`
	ShuffleOptions bool    `json:"shuffle_options,omitempty" jsonschema_description:"Put the options of your own questions into another order for each variant."`
	Variants       string  `json:"variants,omitempty" jsonschema:"enum=student,enum=same,default=student" jsonschema_description:"Other numbers for each student, or the same for all."`
	Secret         string  `json:"secret,omitempty" jsonschema_description:"Any text: the numbers are drawn from it, the exam's id and the student's id. Take another one for each exam; whoever has the file can read it."`
	Key            string  `json:"key,omitempty" jsonschema:"pattern=^age1" jsonschema_description:"Your public key, from: convtutor quiz key. Results are then sealed so that only you can read them."`
	Handout        bool    `json:"handout,omitempty" jsonschema_description:"The answers to your own questions were taken out: the file for students, from: convtutor quiz handout."`
	Questions      []entry `json:"questions" jsonschema:"required,minItems=1,maxItems=200" jsonschema_description:"The questions, in order: some of a kind, or one of your own."`
}

// entry is an item of the list of questions.
type entry struct {
	ID      string   `json:"id,omitempty" jsonschema:"pattern=^[a-z0-9][a-z0-9-]{0\\,31}$" jsonschema_description:"Name of the question in results; left out, q1, q2 and so on by its place."`
	Points  *float64 `json:"points,omitempty" jsonschema:"minimum=0,maximum=1000,default=1" jsonschema_description:"What each question is worth."`
	Picture string   `json:"picture,omitempty" jsonschema_description:"Shown beside it: a place in the program (lesson/cnn/conv#slide) or a picture file (figure.png)."`

	Kind  string `json:"kind,omitempty" jsonschema_description:"Kind of question, made by the program."`
	Level *int   `json:"level,omitempty" jsonschema:"minimum=1,default=1" jsonschema_description:"How hard, from 1."`
	Count *int   `json:"count,omitempty" jsonschema:"minimum=1,maximum=100,default=1" jsonschema_description:"How many of this kind."`
	Seed  *int   `json:"seed,omitempty" jsonschema:"minimum=0,maximum=4294967295" jsonschema_description:"Exactly this question for everybody (convtutor quiz --seed shows it). Left out, it is drawn."`

	Ask       Text     `json:"ask,omitempty" jsonschema_description:"A question of your own: a text, or one for each language."`
	Type      string   `json:"type,omitempty" jsonschema:"enum=choice,enum=several,enum=number,enum=shape,enum=text" jsonschema_description:"How it is answered. Left out, options make it a choice, or several where more than one is right."`
	Options   []option `json:"options,omitempty" jsonschema:"minItems=2,maxItems=8" jsonschema_description:"Of a choice: the options."`
	Answer    scalar   `json:"answer,omitempty" jsonschema_description:"Of a number or a shape: the right answer, as a student would type it."`
	Tolerance *float64 `json:"tolerance,omitempty" jsonschema:"minimum=0" jsonschema_description:"How far a number may be off and still be right."`
	Accept    []scalar `json:"accept,omitempty" jsonschema:"maxItems=50" jsonschema_description:"Other right answers; of a text all right ones. A text without any is graded by hand."`
}

// option is an option of an own question.
type option struct {
	Text  Text `json:"text" jsonschema:"required" jsonschema_description:"The option: a text, or one for each language."`
	Right bool `json:"right,omitempty" jsonschema_description:"Whether it is right."`
	Why   Text `json:"why,omitempty" jsonschema_description:"What a student who takes it hears, where there is feedback."`
}

// scalar is a text or a number, as it was written.
type scalar string
