package netspec
import ("testing";"fmt";"convtutor/internal/nn";"convtutor/viz")
func TestScratch(t *testing.T){
 for _,n:=range KnownNames(){ net,err:=Known(n); if err!=nil{t.Fatal(n,err)}; tb,err:=net.Table(nn.RuleFloor); if err!=nil{t.Fatal(n,err)}
 fmt.Println(n,tb.Total)
 for _,l:=range tb.Lines(func(w viz.Words)string{return w.Key+fmt.Sprint(w.Args)}, func(s string)int{return len([]rune(s))}){fmt.Println(l)}}
 for _,s:=range []string{"","9x","99999999x99999999x9","7x7 | conv 3 1 s3","8x8x3 | conv 3 3 x 10","8x8 | cnov 3 2","8x8 || relu","8x8x3 | conv ３×３×１０ ｐ１","8x8 | conv 9 2","8x8 | fc 3","8x8| dense 3","8x8 | conv 3 2 p1 same","8x8|conv 3 2 q1","8x8|conv 3 2 s0","0x8","8x8x4x4","8x8x3|conv 3 10 g2", "8x8x3|conv", "8x8 conv 3 3"}{
  net,err:=Parse(s); if err==nil{_,err=net.Table(nn.RuleError)}; fmt.Printf("%q -> %v", s,err); if e,ok:=err.(*Error);ok{fmt.Printf(" (hint: %s)",e.Fix)}; fmt.Println()}
}
