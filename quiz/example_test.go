package quiz_test

import (
	"fmt"

	"convtutor/quiz"
)

func ExampleGrade() {
	q, err := quiz.New("output-size", 1, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Given.Spec)
	for _, typed := range []string{"4×4×4", "(3, 3, 4)", "4 by four"} {
		v := quiz.Grade(q, typed)
		switch {
		case v.Status == quiz.Right:
			fmt.Println(typed, "is right")
		case v.Status == quiz.NotYet:
			fmt.Println(typed, "is not an answer yet")
		default:
			fmt.Println(typed, "comes of", v.Slips[0].Slip)
		}
	}
	// Output:
	// 11x11x3 | conv 5 4 s2
	// 4×4×4 is right
	// (3, 3, 4) comes of no-plus-one
	// 4 by four is not an answer yet
}
