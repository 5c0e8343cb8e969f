package org.example.notes.domain;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.example.notes.persistence.NoteStorage;
import org.springframework.stereotype.Service;

@Service
public class NoteBook {
  private final NoteStorage storage;
  private final Clock clock;

  public NoteBook(NoteStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  public Note read(String id) {
    return storage.load(id).orElseThrow(() -> new NoteNotFoundException(id));
  }
}
