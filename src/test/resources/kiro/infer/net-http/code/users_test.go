package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestUnknownUserIsNotFound(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/users/17", nil)
	w := httptest.NewRecorder()
	routes().ServeHTTP(w, r)
	if w.Code != http.StatusNotFound {
		t.Fatalf("status %d", w.Code)
	}
}
