package org.example.notes.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class NoteControllerTests {
  @Autowired MockMvc mvc;

  @Test
  @DisplayName("note-read#AC-2 unknown notes are not found")
  void unknownNote() throws Exception {
    mvc.perform(get("/v1/notes/nope")).andExpect(status().isNotFound());
  }
}
