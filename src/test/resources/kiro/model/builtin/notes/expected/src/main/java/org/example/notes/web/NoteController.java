package org.example.notes.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.example.notes.domain.Note;
import org.example.notes.domain.NoteBook;
import org.example.notes.ratelimit.RateLimited;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {
  private final NoteBook notes;

  public NoteController(NoteBook notes) {
    this.notes = notes;
  }

  @GetMapping("/v1/notes/{id}")
  public Note read(@PathVariable String id) {
    return notes.read(id);
  }

  @PostMapping("/v1/notes")
  @RateLimited(requests = 3, seconds = 30)
  public ResponseEntity<Note> create(@Valid @RequestBody CreateNoteRequest request) {
    Note note = notes.create(request.title(), request.text());
    return ResponseEntity.created(URI.create("/v1/notes/" + note.id())).body(note);
  }

  @DeleteMapping("/v1/notes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void delete(@PathVariable String id) {
    notes.delete(id);
  }

  @GetMapping("/v1/notes")
  public List<Note> list() {
    return notes.list();
  }
}
