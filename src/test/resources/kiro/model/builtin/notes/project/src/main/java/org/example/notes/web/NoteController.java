package org.example.notes.web;

import org.example.notes.domain.Note;
import org.example.notes.domain.NoteBook;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
