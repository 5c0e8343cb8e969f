package org.example.notes.domain;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoteNotFoundException extends RuntimeException {
  public NoteNotFoundException(String id) {
    super("There is no note " + id);
  }
}
