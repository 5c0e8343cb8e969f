package cart

import "testing"

// %%AC-1
func TestAdds(t *testing.T) {
	if Total([]int{5}) != 5 {
		t.Fatal("no")
	}
}

// %%AC-2
func TestRemoving(t *testing.T) {
	t.Run("unknown", func(t *testing.T) { t.Fatal("not an error") })
}

func TestLimit(t *testing.T) {
	t.Skip("later")
}

func TestEmpty(t *testing.T) {
	t.Attr("criterion", "%%AC-4")
	if Total(nil) != 0 {
		t.Fatal("no")
	}
}
