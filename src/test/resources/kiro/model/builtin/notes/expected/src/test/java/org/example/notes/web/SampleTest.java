package org.example.notes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.example.notes.MovableClock;
import org.example.notes.MovableClockConfig;
import org.example.notes.domain.Note;
import org.example.notes.persistence.NoteStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
@Import(MovableClockConfig.class)
class SampleTest {

  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final String VALID_CREATE_NOTE =
      """
      {
        "title": "New title",
        "text": "New text"
      }
      """;

  @Autowired private MockMvc mvc;
  @Autowired private MovableClock clock;
  @Autowired private NoteStorage notes;

  @BeforeEach
  void startAnew() {
    clock.advance(WINDOW);
  }

  @Test
  @DisplayName("sample#AC-1")
  void creatingANoteAnswersWithTheNewOne() throws Exception {
    String answer =
        mvc.perform(createNote(VALID_CREATE_NOTE))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.title").value("New title"))
            .andExpect(jsonPath("$.text").value("New text"))
            .andExpect(jsonPath("$.createdAt").exists())
            .andExpect(
                header().string(HttpHeaders.LOCATION, containsString("/v1/notes/")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String id = JsonPath.read(answer, "$.id").toString();
    Note made = notes.load(id).orElseThrow();
    assertThat(made.title()).isEqualTo("New title");
    assertThat(made.text()).isEqualTo("New text");
    assertThat(made.createdAt()).isEqualTo(LocalDateTime.now(clock));
  }

  @Test
  @DisplayName("sample#AC-1")
  void creatingANoteWithoutWhatIsOptionalSucceeds() throws Exception {
    String body =
        """
        {"title": "New title"}
        """;

    String answer =
        mvc.perform(createNote(body))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String id = JsonPath.read(answer, "$.id").toString();
    Note made = notes.load(id).orElseThrow();
    assertThat(made.title()).isEqualTo("New title");
    assertThat(made.text()).isNull();
    assertThat(made.createdAt()).isEqualTo(LocalDateTime.now(clock));
  }

  @Test
  @DisplayName("sample#AC-2")
  void creatingANoteWithAnInvalidTitleIsRefused() throws Exception {
    String body =
        """
        {
          "title": "%s",
          "text": "New text"
        }
        """
            .formatted("x".repeat(81));
    int count = notes.all().size();

    mvc.perform(createNote(body))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("\"title\"")));
    assertThat(notes.all()).hasSize(count);
  }

  @Test
  @DisplayName("sample#AC-3")
  void the4thRequestWithin30SecondsIsRefused() throws Exception {
    for (int sent = 0; sent < 3; sent++) {
      mvc.perform(createNote(VALID_CREATE_NOTE)).andExpect(status().isCreated());
    }

    mvc.perform(createNote(VALID_CREATE_NOTE))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string(HttpHeaders.RETRY_AFTER, "30"));
  }

  @Test
  @DisplayName("sample#AC-6")
  void deletingANoteRemovesIt() throws Exception {
    Note note = storedNote();

    mvc.perform(deleteNote(note.id())).andExpect(status().isNoContent());
    assertThat(notes.load(note.id())).isEmpty();
  }

  @Test
  @DisplayName("sample#AC-7")
  void deletingAnUnknownNoteIsNotFound() throws Exception {
    mvc.perform(deleteNote("unknown")).andExpect(status().isNotFound());
  }

  @Test
  @DisplayName("sample#AC-8")
  void listingNotesAnswersWithAllOfThem() throws Exception {
    Note note = storedNote();

    mvc.perform(listNote())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[?(@.id == '%s')]", note.id()).isNotEmpty())
        .andExpect(jsonPath("$[?(@.id == '%s')].title", note.id()).value("Some title"))
        .andExpect(jsonPath("$[?(@.id == '%s')].text", note.id()).value("Some text"));
  }

  private static MockHttpServletRequestBuilder createNote(String body) {
    return post("/v1/notes").contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static MockHttpServletRequestBuilder deleteNote(Object id) {
    return delete("/v1/notes/{id}", id);
  }

  private Note storedNote() {
    Note note =
        new Note(
            UUID.randomUUID().toString().substring(0, 13),
            "Some title",
            "Some text",
            LocalDateTime.of(2026, 1, 5, 9, 0));
    notes.store(note);
    return note;
  }

  private static MockHttpServletRequestBuilder listNote() {
    return get("/v1/notes");
  }
}
